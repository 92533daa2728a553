import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Mode } from '#lib/programmes/definition.ts';
import { openVault, type Vault } from '#lib/vault/vault.server.ts';
import { counsellingPlace, meetingTextPlace } from './keep-meeting.server.ts';
import type { Attendance, Meeting, MeetingKind } from './meeting.ts';
import { loadHeld, loadListed } from './meetings.store.server.ts';
import { loadWhole, type MeetingsOf, type WholeMeetings } from './whole-meetings.store.server.ts';

/** How many meetings of each of some cases were held; a case without any is missing. */
export async function heldMeetings(tx: Tx, caseIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, number>> {
	const rows = await loadHeld(tx, caseIds);
	return new Map(rows.map((row) => [row.case_id!, Number(row.held)]));
}

/** A meeting as a list shows it: its facts, none of what was said. */
export type ListedMeeting = Pick<Meeting, 'id' | 'kind' | 'requestId' | 'caseId' | 'startedAt' | 'mode'>;

/** Meetings by their ids, for whoever shows them and journals. */
export async function meetingsById(tx: Tx, ids: readonly Uuid[]): Promise<readonly ListedMeeting[]> {
	return (await loadListed(tx, ids)) as ListedMeeting[];
}

/**
 * Meetings of a case, of a request, or one, newest first. Their words are opened when they are read: most pages show few of
 * them. The caller decides who may see them, and journals.
 */
export async function meetingsOf(tx: Tx, of: MeetingsOf): Promise<readonly Meeting[]> {
	const [vault, whole] = await Promise.all([openVault(tx), loadWhole(tx, of)]);
	const texts = Map.groupBy(whole.texts, (row) => row.meeting_id);
	const codes = Map.groupBy(whole.codes, (row) => row.meeting_id);
	const minutes = Map.groupBy(whole.minutes, (row) => row.meeting_id);
	const goals = Map.groupBy(whole.goals, (row) => row.meeting_id);
	const given = Map.groupBy(whole.counselling, (row) => row.meeting_id);
	return whole.meetings.map((row) => {
		const words = onlyOnce(() => openTexts(vault, texts.get(row.id) ?? []));
		return {
			id: row.id,
			kind: row.kind as MeetingKind,
			requestId: row.request_id,
			caseId: row.case_id,
			startedAt: row.started_at,
			minutes: row.minutes,
			mode: row.mode as Mode,
			site: row.site,
			onlineReason: row.online_reason,
			form: row.form,
			service: row.service,
			guide: row.guide,
			attendance: row.attendance as Attendance,
			ordinal: row.ordinal,
			recordedBy: row.recorded_by,
			recordedAt: row.recorded_at,
			voidedAt: row.voided_at,
			get texts() {
				return words();
			},
			codes: grouped(codes.get(row.id) ?? []),
			partMinutes: Object.fromEntries((minutes.get(row.id) ?? []).map((part) => [part.part, part.minutes])),
			goals: (goals.get(row.id) ?? []).map((goal) => goal.goal_id),
			counselling: (given.get(row.id) ?? []).map((one) => openCounselling(vault, one)),
		};
	});
}

function onlyOnce<Value>(make: () => Value): () => Value {
	let made: Value | undefined;
	return () => (made ??= make());
}

function openTexts(vault: Vault, rows: WholeMeetings['texts']): Meeting['texts'] {
	return Object.fromEntries(
		rows.map((row) => {
			const key = vault.keyOf(row.subject_id, row.wrapped);
			const place = meetingTextPlace(row.meeting_id, row.part, row.subject_id);
			return [row.part, key.open<Record<string, string>>(place, row.sealed)];
		}),
	);
}

function openCounselling(vault: Vault, row: WholeMeetings['counselling'][number]) {
	if (!row.sealed) return { kind: row.kind, words: '' };
	const key = vault.keyOf(row.subject_id, row.wrapped);
	return { kind: row.kind, words: key.open<string>(counsellingPlace(row.meeting_id, row.kind), row.sealed) };
}

function grouped(codes: readonly { field: string; code: string }[]): Readonly<Record<string, readonly string[]>> {
	const byField = Map.groupBy(codes, (code) => code.field);
	return Object.fromEntries([...byField].map(([field, rows]) => [field, rows.map((row) => row.code)]));
}
