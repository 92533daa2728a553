import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { caseUnderChange, type CaseUnderChange } from './case-under-change.server.ts';
import { closePeriod, setActiveFrom } from './cases.store.server.ts';
import { insertEvent } from './course.store.server.ts';
import { eventPlace } from './case-file.server.ts';
import { loadFacts, withdrawFact } from './inclusion.store.server.ts';

/** What a person takes back, and when; what they said about it is theirs to say or not. */
type Withdrawal = {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly factId: Uuid;
	readonly on: CalendarDay;
	readonly note: string;
};

/** Records that a person took back what they had stated. Without blame: no reason is asked. An active case stops being active that day. */
export async function withdraw(act: Act<Worker>, input: Withdrawal): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await caseUnderChange(tx, 'case.change', input.caseId);
		if (!found.ok) return found;
		const fact = (await loadFacts(tx, input.caseId)).find((one) => one.id === input.factId);
		if (!fact) return refuse('not-found');
		if (input.on > found.value.today) return refuseField('on', 'in-the-future');
		if (input.on < fact.statedOn) return refuseField('on', 'too-early');
		if (await claim(tx, input.command, 'withdraw')) {
			if (fact.withdrawnOn) return refuse('already-decided');
			await endActivePeriod(tx, found.value, input.on);
			await withdrawFact(tx, fact.id, { on: input.on, by: act.by.workerId });
			await note(tx, found.value, { ...input, condition: fact.condition });
		}
		record(tx, { action: 'case.withdrawn', subjects: [input.caseId], record: input.factId });
		return ok();
	});
}

/** Ends the period in which a case is active, before anything else about it changes; nothing when it is not active. */
export async function endActivePeriod(tx: Tx, { facts }: CaseUnderChange, on: CalendarDay): Promise<void> {
	if (!facts.activeFrom) return;
	await closePeriod(tx, facts.id, on < facts.activeFrom ? facts.activeFrom : on);
	await setActiveFrom(tx, facts.id, null);
}

async function note(
	tx: Tx<Worker>,
	{ key }: CaseUnderChange,
	input: Withdrawal & { condition: string },
): Promise<void> {
	const sealed = input.note === '' ? undefined : key.seal(eventPlace(input.command), { note: input.note });
	await insertEvent(tx, {
		id: input.command,
		caseId: input.caseId,
		kind: 'withdrawn',
		on: input.on,
		by: tx.act.by.workerId,
		reason: input.condition,
		sealed,
	});
}
