import { addDays, daysBetween, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Condition, Definition } from '#lib/programmes/definition.ts';

/** A meeting limit that limits nothing (decision 5). */
export const NO_LIMIT = 32_767;

/** The dates and counts by which a case is judged; no words of anybody. */
export type CaseFacts = {
	readonly id: Uuid;
	readonly number: string;
	readonly programme: string;
	readonly version: number;
	readonly requestId: Uuid | null;
	readonly unit: 'person' | 'family';
	/** The family, where the family is the unit of the case. */
	readonly familyId: Uuid | null;
	readonly meetingLimit: number;
	/** How many of its meetings count towards that limit so far. */
	readonly counted: number;
	readonly unmet: number;
	readonly openedOn: CalendarDay;
	readonly activeFrom: CalendarDay | null;
	readonly closedOn: CalendarDay | null;
};

/** Where a case stands. Waiting: a condition is missing. Ready: none is, and nobody has made it active yet. */
export type CaseState = 'waiting' | 'ready' | 'active' | 'closed';

/** Where a case stands, from its facts. */
export function stateOf(facts: Pick<CaseFacts, 'unmet' | 'activeFrom' | 'closedOn'>): CaseState {
	if (facts.closedOn) return 'closed';
	if (facts.activeFrom) return 'active';
	return facts.unmet > 0 ? 'waiting' : 'ready';
}

/** A condition of one case for one party. */
export type CaseCondition = { readonly condition: string; readonly partyId: Uuid };

/** A fact somebody stated: who, when, in which form, and who recorded it. */
export type InclusionFact = {
	readonly id: Uuid;
	readonly condition: string;
	readonly partyId: Uuid;
	readonly statedOn: CalendarDay;
	readonly form: 'oral' | 'written';
	readonly recordedBy: Uuid;
	readonly withdrawnOn: CalendarDay | null;
	/** Whom of those around the clients it names. */
	readonly named: readonly Uuid[];
};

/** How many people a condition has to name. */
export function namesAsked({ kind, namesMin = 1 }: Pick<Condition, 'kind' | 'namesMin'>): number {
	return kind === 'key-actors' || kind === 'collaborators' ? namesMin : 0;
}

/** Decides whether a fact can be stated now. */
export function checkFact(
	definition: Definition,
	facts: CaseFacts,
	stated: {
		condition: string;
		statedOn: CalendarDay;
		form: string;
		until: CalendarDay | undefined;
		today: CalendarDay;
	},
): Result<Condition> {
	const condition = definition.conditions.find((one) => one.key === stated.condition);
	if (!condition) return refuse('not-found');
	if (stateOf(facts) === 'closed') return refuse('case-closed');
	if (stated.statedOn > stated.today) return refuseField('statedOn', 'in-the-future');
	if (!condition.forms.some((form) => form === stated.form)) return refuseField('form', 'choose-one');
	if (condition.setsPeriod && definition.agreement.period === 'required' && !stated.until)
		return refuseField('until', 'day-unreal');
	if (stated.until && stated.until <= stated.statedOn) return refuseField('until', 'ends-before-start');
	return ok(condition);
}

/** Decides whether a case can become active from a day on. The database refuses the same. */
export function checkActivation(
	facts: CaseFacts,
	stated: readonly InclusionFact[],
	days: { from: CalendarDay; today: CalendarDay },
): Result<undefined> {
	if (facts.closedOn) return refuse('case-closed');
	if (facts.activeFrom) return refuse('already-decided');
	if (facts.unmet > 0) return refuse('conditions-unmet', { count: facts.unmet });
	if (days.from > days.today) return refuseField('from', 'in-the-future');
	const last = stated
		.filter((fact) => !fact.withdrawnOn)
		.map((fact) => fact.statedOn)
		.toSorted()
		.at(-1);
	return last && days.from < last ? refuseField('from', 'too-early') : ok();
}

/** When the next review is due: the day said at the last one, or so many days after the case became active. */
export function nextReviewOn(
	definition: Definition,
	said: CalendarDay | null,
	activeFrom: CalendarDay | null,
): CalendarDay | null {
	if (said) return said;
	const days = definition.duration.reviewEveryDays;
	return activeFrom && days !== null ? addDays(activeFrom, days) : null;
}

/** How many days before an agreed period ends its renewal is talked about. */
const RENEWAL_DAYS = 30;

/** How many days are left of an agreed period that ends soon, below nothing once it has ended; null while there is time. */
export function renewalOf(until: CalendarDay | null, today: CalendarDay): number | null {
	if (!until) return null;
	const left = daysBetween(today, until);
	return left <= RENEWAL_DAYS ? left : null;
}

/** How the quality of life has changed, as the person sees it (Z12). */
export const LIVES = ['better', 'same', 'worse'] as const;
export type Life = (typeof LIVES)[number];

/** How a goal ended. */
export const GRADES = ['achieved', 'partly', 'not', 'given-up'] as const;
export type Grade = (typeof GRADES)[number];

/** Why a closed case is opened again. */
export const REASONS_TO_REOPEN = ['person-returned', 'closed-by-mistake', 'agreed-otherwise', 'other'] as const;

/** Decides whether a case can be closed on a day, with an outcome for each of its goals. */
export function checkClosure(
	facts: CaseFacts,
	goals: readonly Uuid[],
	closing: { closedOn: CalendarDay; today: CalendarDay; outcomes: Readonly<Record<string, Grade | undefined>> },
): Result<undefined> {
	if (facts.closedOn) return refuse('already-closed');
	if (closing.closedOn > closing.today) return refuseField('closedOn', 'in-the-future');
	if (closing.closedOn < (facts.activeFrom ?? facts.openedOn)) return refuseField('closedOn', 'too-early');
	const missing = goals.find((goal) => closing.outcomes[goal] === undefined);
	return missing ? refuseField(`goal-${missing}`, 'goal-outcomes-missing') : ok();
}
