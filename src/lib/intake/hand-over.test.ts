import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField } from '#lib/kernel/result.ts';
import { screenOff } from '#lib/access/access.server.ts';
import { anActiveCase, fileOf } from '#lib/cases/cases.fixtures.ts';
import { listCases } from '#lib/cases/list-cases.server.ts';
import type { HandoverTerms } from '#lib/cases/handover.ts';
import { saveDraft } from '#lib/identity/drafts.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { handOverCase, handOverRequest } from './hand-over.server.ts';
import { FOR_GOOD, requestHandedOver } from './handover.fixtures.ts';
import { aCommand, activeCase, good, problemOf, takenRequest } from './intake.fixtures.ts';
import { readDay } from './read-day.server.ts';
import { endStandInEarly, readHandover, recordAgreement, takeUpDraft } from './read-handover.server.ts';
import { readRequest } from './read-requests.server.ts';

const database = testDatabase();
let world: World;
let [worker, next, outsider] = [] as unknown as [Act<Worker>, Act<Worker>, Act<Worker>];
beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional'], { name: 'Maja Vzorčna' });
	next = await world.hire(['professional'], { name: 'Ciril Domišljen', team: null });
	outsider = await world.hire(['professional'], { name: 'Bor Kobajagi', team: null });
});

const day = (text: string) => text as CalendarDay;
const STAND_IN: HandoverTerms = {
	...FOR_GOOD,
	kind: 'for-a-time',
	reason: 'leave',
	from: day('2026-11-25'),
	to: day('2026-11-27'),
};
const over = (terms: Partial<HandoverTerms> = {}, to = next) => ({
	command: aCommand(),
	fromWorker: worker.by.workerId,
	toWorker: to.by.workerId,
	terms: { ...FOR_GOOD, ...terms },
});
const requestOver = (requestId: Uuid, terms: Partial<HandoverTerms> = {}) =>
	requestHandedOver({ requestId, from: worker, to: next }, terms);
const reads = async (act: Act<Worker>, caseId: Uuid) => (await readCasePage(act, { caseId })).ok;

describe('a case handed over for good', () => {
	test('is the next worker’s, with its place in the team, its person and a sealed note; the one before keeps nothing [W3]', async () => {
		const { caseId, personId } = await activeCase(world, worker);
		expect(await reads(next, caseId)).toBe(false);
		const { handoverId } = good(await handOverCase(worker, { ...over({ note: 'Pazi na sestro.' }), caseId }));
		const page = good(await readCasePage(next, { caseId }));
		expect(page.workers).toEqual([{ worker: next.by.workerId, role: 'key-worker' }]);
		expect(page.handovers).toMatchObject([{ id: handoverId, kind: 'for-good', agreement: 'agreed' }]);
		expect(await reads(worker, caseId)).toBe(false);
		expect(good(await readHandover(next, { handoverId })).note).toBe('Pazi na sestro.');
		// Whoever handed it over still sees what became of the appointments, and no longer what stands in the note.
		expect(good(await readHandover(worker, { handoverId })).note).toBe('');
		expect(problemOf(await readHandover(outsider, { handoverId }))).toBe('not-found');
		// Nor whose it is: they are given its number alone.
		const { name, label } = good(await readHandover(worker, { handoverId }));
		expect(name).toBe(label);
		expect(good(await readHandover(next, { handoverId })).name).toBe([...page.people.values()][0]!.name);
		const stored = await database.superuser.query<{ sealed: Buffer }>('select sealed from handover where id = $1', [
			handoverId,
		]);
		expect(stored.rows[0]!.sealed.includes('sestro')).toBe(false);
		const { rows } = await database.superuser.query(
			`select 1 from access.grant_ where worker_id = $1 and subject_id = $2 and to_at is null`,
			[worker.by.workerId, personId],
		);
		expect(rows).toEqual([]);
		const journal = await database.superuser.query(
			`select 1 from journal where action = 'case.handed-over' and $1 = any (subject_ids)`,
			[caseId],
		);
		expect(journal.rowCount).toBe(1);
	});

	test('takes its next appointments along, unless the next worker is busy then: those are told [W3, W4]', async () => {
		const { caseId } = await activeCase(world, worker);
		const other = await activeCase(world, worker);
		await aTimeOf(other.caseId, next, '12:30');
		const times = { free: await aTimeOf(caseId, worker, '10:00'), clash: await aTimeOf(caseId, worker, '12:00') };
		const { handoverId } = good(await handOverCase(worker, { ...over(), caseId }));
		const page = good(await readHandover(next, { handoverId }));
		expect(page.times.map((one) => [one.id, one.moved])).toEqual([
			[times.free, true],
			[times.clash, false],
		]);
		const { rows } = await database.superuser.query<{ holder_id: Uuid }>(
			`select holder_id from appointment_holder where kind = 'worker' and appointment_id = any ($1) order by starts_at`,
			[[times.free, times.clash]],
		);
		expect(rows.map((row) => row.holder_id)).toEqual([next.by.workerId, worker.by.workerId]);
	});

	test('sent twice is handed over once, and to nobody who is on it already, has left, may not carry it or is kept from it [W3]', async () => {
		const { caseId } = await activeCase(world, worker);
		const coordinator = await world.hire(['coordinator']);
		const tried = (to: Act<Worker>) => handOverCase(coordinator, { ...over({}, to), caseId });
		expect(await tried(worker)).toEqual(refuseField('toWorker', 'already-on-case'));
		expect(await tried(await world.hire(['advocate']))).toEqual(refuseField('toWorker', 'choose-one'));
		await lookUp(worker, async (tx) => ok(await screenOff(tx, outsider.by.workerId, caseId)));
		expect(await tried(outsider)).toEqual(refuseField('toWorker', 'cannot-see-it'));
		const again = { ...over(), caseId };
		good(await handOverCase(coordinator, again));
		good(await handOverCase(coordinator, again));
		const { rows } = await database.superuser.query('select 1 from handover where case_id = $1', [caseId]);
		expect(rows).toHaveLength(1);
	});

	test('leaves the one who hands over their drafts unless they give them along; the next worker takes them up [W3]', async () => {
		const { caseId } = await activeCase(world, worker);
		good(await saveDraft(worker, { form: 'review', subjectId: caseId, fields: { note: 'Na pol.' } }));
		const { handoverId } = good(await handOverCase(worker, { ...over({ withDrafts: true }), caseId }));
		expect(good(await readHandover(next, { handoverId })).drafts).toEqual(['review']);
		expect(good(await readHandover(worker, { handoverId })).drafts).toEqual([]);
		expect(good(await takeUpDraft(next, { handoverId, form: 'review' })).subjectId).toBe(caseId);
		const page = good(await readCasePage(next, { caseId, form: 'review' }));
		expect(page.draft?.fields).toEqual({ note: 'Na pol.' });
		expect(problemOf(await takeUpDraft(next, { handoverId, form: 'review' }))).toBe('not-found');
	});
});

describe('the person’s agreement', () => {
	test('is recorded; who does not agree is handed on only because a worker is away, and then without words [C9, W3]', async () => {
		const { caseId } = await activeCase(world, worker);
		const tried = (terms: Partial<HandoverTerms>) => handOverCase(worker, { ...over(terms), caseId });
		expect(await tried({ agreement: 'declined' })).toEqual(refuseField('agreement', 'not-agreed'));
		expect(await tried({ agreement: 'declined', reason: 'departure', note: 'Vse vem.' })).toEqual(
			refuseField('note', 'not-agreed'),
		);
		good(await tried({ agreement: 'declined', reason: 'departure' }));
		await expect(
			database.superuser.query(`update handover set reason = 'other' where case_id = $1`, [caseId]),
		).rejects.toThrow('handed_over_with_agreement');
	});

	test('that was still to be asked for is written down once, by who may change the case [C9]', async () => {
		const { caseId } = await activeCase(world, worker);
		const { handoverId } = good(await handOverCase(worker, { ...over({ agreement: 'to-be-asked' }), caseId }));
		const say = (act: Act<Worker>) => recordAgreement(act, { handoverId, agreement: 'agreed' });
		expect(problemOf(await say(worker))).toBe('not-found');
		expect(await say(next)).toEqual(ok());
		expect(await say(next)).toEqual(refuse('already-decided'));
		expect(good(await readHandover(next, { handoverId })).handover.agreement).toBe('agreed');
	});
});

describe('a stand-in', () => {
	test('has just the rights of the relation, just on those days, and then no more by itself; it stays whose it is [W3]', async () => {
		const { caseId, personId } = await anActiveCaseOf();
		good(await handOverCase(worker, { ...over(STAND_IN), caseId }));
		const on = (days: number) => world.at(next, { days });
		expect([await reads(on(0), caseId), await reads(on(1), caseId)]).toEqual([false, false]);
		expect([await reads(on(2), caseId), await reads(on(4), caseId)]).toEqual([true, true]);
		expect(await reads(on(5), caseId)).toBe(false);
		const list = good(await listCases(on(3), {}));
		expect(list.rows.map((row) => row.facts.id)).toContain(caseId);
		expect(good(await readDay(on(3), { of: 'own' })).cases.rows.map((row) => row.facts.id)).toContain(caseId);
		expect(good(await listCases(on(6), {})).rows.map((row) => row.facts.id)).not.toContain(caseId);
		const page = good(await readCasePage(worker, { caseId }));
		expect(page.workers.map((one) => one.worker)).toEqual([worker.by.workerId]);
		const { rows } = await database.superuser.query<{ subject_id: Uuid }>(
			`select subject_id from access.grant_ where worker_id = $1 and relation = 'stand-in' and subject_id = any ($2)`,
			[next.by.workerId, [caseId, personId]],
		);
		expect(rows).toHaveLength(2);
	});

	test('may not begin in the past, end before it begins, or be for somebody who departs [W3]', async () => {
		const { caseId } = await anActiveCaseOf();
		const tried = (terms: Partial<HandoverTerms>) =>
			handOverCase(worker, { ...over({ ...STAND_IN, ...terms }), caseId });
		expect(await tried({ from: day('2026-11-22') })).toEqual(refuseField('from', 'too-early'));
		expect(await tried({ to: day('2026-11-24') })).toEqual(refuseField('to', 'ends-before-start'));
		expect(await tried({ to: undefined })).toEqual(refuseField('to', 'day-unreal'));
		expect(await tried({ reason: 'departure' })).toEqual(refuseField('reason', 'choose-one'));
	});

	test('is ended early by who may hand over, and the rights end at once [W3]', async () => {
		const { caseId } = await anActiveCaseOf();
		const { handoverId } = good(await handOverCase(worker, { ...over(STAND_IN), caseId }));
		const early = world.at(worker, { days: 3 });
		expect(await reads(world.at(next, { days: 3 }), caseId)).toBe(true);
		expect(await endStandInEarly(early, { handoverId })).toEqual(ok());
		expect(await reads(world.at(next, { days: 3, minutes: 1 }), caseId)).toBe(false);
		expect(await endStandInEarly(early, { handoverId })).toEqual(refuse('already-decided'));
	});

	test('cannot be made without an end, not even behind the back of the product [W3]', async () => {
		await expect(
			database.superuser.query(
				`insert into access.grant_ (organisation_id, worker_id, subject_id, relation, from_at) values ($1, $2, $2, 'stand-in', now())`,
				[world.organisationId, next.by.workerId],
			),
		).rejects.toThrow('stand_in_has_an_end');
	});
});

describe('a request', () => {
	test('is handed over whole before there is a case [W3]', async () => {
		const requestId = await takenRequest(world, worker);
		good(await handOverRequest(worker, requestOver(requestId, { note: 'Kličite popoldne.' })));
		const page = good(await readRequest(next, { requestId }));
		expect([page.facts.takenBy, page.relation]).toEqual([next.by.workerId, 'own']);
		expect(problemOf(await handOverRequest(worker, requestOver(requestId)))).toBe('not-found');
	});

	test('can be stood in for; nobody takes it from whose it is [W3]', async () => {
		const requestId = await takenRequest(world, worker);
		good(await handOverRequest(worker, requestOver(requestId, STAND_IN)));
		const then = world.at(next, { days: 2 });
		const page = good(await readRequest(then, { requestId }));
		expect([page.facts.takenBy, page.relation]).toEqual([worker.by.workerId, 'own']);
		expect(page.course.standIns).toMatchObject([{ toWorker: next.by.workerId, toOn: STAND_IN.to }]);
		expect((await readRequest(world.at(next, { days: 6 }), { requestId })).ok).toBe(false);
	});
});

async function anActiveCaseOf(): Promise<{ caseId: Uuid; personId: Uuid }> {
	const { caseId, people } = await anActiveCase(world, worker);
	expect((await fileOf(worker, caseId)).facts.activeFrom).not.toBeNull();
	return { caseId, personId: people[0]! };
}

/** An appointment of a case that takes up somebody tomorrow, three quarters of an hour from a time on. */
async function aTimeOf(caseId: Uuid, holder: Act<Worker>, time: string): Promise<Uuid> {
	const id = aCommand();
	const startsAt = new Date(`2026-11-24T${time}:00Z`);
	const key = [world.organisationId, id, startsAt, new Date(startsAt.getTime() + 45 * 60_000)];
	await database.superuser.query(
		`insert into appointment (organisation_id, id, case_id, mode, starts_at, ends_at, state, offered_by, offered_at)
		values ($1, $2, $5, 'phone', $3, $4, 'accepted', $6, $3)`,
		[...key, caseId, holder.by.workerId],
	);
	await database.superuser.query(
		`insert into appointment_holder (organisation_id, appointment_id, starts_at, ends_at, kind, holder_id, live)
		values ($1, $2, $3, $4, 'worker', $5, true)`,
		[...key, holder.by.workerId],
	);
	return id;
}
