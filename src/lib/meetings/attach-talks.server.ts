import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { counts, nextOrdinal, type Attendance, type MeetingKind } from './meeting.ts';
import { attachToCase } from './meetings.store.server.ts';
import { loadMeetings } from './whole-meetings.store.server.ts';

/** The talks that led to a case become part of it, and count in it where the definition says so. Part of a use case that journals. */
export async function attachTalks(
	tx: Tx,
	requestId: Uuid,
	to: { caseId: Uuid; definition: Definition; meetingLimit: number },
): Promise<Result<undefined>> {
	const talks = (await loadMeetings(tx, { requestId })).filter((talk) => !talk.voided_at).toReversed();
	let counted = 0;
	for (const talk of talks) {
		const counting = counts(to.definition, talk.kind as MeetingKind, talk.attendance as Attendance);
		const ordinal = counting ? nextOrdinal(counted + 1, to.meetingLimit) : ok(null);
		if (!ordinal.ok) return ordinal;
		if (counting) counted += 1;
		await attachToCase(tx, talk.id, {
			caseId: to.caseId,
			meetingLimit: to.meetingLimit,
			counts: counting,
			ordinal: ordinal.value,
		});
	}
	return ok();
}
