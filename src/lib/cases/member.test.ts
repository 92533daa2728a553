import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aCondition, day, NO_PERIOD } from './cases.fixtures.ts';
import { checkLeaving, conditionsFor, indicationsUnmet, standsIn, takesPart } from './member.ts';
import { ledBy, teamIsThere, type Absence } from './team.ts';

const [CASE, MOTHER, SON, NEIGHBOUR] = ['case', 'mother', 'son', 'neighbour'] as readonly string[] as readonly Uuid[];
const definition = smallDefinition({
	agreement: NO_PERIOD,
	conditions: [
		aCondition('wish'),
		aCondition('motivated', { party: 'each-member' }),
		aCondition('network', { party: 'case' }),
	],
});
const members = [
	{ person: MOTHER!, roles: ['client'] },
	{ person: SON!, roles: ['child'] },
	{ person: NEIGHBOUR!, roles: ['neighbour'] },
];

describe('of whom a programme asks what', () => {
	test('each condition is asked of its parties: clients, members who take part, or the case [D3]', () => {
		expect(conditionsFor(definition, { caseId: CASE!, services: [] }, members)).toEqual([
			{ condition: 'wish', partyId: MOTHER },
			{ condition: 'motivated', partyId: MOTHER },
			{ condition: 'motivated', partyId: SON },
			{ condition: 'network', partyId: CASE },
		]);
	});

	test('somebody who only lives near or has a say is asked for nothing, unless another role of theirs takes part [D4]', () => {
		expect(takesPart(definition, ['neighbour'])).toBe(false);
		expect(takesPart(definition, ['neighbour', 'child'])).toBe(true);
	});
});

describe('who may leave', () => {
	const present = members.map((member) => ({ ...member, from: day('2026-11-01') }));
	const leaving = (person: Uuid, on = '2026-11-20') =>
		checkLeaving(present, { person, on: day(on), today: day('2026-11-23') });

	test('a case keeps one client at least', () => {
		expect(leaving(SON!).ok).toBe(true);
		expect(leaving(MOTHER!)).toMatchObject({ ok: false, problem: 'last-client' });
	});

	test('nobody leaves before they came, or in days to come', () => {
		expect(leaving(SON!, '2026-10-31')).toMatchObject({ fields: [{ field: 'on', problem: 'too-early' }] });
		expect(leaving(SON!, '2026-11-24')).toMatchObject({ fields: [{ field: 'on', problem: 'in-the-future' }] });
	});
});

test('an indication that needs two members is unmet until two have put their distress into words [D1]', () => {
	const indications = [
		{ indication: 'relations', membersMin: 1 },
		{ indication: 'two-or-more', membersMin: 2 },
	];
	expect(indicationsUnmet(indications, 0)).toEqual(['two-or-more']);
	expect(indicationsUnmet(indications, 1)).toEqual(['two-or-more']);
	expect(indicationsUnmet(indications, 2)).toEqual([]);
});

test('whatever members and notes there are, a note in confidence stands in one file only: its member’s', () => {
	const ids = fc.integer({ min: 0, max: 9 }).map((n) => `person-${n}` as unknown as Uuid);
	fc.assert(
		fc.property(fc.array(ids, { minLength: 1 }), ids, (files, personId) => {
			const shownIn = files.filter((file) => standsIn({ personId }, file));
			expect(shownIn.every((file) => file === personId)).toBe(true);
			expect(shownIn.length).toBe(files.filter((file) => file === personId).length);
		}),
	);
});

describe('two professionals [D4]', () => {
	const [key, second] = ['key', 'second'] as readonly string[] as readonly Uuid[];
	const away = (changes: Partial<Absence>): Absence => ({
		id: 'absence' as unknown as Uuid,
		worker: second!,
		from: day('2026-11-10'),
		to: null,
		reason: 'illness',
		...changes,
	});
	const alone = (absences: readonly Absence[]) =>
		teamIsThere(2, { unit: 'family', members: 2, led: ledBy([key!], absences, day('2026-11-20')) });

	test('one alone meets a family only while the other’s absence is on record', () => {
		expect(alone([])).toBe(false);
		expect(alone([away({})])).toBe(true);
		expect(alone([away({ to: day('2026-11-19') })])).toBe(false);
		expect(alone([away({ to: day('2026-11-20') })])).toBe(true);
		expect(alone([away({ from: day('2026-11-21') })])).toBe(false);
	});

	test('an absence of the one who led it counts for nobody else', () => {
		expect(alone([away({ worker: key! })])).toBe(false);
	});

	test('with one member one may talk alone, and both together meet everybody', () => {
		expect(teamIsThere(2, { unit: 'family', members: 1, led: 1 })).toBe(true);
		expect(teamIsThere(2, { unit: 'family', members: 5, led: 2 })).toBe(true);
		expect(teamIsThere(2, { unit: 'person', members: 1, led: 1 })).toBe(true);
	});
});
