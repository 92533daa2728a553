import { parseDay, type CalendarDay } from '#lib/kernel/calendar-day.ts';

/** From which day to which figures count, both included; the whole time where neither a year nor a quarter was chosen. */
export type Period = {
	readonly year: number | undefined;
	readonly quarter: number | undefined;
	readonly from: CalendarDay;
	readonly to: CalendarDay;
};

export const QUARTERS = [1, 2, 3, 4] as const;

/** A year, one of its quarters, or all there ever was. A quarter without a year is none. */
export function periodOf(year?: number, quarter?: number): Period {
	if (year === undefined) return { year, quarter: undefined, from: dayAt(1900, 1, 1), to: dayAt(2999, 12, 31) };
	if (quarter === undefined) return { year, quarter, from: dayAt(year, 1, 1), to: dayAt(year, 12, 31) };
	const last = quarter * 3;
	return { year, quarter, from: dayAt(year, last - 2, 1), to: dayAt(year, last, last === 3 || last === 12 ? 31 : 30) };
}

/** Reads a period from the question of an address; what cannot be read narrows nothing. */
export function readPeriod(query: URLSearchParams): Period {
	const year = /^(19|2\d)\d\d$/.test(query.get('year') ?? '') ? Number(query.get('year')) : undefined;
	return periodOf(
		year,
		QUARTERS.find((one) => String(one) === query.get('quarter')),
	);
}

/** The question of an address that asks for this period, and for more. */
export function periodQuery({ year, quarter }: Period, more: Readonly<Record<string, string>> = {}): string {
	const query = new URLSearchParams({
		...(year !== undefined && { year: String(year) }),
		...(quarter !== undefined && { quarter: String(quarter) }),
		...more,
	});
	return query.size === 0 ? '' : `?${query}`;
}

function dayAt(year: number, month: number, day: number): CalendarDay {
	const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
	return parseDay(text)!;
}
