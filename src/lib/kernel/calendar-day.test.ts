import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, momentOf, parseDay, parseTime, timeOf } from './calendar-day.ts';
import type { CalendarDay } from './calendar-day.ts';

const LJUBLJANA = 'Europe/Ljubljana';
const day = (text: string) => text as CalendarDay;
const days = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
	.map((date) => day(date.toISOString().slice(0, 10)));
const times = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
	.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const weekdayOf = (text: string) => new Date(`${text}T00:00:00Z`).getUTCDay();

describe('a day', () => {
	test('that exists is read as it was written', () => {
		fc.assert(fc.property(days, (one) => void expect(parseDay(one)).toBe(one)));
	});

	test.each([
		'2026-02-31',
		'2026-02-29',
		'2026-13-01',
		'2026-00-10',
		'2026-01-00',
		'26-01-01',
		'2026-1-1',
		'',
		'danes',
	])('“%s” is not read', (text) => {
		expect(parseDay(text)).toBeUndefined();
	});

	test('29 February is read in a leap year', () => {
		expect(parseDay('2028-02-29')).toBe('2028-02-29');
	});

	test('so many days on and as many back is the same day again', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: -4000, max: 4000 }), (one, n) => {
				const other = addDays(one, n);
				expect(parseDay(other)).toBe(other);
				expect(daysBetween(one, other)).toBe(n);
				expect(addDays(other, -n)).toBe(one);
			}),
		);
	});
});

describe('the wall clock', () => {
	test.each([
		['a minute before midnight in summer is still that day', '2026-07-31T21:59:00Z', '2026-07-31'],
		['midnight in summer is two hours before midnight by UTC', '2026-07-31T22:00:00Z', '2026-08-01'],
		['in winter a day ends an hour before it ends by UTC', '2026-12-31T22:59:59Z', '2026-12-31'],
		['and the year with it', '2026-12-31T23:00:00Z', '2027-01-01'],
	])('%s', (_, moment, expected) => {
		expect(dayOf(new Date(moment), LJUBLJANA)).toBe(expected);
	});

	test('a moment, shown and read again, is the same moment, but for the hour that comes twice', () => {
		const quarters = fc.integer({ min: 0, max: 35_039 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 900_000));
		fc.assert(
			fc.property(quarters, (moment) => {
				const again = momentOf(dayOf(moment, LJUBLJANA), timeOf(moment, LJUBLJANA), LJUBLJANA);
				const second = moment >= new Date('2026-10-25T01:00:00Z') && moment < new Date('2026-10-25T02:00:00Z');
				expect(again.getTime()).toBe(moment.getTime() - (second ? 3_600_000 : 0));
			}),
			{ numRuns: 400 },
		);
	});

	test('any day and time but the skipped hour is shown as it was written', () => {
		fc.assert(
			fc.property(days, times, fc.constantFrom(LJUBLJANA, 'Europe/Prague', 'UTC'), (one, time, zone) => {
				fc.pre(weekdayOf(one) !== 0);
				const moment = momentOf(one, time, zone);
				expect([dayOf(moment, zone), timeOf(moment, zone)]).toEqual([one, time]);
			}),
		);
	});
});

describe('the nights in which the clocks change in 2026', () => {
	test.each([
		['2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
		['2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
		['2026-03-28', '23:30', '2026-03-28T22:30:00Z'],
		['2026-03-29', '23:30', '2026-03-29T21:30:00Z'],
		['2026-10-25', '01:59', '2026-10-24T23:59:00Z'],
		['2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
		['2026-10-25', '23:30', '2026-10-25T22:30:00Z'],
	])('%s at %s in Ljubljana is %s', (on, time, moment) => {
		expect(momentOf(day(on), time, LJUBLJANA)).toEqual(new Date(moment));
	});

	test.each([
		['02:00', '2026-03-29T01:00:00Z', '03:00'],
		['02:30', '2026-03-29T01:30:00Z', '03:30'],
		['02:59', '2026-03-29T01:59:00Z', '03:59'],
	])('%s on 29 March does not exist and moves on by the skipped hour', (time, moment, shown) => {
		const found = momentOf(day('2026-03-29'), time, LJUBLJANA);
		expect(found).toEqual(new Date(moment));
		expect(timeOf(found, LJUBLJANA)).toBe(shown);
	});

	test.each([
		['02:00', '2026-10-25T00:00:00Z'],
		['02:30', '2026-10-25T00:30:00Z'],
		['02:59', '2026-10-25T00:59:00Z'],
	])('%s on 25 October comes twice and means the first', (time, moment) => {
		expect(momentOf(day('2026-10-25'), time, LJUBLJANA)).toEqual(new Date(moment));
	});

	test('both nights are one day long: nothing is lost or doubled', () => {
		for (const on of [day('2026-03-29'), day('2026-10-25')]) {
			expect(addDays(on, 1)).not.toBe(on);
			expect(daysBetween(addDays(on, -1), addDays(on, 1))).toBe(2);
		}
	});
});

test.each([
	['9:05', '09:05'],
	['09:05', '09:05'],
	['9.05', '09:05'],
	[' 23:59 ', '23:59'],
	['24:00', undefined],
	['9:60', undefined],
	['9:5', undefined],
	['deset', undefined],
])('the time “%s” is read as %s', (typed, expected) => {
	expect(parseTime(typed)).toBe(expected);
});
