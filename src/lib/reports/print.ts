import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';

/** What can be printed of a case. */
export const PRINT_KINDS = ['plan', 'agreement', 'attendance', 'summary'] as const;
type PrintKind = (typeof PRINT_KINDS)[number];

/** How long a print can be taken, hours. */
export const PRINT_KEPT_HOURS = 24;
/** The stages of the work: what stands in it was read, it was laid out, it was sealed. */
export const PRINT_STAGES = 3;
/** After so long a print that is still not there may be asked for anew, minutes: whoever made it may have died with it. */
const PRINT_LATE_MINUTES = 2;

/** A print as the one who asked for it sees it. */
export type Print = {
	readonly id: Uuid;
	readonly workerId: Uuid;
	readonly caseId: Uuid;
	readonly kind: PrintKind;
	readonly language: Language;
	/** Whose attendance is confirmed, and at which meeting; null = at all of them. */
	readonly personId: Uuid | null;
	readonly meetingId: Uuid | null;
	/** Waiting: not finished yet. Refused: whoever asked may not read the case any more. Failed: it can be tried again. */
	readonly state: 'waiting' | 'ready' | 'refused' | 'failed';
	readonly failure: 'killed' | 'too-slow' | 'broken' | null;
	readonly stagesDone: number;
	readonly askedAt: Date;
	readonly triedAt: Date;
	readonly expiresAt: Date;
};

/** What of a case there is to print. */
export type Printable = {
	readonly hasPlan: boolean;
	readonly members: readonly Uuid[];
	/** Meetings that somebody came to. */
	readonly meetings: readonly Uuid[];
};

/** The kinds of print that there is something for. */
export function kindsFor({ hasPlan, meetings }: Pick<Printable, 'hasPlan' | 'meetings'>): readonly PrintKind[] {
	return PRINT_KINDS.filter((kind) => (kind === 'plan' ? hasPlan : kind !== 'attendance' || meetings.length > 0));
}

/** What somebody asks to be printed. */
export type WantedPrint = {
	readonly kind: PrintKind;
	readonly personId: Uuid | undefined;
	readonly meetingId: Uuid | undefined;
};

/** Decides whether there is something to print, and of whom: an attendance is somebody's, the rest is the case's. */
export function checkPrint(
	wanted: WantedPrint,
	printable: Printable,
): Result<{ personId: Uuid | null; meetingId: Uuid | null }> {
	if (!kindsFor(printable).includes(wanted.kind)) return refuseField('kind', 'nothing-to-print');
	if (wanted.kind !== 'attendance') return ok({ personId: null, meetingId: null });
	const only = printable.members.length === 1 ? printable.members[0] : undefined;
	const personId = printable.members.find((one) => one === (wanted.personId ?? only));
	if (!personId) return refuseField('person', 'choose-one');
	if (wanted.meetingId && !printable.meetings.includes(wanted.meetingId)) return refuseField('meeting', 'choose-one');
	return ok({ personId, meetingId: wanted.meetingId ?? null });
}

/** Whether a print may be tried again: it failed, or it is late. */
export function mayTryAgain({ state, triedAt }: Pick<Print, 'state' | 'triedAt'>, nowMs: number): boolean {
	if (state === 'failed') return true;
	return state === 'waiting' && nowMs - triedAt.getTime() >= PRINT_LATE_MINUTES * 60_000;
}
