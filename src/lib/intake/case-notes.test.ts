import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuseField } from '#lib/kernel/result.ts';
import { readCaseNotes, writeCaseNote, type WrittenNote } from '#lib/cases/case-notes.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { pool } from '#lib/platform/database.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aCommand, activeCase, good, problemOf } from './intake.fixtures.ts';

const database = testDatabase();
let world: World;
let [worker, coordinator, lead, outsider] = [] as unknown as [Act<Worker>, Act<Worker>, Act<Worker>, Act<Worker>];
let caseId: Uuid;
beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional']);
	coordinator = await world.hire(['coordinator']);
	lead = await world.hire(['programme-lead'], { team: null });
	outsider = await world.hire(['professional'], { team: null });
	({ caseId } = await activeCase(world, worker));
});

const note = (changes: Partial<WrittenNote> = {}): WrittenNote => ({
	command: aCommand(),
	caseId,
	kind: 'supervision',
	heldOn: '2026-11-23' as CalendarDay,
	workers: [worker.by.workerId],
	outside: 'Supervizorka Izmišljena',
	text: 'Kje me ta zgodba zadene.',
	...changes,
});
const read = async (act: Act<Worker>) => good(await readCaseNotes(act, { caseId })).notes.map((one) => one.id);

describe('a supervision note', () => {
	test('is read by those who took part and by the lead, and by nobody else who may open the case [W7]', async () => {
		const one = note();
		good(await writeCaseNote(worker, one));
		expect(await read(worker)).toContain(one.command);
		expect(await read(lead)).toContain(one.command);
		expect(await read(coordinator)).not.toContain(one.command);
		expect(problemOf(await readCaseNotes(outsider, { caseId }))).toBe('not-found');
		const { notes } = good(await readCaseNotes(worker, { caseId }));
		expect(notes.find((each) => each.id === one.command)).toMatchObject({
			text: 'Kje me ta zgodba zadene.',
			outside: 'Supervizorka Izmišljena',
			workers: [worker.by.workerId],
		});
	});

	test('is read by the lead of the case’s team, who is the supervisor there [W7]', async () => {
		const one = note();
		good(await writeCaseNote(worker, one));
		const led = await world.hire(['coordinator']);
		expect(await read(led)).not.toContain(one.command);
		await database.superuser.query('update access.team_member set is_lead = true where worker_id = $1', [
			led.by.workerId,
		]);
		expect(await read(led)).toContain(one.command);
	});

	test('is hidden by the database itself from everybody else of the organisation, and lies sealed [W7]', async () => {
		const one = note();
		good(await writeCaseNote(worker, one));
		const seenBy = async (reader: Act<Worker>) => {
			const client = await pool('app').connect();
			try {
				await client.query('begin');
				await client.query(
					`select set_config('app.organisation_id', $1, true), set_config('app.actor_kind', 'worker', true), set_config('app.worker_id', $2, true)`,
					[world.organisationId, reader.by.workerId],
				);
				const { rowCount } = await client.query('select 1 from case_note where id = $1', [one.command]);
				await client.query('rollback');
				return rowCount;
			} finally {
				client.release();
			}
		};
		expect([await seenBy(worker), await seenBy(lead)]).toEqual([1, 1]);
		expect([await seenBy(coordinator), await seenBy(outsider)]).toEqual([0, 0]);
		const { rows } = await database.superuser.query<{ sealed: Buffer }>('select sealed from case_note');
		expect(rows.filter((row) => row.sealed.includes('zgodba'))).toEqual([]);
	});
});

test('a conference note is read by everybody who may open the case [W7]', async () => {
	const one = note({ kind: 'conference', workers: [] });
	good(await writeCaseNote(worker, one));
	expect(await read(coordinator)).toContain(one.command);
	expect(await read(lead)).toContain(one.command);
});

test('a note is written once however often it is sent, not of a day to come, and only about who works here [W7]', async () => {
	const one = note();
	expect(await writeCaseNote(worker, one)).toEqual(ok());
	expect(await writeCaseNote(worker, one)).toEqual(ok());
	expect((await read(worker)).filter((id) => id === one.command)).toHaveLength(1);
	expect(await writeCaseNote(worker, note({ heldOn: '2026-11-24' as CalendarDay }))).toEqual(
		refuseField('heldOn', 'in-the-future'),
	);
	expect(await writeCaseNote(worker, note({ workers: [aCommand()] }))).toEqual(refuseField('workers', 'choose-some'));
});
