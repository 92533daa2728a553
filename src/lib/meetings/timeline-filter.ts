import { parseDay, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import { isUuid, type Uuid } from '#lib/kernel/ids.ts';
import type { Happening } from './timeline.ts';

/** What of a case's story can be looked at alone. */
export const TIMELINE_KINDS = ['meetings', 'talks', 'contacts', 'plan', 'events'] as const;
type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Which part of a story is shown. */
type TimelineFilter = {
	readonly kind?: TimelineKind;
	readonly by?: Uuid;
	readonly from?: CalendarDay;
	readonly to?: CalendarDay;
};

/** How much of a story stands on one page. */
export const TIMELINE_PAGE = 15;

/** Reads a filter from the question of an address; what cannot be read filters nothing. `after` is where the page before ended. */
export function readTimelineFilter(query: URLSearchParams): { filter: TimelineFilter; after: string | undefined } {
	const given = (name: string) => query.get(name)?.trim() ?? '';
	const kind = TIMELINE_KINDS.find((one) => one === given('kind'));
	const [by, from, to] = [given('by'), parseDay(given('from')), parseDay(given('to'))];
	const filter = { ...(kind && { kind }), ...(isUuid(by) && { by }), ...(from && { from }), ...(to && { to }) };
	return { filter, after: given('after') || undefined };
}

/** The question that asks for a part of a story, from behind one of its happenings. */
export function timelineQuery(filter: TimelineFilter, after?: string): string {
	const asked = Object.entries({ ...filter, after }).flatMap(([name, value]) => (value ? [[name, value]] : []));
	return asked.length > 0 ? `?${new URLSearchParams(asked)}` : '';
}

/** One page of a story: what is asked for, and where the next page is. A place that is no longer there begins anew. */
export function timelinePage(
	told: readonly Happening[],
	{ filter, after }: { filter: TimelineFilter; after: string | undefined },
): { rows: readonly Happening[]; next: string | undefined; start: string; first: boolean } {
	const wanted = told.filter((one) => belongs(one, filter));
	const begin = after ? wanted.findIndex((one) => one.id === after) + 1 : 0;
	const rows = wanted.slice(begin, begin + TIMELINE_PAGE);
	const more = wanted.length > begin + TIMELINE_PAGE;
	return {
		rows,
		next: more ? timelineQuery(filter, rows.at(-1)!.id) : undefined,
		start: timelineQuery(filter),
		first: begin === 0,
	};
}

function belongs(one: Happening, { kind, by, from, to }: TimelineFilter): boolean {
	if (kind && kindOf(one) !== kind) return false;
	if (by && one.by !== by) return false;
	return (!from || one.at >= from) && (!to || one.at <= to);
}

function kindOf(one: Happening): TimelineKind {
	if (one.kind === 'meeting') return `${one.meeting}s`;
	return one.kind === 'plan' ? 'plan' : 'events';
}
