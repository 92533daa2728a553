import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { WayIn } from '#lib/programmes/definition.ts';
import type { ForWhom } from './request.ts';

/** As what somebody proposes another person: by profession, or as a volunteer (B14, B19). */
export const PROPOSERS = ['professional', 'volunteer'] as const;
/** Who proposes, and since when the person agrees to it; null where nobody could ask them yet. */
export type Proposal = { readonly proposer: (typeof PROPOSERS)[number]; readonly agreedOn: CalendarDay | null };

/** What a proposer may be told. `considered`: it was dealt with, and no word more. */
const PROPOSER_ANSWERS = ['considered', 'accepted', 'declined'] as const;
export type ProposerAnswer = (typeof PROPOSER_ANSWERS)[number];

/** An application for aid that a request came of (B14). */
export type Application = { readonly kind: string; readonly appliedOn: CalendarDay; readonly asked: string };
/** What was decided about an application. */
export const AID_DECISIONS = ['granted', 'partly-granted', 'refused'] as const;
export type AidDecision = (typeof AID_DECISIONS)[number];
export type DecidedAid = { readonly decision: AidDecision; readonly on: CalendarDay; readonly words: string };

/**
 * Decides whether a proposal can be received. Where help starts with the person's wish alone, nothing about them is passed
 * on without their agreement; an initiative of somebody who suspects endangerment comes before it (P7).
 */
export function checkProposal(
	way: WayIn,
	given: { forWhom: ForWhom; proposal: Proposal | undefined },
	today: CalendarDay,
): Result<undefined> {
	if (given.forWhom !== 'proposal') return ok();
	const agreedOn = given.proposal?.agreedOn ?? null;
	if (agreedOn && agreedOn > today) return refuseField('agreedOn', 'in-the-future');
	return way.ownWish === 'before-case' && !agreedOn ? refuseField('knows', 'needs-agreement') : ok();
}

/** Decides whether what is said of an application fits the way in: one that comes of an application brings it. */
export function checkApplication(
	way: WayIn,
	given: { application: Application | undefined; decided: DecidedAid | undefined },
	today: CalendarDay,
): Result<undefined> {
	const { application, decided } = given;
	if (way.from !== 'application') return application ? refuse('cannot-be-read') : ok();
	if (!application) return refuseField('asked', 'write-something');
	if (!way.applications?.some((one) => one.key === application.kind)) return refuseField('kind', 'choose-one');
	if (!application.appliedOn) return refuseField('appliedOn', 'day-unreal');
	if (application.asked === '') return refuseField('asked', 'write-something');
	if (application.appliedOn > today) return refuseField('appliedOn', 'in-the-future');
	return decided ? checkDecision(application, decided, today) : ok();
}

/** Decides whether a decision about an application can be kept: not before it was asked, not on a day to come. */
export function checkDecision(
	application: Pick<Application, 'appliedOn'>,
	decided: DecidedAid,
	today: CalendarDay,
): Result<undefined> {
	if (!decided.on) return refuseField('decidedOn', 'day-unreal');
	if (decided.on > today) return refuseField('decidedOn', 'in-the-future');
	return decided.on < application.appliedOn ? refuseField('decidedOn', 'too-early') : ok();
}
