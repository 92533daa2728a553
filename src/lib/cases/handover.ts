import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';

/** For good: the next worker carries it from now on. For a time: somebody stands in and it stays whose it is. */
export const HANDOVER_KINDS = ['for-good', 'for-a-time'] as const;
type HandoverKind = (typeof HANDOVER_KINDS)[number];
/** A worker is away, and cannot go on. */
const AWAY = ['departure', 'leave', 'illness'] as const;
/** Why a worker who leaves hands over what they hold. */
export const LEAVING_REASONS = [...AWAY, 'other'] as const;
export const HANDOVER_REASONS = [...AWAY, 'workload', 'skills', 'language', 'place', 'known-to-me', 'other'] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];
/** What the person said to it (C9). */
export const HANDOVER_AGREEMENTS = ['agreed', 'to-be-asked', 'declined'] as const;
export type HandoverAgreement = (typeof HANDOVER_AGREEMENTS)[number];

/** On which terms something is handed over. */
export type HandoverTerms = {
	readonly kind: HandoverKind;
	readonly reason: HandoverReason;
	/** The first and the last day of a stand-in. */
	readonly from: CalendarDay | undefined;
	readonly to: CalendarDay | undefined;
	readonly agreement: HandoverAgreement;
	/** What the next worker has to know. */
	readonly note: string;
	/** The drafts of whoever hands over go along. */
	readonly withDrafts: boolean;
};

/** A handover as it was recorded. */
export type Handover = {
	readonly id: Uuid;
	readonly caseId: Uuid | null;
	readonly requestId: Uuid | null;
	readonly fromWorker: Uuid;
	readonly toWorker: Uuid;
	readonly kind: HandoverKind;
	readonly reason: HandoverReason;
	readonly fromOn: CalendarDay;
	readonly toOn: CalendarDay | null;
	readonly agreement: HandoverAgreement;
	readonly recordedBy: Uuid;
	readonly endedAt: Date | null;
};

/** Decides whether something can be handed over on these terms, and from which day to which. */
export function checkHandover(
	terms: HandoverTerms,
	today: CalendarDay,
): Result<{ from: CalendarDay; to: CalendarDay | null }> {
	if (terms.agreement === 'declined') {
		// Nobody who stays hands somebody on against their will; where a worker is away, at least no words go along.
		if (!AWAY.some((away) => away === terms.reason)) return refuseField('agreement', 'not-agreed');
		if (terms.note !== '') return refuseField('note', 'not-agreed');
		if (terms.withDrafts) return refuseField('withDrafts', 'not-agreed');
	}
	if (terms.kind === 'for-good') return ok({ from: today, to: null });
	if (terms.reason === 'departure') return refuseField('reason', 'choose-one');
	if (!terms.from) return refuseField('from', 'day-unreal');
	if (!terms.to) return refuseField('to', 'day-unreal');
	if (terms.from < today) return refuseField('from', 'too-early');
	return terms.to < terms.from ? refuseField('to', 'ends-before-start') : ok({ from: terms.from, to: terms.to });
}

/** Whether somebody stands in on a day, or will. */
export function standsIn(handover: Handover, today: CalendarDay): 'now' | 'later' | 'no' {
	if (handover.toOn === null || handover.endedAt !== null || handover.toOn < today) return 'no';
	return handover.fromOn <= today ? 'now' : 'later';
}
