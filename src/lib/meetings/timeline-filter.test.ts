import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { renewalOf } from '#lib/cases/case.ts';
import { aCommand } from '#lib/intake/intake.fixtures.ts';
import { readTimelineFilter, TIMELINE_PAGE, timelinePage, timelineQuery } from './timeline-filter.ts';
import { timelineOf, type Happening } from './timeline.ts';
import type { Meeting } from './meeting.ts';

const day = (text: string) => text as CalendarDay;
const [maja, ciril] = [aCommand(), aCommand()];
const aMeetingOn = (on: string, changes: Partial<Meeting> = {}): Meeting => ({
	id: aCommand(),
	kind: 'meeting',
	requestId: null,
	caseId: null,
	startedAt: new Date(`${on}T10:00:00Z`),
	minutes: 45,
	mode: 'office',
	site: null,
	onlineReason: null,
	form: null,
	service: null,
	guide: null,
	attendance: 'came',
	ordinal: 1,
	recordedBy: maja,
	recordedAt: new Date(`${on}T11:00:00Z`),
	voidedAt: null,
	texts: {},
	codes: {},
	partMinutes: {},
	goals: [],
	counselling: [],
	...changes,
});
const story = timelineOf(
	{
		stated: [{ id: aCommand(), condition: 'wish', partyId: aCommand(), statedOn: day('2026-01-10'), recordedBy: maja }],
		events: [{ id: aCommand(), kind: 'opened', on: day('2026-01-09'), by: maja, reason: null, note: '' }],
		plans: [{ version: 1, made_on: day('2026-01-12'), made_by: ciril }],
	},
	[
		aMeetingOn('2026-01-20'),
		aMeetingOn('2026-02-20', { kind: 'contact', recordedBy: ciril }),
		aMeetingOn('2026-01-05', { kind: 'talk' }),
	],
);
const shown = (question: string) => {
	const { filter, after } = readTimelineFilter(new URLSearchParams(question));
	return timelinePage(story, { filter, after }).rows.map((one) => one.at);
};

describe('the story of a case', () => {
	test('is narrowed by what happened, by whom and when, all in the address', () => {
		expect(shown('')).toHaveLength(6);
		expect(shown('kind=meetings')).toEqual(['2026-01-20']);
		expect(shown('kind=contacts')).toEqual(['2026-02-20']);
		expect(shown('kind=talks')).toEqual(['2026-01-05']);
		expect(shown('kind=plan')).toEqual(['2026-01-12']);
		expect(shown('kind=events')).toEqual(['2026-01-10', '2026-01-09']);
		expect(shown(`by=${ciril}`)).toEqual(['2026-02-20', '2026-01-12']);
		expect(shown('from=2026-01-10&to=2026-01-12')).toEqual(['2026-01-12', '2026-01-10']);
	});

	test('an address that cannot be read narrows nothing', () => {
		expect(shown('kind=gossip&by=somebody&from=31.2.&to=never')).toHaveLength(6);
	});

	test('is paged by its happenings: none is lost, none comes twice, and a filter goes along', () => {
		const long = timelineOf(
			{ stated: [], events: [] },
			Array.from({ length: 60 }, () => aMeetingOn('2026-03-01')),
		);
		const filter = { kind: 'meetings', from: day('2026-01-01') } as const;
		const seen: Happening[] = [];
		let after: string | undefined;
		for (let pages = 1; ; pages += 1) {
			const page = timelinePage(long, { filter, after });
			seen.push(...page.rows);
			expect(page.first).toBe(pages === 1);
			if (!page.next) break;
			const next = readTimelineFilter(new URLSearchParams(page.next));
			expect([next.filter, page.rows]).toEqual([filter, expect.objectContaining({ length: TIMELINE_PAGE })]);
			after = next.after;
		}
		expect(seen).toEqual(long);
	});

	test('without a filter the address stays bare', () => {
		expect(timelineQuery({})).toBe('');
	});
});

test('the end of an agreed period is spoken of in its last thirty days, and after it', () => {
	const today = day('2026-11-23');
	expect(renewalOf(day('2026-12-05'), today)).toBe(12);
	expect(renewalOf(day('2026-12-23'), today)).toBe(30);
	expect(renewalOf(day('2026-12-24'), today)).toBeNull();
	expect(renewalOf(day('2026-11-20'), today)).toBe(-3);
	expect(renewalOf(null, today)).toBeNull();
});
