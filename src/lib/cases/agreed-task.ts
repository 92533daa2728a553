import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';

/** A task as it was agreed with the client, in one of its versions. */
export type AgreedTask = {
	readonly version: number;
	readonly agreedOn: CalendarDay;
	/** The meeting at which it was formulated; null where it was agreed between meetings. */
	readonly meetingId: Uuid | null;
	readonly by: Uuid;
	readonly words: string;
};

/** What somebody wrote as the task, and the version they saw while they wrote: 0 for a first task. */
export type TypedTask = { readonly basedOn: number; readonly words: string };

/** The newest version, however they are ordered. */
export function currentTask(tasks: readonly AgreedTask[]): AgreedTask | undefined {
	return tasks.toSorted((a, b) => b.version - a.version)[0];
}

/** The version a typed task is to be kept as; none where it reads as what the writer saw. Refused when somebody else changed it meanwhile. */
export function nextTask(tasks: readonly AgreedTask[], typed: TypedTask): Result<number | undefined> {
	const seen = tasks.find((task) => task.version === typed.basedOn)?.words ?? '';
	if (typed.words === '' || typed.words === seen) return ok(undefined);
	const newest = currentTask(tasks)?.version ?? 0;
	return newest === typed.basedOn ? ok(newest + 1) : refuse('changed-meanwhile');
}

/** Decides on which day a task can have been agreed. */
export function checkTaskDay(
	agreedOn: CalendarDay,
	days: { today: CalendarDay; openedOn: CalendarDay },
): Result<undefined> {
	if (agreedOn > days.today) return refuseField('agreedOn', 'in-the-future');
	return agreedOn < days.openedOn ? refuseField('agreedOn', 'too-early') : ok();
}
