import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';

export const CASE_NOTE_KINDS = ['supervision', 'conference'] as const;
export type CaseNoteKind = (typeof CASE_NOTE_KINDS)[number];

/** What was said, and who took part who does not work here. */
export type CaseNoteWords = { readonly text: string; readonly outside: string };

/** A note of a supervision or a case conference, as it is read again. */
export type CaseNote = CaseNoteWords & {
	readonly id: Uuid;
	readonly kind: CaseNoteKind;
	readonly heldOn: CalendarDay;
	readonly recordedBy: Uuid;
	readonly workers: readonly Uuid[];
};

/** Who reads a note: of a supervision those who took part and whoever leads, of a conference whoever may open the case. */
export function readsNote(
	note: Pick<CaseNote, 'kind' | 'recordedBy' | 'workers'>,
	reader: { readonly worker: Uuid; readonly leads: boolean },
): boolean {
	if (note.kind === 'conference' || reader.leads) return true;
	return note.recordedBy === reader.worker || note.workers.includes(reader.worker);
}
