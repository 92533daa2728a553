import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';
import { dropDraft } from '#lib/identity/drafts.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { checkClosure, type Grade } from './case.ts';
import { caseUnderChange, type CaseUnderChange } from './case-under-change.server.ts';
import { eventPlace } from './case-file.server.ts';
import { insertClosure, insertEvent, insertOutcomes } from './course.store.server.ts';
import { loadPlan } from './plan.store.server.ts';
import { endActivePeriod } from './withdraw.server.ts';

/** The end of a case: when, why, how each goal ended, what was reached besides, and what there is to say. */
export type Closing = {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly closedOn: CalendarDay;
	readonly reason: string;
	readonly goals: Readonly<Record<string, Grade | undefined>>;
	readonly outcomes: readonly string[];
	readonly note: string;
};

/** Closes a case with an outcome for each goal of its plan. From then on nothing is recorded in it until it is opened again. */
export async function closeCase(act: Act<Worker>, input: Closing): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.close', input.caseId);
			if (!found.ok) return found;
			if (await claim(tx, input.command, 'close-case')) {
				const closed = await close(tx, found.value, input);
				if (!closed.ok) return closed;
			}
			dropDraft(tx, { form: 'closure', subjectId: input.caseId });
			record(tx, { action: 'case.closed', subjects: [input.caseId], record: input.command, reason: input.reason });
			return ok();
		},
		{ closure_once: 'already-closed' },
	);
}

async function close(tx: Tx<Worker>, under: CaseUnderChange, input: Closing): Promise<Result<undefined>> {
	const { facts, definition, today, key } = under;
	const plan = await loadPlan(tx, input.caseId);
	const goals = plan?.goals.map((goal) => goal.goal_id) ?? [];
	const checked = checkClosure(facts, goals, { closedOn: input.closedOn, today, outcomes: input.goals });
	if (!checked.ok) return checked;
	if (!definition.reasonsToClose.some((one) => one.key === input.reason)) return refuseField('reason', 'choose-one');
	const outcomes = input.outcomes.filter((outcome) => definition.outcomes.some((one) => one.key === outcome));
	await endActivePeriod(tx, under, input.closedOn);
	await insertClosure(tx, {
		id: input.command,
		caseId: input.caseId,
		on: input.closedOn,
		reason: input.reason,
		by: tx.act.by.workerId,
	});
	await insertOutcomes(tx, {
		id: input.command,
		caseId: input.caseId,
		goals: goals.map((goal) => ({ goal, grade: input.goals[goal]! })),
		outcomes,
	});
	const id = newId(tx.act.at);
	const sealed = input.note === '' ? undefined : key.seal(eventPlace(id), { note: input.note });
	await insertEvent(tx, {
		id,
		caseId: input.caseId,
		kind: 'closed',
		on: input.closedOn,
		by: tx.act.by.workerId,
		reason: input.reason,
		sealed,
	});
	return ok();
}
