import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { refuse } from '#lib/kernel/result.ts';
import { aCase } from '#lib/cases/cases.fixtures.ts';
import { recordReported } from '#lib/cases/reported.server.ts';
import { aCommand, aRequest, good, someWords } from '#lib/intake/intake.fixtures.ts';
import { receiveRequest } from '#lib/intake/receive-request.server.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { skupajZmoremo } from '../../../programmes/skupaj-zmoremo.ts';
import { askExport } from './ask-export.server.ts';
import { figuresOf, NOT_RECORDED, unitOf } from './figures.ts';
import { makeExport } from './make-export.server.ts';
import { periodOf } from './period.ts';
import { takeExport } from './read-export.server.ts';
import type { AskedNumber } from './read-figures.server.ts';

const database = testDatabase();
const PROGRAMME = skupajZmoremo.key;

const asked = (figure: Partial<AskedNumber>, names: boolean) => ({
	command: aCommand(),
	list: 'figures' as const,
	part: { figure: { programme: PROGRAMME, period: periodOf(), figure: 'all-came', code: 'all', ...figure } },
	format: 'csv' as const,
	language: 'en' as const,
	names,
	reason: 'report-to-funder' as const,
	words: '',
});

/** The file of a number as whoever asked takes it: its lines, and whom the journal says it was about. */
async function fileOf(by: Act<Worker>, figure: Partial<AskedNumber>, names = true) {
	const id = good(await askExport(by, asked(figure, names)));
	await makeExport(by.by.organisationId, id, by.at);
	let text = '';
	for await (const piece of good(await takeExport(by, id)).bytes) text += Buffer.from(piece).toString('utf8');
	const { rows } = await database.superuser.query<{ subjects: Uuid[] }>(
		"select subject_ids as subjects from journal where record_id = $1 and action = 'export.made'",
		[id],
	);
	return { lines: text.slice(1).split('\r\n').slice(0, -1), subjects: rows.flatMap((row) => row.subjects) };
}

/** A family of two, met once, with the groups of one of them recorded, and somebody who asked. */
async function worked() {
	const world = await aWorld([skupajZmoremo]);
	const [worker, lead] = [await world.hire(['professional']), await world.hire(['programme-lead'], { team: null })];
	const family = await aCase(world, worker, { definition: skupajZmoremo, members: 2 });
	const groups = { [family.people[0]!]: ['high-social-exclusion'] };
	good(await recordReported(worker, { command: aCommand(), caseId: family.caseId, groups, goals: ['poverty-risk'] }));
	good(await recordMeeting(worker, aMeeting(worker, family.caseId, { mode: 'home' })));
	const text = someWords({ name: 'Nova Prosilka' });
	good(
		await receiveRequest(
			world.visitor(),
			aRequest({ programme: PROGRAMME, reasons: [], mode: skupajZmoremo.modes[0]!, text }),
		),
	);
	return { world, worker, lead, ...family };
}

describe('the rows behind a number, taken out as a file [A8]', () => {
	test('are its requests, cases, people or meetings, each with what its list has', async () => {
		const { lead, caseId, people } = await worked();
		const requests = await fileOf(lead, {});
		expect(requests.lines[0]).toBe('Label,Programme,State,Urgency,Received,Answer by,Answered,Answered by,People');
		expect(requests.lines).toHaveLength(2);
		expect(requests.lines[1]).toMatch(/,Nova Prosilka$/);
		const cases = await fileOf(lead, { figure: 'project-goals', code: 'poverty-risk' });
		expect(cases.lines).toHaveLength(2);
		expect(cases.lines[1]).toMatch(/^2026-0001,/);
		expect(cases.subjects).toEqual(expect.arrayContaining([caseId, ...people]));
		const met = await fileOf(lead, { figure: 'all-held' });
		expect(met.lines.filter((line) => /^2026-0001,Meeting,[\d-]{10},/.test(line))).toHaveLength(1);
		expect(met.subjects).toEqual(expect.arrayContaining([caseId, ...people]));
	});

	test('have names only where they were asked for; of people there is nothing else', async () => {
		const { lead, caseId, people } = await worked();
		const named: readonly (readonly [Partial<AskedNumber>, Uuid[]])[] = [
			[{}, []],
			[{ figure: 'all-opened' }, [caseId]],
			[{ figure: 'all-held' }, [caseId]],
		];
		for (const [number, of] of named) {
			const { lines, subjects } = await fileOf(lead, number, false);
			expect(lines.length, number.figure).toBeGreaterThan(1);
			expect(lines[0]).not.toContain('People');
			expect(lines.join('\n')).not.toMatch(/Prosilka|Vzorčnik/);
			expect(subjects).toEqual(expect.arrayContaining(of));
			for (const person of people) expect(subjects).not.toContain(person);
		}
		const group = await fileOf(lead, { figure: 'target-groups', code: 'high-social-exclusion' }, false);
		expect(group.lines).toHaveLength(2);
		expect(group.lines[0]).toBe('People');
		expect(group.lines[1]!.length).toBeGreaterThan(2);
		expect(group.subjects).toEqual([people[0]]);
	});

	test('come piece by piece, each once, in the order of the screen', async () => {
		const { world, lead } = await worked();
		await database.superuser.query(
			`insert into case_ (organisation_id, id, number, programme, version, unit, opened_on, opened_by)
			select $1, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '2024-' || lpad(n::text, 7, '0'), $2, 1, 'person',
				'2024-01-01', $3 from generate_series(1, 450) n`,
			[world.organisationId, PROGRAMME, lead.by.workerId],
		);
		const { lines, subjects } = await fileOf(lead, { figure: 'all-opened', period: periodOf(2024) }, false);
		const numbers = Array.from({ length: 450 }, (_, i) => `2024-${String(450 - i).padStart(7, '0')}`);
		expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(numbers);
		expect(new Set(subjects).size).toBe(450);
	});

	test('are of the period and of the code that were on the screen', async () => {
		const { lead } = await worked();
		expect((await fileOf(lead, { period: periodOf(2019) })).lines).toHaveLength(1);
		expect((await fileOf(lead, { figure: 'target-groups', code: NOT_RECORDED })).lines).toHaveLength(2);
	});

	test('are those that whoever asks may read: of a coordinator’s own teams only', async () => {
		const { world, lead } = await worked();
		expect((await fileOf(lead, { figure: 'all-opened' })).lines).toHaveLength(2);
		const elsewhere = await world.hire(['coordinator'], { team: null });
		expect((await fileOf(elsewhere, { figure: 'all-opened' })).lines).toHaveLength(1);
	});

	test('are not for whoever may not see figures, nor of a figure or programme that is not there', async () => {
		const { worker, lead } = await worked();
		expect(await askExport(worker, asked({}, true))).toEqual(refuse('not-found'));
		for (const wrong of [{ figure: 'weather' }, { programme: 'nobody-has-this' }])
			expect(await askExport(lead, asked(wrong, true))).toEqual(refuse('not-found'));
		expect(await askExport(lead, { ...asked({}, true), part: {} })).toEqual(refuse('not-found'));
	});
});

test('what a figure counts is known by its key', () => {
	for (const { key, unit } of figuresOf([skupajZmoremo])) expect(unitOf(key), key).toBe(unit);
	for (const key of ['', 'weather', 'constructor', '__proto__']) expect(unitOf(key)).toBeUndefined();
});
