import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { dropDraft } from '#lib/identity/drafts.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { settleByTalk } from '#lib/meetings/appointments.server.ts';
import { keepMeeting } from '#lib/meetings/keep-meeting.server.ts';
import type { MeetingCodes, MeetingFacts, MeetingTexts } from '#lib/meetings/meeting.ts';
import type { Counselling } from '#lib/meetings/meeting-guide.ts';
import { MEETING_REFUSALS } from '#lib/meetings/record-meeting.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { promptItems, type Definition } from '#lib/programmes/definition.ts';
import { markResponded } from './intake.store.server.ts';
import { checkTalk } from './request.ts';
import { routeByField } from './route-request.server.ts';
import { requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';

/** A talk as it was led: the guide is the record. */
export type RecordedTalk = Omit<MeetingFacts, 'kind'> & {
	readonly command: Uuid;
	readonly requestId: Uuid;
	readonly texts: MeetingTexts;
	readonly codes: MeetingCodes;
	readonly partMinutes: Readonly<Record<string, number>>;
	/** The kinds of counselling that were given in it. */
	readonly counselling?: readonly Counselling[];
	/** Special fields that came up, whose own workers go on (P13). */
	readonly fields?: readonly string[];
};

/** Records a talk with somebody who asked for help. It is complete when it is sent: nothing is typed again afterwards (A9). */
export async function recordTalk(act: Act<Worker>, input: RecordedTalk): Promise<Result<{ talkId: Uuid }>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId);
			if (!found.ok) return found;
			const checked = checkTalk(found.value.facts);
			if (!checked.ok) return checked;
			if (!codesAreOffered(found.value.definition, input)) return refuse('cannot-be-read');
			if (await claim(tx, input.command, 'record-talk')) {
				const kept = keepMeeting(tx, toKeep(found.value, input));
				if (!kept.ok) return kept;
				markResponded(tx, input.requestId);
				await settleByTalk(tx, input.requestId, input.attendance === 'came');
				if (!found.value.facts.outcome) await routeByField(tx, found.value, input.fields ?? []);
			}
			dropDraft(tx, { form: 'talk', subjectId: input.requestId });
			record(tx, { action: 'talk.recorded', subjects: [input.requestId], record: input.command });
			return ok({ talkId: input.command });
		},
		MEETING_REFUSALS,
	);
}

function toKeep({ facts, definition, key, timeZone }: RequestUnderWork, input: RecordedTalk) {
	return {
		id: input.command,
		definition,
		facts: { ...input, kind: 'talk' as const },
		guide: definition.guide.key,
		texts: input.texts,
		codes: input.codes,
		partMinutes: input.partMinutes,
		counselling: input.counselling ?? [],
		goals: [],
		people: facts.aboutPerson ? [{ person: facts.aboutPerson, role: 'client' }] : [],
		key,
		of: { requestId: facts.id, caseId: null, meetingLimit: null, appointmentId: null },
		free: 1,
		timeZone,
	};
}

function codesAreOffered(
	definition: Definition,
	{ codes, fields = [] }: Pick<RecordedTalk, 'codes' | 'fields'>,
): boolean {
	const prompts = definition.guide.parts.flatMap((part) => part.prompts);
	if (!fields.every((field) => definition.routedFields.some((one) => one.key === field))) return false;
	return Object.entries(codes).every(([field, given]) => {
		const prompt = prompts.find((one) => one.key === field);
		const offered = prompt ? promptItems(definition, prompt) : undefined;
		return given.every((code) => offered?.some((item) => item.key === code));
	});
}
