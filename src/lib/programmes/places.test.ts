import { describe, expect, test } from 'vitest';
import { settlementsOfSlovenia } from '#lib/directory/settlements.server.ts';
import { smallDefinition } from './definition.fixtures.ts';
import type { Definition, Site } from './definition.ts';
import { byRegion, isOnMap, placesFrom, placesOf, visiting, type Runs } from './places.ts';

const site = (key: string, more: Partial<Site> = {}): Site => ({
	key,
	kind: 'office',
	title: { sl: key },
	address: `Izmišljena 1, ${key}`,
	settlement: null,
	municipality: null,
	phones: ['041 000 000'],
	hours: null,
	link: null,
	...more,
});
const CELJE = site('celje', { settlement: 'Celje', municipality: 'Celje' });
const KOPER = site('koper', { settlement: 'Koper', municipality: 'Koper' });
const ONLINE = site('online', { kind: 'online', address: null, phones: [], link: 'https://primer.invalid' });
const runs = (slug: string, key: string, more: Partial<Definition> = {}): Runs => ({
	organisation: { slug, name: slug, country: 'si' },
	key,
	definition: { ...smallDefinition(), key, ...more },
	acceptsRequests: true,
});
const places = (...all: readonly Runs[]) => placesOf(all, settlementsOfSlovenia);

describe('places', () => {
	test('come nearest first, with kilometres, wherever one starts [B17]', () => {
		const all = places(runs('ena', 'near', { sites: [KOPER, CELJE, ONLINE] }));
		const keys = (from: string) =>
			placesFrom(all, settlementsOfSlovenia.named(from, from)!).map(({ place, km }) => [
				place.title.sl,
				Math.round(km),
			]);
		expect(keys('Celje')).toEqual([
			['celje', 0],
			['koper', 141],
		]);
		expect(keys('Piran')).toEqual([
			['koper', 13],
			['celje', 152],
		]);
	});

	test('that are on no map are there all the same', () => {
		const all = places(runs('ena', 'near', { sites: [CELJE, ONLINE] }));
		expect(all.filter((place) => !isOnMap(place)).map((place) => place.link)).toEqual(['https://primer.invalid']);
	});

	test('of one organisation under one roof are one, with each programme and each telephone once', () => {
		const other = { ...CELJE, key: 'elsewhere', phones: ['041 000 000', '041 000 001'] };
		const all = places(
			runs('ena', 'first', { sites: [CELJE] }),
			runs('ena', 'second', { sites: [other] }),
			runs('dve', 'third', { sites: [CELJE] }),
		);
		expect(all.map((place) => [place.organisation.slug, place.programmes.map((one) => one.key), place.phones])).toEqual(
			[
				['ena', ['first', 'second'], ['041 000 000', '041 000 001']],
				['dve', ['third'], ['041 000 000']],
			],
		);
	});

	test('a programme without any place is found by its telephone', () => {
		const contact = { role: { sl: 'Koordinatorka' }, name: null, phone: '041 000 009', email: null };
		const [only] = places(runs('ena', 'near', { sites: [], contacts: [contact] }));
		expect(only).toMatchObject({ kind: 'by-phone', phones: ['041 000 009'] });
	});

	test('stand under their regions', () => {
		const all = places(runs('ena', 'near', { sites: [KOPER, CELJE, ONLINE] }));
		expect(byRegion(all, (a, b) => a.localeCompare(b, 'sl')).map((one) => [one.region, one.places.length])).toEqual([
			['Obalno-kraška', 1],
			['Savinjska', 1],
		]);
	});
});

test('only programmes that come home and can be asked here are offered for a visit [B17]', () => {
	const all = [
		runs('ena', 'comes', { modes: ['home', 'office'] }),
		runs('ena', 'stays', { modes: ['office'] }),
		{ ...runs('ena', 'elsewhere', { modes: ['home'] }), acceptsRequests: false },
	];
	expect(visiting(all).map((one) => one.key)).toEqual(['comes']);
});
