import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { caseUnderChange, timeZoneHere, type CaseUnderChange } from '#lib/cases/case-under-change.server.ts';
import { partsOfCase, partyOf, phasesBegun, type Party } from '#lib/cases/case-parts.server.ts';
import { dropDraft } from '#lib/identity/drafts.server.ts';
import { permit } from '#lib/access/access.server.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { keepMeeting, type MeetingToKeep } from './keep-meeting.server.ts';
import type { Attended } from './appointment.ts';
import { appointmentById, attend } from './appointments.server.ts';
import { currentPhase } from '#lib/cases/way.ts';
import type { Definition, Phase } from '#lib/programmes/definition.ts';
import { keepTask, TASK_REFUSALS, tasksBefore } from '#lib/cases/agreed-task.server.ts';
import { checkSaid, recordOf, type SaidAtMeeting } from './meeting-guide.ts';
import type { Attendance, MeetingFacts } from './meeting.ts';
import { freeOrdinal, voidMeetingRow } from './meetings.store.server.ts';
import { loadMeetings } from './whole-meetings.store.server.ts';

/** A meeting or contact of a case, in one form. */
export type RecordedMeeting = MeetingFacts & {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly done: string;
	readonly goals: readonly Uuid[];
	/** The appointment it was agreed as. */
	readonly appointmentId?: Uuid | undefined;
	/** Which members were there; all of them when it is not said. */
	readonly present?: readonly Uuid[];
	/** Which of the case's workers led it, too. */
	readonly ledWith?: readonly Uuid[];
	/** Reads what the form asked by its programme, and by the phase the case is in. */
	readonly said?: (definition: Definition, phase: Phase | undefined) => Result<SaidAtMeeting>;
};

export const MEETING_REFUSALS = {
	meeting_within_the_limit: 'meeting-limit-reached',
	meeting_ordinal_once: 'changed-meanwhile',
	no_meeting_in_a_closed_case: 'case-closed',
	meeting_not_in_the_future: 'in-the-future',
	meeting_of_appointment_once: 'already-recorded',
	nobody_came_to_that: 'already-decided',
	family_meeting_has_its_team: 'team-too-small',
	counselling_as_defined: 'cannot-be-read',
	counselling_has_its_reason: 'reason-missing',
	...TASK_REFUSALS,
} as const;

/** Records a meeting of a case: whole, atomic, once. The number it gets, or the refusal beyond the limit, is the rule's and the database's. */
export async function recordMeeting(act: Act<Worker>, input: RecordedMeeting): Promise<Result<{ meetingId: Uuid }>> {
	return transaction(
		act,
		async (tx) => {
			// The case is held before anything else is asked; what is refused afterwards is rolled back with all of it.
			const [found, isNew, parts] = await Promise.all([
				caseUnderChange(tx, 'meeting.record', input.caseId),
				claim(tx, input.command, 'record-meeting'),
				partsFor(tx, input),
			]);
			if (!found.ok) return found;
			const { facts, definition } = found.value;
			if (facts.closedOn) return refuse('case-closed');
			const said = whatWasSaid(definition, { input, parts });
			if (!said.ok) return said;
			const met = { ...input, on: dayOf(input.startedAt, parts.timeZone), by: act.by.workerId };
			const party = partyOf(facts, parts, met);
			if (!party.ok) return party;
			if (isNew) {
				const settled = await settle(tx, input);
				if (!settled.ok) return settled;
				const of = { ...found.value, ...parts, party: party.value, said: said.value };
				const kept = keepMeeting(tx, meetingOf(input, of));
				if (!kept.ok) return kept;
				const agreed = await keepTaskOf(tx, of, input);
				if (!agreed.ok) return agreed;
			}
			dropDraft(tx, { form: 'meeting', subjectId: input.caseId });
			record(tx, { action: 'meeting.recorded', subjects: [input.caseId], record: input.command });
			return ok({ meetingId: input.command });
		},
		MEETING_REFUSALS,
	);
}

type Parts = Awaited<ReturnType<typeof partsFor>>;

/** What of the case a meeting needs. All queries travel together. */
async function partsFor(tx: Tx<Worker>, { caseId, said }: RecordedMeeting) {
	const [parts, free, timeZone, phases] = await Promise.all([
		partsOfCase(tx, caseId),
		freeOrdinal(tx, caseId),
		timeZoneHere(tx),
		said ? phasesBegun(tx, caseId) : [],
	]);
	return { ...parts, free, timeZone, phases };
}

/** What was said, as its programme asks it; nothing where the form did not ask. */
function whatWasSaid(
	definition: Definition,
	{ input, parts }: { input: RecordedMeeting; parts: Parts },
): Result<SaidAtMeeting | undefined> {
	const read = input.said?.(definition, currentPhase(definition, parts.phases));
	if (!read?.ok) return read ?? ok(undefined);
	const offered = checkSaid(definition, read.value);
	return offered.ok ? read : offered;
}

type OfCase = Pick<CaseUnderChange, 'facts' | 'definition' | 'key'> & {
	readonly free: number;
	readonly party: Party;
	readonly goals: readonly Uuid[];
	readonly timeZone: string;
	readonly said: SaidAtMeeting | undefined;
};

function meetingOf(input: RecordedMeeting, of: OfCase): MeetingToKeep {
	const { facts, definition, key, free, timeZone, party, goals, said } = of;
	const { texts, codes } = recordOf(said);
	const { caseId, appointmentId = null } = input;
	return {
		definition,
		key,
		free,
		timeZone,
		id: input.command,
		facts: input,
		guide: null,
		texts: { notes: { done: input.done }, ...texts },
		codes,
		counselling: said?.counselling ?? [],
		partMinutes: {},
		goals: input.goals.filter((goal) => goals.includes(goal)),
		...party,
		of: { requestId: null, caseId, meetingLimit: facts.meetingLimit, appointmentId },
	};
}

const SAID: Readonly<Record<Attendance, Attended | undefined>> = {
	came: 'came',
	'did-not-come': 'did-not-come',
	cancelled: 'cancelled-by-person',
	moved: undefined,
};

/** What a meeting says of who came, its appointment says too. */
async function settle(tx: Tx<Worker>, input: RecordedMeeting): Promise<Result<undefined>> {
	const how = SAID[input.attendance];
	if (!input.appointmentId || !how) return ok();
	const found = await appointmentById(tx, input.appointmentId);
	return found?.caseId === input.caseId ? attend(tx, found.id, how) : refuse('changed-meanwhile');
}

/** The task as it was put at this meeting: a new version where it changed. */
async function keepTaskOf(
	tx: Tx<Worker>,
	{ definition, key, said, timeZone }: OfCase,
	{ caseId, command, startedAt }: RecordedMeeting,
): Promise<Result<undefined>> {
	const task = said?.task;
	if (!task || !definition.plan.agreedTask) return ok();
	const [mayChange, before] = await Promise.all([permit(tx, 'case.change', caseId), tasksBefore(tx, caseId)]);
	if (!mayChange.ok) return refuse('not-found');
	return keepTask(tx, key, { ...task, caseId, meetingId: command, agreedOn: dayOf(startedAt, timeZone), before });
}

/** Takes back a meeting that was recorded by mistake: it stays in the file as void, and gives its number back. */
export async function voidMeeting(
	act: Act<Worker>,
	input: { caseId: Uuid; meetingId: Uuid },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await caseUnderChange(tx, 'meeting.record', input.caseId);
		if (!found.ok) return found;
		if (found.value.facts.closedOn) return refuse('case-closed');
		const [meeting] = await loadMeetings(tx, { id: input.meetingId });
		if (meeting?.case_id !== input.caseId) return refuse('not-found');
		if (!(await voidMeetingRow(tx, input.meetingId, act.by.workerId))) return refuse('already-decided');
		record(tx, { action: 'meeting.voided', subjects: [input.caseId], record: input.meetingId });
		return ok();
	});
}
