import { addDays, type CalendarDay } from './calendar-day.ts';

// The days on which nobody is at work by law, Sundays apart, each with the years it has been one. Holidays that are work days
// (in Slovenia 8 June, 15 September and others) are not here.

/** A country whose holidays are known. */
export type Country = 'si' | 'cz';
/** The same day every year, `MM-DD`, or so many days after Easter Sunday; from a year on, and until before another. */
type FreeDay = ({ readonly on: string } | { readonly afterEaster: number }) & {
	readonly since?: number;
	readonly until?: number;
};

const GOOD_FRIDAY = -2;
const EASTER_MONDAY = 1;

// Slovenia: Zakon o praznikih in dela prostih dnevih v Republiki Sloveniji (UL RS 26/1991 and changes; 2 January was a
// work day from 2013 to 2016: ZUJF, UL RS 40/2012, taken back at the end of 2016). Czechia: zákon č. 245/2000 Sb. (Good Friday since 2016: č. 359/2015 Sb.).
const FREE_DAYS: Readonly<Record<Country, readonly FreeDay[]>> = {
	si: [
		{ on: '01-01' },
		{ on: '01-02', until: 2013 },
		{ on: '01-02', since: 2017 },
		{ on: '02-08' },
		{ afterEaster: EASTER_MONDAY },
		{ on: '04-27' },
		{ on: '05-01' },
		{ on: '05-02' },
		{ on: '06-25' },
		{ on: '08-15' },
		{ on: '10-31' },
		{ on: '11-01' },
		{ on: '12-25' },
		{ on: '12-26' },
	],
	cz: [
		{ on: '01-01' },
		{ afterEaster: GOOD_FRIDAY, since: 2016 },
		{ afterEaster: EASTER_MONDAY },
		{ on: '05-01' },
		{ on: '05-08' },
		{ on: '07-05' },
		{ on: '07-06' },
		{ on: '09-28' },
		{ on: '10-28' },
		{ on: '11-17' },
		{ on: '12-24' },
		{ on: '12-25' },
		{ on: '12-26' },
	],
};

/** Tells whether a day is free of work by the law of a country. Saturdays and Sundays are none of its business. */
export function isHoliday(day: CalendarDay, country: Country): boolean {
	const year = Number(day.slice(0, 4));
	return FREE_DAYS[country].some((free) => isOn(free, day, year));
}

function isOn(free: FreeDay, day: CalendarDay, year: number): boolean {
	if (year < (free.since ?? 0) || year >= (free.until ?? Infinity)) return false;
	return 'on' in free ? day.slice(5) === free.on : day === addDays(easterSunday(year), free.afterEaster);
}

/** Easter Sunday of a year of the Gregorian calendar: the rule of Meeus, Jones and Butcher (Nature, 20 April 1876). */
export function easterSunday(year: number): CalendarDay {
	const [golden, century, ofCentury] = [year % 19, Math.floor(year / 100), year % 100];
	const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
	const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
	const leaps = 2 * (century % 4) + 2 * Math.floor(ofCentury / 4);
	const toSunday = (32 + leaps - epact - (ofCentury % 4)) % 7;
	const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
	const count = epact + toSunday - 7 * late + 114;
	const pad = (number: number, length: number) => String(number).padStart(length, '0');
	return `${pad(year, 4)}-${pad(Math.floor(count / 31), 2)}-${pad((count % 31) + 1, 2)}` as CalendarDay;
}

/** The day so many working days later; Saturdays, Sundays and the country's holidays do not count. */
export function addWorkingDays(day: CalendarDay, workingDays: number, country: Country): CalendarDay {
	let reached = day;
	for (let left = workingDays; left > 0;) {
		reached = addDays(reached, 1);
		if (isWorkingDay(reached, country)) left -= 1;
	}
	return reached;
}

function isWorkingDay(day: CalendarDay, country: Country): boolean {
	const weekday = new Date(Date.parse(day)).getUTCDay();
	return weekday !== 0 && weekday !== 6 && !isHoliday(day, country);
}
