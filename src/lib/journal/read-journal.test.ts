import { beforeAll, expect, test } from 'vitest';
import { system, type Act, type Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import { makeOwn } from '#lib/access/access.server.ts';
import { rowsRead, testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp, transaction } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { record } from './journal.server.ts';
import { entriesAbout } from './journal.store.server.ts';
import { readJournal, type EntryRow } from './read-journal.server.ts';

const database = testDatabase();
let world: World;
let worker: Act<Worker>;
beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional']);
});

/** A subject that is the worker's own, with so many entries, one a minute. */
async function subjectWith(entries: number): Promise<Uuid> {
	const subject = newId(new Date());
	for (let minutes = entries; minutes > 0; minutes -= 1)
		await transaction(
			world.at({ by: system(world.organisationId), at: world.now }, { minutes: -minutes }),
			async (tx) => {
				await makeOwn(tx, worker.by.workerId, [subject]);
				record(tx, { action: 'case.read', subjects: [subject] });
				return ok();
			},
		);
	return subject;
}
async function read(subjectId: Uuid, before?: EntryRow) {
	const done = await readJournal(worker, { subjectId, ...(before ? { before } : {}) });
	if (!done.ok) throw new Error(done.problem);
	return done.value;
}

test('who saw it and who did what is read newest first, and the reading is an entry itself', async () => {
	const subject = await subjectWith(3);
	const first = await read(subject);
	expect(first.more).toBe(false);
	expect(first.entries.map((entry) => entry.action)).toEqual(['case.read', 'case.read', 'case.read']);
	const times = first.entries.map((entry) => entry.at.getTime());
	expect(times).toEqual(times.toSorted((a, b) => b - a));
	const [own] = (await read(subject)).entries;
	expect(own).toMatchObject({ action: 'journal.read', actor_kind: 'worker', actor_id: worker.by.workerId });
});

test('a long journal is read page by page, each entry once', async () => {
	const subject = await subjectWith(120);
	const seen: Uuid[] = [];
	let last: EntryRow | undefined;
	for (let page = 0; page < 3; page += 1) {
		const { entries, more } = await read(subject, last);
		seen.push(...entries.filter((entry) => entry.action === 'case.read').map((entry) => entry.id));
		last = entries.at(-1);
		expect(more).toBe(page < 2);
	}
	expect(seen).toHaveLength(120);
	expect(new Set(seen).size).toBe(120);
});

test('the journal of what is not theirs is not there, and nobody notes that they asked', async () => {
	const subject = await subjectWith(1);
	const stranger = await world.hire(['professional'], { team: null });
	const advocate = await world.hire(['advocate']);
	for (const one of [stranger, advocate])
		expect(await readJournal(one, { subjectId: subject })).toEqual(refuse('not-found'));
	expect((await read(subject)).entries.filter((entry) => entry.action === 'journal.read')).toEqual([]);
});

test('another organisation reads nothing, even with every role', async () => {
	const subject = await subjectWith(2);
	const other = await (await aWorld()).hire(['programme-lead', 'data-protection-officer']);
	expect(await readJournal(other, { subjectId: subject })).toMatchObject({ ok: true, value: { entries: [] } });
});

test('the officer for data protection reads every journal of the organisation, and leaves an entry', async () => {
	const subject = await subjectWith(2);
	const officer = await world.hire(['data-protection-officer'], { team: null });
	const read = await readJournal(officer, { subjectId: subject });
	expect(read.ok && read.value.entries).toHaveLength(2);
	const again = await readJournal(worker, { subjectId: subject });
	expect(again.ok && again.value.entries[0]).toMatchObject({ action: 'journal.read', actor_id: officer.by.workerId });
});

/** So many entries about a few others who are opened all day, so that each subject seems to have many. */
async function fill(entries: number): Promise<void> {
	const others = Array.from({ length: 4 }, () => newId(world.now));
	await database.superuser.query(
		`insert into journal (organisation_id, at, id, actor_kind, actor_id, action, subject_ids)
			select $1, $2::timestamptz - n * interval '1 second', gen_random_uuid(), 'worker', $3, 'case.read', $4 from generate_series(1, $5) n`,
		[world.organisationId, world.now, worker.by.workerId, others, entries],
	);
	await database.superuser.query('vacuum analyze journal');
}

test('the entries about a subject are found by their subject, however many there are about others', async () => {
	const subject = await subjectWith(2);
	await fill(20_000);
	const beforeId = 'ffffffff-ffff-7fff-bfff-ffffffffffff' as Uuid;
	const page = { beforeAt: world.now, beforeId, atMost: 51 };
	const looked = await lookUp(worker, async (tx) =>
		ok(await rowsRead(tx, 'journal', () => entriesAbout(tx, subject, page))),
	);
	const { done: found, read } = looked.ok ? looked.value : expect.fail(looked.problem);
	expect(found).toHaveLength(2);
	expect(read).toBeGreaterThan(0);
	expect(read).toBeLessThan(20);
});
