import { describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { system } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { activeCase, good, problemOf, takenRequest } from '#lib/intake/intake.fixtures.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { smallDefinition } from './definition.fixtures.ts';
import { publishTemplate } from './publish-template.server.ts';
import { aWorld, type World } from './world.fixtures.ts';

testDatabase();

/** Does something to the tables as the product itself could, past every use case. */
const past = (world: World, act: (tx: Tx) => Promise<unknown>) =>
	transaction({ by: system(world.organisationId), at: world.now }, async (tx) => {
		await act(tx);
		record(tx, { action: 'programme.published', subjects: [tx.organisationId] });
		return ok();
	});
const insert = (world: World, definition: object) =>
	past(world, (tx) =>
		sql`insert into programme_version (organisation_id, programme, version, definition, hash, published_at)
			values (${tx.organisationId}, 'small', 2, ${JSON.stringify(definition)}::jsonb, decode(repeat('ab', 32), 'hex'), now())`.execute(
			tx.db,
		),
	);

describe('the database refuses to publish', () => {
	const small = smallDefinition();
	const bad: readonly (readonly [string, object, RegExp])[] = [
		['the definition of another programme', { ...small, key: 'other' }, /definition_of_its_programme/],
		['a definition of no shape', { ...small, shape: undefined }, /definition_of_its_programme/],
		['a definition nobody can come in by', { ...small, waysIn: [] }, /definition_has_its_lists/],
		['a definition without a guide', { ...small, guide: {} }, /definition_has_its_lists/],
		['a definition that nobody can read the title of', { ...small, title: {} }, /definition_has_its_lists/],
		['goals from a list it lacks', { ...small, plan: { ...small.plan, goals: 'listed' } }, /names_goals_it_has/],
		['goals from nowhere', { ...small, plan: {} }, /names_goals_it_has/],
		['a limit that lets nobody meet', { ...small, meetings: { limit: 0, counting: [] } }, /has_a_real_limit/],
		['a limit that is none', { ...small, meetings: { limit: '12', counting: [] } }, /has_a_real_limit/],
	];
	test.each(bad)('%s [A1]', async (_what, definition, refused) => {
		await expect(insert(await aWorld(), definition)).rejects.toThrow(refused);
	});

	test('and takes a good one', async () => {
		const world = await aWorld();
		expect(await insert(world, small)).toEqual(ok());
	});
});

describe('what runs stays where it began', () => {
	const other = smallDefinition({ key: 'other' });

	test('a case is moved neither to another programme nor to another version, and a request is not either [A1]', async () => {
		const world = await aWorld([smallDefinition(), other]);
		const worker = await world.hire(['professional']);
		const { caseId } = await activeCase(world, worker);
		const requestId = await takenRequest(world, worker);
		good(
			await publishTemplate(
				{ by: system(world.organisationId), at: world.now },
				smallDefinition({ outcomes: [{ key: 'something-else', text: { sl: 'Drugo' } }] }),
			),
		);
		const moves = [
			sql`update case_ set programme = 'other' where id = ${caseId}`,
			sql`update case_ set version = 2 where id = ${caseId}`,
			sql`update request set programme = 'other' where id = ${requestId}`,
			sql`update request set version = 2 where id = ${requestId}`,
		];
		for (const move of moves)
			await expect(past(world, (tx) => move.execute(tx.db))).rejects.toThrow('keeps the programme and the version');
	});

	test('a limit is never lowered below what a case has had, and a lower one holds for new cases only [C4]', async () => {
		const limited = (limit: number) => smallDefinition({ meetings: { limit, counting: ['meeting'] } });
		const world = await aWorld([limited(3)]);
		const worker = await world.hire(['professional']);
		const { caseId } = await activeCase(world, worker);
		for (let i = 0; i < 2; i += 1) good(await recordMeeting(worker, aMeeting(worker, caseId)));
		good(await publishTemplate({ by: system(world.organisationId), at: world.now }, limited(1)));
		const lower = (limit: number) => sql`update case_ set meeting_limit = ${limit} where id = ${caseId}`;
		await expect(past(world, (tx) => lower(1).execute(tx.db))).rejects.toThrow(/meeting/);
		good(await recordMeeting(worker, aMeeting(worker, caseId)));
		expect(problemOf(await recordMeeting(worker, aMeeting(worker, caseId)))).toBe('meeting-limit-reached');
		const after = await activeCase(world, worker);
		good(await recordMeeting(worker, aMeeting(worker, after.caseId)));
		expect(problemOf(await recordMeeting(worker, aMeeting(worker, after.caseId)))).toBe('meeting-limit-reached');
	});
});
