declare const calendarDay: unique symbol;
/** A day as people say it, without hour and zone: `2026-11-22`. */
export type CalendarDay = string & { readonly [calendarDay]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Reads `2026-11-22`; undefined for anything else, and for days that do not exist (31 February). */
export function parseDay(text: string): CalendarDay | undefined {
	const parts = SHAPE.exec(text);
	if (!parts) return undefined;
	const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
	const moment = new Date(Date.UTC(year, month - 1, day));
	const same = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
	return same ? (text as CalendarDay) : undefined;
}

const SHOWN = {
	day: { year: 'numeric', month: '2-digit', day: '2-digit' },
	time: { hour: '2-digit', minute: '2-digit' },
	both: { dateStyle: 'short', timeStyle: 'medium' },
} as const;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** A clock of a time zone, made once: making one takes longer than a hundred readings of it. */
function clock(shows: keyof typeof SHOWN, timeZone: string): Intl.DateTimeFormat {
	const name = `${shows} ${timeZone}`;
	const known = clocks.get(name);
	if (known) return known;
	const made = new Intl.DateTimeFormat('sv-SE', { timeZone, ...SHOWN[shows] });
	clocks.set(name, made);
	return made;
}

/** The day of a moment in a named time zone. */
export function dayOf(moment: Date, timeZone: string): CalendarDay {
	return clock('day', timeZone).format(moment) as CalendarDay;
}

/** The day so many days later (or earlier, when negative). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
	return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as CalendarDay;
}

/** How many days lie from one day to another; negative when the other is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The moment a wall clock in a time zone shows this day and time (`HH:MM`). A time that a clock change skips moves on by the skipped hour; one that comes twice means the first. */
export function momentOf(day: CalendarDay, time: string, timeZone: string): Date {
	const asUtc = Date.parse(`${day}T${time}:00Z`);
	const first = asUtc - offsetMs(new Date(asUtc - DAY_MS / 2), timeZone);
	const second = asUtc - offsetMs(new Date(asUtc + DAY_MS / 2), timeZone);
	const fits = (ms: number) => ms + offsetMs(new Date(ms), timeZone) === asUtc;
	if (fits(first)) return new Date(first);
	return fits(second) ? new Date(second) : new Date(first);
}

/** The time of a moment on the wall clock of a time zone: `09:30`. */
export function timeOf(moment: Date, timeZone: string): string {
	return clock('time', timeZone).format(moment);
}

function offsetMs(moment: Date, timeZone: string): number {
	const shown = clock('both', timeZone).format(moment);
	const rounded = Math.floor(moment.getTime() / 1000) * 1000;
	return Date.parse(`${shown.replace(' ', 'T')}Z`) - rounded;
}

/** Reads a time of day, `9:05`, `09:05` or `9.05`, as `09:05`; undefined for anything else. */
export function parseTime(text: string): string | undefined {
	const parts = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
	if (!parts) return undefined;
	const [hour, minute] = [Number(parts[1]), Number(parts[2])];
	if (hour > 23 || minute > 59) return undefined;
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
