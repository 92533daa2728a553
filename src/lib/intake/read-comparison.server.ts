import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { casesOfPerson } from '#lib/cases/list-cases.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { recordOf, type OneRecord } from '#lib/people/merge-persons.server.ts';
import { mergesInto } from '#lib/people/merges-into.server.ts';
import type { Told } from '#lib/people/merging.ts';
import { peopleAround } from '#lib/people/people-around.server.ts';
import { contactRulesOf } from '#lib/people/people.server.ts';
import type { ContactRule } from '#lib/people/person.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { requestsOfPerson } from './read-requests.server.ts';

/** One of two records that stand beside each other. */
type ComparedRecord = {
	readonly id: Uuid;
	readonly label: string;
	readonly firstSeenAt: Date;
	readonly told: Told;
	readonly standing: OneRecord['standing'];
	readonly rules: readonly ContactRule[];
	/** How many hang on it. */
	readonly requests: number;
	readonly cases: number;
	readonly around: number;
};
type Comparison = {
	readonly kept: ComparedRecord;
	readonly merged: ComparedRecord;
	/** When and by whom the second was merged into the first; undefined while they are apart. */
	readonly merge: { readonly at: Date; readonly by: string } | undefined;
};

/** Reads two records beside each other, for whoever may merge both. */
export async function readComparison(
	act: Act<Worker>,
	{ keptId, mergedId }: { keptId: Uuid; mergedId: Uuid },
): Promise<Result<Comparison>> {
	return transaction(act, async (tx) => {
		const [first, second] = await Promise.all([
			permit(tx, 'person.merge', keptId),
			permit(tx, 'person.merge', mergedId),
		]);
		if (!first.ok) return first;
		const [kept, merged, merges] = await Promise.all([
			compared(tx, keptId),
			compared(tx, mergedId),
			mergesInto(tx, keptId),
		]);
		const merge = merges.find((one) => one.mergedId === mergedId);
		if (!kept || !merged || keptId === mergedId || !(second.ok || merge)) return refuse('not-found');
		const names = merge ? await namesOf(tx, [merge.by]) : new Map<Uuid, string>();
		record(tx, { action: 'person.read', subjects: [keptId, mergedId] });
		return ok({ kept, merged, merge: merge && { at: merge.at, by: names.get(merge.by) ?? '' } });
	});
}

async function compared(tx: Tx, id: Uuid): Promise<ComparedRecord | undefined> {
	const [one, rules, requests, cases, around] = await Promise.all([
		recordOf(tx, id),
		contactRulesOf(tx, id),
		requestsOfPerson(tx, id),
		casesOfPerson(tx, id),
		peopleAround(tx, [id]),
	]);
	if (!one) return undefined;
	const { row, told, standing } = one;
	const counts = { requests: requests.length, cases: cases.length, around: around.length };
	return { id, label: row.label, firstSeenAt: row.first_seen_at, told, standing, rules, ...counts };
}
