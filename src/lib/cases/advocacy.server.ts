import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { recordInCase } from './record-in-case.server.ts';
import type { ActResult, AdvocacyAct } from './beyond.ts';
import { insertAct, loadActs, setActResult } from './beyond.store.server.ts';
import { checkDay } from './way.ts';

/** An act as it is recorded; what came of it may be known at once, or be told later. */
export type NewAct = {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly on: CalendarDay;
	readonly towards: AdvocacyAct['towards'];
	readonly whom: string;
	readonly about: string;
	readonly result: ActResult | undefined;
	readonly resultWords: string;
};

const place = (id: Uuid, column: 'sealed' | 'result_sealed') => ({ table: 'advocacy_act', column, row: id });
const HOW = { may: 'meeting.record', journal: 'case.advocated' } as const;

/** Records what was done on the client's behalf, by whoever accompanies them or speaks for them (B8). */
export async function recordAdvocacy(act: Act<Worker>, input: NewAct): Promise<Result<undefined>> {
	return recordInCase(act, { ...HOW, draft: 'advocacy', input }, async (tx, { facts, definition, key, today }) => {
		if (!definition.advocacyActs) return refuse('not-found');
		const checked = checkDay('on', input.on, { today, earliest: facts.openedOn });
		if (!checked.ok) return checked;
		if (input.whom === '') return refuseField('whom', 'write-something');
		if (input.about === '') return refuseField('about', 'write-something');
		const id = input.command;
		const sealed = key.seal(place(id, 'sealed'), { whom: input.whom, about: input.about });
		await insertAct(tx, { ...input, id, by: act.by.workerId, sealed });
		if (input.result) {
			const words = sealedResult(key, id, input.resultWords);
			await setActResult(
				tx,
				{ id, caseId: input.caseId },
				{ kind: input.result, on: input.on, by: act.by.workerId, sealed: words },
			);
		}
		return ok();
	});
}

/** Records what came of an act, once it is known. */
export async function recordAdvocacyResult(
	act: Act<Worker>,
	input: {
		readonly command: Uuid;
		readonly caseId: Uuid;
		readonly actId: Uuid;
		readonly result: ActResult;
		readonly on: CalendarDay;
		readonly words: string;
	},
): Promise<Result<undefined>> {
	return recordInCase(act, { ...HOW, input }, async (tx, { key, today }) => {
		const before = (await loadActs(tx, input.caseId)).find((one) => one.id === input.actId);
		if (!before) return refuse('not-found');
		const checked = checkDay('on', input.on, { today, earliest: before.done_on });
		if (!checked.ok) return checked;
		const sealed = sealedResult(key, input.actId, input.words);
		const of = { id: input.actId, caseId: input.caseId };
		const set = await setActResult(tx, of, { kind: input.result, on: input.on, by: act.by.workerId, sealed });
		return set ? ok() : refuse('already-decided');
	});
}

const sealedResult = (key: SubjectKey, id: Uuid, words: string) =>
	words === '' ? null : key.seal(place(id, 'result_sealed'), words);

export function openAct(key: SubjectKey, row: Awaited<ReturnType<typeof loadActs>>[number]): AdvocacyAct {
	const words = key.open<{ whom: string; about: string }>(place(row.id, 'sealed'), row.sealed);
	return {
		id: row.id,
		on: row.done_on,
		towards: row.towards as AdvocacyAct['towards'],
		...words,
		by: row.recorded_by,
		result: row.result
			? {
					kind: row.result as ActResult,
					on: row.result_on!,
					words: row.result_sealed ? key.open<string>(place(row.id, 'result_sealed'), row.result_sealed) : '',
				}
			: null,
	};
}
