import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { LocalWords } from '#lib/kernel/local-words.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Definition } from './definition.ts';

/**
 * What is kept for a time that the organisation decides. `request`: one that became no case, after it ended. `waiting`: one
 * that waits, after the last sign of life. `case`: after its closure. `message`: mail that was sent. `journal`: who did and
 * saw what, after the end of the year.
 */
export const RETENTION_KINDS = ['request', 'waiting', 'case', 'message', 'journal'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

export const MONTHS_MAX = 1_200;

/** A decision of the organisation: how long something is kept, on what ground, from which day on. */
export type RetentionPeriod = {
	readonly id: Uuid;
	readonly kind: RetentionKind;
	readonly months: number;
	readonly ground: LocalWords;
	/** Somebody who answers for it has confirmed the number. */
	readonly confirmed: boolean;
	readonly validFrom: CalendarDay;
	readonly setBy: Uuid;
	readonly setAt: Date;
};

/**
 * What the product proposes where nobody has decided: two years for the journal, which is general professional knowledge
 * about ZVOP-2 that the organisation's lawyer has to confirm. For the rest there is no number of ours.
 */
export const PROPOSED_MONTHS: Readonly<Partial<Record<RetentionKind, number>>> = { journal: 24 };

/** The period that stands, and whose it is: the organisation's, the programme's definition's, or only proposed by the product. */
export type StandingPeriod = {
	readonly source: 'organisation' | 'programme' | 'proposed';
	readonly months: number;
	readonly ground: LocalWords | undefined;
	readonly confirmed: boolean;
	readonly validFrom: CalendarDay | undefined;
};

/** Which decision is in force on a day: the latest that had begun; of two for one day the one made later. */
export function inForce(
	periods: readonly RetentionPeriod[],
	kind: RetentionKind,
	day: CalendarDay,
): RetentionPeriod | undefined {
	return newestFirst(periods, kind).find((one) => one.validFrom <= day);
}

/** What will be in force later: decisions that have not begun and that no other one of the same day replaced. */
export function toCome(
	periods: readonly RetentionPeriod[],
	kind: RetentionKind,
	day: CalendarDay,
): readonly RetentionPeriod[] {
	const later = newestFirst(periods, kind).filter((one) => one.validFrom > day);
	return later.filter((one, place) => later[place - 1]?.validFrom !== one.validFrom);
}

/** All decisions of a kind, the latest to begin first. */
export function newestFirst(periods: readonly RetentionPeriod[], kind: RetentionKind): readonly RetentionPeriod[] {
	return periods
		.filter((one) => one.kind === kind)
		.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom) || b.setAt.getTime() - a.setAt.getTime());
}

/** The period that stands: the organisation's decision before the programme's, that before a proposal; undefined where nobody said anything. */
export function standingPeriod(
	kind: RetentionKind,
	given: {
		periods: readonly RetentionPeriod[];
		definition?: Pick<Definition, 'retention'>;
		day: CalendarDay;
	},
): StandingPeriod | undefined {
	const own = inForce(given.periods, kind, given.day);
	if (own) return { source: 'organisation', ...own };
	const retention = given.definition?.retention;
	const months = { request: retention?.requestMonths, case: retention?.caseMonths }[kind as 'request' | 'case'];
	if (retention && months !== undefined)
		return { source: 'programme', months, ground: retention.ground, confirmed: false, validFrom: undefined };
	const proposed = PROPOSED_MONTHS[kind];
	if (proposed === undefined) return undefined;
	return { source: 'proposed', months: proposed, ground: undefined, confirmed: false, validFrom: undefined };
}

/** Decides whether a period can be set: from today on, and with its ground in words. */
export function checkPeriod(
	input: { validFrom: CalendarDay; ground: LocalWords },
	today: CalendarDay,
): Result<undefined> {
	if (input.validFrom < today) return refuseField('validFrom', 'too-early');
	if (Object.values(input.ground).every((text) => !text)) return refuseField('ground-sl', 'write-something');
	return ok();
}

type Span = { readonly unit: 'years' | 'months'; readonly count: number };

/** Months as people say them: in whole years where it is whole years. */
export function spanOf(months: number): Span {
	return months % 12 === 0 ? { unit: 'years', count: months / 12 } : { unit: 'months', count: months };
}
