import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Condition } from '#lib/programmes/definition.ts';
import type { CaseFacts, InclusionFact } from './case.ts';

/** A version of an agreement as it is looked at when somebody accepts one. */
type AgreementVersion = {
	readonly version: number;
	readonly from: CalendarDay;
	readonly to: CalendarDay | null;
	/** Who accepted this version. */
	readonly accepted: readonly Uuid[];
};

/** A version as its row says it. */
export function versionIn(
	row:
		| {
				readonly version: number;
				readonly from_on: CalendarDay;
				readonly to_on: CalendarDay | null;
				readonly accepted: readonly Uuid[];
		  }
		| undefined,
): AgreementVersion | undefined {
	return row && { version: row.version, from: row.from_on, to: row.to_on, accepted: row.accepted };
}

/** Whether stating a condition is accepting the agreement. */
export function isAcceptance(condition: Pick<Condition, 'kind' | 'setsPeriod'>): boolean {
	return condition.setsPeriod || condition.kind === 'agreement';
}

/**
 * The version somebody accepts who states the condition now: the newest one while it waits for them. Undefined when they
 * begin a new one: nobody has agreed yet, or they accepted the newest themselves and took it back.
 */
export function versionToAccept(
	newest: AgreementVersion | undefined,
	stated: readonly InclusionFact[],
	party: Uuid,
): AgreementVersion | undefined {
	if (!newest || newest.accepted.includes(party)) return undefined;
	const stands = stated.some((fact) => !fact.withdrawnOn && newest.accepted.includes(fact.partyId));
	return newest.accepted.length === 0 || stands ? newest : undefined;
}

/** Decides whether a new version of the agreement can be proposed. */
export function checkNewVersion(
	facts: CaseFacts,
	newest: AgreementVersion | undefined,
	proposed: { from: CalendarDay; to: CalendarDay | undefined; today: CalendarDay },
): Result<undefined> {
	if (facts.closedOn) return refuse('case-closed');
	if (!newest) return refuse('no-agreement-yet');
	if (proposed.from > proposed.today) return refuseField('from', 'in-the-future');
	if (proposed.from < newest.from) return refuseField('from', 'too-early');
	return proposed.to && proposed.to <= proposed.from ? refuseField('to', 'ends-before-start') : ok();
}
