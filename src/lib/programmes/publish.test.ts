import { describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { system } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { ok } from '#lib/kernel/result.ts';
import { activateCase } from '#lib/cases/activate-case.server.ts';
import { stateCondition } from '#lib/cases/state-condition.server.ts';
import { aCommand, good, openedCase, problemOf, takenRequest } from '#lib/intake/intake.fixtures.ts';
import { linkPerson } from '#lib/intake/link-person.server.ts';
import { openCaseFromRequest } from '#lib/intake/open-case-from-request.server.ts';
import { readRequest } from '#lib/intake/read-requests.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { missingFeatures } from './features.ts';
import { smallDefinition } from './definition.fixtures.ts';
import { publishedProgrammes, readProgramme } from './programmes.server.ts';
import { publishTemplate } from './publish-template.server.ts';
import { aWorld, type World } from './world.fixtures.ts';

const database = testDatabase();
const asSystem = (world: World) => ({ by: system(world.organisationId), at: world.now });
const publish = async (world: World, definition = smallDefinition()) =>
	good(await publishTemplate(asSystem(world), definition));
const words = (text: string) => ({ sl: text, cs: text, en: text });
const newest = async (world: World) => good(await readProgramme(world.visitor(), world.organisationId, 'small'));

describe('a template', () => {
	test('is published once, and again only when it changed, as a version of its own', async () => {
		const world = await aWorld([]);
		expect(await publish(world)).toBe('first');
		expect(await publish(world)).toBe('unchanged');
		expect(await publish(world, smallDefinition({ title: words('Drugače') }))).toBe('new-version');
		const { version, definition } = await newest(world);
		expect([version, definition.title.sl]).toEqual([2, 'Drugače']);
		const { rows } = await database.superuser.query(
			'select version from programme_version where organisation_id = $1 order by version',
			[world.organisationId],
		);
		expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
	});

	test('is offered, once, where the organisation made the programme its own; what it already had is not offered [A1]', async () => {
		const world = await aWorld();
		await database.superuser.query('update programme set template_hash = null where organisation_id = $1', [
			world.organisationId,
		]);
		const changed = smallDefinition({ title: words('Drugače') });
		expect(await publish(world, changed)).toBe('offered');
		expect(await publish(world, changed)).toBe('left-alone');
		expect(await publish(world)).toBe('unchanged');
		expect((await newest(world)).definition.title.sl).toBe('Small');
		const { rows } = await database.superuser.query(
			`select definition #>> '{title,sl}' as title from programme_offer where organisation_id = $1`,
			[world.organisationId],
		);
		expect(rows).toEqual([{ title: 'Drugače' }]);
	});

	test('leaves a door as an administrator put it, when it says nothing new of it', async () => {
		const world = await aWorld();
		await database.superuser.query('update programme set accepts_requests = false where organisation_id = $1', [
			world.organisationId,
		]);
		expect(await publish(world, smallDefinition({ title: words('Drugače') }))).toBe('new-version');
		expect((await newest(world)).acceptsRequests).toBe(false);
	});

	test('that does not read is refused, as a first version and as a new one [A1]', async () => {
		const world = await aWorld();
		const plan = { ...smallDefinition().plan, goals: 'listed' as const };
		for (const key of ['small', 'another'])
			expect(problemOf(await publishTemplate(asSystem(world), smallDefinition({ key, plan })))).toBe(
				'definition-unreadable',
			);
		expect((await newest(world)).version).toBe(1);
	});

	test('changed once and brought in twice at the same moment is one new version', async () => {
		const world = await aWorld();
		const changed = smallDefinition({ title: words('Drugače') });
		const both = await Promise.all([publish(world, changed), publish(world, changed)]);
		expect(both.toSorted()).toEqual(['new-version', 'unchanged']);
	});

	test('closes the door of a programme, and opens it again', async () => {
		const world = await aWorld();
		await publish(world, smallDefinition({ acceptsRequests: false }));
		expect((await newest(world)).acceptsRequests).toBe(false);
		await publish(world);
		expect((await newest(world)).acceptsRequests).toBe(true);
	});

	test('a definition asks for what the engine does not run yet, and that is known [A1]', () => {
		expect(missingFeatures(smallDefinition())).toEqual([]);
		const more = smallDefinition({ team: { minimum: 2, text: words('Dva') }, targetGroups: smallDefinition().reasons });
		expect(missingFeatures(more)).toEqual(['team-minimum', 'target-groups-reported']);
	});
});

describe('a case and its version', () => {
	const stricter = smallDefinition({
		conditions: [...smallDefinition().conditions, { ...smallDefinition().conditions[0]!, key: 'one-more' }],
		guide: { ...smallDefinition().guide, key: 'another-talk' },
	});

	test('a case keeps the version it began under; what comes in afterwards begins under the new one [A1]', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const before = await openedCase(world, worker);
		expect(await publish(world, stricter)).toBe('new-version');
		const after = await openedCase(world, worker);
		const conditions = async (caseId: typeof before.caseId) => {
			const { facts, conditions: asked, definition } = good(await readCasePage(worker, { caseId }));
			return [facts.version, asked.length, definition.guide.key];
		};
		expect(await conditions(before.caseId)).toEqual([1, 3, 'small-talk']);
		expect(await conditions(after.caseId)).toEqual([2, 4, 'another-talk']);
		const state = (of: typeof before, condition: string) =>
			stateCondition(worker, {
				command: aCommand(),
				caseId: of.caseId,
				condition,
				partyId: of.personId,
				statedOn: '2026-11-23' as CalendarDay,
				form: 'oral',
				until: '2027-05-31' as CalendarDay,
			});
		expect(problemOf(await state(before, 'one-more'))).toBe('not-found');
		for (const of of [before, after]) for (const one of smallDefinition().conditions) good(await state(of, one.key));
		const from = '2026-11-23' as CalendarDay;
		good(await activateCase(worker, { caseId: before.caseId, from }));
		expect(problemOf(await activateCase(worker, { caseId: after.caseId, from }))).toBe('conditions-unmet');
	});

	test('a request keeps the version it came in under, and so does the case that comes of it later [A1]', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const requestId = await takenRequest(world, worker);
		await publish(world, stricter);
		const { facts, definition } = good(await readRequest(worker, { requestId }));
		expect([facts.version, definition.guide.key]).toEqual([1, 'small-talk']);
		good(await linkPerson(worker, { requestId, personId: undefined }));
		const { caseId } = good(await openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' }));
		const opened = good(await readCasePage(worker, { caseId }));
		expect([opened.facts.version, opened.conditions.length]).toEqual([1, 3]);
	});

	test('a published version is never changed by the application, not even by the product itself [A1]', async () => {
		const world = await aWorld();
		for (const attempt of [
			sql`update programme_version set definition = '{}'::jsonb`,
			sql`delete from programme_version`,
		])
			await expect(lookUp(asSystem(world), async (tx) => ok(await attempt.execute(tx.db)))).rejects.toThrow(
				'permission denied',
			);
		expect((await newest(world)).definition).toEqual(smallDefinition());
	});
});

test('programmes of one organisation are told apart from those of another with the same name [A2]', async () => {
	const [here, there] = [await aWorld(), await aWorld()];
	await publish(there, smallDefinition({ title: words('Tam drugače') }));
	expect((await newest(here)).definition.title.sl).toBe('Small');
	const listed = await publishedProgrammes(here.visitor(), here.organisationId);
	expect(listed.map((one) => [one.organisationId, one.key])).toEqual([[here.organisationId, 'small']]);
	const foreign = await lookUp({ by: system(here.organisationId), at: here.now }, async (tx) =>
		ok(
			(
				await sql`update programme set accepts_requests = false where organisation_id = ${there.organisationId}`.execute(
					tx.db,
				)
			).numAffectedRows,
		),
	);
	expect(good(foreign)).toBe(0n);
	expect((await newest(there)).acceptsRequests).toBe(true);
});
