import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type CalendarDay } from './calendar-day.ts';
import { addWorkingDays, easterSunday, isHoliday, type Country } from './holidays.ts';

const day = (text: string) => text as CalendarDay;
const weekdayOf = (text: string) => new Date(`${text}T00:00:00Z`).getUTCDay();
const days = fc
	.date({ min: new Date('2013-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
	.map((date) => day(date.toISOString().slice(0, 10)));
const countries = fc.constantFrom<Country>('si', 'cz');
const holidaysIn = (year: number, country: Country) =>
	Array.from({ length: 366 }, (_, i) => addDays(day(`${year}-01-01`), i)).filter(
		(one) => one.startsWith(String(year)) && isHoliday(one, country),
	);

describe('Easter', () => {
	// As the calendars of these years print it; the earliest and the latest there can be among them.
	test.each([
		[1818, '1818-03-22'],
		[1943, '1943-04-25'],
		[2000, '2000-04-23'],
		[2008, '2008-03-23'],
		[2024, '2024-03-31'],
		[2025, '2025-04-20'],
		[2026, '2026-04-05'],
		[2027, '2027-03-28'],
		[2038, '2038-04-25'],
	])('%i: %s', (year, expected) => {
		expect(easterSunday(year)).toBe(expected);
	});

	test('is always a Sunday between 22 March and 25 April', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
				const easter = easterSunday(year);
				expect(weekdayOf(easter)).toBe(0);
				expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
			}),
		);
	});
});

describe('days free of work', () => {
	test('Slovenia in 2026, and 2 January in the years it was a work day', () => {
		const fixed = ['01-01', '01-02', '02-08', '04-06', '04-27', '05-01', '05-02', '06-25', '08-15', '10-31', '11-01'];
		expect(holidaysIn(2026, 'si')).toEqual([...fixed, '12-25', '12-26'].map((one) => `2026-${one}`));
		expect(['2012-01-02', '2013-01-02', '2016-01-02', '2017-01-02'].map((one) => isHoliday(day(one), 'si'))).toEqual([
			true,
			false,
			false,
			true,
		]);
	});

	test('Czechia in 2026, and Good Friday since 2016', () => {
		const free = ['01-01', '04-03', '04-06', '05-01', '05-08', '07-05', '07-06', '09-28', '10-28', '11-17', '12-24'];
		expect(holidaysIn(2026, 'cz')).toEqual([...free, '12-25', '12-26'].map((one) => `2026-${one}`));
		expect([isHoliday(day('2015-04-03'), 'cz'), isHoliday(day('2016-03-25'), 'cz')]).toEqual([false, true]);
	});
});

describe('working days', () => {
	test('are Monday to Friday without holidays, and exactly so many lie between', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 60 }), countries, (from, n, country) => {
				const reached = addWorkingDays(from, n, country);
				const passed = Array.from({ length: daysBetween(from, reached) }, (_, i) => addDays(from, i + 1));
				const worked = passed.filter((one) => ![0, 6].includes(weekdayOf(one)) && !isHoliday(one, country));
				expect(worked).toHaveLength(n);
				expect(worked.at(-1)).toBe(reached);
			}),
		);
	});

	test.each([
		['2026-11-20', 1, 'si', '2026-11-23'],
		['2026-11-22', 0, 'si', '2026-11-22'],
		['2026-12-23', 1, 'si', '2026-12-24'],
		['2026-12-23', 1, 'cz', '2026-12-28'],
		['2026-12-24', 3, 'si', '2026-12-30'],
		['2026-12-31', 1, 'si', '2027-01-04'],
		['2026-04-02', 1, 'si', '2026-04-03'],
		['2026-04-02', 1, 'cz', '2026-04-07'],
		['2026-11-16', 1, 'cz', '2026-11-18'],
	] as const)('%s and %i working days in %s is %s', (...given) => {
		const [from, n, country, to] = given;
		expect(addWorkingDays(day(from), n, country)).toBe(to);
	});
});
