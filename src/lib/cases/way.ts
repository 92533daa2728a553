import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, refuseFields, type FieldProblem, type Result } from '#lib/kernel/result.ts';
import type { Definition, Phase } from '#lib/programmes/definition.ts';

// What marks the way of a case between its opening and its closure: how its goals stand, its phases, a step up, an earlier case.

/** How a goal stands on the way; how it ended is said at the closure. */
export const STANDINGS = ['not-yet', 'begun', 'partly', 'reached'] as const;
export type Standing = (typeof STANDINGS)[number];
export type GoalStanding = {
	readonly goal: Uuid;
	readonly on: CalendarDay;
	readonly standing: Standing;
	readonly by: Uuid;
};

/** Why more intensive treatment is needed (Z4). */
export const STEP_UP_REASONS = ['distress-deeper', 'talks-not-enough', 'asked-by-person', 'advised', 'other'] as const;
export type StepUp = {
	readonly on: CalendarDay;
	readonly reason: (typeof STEP_UP_REASONS)[number];
	readonly words: string;
	readonly by: Uuid;
};

/** Why somebody has another case under a programme whose meetings are limited (C4). */
export const EPISODE_REASONS = ['new-crisis', 'worse-again', 'safety', 'other'] as const;
export type EpisodeReason = (typeof EPISODE_REASONS)[number];
/** The case that came before, as far as another case of the same person shows it. */
export type EarlierCase = {
	readonly id: Uuid;
	readonly number: string;
	readonly openedOn: CalendarDay;
	readonly closedOn: CalendarDay | null;
	readonly counted: number;
	readonly limit: number;
};
export type Episode = {
	readonly earlier: EarlierCase;
	readonly reason: EpisodeReason;
	readonly words: string;
	readonly by: Uuid;
};

/** Decides whether another case under a limited programme says why (C4). The database refuses one without its reason. */
export function checkEpisode(
	earlier: EarlierCase | undefined,
	said: { readonly reason: EpisodeReason | undefined; readonly words: string } | undefined,
): Result<undefined> {
	if (!earlier) return ok();
	const problems: FieldProblem[] = [];
	if (!said?.reason) problems.push({ field: 'episodeReason', problem: 'episode-needs-reason' });
	if (!said?.words) problems.push({ field: 'episodeWords', problem: 'reason-missing' });
	return problems.length > 0 ? refuseFields(problems) : ok();
}

export type PhaseBegun = { readonly phase: string; readonly from: CalendarDay; readonly by: Uuid };

/** The phase a case is in: the furthest that has begun, else the first; none in a programme without phases. */
export function currentPhase(definition: Pick<Definition, 'phases'>, begun: readonly PhaseBegun[]): Phase | undefined {
	const phases = definition.phases ?? [];
	return phases.findLast((phase) => begun.some((one) => one.phase === phase.key)) ?? phases[0];
}

/** The phase that would begin next; none at the last. */
export function nextPhase(definition: Pick<Definition, 'phases'>, begun: readonly PhaseBegun[]): Phase | undefined {
	const phases = definition.phases ?? [];
	const current = currentPhase(definition, begun);
	return current && phases[phases.indexOf(current) + 1];
}

/** Decides whether a phase can begin on a day: the next one, not before the case or the phase before it. */
export function checkPhase(
	definition: Pick<Definition, 'phases'>,
	begun: readonly PhaseBegun[],
	asked: { phase: string; from: CalendarDay; today: CalendarDay; openedOn: CalendarDay },
): Result<undefined> {
	if (nextPhase(definition, begun)?.key !== asked.phase)
		return begun.some((one) => one.phase === asked.phase) ? refuse('already-decided') : refuse('not-found');
	return checkDay('from', asked.from, { today: asked.today, earliest: latest(begun) ?? asked.openedOn });
}

/** Decides whether something can have happened on a day of a case. */
export function checkDay(
	field: string,
	on: CalendarDay,
	{ today, earliest }: { today: CalendarDay; earliest: CalendarDay },
): Result<undefined> {
	if (on > today) return refuseField(field, 'in-the-future');
	return on < earliest ? refuseField(field, 'too-early') : ok();
}

/** How each goal stands now: the last word on it. */
export function latestStandings(standings: readonly GoalStanding[]): ReadonlyMap<Uuid, GoalStanding> {
	return new Map(standings.toSorted((a, b) => a.on.localeCompare(b.on)).map((one) => [one.goal, one]));
}

function latest(begun: readonly PhaseBegun[]): CalendarDay | undefined {
	return begun
		.map((one) => one.from)
		.toSorted()
		.at(-1);
}
