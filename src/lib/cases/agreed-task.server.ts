import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { checkTaskDay, nextTask, type AgreedTask, type TypedTask } from './agreed-task.ts';
import { insertTask, loadTasks, type TaskRow } from './agreed-task.store.server.ts';
import { recordInCase } from './record-in-case.server.ts';

/** The task as it is agreed from now on: on which day, and at which meeting where it was at one. */
export type TaskChange = TypedTask & {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly agreedOn: CalendarDay;
	readonly meetingId: Uuid | undefined;
};

export const TASK_REFUSALS = {
	agreed_task_pkey: 'changed-meanwhile',
	task_of_a_meeting_of_its_case: 'choose-one',
	agreed_task_organisation_id_meeting_id_fkey: 'choose-one',
} as const;

const taskPlace = (caseId: Uuid, version: number) => ({
	table: 'agreed_task',
	column: 'sealed',
	row: `${caseId}/${version}`,
});

/** Keeps the task agreed with the client as a new version (C2). Whoever changed it from an older one is told. */
export async function agreeTask(act: Act<Worker>, input: TaskChange): Promise<Result<undefined>> {
	const how = { may: 'case.change', journal: 'case.task-agreed', draft: 'task', refusals: TASK_REFUSALS } as const;
	return recordInCase(act, { ...how, input }, async (tx, { facts, definition, key, today }) => {
		if (!definition.plan.agreedTask) return refuse('not-found');
		if (input.words === '') return refuseField('words', 'write-something');
		const checked = checkTaskDay(input.agreedOn, { today, openedOn: facts.openedOn });
		if (!checked.ok) return checked;
		return keepTask(tx, key, { ...input, before: await tasksBefore(tx, facts.id) });
	});
}

/** Keeps a task where it was changed. Part of a use case that has the case locked and journals. */
export async function keepTask(
	tx: Tx<Worker>,
	key: SubjectKey,
	task: TypedTask & {
		caseId: Uuid;
		agreedOn: CalendarDay;
		meetingId: Uuid | undefined;
		before: readonly TaskRow[];
	},
): Promise<Result<undefined>> {
	const before = task.before.map((row) => openTask(key, task.caseId, row));
	const version = nextTask(before, task);
	if (!version.ok) return version;
	if (version.value === undefined) return ok();
	await insertTask(tx, {
		caseId: task.caseId,
		version: version.value,
		agreedOn: task.agreedOn,
		meetingId: task.meetingId ?? null,
		by: tx.act.by.workerId,
		sealed: key.seal(taskPlace(task.caseId, version.value), task.words),
	});
	return ok();
}

/** The versions of a case's task so far, for whoever keeps the next. */
export const tasksBefore = (tx: Tx, caseId: Uuid): Promise<readonly TaskRow[]> => loadTasks(tx, caseId);

/** A version of a case's task, opened. */
export function openTask(key: SubjectKey, caseId: Uuid, row: TaskRow): AgreedTask {
	return {
		version: row.version,
		agreedOn: row.agreed_on,
		meetingId: row.meeting_id,
		by: row.recorded_by,
		words: key.open<string>(taskPlace(caseId, row.version), row.sealed),
	};
}
