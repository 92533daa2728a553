import { expect, test } from 'vitest';
import { aCase } from '#lib/cases/cases.fixtures.ts';
import { aRequest, good, problemOf } from '#lib/intake/intake.fixtures.ts';
import { receiveRequest } from '#lib/intake/receive-request.server.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { blizu } from '../../../programmes/blizu.ts';
import { skupajZmoremo } from '../../../programmes/skupaj-zmoremo.ts';
import { ALL } from './figures.ts';
import { readTotals } from './read-figures.server.ts';

const database = testDatabase();

test('of each programme what came, was opened, held and closed, this year apart from the one before; whoever may not see figures sees none', async () => {
	const world = await aWorld([blizu, skupajZmoremo]);
	const worker = await world.hire(['professional']);
	const lead = await world.hire(['programme-lead'], { team: null });
	good(await receiveRequest(world.visitor(), aRequest({ programme: 'blizu', reasons: [] })));
	const { caseId } = await aCase(world, worker, { definition: skupajZmoremo });
	const ago = (days: number) => new Date(worker.at.getTime() - days * 24 * 60 * 60_000);
	for (const startedAt of [ago(1), ago(366)])
		good(await recordMeeting(worker, aMeeting(worker, caseId, { mode: skupajZmoremo.modes[0]!, startedAt })));
	const { programmes } = good(await readTotals(lead));
	const shown = programmes.map(({ key, years }) => [
		key,
		years.map(({ period, totals }) => [period.year, ...totals.map((one) => one.counts.get(ALL) ?? 0)]),
	]);
	const year = lead.at.getUTCFullYear();
	expect(Object.fromEntries(shown)).toEqual({
		blizu: [
			[year, 1, 0, 0, 0],
			[year - 1, 0, 0, 0, 0],
		],
		[skupajZmoremo.key]: [
			[year, 0, 1, 1, 0],
			[year - 1, 0, 0, 1, 0],
		],
	});
	const stranger = await world.hire(['coordinator'], { team: await world.anotherTeam() });
	const theirs = good(await readTotals(stranger)).programmes.flatMap(({ years }) => years.flatMap((one) => one.totals));
	expect(
		theirs.flatMap((one) => [...one.counts.values()]),
		'what is another team’s',
	).toEqual([]);
	expect(problemOf(await readTotals(worker))).toBe('not-found');
	const { rowCount } = await database.superuser.query(
		"select 1 from journal where action = 'figures.read' and organisation_id = $1",
		[world.organisationId],
	);
	expect(rowCount).toBe(2);
});
