import { expect, test } from 'vitest';
import { ORGANISATIONS } from '../../programmes/organisations.ts';
import { testDatabase } from '../../src/lib/platform/database.fixtures.ts';
import { chanceFrom } from './chance.ts';
import { loadClientsOf, sceneOf, storiesOf } from './clients.ts';
import { good, loadOrganisation } from './organisations.ts';
import { offered } from './request-stories.ts';

const database = testDatabase();

/** Whose clients are told: a professional's, of an organisation as it is set up at a moment. */
async function whoseAt(now: Date, { slug, programme }: { slug: string; programme: string }) {
	const organisation = await loadOrganisation(
		ORGANISATIONS.find((one) => one.slug === slug)!,
		now,
	);
	const worker = organisation.workers.find((one) => one.roles.includes('professional'))!;
	return { organisation, programme, worker, before: 0, own: false };
}

async function requestsOf(organisationId: string): Promise<number> {
	const { rows } = await database.superuser.query(
		'select count(*)::integer as requests from request where organisation_id = $1',
		[organisationId],
	);
	return rows[0].requests;
}

// The product may be started for the first time at any moment, and the demo is told as seen from it.
test.each([
	['prva-socialna-pomoc', 'csd-izmisljeno-polje', 'in the hour that comes twice', '2026-10-25T01:30:00Z'],
	['krizova-intervence', 'krizove-centrum-smyslenka', 'in the first minutes of a year', '2026-12-31T23:05:00Z'],
	['skupaj-zmoremo', 'zpm-moste-polje', 'on a Sunday before dawn', '2026-11-22T03:00:00Z'],
])('every story of %s in %s can be told %s', async (...told) => {
	const [programme, slug, , moment] = told;
	const now = new Date(moment);
	const whose = await whoseAt(now, { slug, programme });
	const stories = storiesOf(programme, false);
	const places = [...new Set(stories)].map((story) => stories.indexOf(story));
	await loadClientsOf(whose, places, now);
	expect(await requestsOf(whose.organisation.id)).toBeGreaterThanOrEqual(places.length);
});

test('on a Monday afternoon what is agreed for today was agreed before today, whichever hours chance gives', async () => {
	const now = new Date('2026-11-23T14:35:00Z');
	const whose = await whoseAt(now, { slug: 'slovenska-karitas', programme: 'blizu' });
	const chance = chanceFrom(1);
	const times = 16;
	for (let place = 0; place < times; place += 1) good(await offered(sceneOf(whose, place, { chance, now }), 3, true));
	expect(await requestsOf(whose.organisation.id)).toBe(times);
});
