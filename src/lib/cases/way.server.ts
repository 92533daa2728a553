import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { currentGoals } from './case-parts.server.ts';
import { recordInCase } from './record-in-case.server.ts';
import {
	checkDay,
	checkPhase,
	type EarlierCase,
	type Episode,
	type EpisodeReason,
	type Standing,
	type StepUp,
} from './way.ts';
import {
	insertEpisode,
	insertPhase,
	insertStandings,
	insertStepUp,
	loadEarlierCase,
	loadEpisode,
	loadPhases,
	loadStepUp,
} from './way.store.server.ts';

const stepPlace = (caseId: Uuid) => ({ table: 'step_up', column: 'sealed', row: caseId });
const episodePlace = (caseId: Uuid) => ({ table: 'episode', column: 'sealed', row: caseId });

/** Records how goals of the plan stand on a day (C3). A goal nothing is said of is left as it was. */
export async function assessGoals(
	act: Act<Worker>,
	input: {
		readonly command: Uuid;
		readonly caseId: Uuid;
		readonly on: CalendarDay;
		readonly standings: Readonly<Record<string, Standing | undefined>>;
	},
): Promise<Result<undefined>> {
	const how = { may: 'case.change', journal: 'case.goals-assessed' } as const;
	return recordInCase(act, { ...how, input }, async (tx, { facts, today }) => {
		const checked = checkDay('on', input.on, { today, earliest: facts.openedOn });
		if (!checked.ok) return checked;
		const goals = await currentGoals(tx, input.caseId);
		const said = goals.flatMap((goal) => {
			const standing = input.standings[goal];
			return standing ? [{ id: newId(act.at), goal, standing, on: input.on, by: act.by.workerId }] : [];
		});
		if (said.length === 0) return goals[0] ? refuseField(`goal-${goals[0]}`, 'choose-one') : refuse('not-found');
		await insertStandings(tx, input.caseId, said);
		return ok();
	});
}

/** Begins the next phase of a case on a day: after the acute one (C5). */
export async function beginPhase(
	act: Act<Worker>,
	input: { readonly command: Uuid; readonly caseId: Uuid; readonly phase: string; readonly from: CalendarDay },
): Promise<Result<undefined>> {
	const how = { may: 'case.change', journal: 'case.phase-begun' } as const;
	const refusals = { case_phase_pkey: 'already-decided' } as const;
	return recordInCase(act, { ...how, refusals, input }, async (tx, { facts, definition, today }) => {
		const begun = await loadPhases(tx, input.caseId);
		const asked = { phase: input.phase, from: input.from, today, openedOn: facts.openedOn };
		const checked = checkPhase(definition, begun, asked);
		if (!checked.ok) return checked;
		await insertPhase(tx, { ...input, by: act.by.workerId });
		return ok();
	});
}

/** Steps a case up into the more intensive treatment of its programme; all that was stays (Z4). */
export async function stepUp(
	act: Act<Worker>,
	input: {
		readonly command: Uuid;
		readonly caseId: Uuid;
		readonly on: CalendarDay;
		readonly reason: StepUp['reason'];
		readonly words: string;
	},
): Promise<Result<undefined>> {
	const how = { may: 'case.change', journal: 'case.stepped-up', draft: 'step-up' } as const;
	const refusals = { step_up_pkey: 'already-decided' } as const;
	return recordInCase(act, { ...how, refusals, input }, async (tx, { facts, definition, key, today }) => {
		if (!definition.stepUp) return refuse('not-found');
		const checked = checkDay('on', input.on, { today, earliest: facts.openedOn });
		if (!checked.ok) return checked;
		if (input.words === '') return refuseField('words', 'reason-missing');
		if (await loadStepUp(tx, input.caseId)) return refuse('already-decided');
		const sealed = key.seal(stepPlace(input.caseId), input.words);
		await insertStepUp(tx, { ...input, by: act.by.workerId, sealed });
		return ok();
	});
}

export function openStepUp(
	key: SubjectKey,
	caseId: Uuid,
	row: NonNullable<Awaited<ReturnType<typeof loadStepUp>>>,
): StepUp {
	return {
		on: row.stepped_on,
		reason: row.reason as StepUp['reason'],
		words: key.open<string>(stepPlace(caseId), row.sealed),
		by: row.recorded_by,
	};
}

/** The case that a new one of this person under this programme would follow. The caller decides who sees it, and journals. */
export async function earlierCaseOf(tx: Tx, person: Uuid, programme: string): Promise<EarlierCase | undefined> {
	const row = await loadEarlierCase(tx, person, programme);
	return row && asEarlier(row);
}

/** Keeps why there is another case, with the one before it. Part of a use case that opens the case and journals. */
export async function keepEpisode(
	tx: Tx<Worker>,
	key: SubjectKey,
	episode: { caseId: Uuid; earlier: Uuid; reason: EpisodeReason; words: string },
): Promise<void> {
	const sealed = key.seal(episodePlace(episode.caseId), episode.words);
	await insertEpisode(tx, { ...episode, by: tx.act.by.workerId, sealed });
}

export function openEpisode(
	key: SubjectKey,
	caseId: Uuid,
	row: NonNullable<Awaited<ReturnType<typeof loadEpisode>>>,
): Episode {
	return {
		earlier: asEarlier(row),
		reason: row.reason as EpisodeReason,
		words: key.open<string>(episodePlace(caseId), row.sealed),
		by: row.recorded_by,
	};
}

function asEarlier(row: NonNullable<Awaited<ReturnType<typeof loadEarlierCase>>>): EarlierCase {
	return {
		id: row.id,
		number: row.number,
		openedOn: row.opened_on,
		closedOn: row.closed_on,
		counted: row.counted,
		limit: row.meeting_limit,
	};
}
