import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Mode } from '#lib/programmes/definition.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { counsellingPlace, meetingTextPlace } from './keep-meeting.server.ts';
import type { Attendance, Meeting, MeetingKind } from './meeting.ts';
import {
	loadCodes,
	loadCounselling,
	loadHeld,
	loadMeetingGoals,
	loadMeetings,
	loadPartMinutes,
	loadTexts,
	type MeetingsOf,
} from './meetings.store.server.ts';

type TextRows = Awaited<ReturnType<typeof loadTexts>>;

/** How many meetings of each of some cases were held; a case without any is missing. */
export async function heldMeetings(tx: Tx, caseIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, number>> {
	const rows = await loadHeld(tx, caseIds);
	return new Map(rows.map((row) => [row.case_id!, Number(row.held)]));
}

/** A meeting as a list shows it: its facts, none of what was said. */
export type HeldMeeting = Pick<Meeting, 'id' | 'kind' | 'requestId' | 'caseId' | 'startedAt' | 'mode'>;

/** Meetings by their ids, for whoever shows them and journals. */
export async function meetingsById(tx: Tx, ids: readonly Uuid[]): Promise<readonly HeldMeeting[]> {
	if (ids.length === 0) return [];
	return (await loadMeetings(tx, { ids }, ids.length)).map((row) => ({
		id: row.id,
		kind: row.kind as MeetingKind,
		requestId: row.request_id,
		caseId: row.case_id,
		startedAt: row.started_at,
		mode: row.mode as Mode,
	}));
}

/** Meetings of a case, a request or both, newest first, opened. All queries travel together; the caller decides who may see them, and journals. */
export async function meetingsOf(tx: Tx, of: MeetingsOf, atMost = 200): Promise<readonly Meeting[]> {
	const [vault, rows, texts, codes, minutes, goals, given] = await Promise.all([
		openVault(tx),
		loadMeetings(tx, of, atMost),
		loadTexts(tx, of),
		loadCodes(tx, of),
		loadPartMinutes(tx, of),
		loadMeetingGoals(tx, of),
		loadCounselling(tx, of),
	]);
	const opened = openTexts(vault, texts);
	return rows.map((row) => ({
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
		texts: opened.get(row.id) ?? {},
		codes: grouped(codes.filter((code) => code.meeting_id === row.id)),
		partMinutes: Object.fromEntries(
			minutes.filter((part) => part.meeting_id === row.id).map((part) => [part.part, part.minutes]),
		),
		goals: goals.filter((goal) => goal.meeting_id === row.id).map((goal) => goal.goal_id),
		counselling: given.filter((one) => one.meeting_id === row.id).map((one) => openCounselling(vault, one)),
	}));
}

function openTexts(
	vault: Awaited<ReturnType<typeof openVault>>,
	rows: TextRows,
): ReadonlyMap<Uuid, Record<string, Record<string, string>>> {
	const opened = new Map<Uuid, Record<string, Record<string, string>>>();
	for (const row of rows) {
		const key = vault.keyOf(row.subject_id, row.wrapped);
		const said = key.open<Record<string, string>>(
			meetingTextPlace(row.meeting_id, row.part, row.subject_id),
			row.sealed,
		);
		opened.set(row.meeting_id, { ...opened.get(row.meeting_id), [row.part]: said });
	}
	return opened;
}

function openCounselling(
	vault: Awaited<ReturnType<typeof openVault>>,
	row: Awaited<ReturnType<typeof loadCounselling>>[number],
) {
	if (!row.sealed) return { kind: row.kind, words: '' };
	const key = vault.keyOf(row.subject_id, row.wrapped);
	return { kind: row.kind, words: key.open<string>(counsellingPlace(row.meeting_id, row.kind), row.sealed) };
}

function grouped(codes: readonly { field: string; code: string }[]): Readonly<Record<string, readonly string[]>> {
	const byField = Map.groupBy(codes, (code) => code.field);
	return Object.fromEntries([...byField].map(([field, rows]) => [field, rows.map((row) => row.code)]));
}
