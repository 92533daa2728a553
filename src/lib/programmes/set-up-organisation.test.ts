import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { system } from '#lib/kernel/actor.ts';
import type { Result } from '#lib/kernel/result.ts';
import { organisationBySlug } from '#lib/directory/organisations.server.ts';
import { makeSetupLink } from '#lib/identity/setup-link.server.ts';
import { listRequests } from '#lib/intake/read-requests.server.ts';
import { aRequest, good } from '#lib/intake/intake.fixtures.ts';
import { receiveRequest } from '#lib/intake/receive-request.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from './definition.fixtures.ts';
import { publishedProgrammes } from './programmes.server.ts';
import { setUpOrganisation, type NewOrganisation } from './set-up-organisation.server.ts';
import { aWorld } from './world.fixtures.ts';

const database = testDatabase();
const NOW = new Date('2026-11-23T09:00:00Z');
const aSlug = () => `org-${randomBytes(4).toString('hex')}`;

async function anOrganisation(changes: Partial<NewOrganisation> = {}): Promise<NewOrganisation> {
	const { token } = await makeSetupLink(NOW);
	return {
		link: token,
		slug: aSlug(),
		name: 'Izmišljena organizacija',
		country: 'si',
		language: 'sl',
		timeZone: 'Europe/Ljubljana',
		about: { words: { sl: 'Preizkus' }, address: null, phone: null, email: null, website: null },
		administrator: { name: 'Ada Vzorčna', email: `${aSlug()}@primer.invalid` },
		team: 'Ekipa',
		programmes: [smallDefinition()],
		...changes,
	};
}
const problem = (result: Result<unknown>) => (result.ok ? undefined : (result.fields?.[0]?.problem ?? result.problem));
const howMany = async (slug: string) =>
	(await database.superuser.query('select id from organisation where slug = $1', [slug])).rowCount;

test('an organisation is set up whole: itself, its programme, the team it comes to, and an invitation for its administrator', async () => {
	const input = await anOrganisation();
	const made = good(await setUpOrganisation(NOW, input));
	expect(await organisationBySlug(input.slug, NOW)).toMatchObject({ id: made.organisationId, name: input.name });
	expect(made.invitation).toMatch(/\/invitation\/.+/);
	const programmes = await publishedProgrammes({ by: system(made.organisationId), at: NOW }, made.organisationId);
	expect(programmes.map((one) => [one.key, one.version])).toEqual([['small', 1]]);
	const visitor = { by: { kind: 'visitor' as const, organisationId: made.organisationId }, at: NOW };
	expect(good(await receiveRequest(visitor, aRequest())).code).toHaveLength(12);
	const { rows } = await database.superuser.query('select role from access.worker_role where worker_id = $1', [
		made.administratorId,
	]);
	expect(rows).toEqual([{ role: 'administrator' }]);
});

test('a link sets up one organisation, also when it is used twice at the same moment', async () => {
	const input = await anOrganisation();
	const second = {
		...input,
		slug: aSlug(),
		administrator: { name: 'Eva Vzorčna', email: `${aSlug()}@primer.invalid` },
	};
	const both = await Promise.all([setUpOrganisation(NOW, input), setUpOrganisation(NOW, second)]);
	expect(both.map(problem).toSorted()).toEqual(['setup-ended', undefined]);
	expect((await howMany(input.slug))! + (await howMany(second.slug))!).toBe(1);
});

test('a link that nobody made, and one older than an hour, set up nothing', async () => {
	const input = await anOrganisation();
	expect(problem(await setUpOrganisation(NOW, { ...input, link: 'made-up' }))).toBe('setup-ended');
	expect(problem(await setUpOrganisation(new Date(NOW.getTime() + 60 * 60_000), input))).toBe('setup-ended');
	expect(await howMany(input.slug)).toBe(0);
	good(await setUpOrganisation(new Date(NOW.getTime() + 59 * 60_000), input));
});

test('two organisations have no address in common, also when both are set up at the same moment', async () => {
	const slug = aSlug();
	const both = await Promise.all([anOrganisation({ slug }), anOrganisation({ slug })]);
	const results = await Promise.all(both.map((one) => setUpOrganisation(NOW, one)));
	expect(results.map(problem).toSorted()).toEqual(['already-known', undefined]);
	expect(await howMany(slug)).toBe(1);
	for (const wrong of ['Velika', 'š', 'a b', '../x', ''])
		expect(problem(await setUpOrganisation(NOW, await anOrganisation({ slug: wrong }))), wrong).toBe('cannot-be-read');
});

test('what comes to one organisation is not in the list of another, whatever roles somebody has there [A2]', async () => {
	const [here, there] = [await aWorld(), await aWorld()];
	const request = aRequest();
	good(await receiveRequest(here.visitor(), request));
	const everybody = ['professional', 'coordinator', 'programme-lead', 'administrator'] as const;
	const listed = async (world: typeof here) => {
		const { rows } = good(await listRequests(await world.hire(everybody), { view: 'waiting' }));
		return rows.map((row) => row.facts.id);
	};
	expect([await listed(here), await listed(there)]).toEqual([[request.command], []]);
});
