import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { refuse } from '#lib/kernel/result.ts';
import { changeRoles } from '#lib/identity/change-worker.server.ts';
import { aCommand, activeCase, aRequest, good, openedCase, someWords } from '#lib/intake/intake.fixtures.ts';
import { receiveRequest } from '#lib/intake/receive-request.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { wordsIn } from '#lib/platform/words.server.ts';
import { atSize, PROOF_TIMEOUT_MS } from '#lib/platform/proof.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { askExport, type AskedExport } from './ask-export.server.ts';
import { forgetExpiredExports, makeExport } from './make-export.server.ts';
import { readExport, takeExport } from './read-export.server.ts';

const database = testDatabase();
let world: World;
let worker: Act<Worker>;
let opened: { caseId: Uuid; personId: Uuid };

beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional'], { name: 'Vida Zgledna' });
	opened = await activeCase(world, worker, { text: someWords({ name: '=Zala Vzorčnik' }) });
	await openedCase(world, worker, { text: someWords({ name: 'Miha Izmišljen' }) });
	good(await receiveRequest(world.visitor(), aRequest({ text: someWords({ name: 'Nova Prosilka' }) })));
});

const asked = (changes: Partial<AskedExport> = {}): AskedExport => ({
	command: aCommand(),
	list: 'cases',
	part: { cases: { order: 'number' } },
	format: 'csv',
	language: 'en',
	names: true,
	reason: 'planning',
	words: '',
	...changes,
});
const made = async (by: Act<Worker>, changes: Partial<AskedExport> = {}): Promise<Uuid> => {
	const id = good(await askExport(by, asked(changes)));
	await makeExport(by.by.organisationId, id, by.at);
	return id;
};
async function lines(by: Act<Worker>, id: Uuid): Promise<readonly string[]> {
	const { bytes } = good(await takeExport(by, id));
	let text = '';
	for await (const piece of bytes) text += Buffer.from(piece).toString('utf8');
	return text.slice(1).split('\r\n').slice(0, -1);
}
const journal = async (id: Uuid) =>
	(
		await database.superuser.query<{ action: string; subjects: Uuid[]; reason: string | null }>(
			'select action, subject_ids as subjects, reason from journal where record_id = $1 order by written_by',
			[id],
		)
	).rows;

describe('a list that is taken out', () => {
	test('holds what the list showed, names only when they were asked for', async () => {
		const withNames = await lines(worker, await made(worker));
		expect(withNames[0]).toBe('Number,Programme,State,Opened,Closed,Carried by,Meetings,Last meeting,People');
		expect(withNames.slice(1)).toEqual([
			expect.stringMatching(/^2026-0001,[^,]+,active,2026-11-23,,Vida Zgledna,0,,'=Zala Vzorčnik$/),
			expect.stringMatching(/^2026-0002,[^,]+,waits for conditions,2026-11-23,,Vida Zgledna,0,,Miha Izmišljen$/),
		]);
		const without = await lines(
			worker,
			await made(worker, { names: false, part: { cases: { order: 'number', state: 'active' } } }),
		);
		expect(without).toHaveLength(2);
		expect(without.join('\n')).not.toContain('Zala');
	});

	test('of cases has the columns that were chosen, in the order a list has them', async () => {
		const part = { cases: { order: 'number' as const }, columns: ['number', 'key-worker', 'closed'] as const };
		expect(await lines(worker, await made(worker, { part }))).toEqual([
			'Number,Key worker,Closed,People',
			"2026-0001,Vida Zgledna,,'=Zala Vzorčnik",
			'2026-0002,Vida Zgledna,,Miha Izmišljen',
		]);
	});

	test('can be the list of requests', async () => {
		const list = await lines(worker, await made(worker, { list: 'requests', part: { requests: 'waiting' } }));
		expect(list).toHaveLength(2);
		expect(list[1]).toMatch(/,new,ordinary,2026-11-23,2026-11-26,,,Nova Prosilka$/);
	});

	test('is journaled when it is asked for, made and downloaded, with everybody it is about', async () => {
		const id = await made(worker, { reason: 'other', words: 'za upravni odbor' });
		await lines(worker, id);
		const entries = await journal(id);
		expect(entries.map((one) => one.action)).toEqual(['export.asked', 'export.made', 'export.downloaded']);
		expect(entries[0]!.reason).toBe('other');
		expect(entries[1]!.subjects).toEqual(expect.arrayContaining([opened.caseId, opened.personId]));
	});

	test('is asked for once, however often the form is sent, and not without a reason', async () => {
		const form = asked();
		expect([good(await askExport(worker, form)), good(await askExport(worker, form))]).toEqual([
			form.command,
			form.command,
		]);
		const { rows } = await database.superuser.query(
			`select payload from graphile_worker._private_jobs where payload->>'id' = $1`,
			[form.command],
		);
		expect(rows).toEqual([{ payload: { organisationId: world.organisationId, id: form.command } }]);
		expect(await askExport(worker, asked({ reason: undefined }))).toMatchObject({ fields: [{ field: 'reason' }] });
		expect(await askExport(worker, asked({ reason: 'other' }))).toMatchObject({ fields: [{ field: 'words' }] });
	});

	test('lies in the database sealed: neither its rows nor what it was for can be read', async () => {
		const id = await made(worker, { reason: 'other', words: 'za upravni odbor' });
		const { rows } = await database.superuser.query<{ all: string; sealed: Buffer }>(
			`select to_json(e)::text as all, sealed from export_ e where id = $1 union all
			select to_json(c)::text, sealed from export_chunk c where export_id = $1`,
			[id],
		);
		expect(rows).toHaveLength(2);
		for (const { all, sealed } of rows)
			for (const words of ['Zala', 'Vzor', 'upravni', '2026-0001']) {
				expect(all).not.toContain(words);
				expect(sealed.toString('latin1')).not.toContain(words);
			}
	});
});

describe('whoever did not ask for a list', () => {
	test('does not have it: neither a colleague with every right to the list, nor another organisation [A2]', async () => {
		const id = await made(worker);
		const lead = await world.hire(['programme-lead', 'coordinator', 'administrator']);
		const stranger = await (await aWorld()).hire(['programme-lead']);
		for (const other of [lead, stranger]) {
			expect(await readExport(other, id)).toEqual(refuse('not-found'));
			expect(await takeExport(other, id)).toEqual(refuse('not-found'));
		}
		await makeExport(stranger.by.organisationId, good(await askExport(worker, asked())), world.now);
		expect(good(await readExport(worker, id)).state).toBe('ready');
	});

	test('cannot ask for a list they may not see', async () => {
		for (const role of ['volunteer', 'administrator', 'data-protection-officer'] as const)
			expect(await askExport(await world.hire([role]), asked())).toEqual(refuse('not-found'));
		const advocate = await world.hire(['advocate']);
		expect(await askExport(advocate, asked({ list: 'requests', part: {} }))).toEqual(refuse('not-found'));
	});
});

describe('rights that change in between', () => {
	test('a list is not made for somebody who may not read it any more, and a ready one is not handed out', async () => {
		const [administrator, leaver] = [await world.hire(['administrator']), await world.hire(['programme-lead'])];
		const [before, after] = [await made(leaver), good(await askExport(leaver, asked()))];
		good(await changeRoles(administrator, { workerId: leaver.by.workerId, roles: ['volunteer'] }));
		await makeExport(world.organisationId, after, world.now);
		const now: Act<Worker> = { ...leaver, by: { ...leaver.by, roles: ['volunteer'] } };
		expect(good(await readExport(now, after))).toMatchObject({ state: 'refused', rowsDone: 0 });
		expect((await journal(after)).map((one) => one.action)).toEqual(['export.asked', 'export.refused']);
		expect(await takeExport(now, after)).toEqual(refuse('not-found'));
		expect(await takeExport(now, before)).toEqual(refuse('not-found'));
	});

	test('a list is made of what one may read when it is made, not when it was asked for', async () => {
		const [administrator, lead] = [await world.hire(['administrator']), await world.hire(['programme-lead'])];
		const id = good(await askExport(lead, asked()));
		good(await changeRoles(administrator, { workerId: lead.by.workerId, roles: ['professional'] }));
		await makeExport(world.organisationId, id, world.now);
		expect(good(await readExport(lead, id))).toMatchObject({ state: 'ready', rowsDone: 0 });
	});
});

test('a list is gone after a day: nobody can take it, and nothing of it is kept', async () => {
	const id = await made(worker);
	const [almost, after] = [world.at(worker, { minutes: 24 * 60 - 1 }), world.at(worker, { minutes: 24 * 60 })];
	expect((await takeExport(almost, id)).ok).toBe(true);
	expect(await takeExport(after, id)).toEqual(refuse('not-found'));
	const kept = async () =>
		(await database.superuser.query('select 1 from export_chunk where export_id = $1', [id])).rowCount;
	await forgetExpiredExports(world.organisationId, almost.at);
	expect(await kept()).toBe(1);
	await forgetExpiredExports(world.organisationId, after.at);
	expect(await kept()).toBe(0);
});

test('what was begun goes on where it stopped, its page says each time how far it is, and no row is lost or there twice', async () => {
	const full = await manyCases(450);
	const id = good(await askExport(full, asked({ names: false })));
	const { t } = wordsIn('en');
	const said = async () => {
		const { state, rowsDone, rowsAll } = good(await readExport(full, id));
		return `${state}: ${rowsAll === null ? t('export.begins') : t('export.progress', { done: rowsDone, all: rowsAll })}`;
	};
	expect(await said()).toBe('waiting: The work is about to begin.');
	for (const [piece, rows] of [
		[2, 200],
		[3, 400],
	] as const) {
		await stopping(piece, () => expect(makeExport(full.by.organisationId, id, full.at)).rejects.toThrow('stopped'));
		expect(await said()).toBe(`waiting: Rows done: ${rows} of 450`);
		expect(await takeExport(full, id)).toEqual(refuse('not-found'));
	}
	// Also when two go on with it at once: they take turns, and each row is there once.
	await Promise.all([1, 2].map(() => makeExport(full.by.organisationId, id, full.at)));
	expect(await said()).toBe('ready: Rows done: 450 of 450');
	const numbers = (await lines(full, id)).slice(1).map((line) => line.split(',')[0]);
	expect(numbers).toEqual(Array.from({ length: 450 }, (_, i) => `2026-${String(i + 1).padStart(7, '0')}`));
});

/** Does something while no export gets beyond the piece before this one. */
async function stopping(piece: number, work: () => Promise<void>): Promise<void> {
	const { superuser } = database;
	await superuser.query(
		`create function stop_it() returns trigger language plpgsql as $$ begin if new.number = ${piece} then raise 'stopped'; end if; return new; end $$;
		create trigger stop_it before insert on export_chunk for each row execute function stop_it()`,
	);
	await work();
	await superuser.query('drop trigger stop_it on export_chunk; drop function stop_it()');
}

/** An organisation with many cases, and somebody who may list them all. */
async function manyCases(count: number): Promise<Act<Worker>> {
	const full = await aWorld();
	const lead = await full.hire(['programme-lead']);
	await database.superuser.query(
		`insert into case_ (organisation_id, id, number, programme, version, unit, opened_on, opened_by)
		select $1, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '2026-' || lpad(n::text, 7, '0'), 'small', 1, 'person',
			'2024-01-01'::date + n / 1000, $2 from generate_series(1, $3) n`,
		[full.organisationId, lead.by.workerId, count],
	);
	await database.superuser.query('analyze case_');
	return lead;
}

/** Bytes that are in use once everything that is not has been given back. */
function inUse(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

test(
	'however long a list is, no more than a piece of it is in memory: made, and written as a workbook',
	{ timeout: PROOF_TIMEOUT_MS },
	async () => {
		const ROWS = atSize(20_000, 1_000_000);
		const GROWTH_MAX_BYTES = 12_000_000;
		const lead = await manyCases(ROWS);
		const warm = await made(lead, {
			format: 'xlsx',
			names: false,
			part: { cases: { order: 'number', from: '2024-01-01' as never, to: '2024-01-01' as never } },
		});
		for await (const _ of good(await takeExport(lead, warm)).bytes);
		const before = inUse();
		const id = await made(lead, { format: 'xlsx', names: false });
		expect(inUse() - before).toBeLessThan(GROWTH_MAX_BYTES);
		expect(good(await readExport(lead, id))).toMatchObject({ state: 'ready', rowsAll: ROWS, rowsDone: ROWS });
		let [sent, most, pieces] = [0, 0, 0];
		for await (const bytes of good(await takeExport(lead, id)).bytes) {
			sent += bytes.length;
			pieces += 1;
			if (pieces % 50 === 0) most = Math.max(most, inUse());
		}
		expect(pieces).toBeGreaterThan(ROWS / 1_000);
		expect(sent).toBeGreaterThan(ROWS);
		expect(most - before).toBeLessThan(GROWTH_MAX_BYTES);
	},
);
