import type { About, DayDeadline, DayDraft } from '#lib/intake/read-day.server.ts';
import type { Words } from '#lib/platform/words.server.ts';
import { addDays, daysBetween, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import { requestName } from './request-words.ts';

/** Whom a line of the day is about. */
export function nameOf(about: About): string {
	if ('request' in about) return requestName(about.request);
	// Whoever is kept from the worker is not named: the number of the case is.
	return about.case.name;
}

/** Where a line of the day leads. */
export function pageOf(desk: string, about: About): string {
	return 'request' in about ? `${desk}/requests/${about.request.facts.id}` : `${desk}/cases/${about.case.facts.id}`;
}

const FORMS: Readonly<Record<string, string>> = {
	talk: 'talk',
	meeting: 'meetings/new',
	plan: 'plan',
	review: 'review',
	closure: 'closure',
	note: 'notes/new',
	task: 'task',
	mediated: 'contacts/new',
	advocacy: 'advocacy/new',
	'step-up': 'step-up',
};

/** The form in which a draft waits. */
export function formOf(desk: string, draft: Pick<DayDraft, 'form' | 'about'>): string {
	return `${pageOf(desk, draft.about)}/${formPath(draft.form)}`;
}

/** Where, under a request or a case, a form stands. */
export const formPath = (form: string): string => FORMS[form] ?? '';

/** When something is due, in words, and how near. */
export function dueWords(
	on: CalendarDay,
	today: CalendarDay,
	{ t, shortDay }: Words,
): { text: string; state: 'far' | 'near' | 'over' } {
	const late = daysBetween(on, today);
	if (late > 0) return { text: late === 1 ? t('due.yesterday') : t('due.since', { day: shortDay(on) }), state: 'over' };
	if (late === 0) return { text: t('due.today'), state: 'near' };
	if (on === addDays(today, 1)) return { text: t('due.tomorrow'), state: 'near' };
	return { text: shortDay(on), state: 'far' };
}

/** What is to be done by a deadline: a step in its own words. */
export function deadlineWords(deadline: Pick<DayDeadline, 'kind' | 'text'>, { t }: Words): string {
	return deadline.kind === 'step' ? deadline.text : t(`due.${deadline.kind}`);
}
