import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { helplines } from './helplines.server.ts';
import { isSlug, phonePrefix } from './organisation.ts';
import { forgetOrganisations, organisationById, organisationBySlug, organisations } from './organisations.server.ts';
import {
	MUNICIPALITIES,
	municipalityByCode,
	municipalityOf,
	SETTLEMENTS,
	settlementsOfSlovenia,
} from './settlements.server.ts';

const database = testDatabase();

describe('helplines', () => {
	test.each(LANGUAGES.flatMap((language) => (['si', 'cz'] as const).map((country) => [language, country] as const)))(
		'have a number, a name and hours in %s for %s, and one for when a life is in danger',
		(language, country) => {
			const lines = helplines(language, country);
			expect(lines.length).toBeGreaterThan(2);
			for (const line of lines) {
				expect(line.number).toMatch(/^[\d ]{3,}$/);
				expect([line.name, line.hours].every((words) => words.trim().length > 2)).toBe(true);
			}
			expect(lines.filter((line) => line.danger).map((line) => line.number)).toContain('112');
		},
	);

	test('are those of the country of the language, until another is named', () => {
		expect(helplines('cs')).toEqual(helplines('cs', 'cz'));
		expect(helplines('sl')).toEqual(helplines('sl', 'si'));
		expect(helplines('cs', 'si').map((line) => line.number)).toEqual(helplines('sl').map((line) => line.number));
		expect(helplines('cs').map((line) => line.number)).not.toEqual(helplines('sl').map((line) => line.number));
	});
});

describe('places', () => {
	test('municipalities are each there once, and found by their code', () => {
		expect(MUNICIPALITIES).toHaveLength(212);
		expect(new Set(MUNICIPALITIES.map((one) => one.code)).size).toBe(212);
		expect(new Set(SETTLEMENTS.map((one) => one.municipality.toLowerCase())).size).toBe(212);
		for (const one of MUNICIPALITIES) expect(municipalityByCode(one.code)).toEqual(one);
		expect(municipalityByCode('atlantis')).toBeUndefined();
		expect(municipalityByCode(null)).toBeUndefined();
	});

	test('a young municipality has its settlements, which are found under the one they were part of, too', () => {
		const of = (municipality: string) => SETTLEMENTS.filter((one) => one.municipality === municipality);
		expect(of('Ankaran').map((one) => [one.name, one.post])).toEqual([['Ankaran', '6280']]);
		expect(of('Rečica ob Savinji')).toHaveLength(12);
		expect(of('Mozirje')).toHaveLength(8);
		for (const [name, own, older] of [
			['Ankaran', 'Ankaran', 'Koper'],
			['Rečica ob Savinji', 'Rečica ob Savinji', 'Mozirje'],
		] as const) {
			const found = settlementsOfSlovenia.named(name, own);
			expect(found?.municipality).toBe(own);
			expect(settlementsOfSlovenia.named(name, older)).toBe(found);
		}
		expect(settlementsOfSlovenia.named('Ankaran', 'Mozirje')).toBeUndefined();
	});

	test('a code of a municipality is fit for counted data', () => {
		expect(MUNICIPALITIES.filter((one) => !/^[a-z0-9][a-z0-9.:-]{0,79}$/.test(one.code))).toEqual([]);
	});

	test.each([
		['Celje', 'Celje'],
		['celje', 'Celje'],
		['Čelje', 'Ilirska Bistrica'],
		['Sevnica', 'Sevnica'],
		['Ševnica', 'Mirna'],
		['Skofja Loka', 'Škofja Loka'],
		['Kanal', 'Kanal'],
		['Deskle', 'Kanal'],
		['Ankaran', 'Ankaran'],
		['Rečica ob Savinji', 'Rečica ob Savinji'],
		['Varpolje', 'Rečica ob Savinji'],
		['Mozirje', 'Mozirje'],
		['Cerovec', undefined],
		['  NOVO MESTO ', 'Novo mesto'],
	])('“%s” lies in %s', (place, municipality) => {
		expect(municipalityOf(place)?.name).toBe(municipality);
	});

	test('a place of which there are several, or none, lies nowhere: nobody is counted wrongly', () => {
		expect(municipalityOf('Gradišče')).toBeUndefined();
		expect(municipalityOf('Atlantida')).toBeUndefined();
		expect(municipalityOf('')).toBeUndefined();
	});

	test('whatever somebody writes, the answer is a municipality or none', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (place) => {
				const found = municipalityOf(place);
				expect(found === undefined || MUNICIPALITIES.includes(found)).toBe(true);
			}),
		);
	});
});

describe('organisations', () => {
	let world: World;
	beforeAll(async () => {
		world = await aWorld();
	});

	test('are found by their address and id', async () => {
		const one = (await organisationById(world.organisationId, world.now))!;
		expect(one).toMatchObject({ country: 'si', language: 'sl', timeZone: 'Europe/Ljubljana' });
		expect(await organisationBySlug(one.slug, world.now)).toEqual(one);
		expect(await organisationBySlug('ni-je', world.now)).toBeUndefined();
		expect(await organisationById(newId(world.now), world.now)).toBeUndefined();
	});

	test('that were just made are there at once', async () => {
		await organisations(world.now);
		const other = await aWorld();
		expect((await organisations(world.now)).map((one) => one.id)).toContain(other.organisationId);
	});

	test('are asked of the database anew after ten seconds', async () => {
		const [one] = await organisations(world.now);
		await database.superuser.query(`update organisation set name = 'Preimenovana' where id = $1`, [one!.id]);
		const nameAt = async (ms: number) => (await organisationById(one!.id, new Date(world.now.getTime() + ms)))?.name;
		expect(await nameAt(9_000)).toBe(one!.name);
		expect(await nameAt(10_000)).toBe('Preimenovana');
		forgetOrganisations();
		expect(await nameAt(0)).toBe('Preimenovana');
	});
});

test.each([
	['lipa', true],
	['org-7', true],
	['7-lip', true],
	['a', false],
	['-lipa', false],
	['Lipa', false],
	['lipa/..', false],
	['čebela', false],
	['a'.repeat(60), true],
	['a'.repeat(61), false],
])('“%s” can be a part of the address: %s', (text, can) => {
	expect(isSlug(text)).toBe(can);
});

test('a telephone prefix is the country’s', () => {
	expect([phonePrefix({ country: 'si' }), phonePrefix({ country: 'cz' })]).toEqual(['386', '420']);
});
