import { expect, test } from 'vitest';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { ownTeams } from './access.server.ts';

const database = testDatabase();

test('of the teams a worker is in no more than five hundred are ever read', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const teams = () => lookUp(worker, async (tx) => ok((await ownTeams(tx, worker.by.workerId)).length));
	const join = (from: number, to: number) =>
		database.superuser.query(
			`with made as (insert into access.team (organisation_id, id, name)
				select $1, gen_random_uuid(), 'Skupina ' || n from generate_series($3::int, $4::int) n returning id)
			insert into access.team_member (organisation_id, team_id, worker_id, is_lead, from_at)
				select $1, id, $2, false, now() from made`,
			[world.organisationId, worker.by.workerId, from, to],
		);
	await join(2, 500);
	expect(await teams()).toEqual(ok(500));
	await join(501, 502);
	expect(await teams()).toEqual(ok(500));
});
