import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { criteriaOf, routeOf, type Routable, type RoutingRule } from './routing.ts';

const USUAL = 'usual' as Uuid;
const asked: Routable = {
	fields: [],
	municipality: 'celje',
	site: null,
	reasons: ['grief', 'debts'],
	language: 'sl',
	mode: 'home',
};
const EMPTY = { field: null, municipality: null, site: null, reason: null, language: null, mode: null } as const;
let made = 0;
const rule = (changes: Partial<RoutingRule>): RoutingRule => {
	made += 1;
	const id = `rule-${String(made).padStart(4, '0')}` as Uuid;
	return { id, programme: 'small', team: `team of ${id}` as Uuid, ...EMPTY, ...changes };
};

describe('where a request goes', () => {
	test('without a rule that fits, to the team of the programme; without one, nowhere', () => {
		const other = [rule({ municipality: 'velenje' }), rule({ reason: 'other' }), rule({ mode: 'phone' })];
		expect(routeOf(other, asked, USUAL)).toEqual({ team: USUAL, why: 'programme', rule: null });
		expect(routeOf([], asked, undefined)).toBeUndefined();
	});

	test.each([
		['place', { municipality: 'celje' }],
		['topic, one of several', { reason: 'debts' }],
		['language', { language: 'sl' }],
		['mode', { mode: 'home' }],
		['place and mode together', { municipality: 'celje', mode: 'home' }],
	] as const)('by %s', (_, criteria) => {
		const one = rule(criteria);
		expect(routeOf([one], asked, USUAL)).toEqual({ team: one.team, why: 'rule', rule: one.id });
	});

	test('a rule of which one part does not fit does not count', () => {
		expect(routeOf([rule({ municipality: 'celje', mode: 'phone' })], asked, USUAL)?.team).toBe(USUAL);
	});

	test('the one that asks for most decides, then the older', () => {
		const [wide, older, younger] = [
			rule({ municipality: 'celje' }),
			rule({ mode: 'home', language: 'sl' }),
			rule({ municipality: 'celje', mode: 'home' }),
		];
		expect(routeOf([wide, younger, older], asked, USUAL)?.team).toBe(older.team);
	});

	test('a special field comes before everything else [P13]', () => {
		const [field, close] = [
			rule({ field: 'fostering' }),
			rule({ municipality: 'celje', mode: 'home', language: 'sl', reason: 'grief' }),
		];
		const fostering = { ...asked, fields: ['fostering'] };
		expect(routeOf([close, field], fostering, USUAL)).toEqual({ team: field.team, why: 'field', rule: field.id });
		expect(routeOf([close, field], asked, USUAL)?.team).toBe(close.team);
	});

	test('whatever the rules and their order, the same request goes to the same team, and that one fits', () => {
		const maybe = <Value>(...values: Value[]) => fc.constantFrom(null, ...values);
		const criteria = fc.record({
			field: maybe('fostering', 'adoption'),
			municipality: maybe('celje', 'velenje'),
			site: maybe('office'),
			reason: maybe('grief', 'other'),
			language: maybe('sl' as const, 'cs' as const),
			mode: maybe('home' as const, 'phone' as const),
		});
		const fields = fc.subarray(['fostering', 'adoption']);
		fc.assert(
			fc.property(fc.array(criteria, { maxLength: 8 }), fields, fc.nat(), (given, told, turn) => {
				const rules = given.map(rule);
				const request = { ...asked, fields: told };
				const route = routeOf(rules, request, USUAL)!;
				const turned = [...rules.slice(turn % 8), ...rules.slice(0, turn % 8)].toReversed();
				expect(routeOf(turned, request, USUAL)).toEqual(route);
				const chosen = rules.find((one) => one.id === route.rule);
				expect(route.team).toBe(chosen?.team ?? USUAL);
				if (chosen?.field) expect(told).toContain(chosen.field);
				if (chosen && criteriaOf(chosen).includes('mode')) expect(chosen.mode).toBe('home');
			}),
		);
	});
});
