import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { personNames } from '#lib/people/open-persons.server.ts';
import { loadMembers } from './cases.store.server.ts';
import { recordInCase } from './record-in-case.server.ts';
import { checkReported, type ToReport } from './reported.ts';
import { replaceGoals, replaceGroups } from './reported.store.server.ts';

/** Records what a case is reported by: which target groups its people belong to (Z8), which goals of the project it serves (Z9). */
export async function recordReported(
	act: Act<Worker>,
	input: ToReport & { readonly command: Uuid; readonly caseId: Uuid },
): Promise<Result<undefined>> {
	const how = { may: 'case.change', journal: 'case.reported' } as const;
	const refusals = { reported_as_defined: 'choose-some' } as const;
	return recordInCase(act, { ...how, refusals, input }, async (tx, { definition, today }) => {
		// Whoever has left was helped all the same, and is counted.
		const records = (await loadMembers(tx, [input.caseId])).map((one) => one.person_id);
		const persons = await personNames(tx, records);
		// Two records of one person are one here, as they are on the page of the case.
		const byPerson = Map.groupBy(records, (record) => persons.get(record)?.id ?? record);
		const checked = checkReported(definition, [...byPerson.keys()], input);
		if (!checked.ok) return checked;
		const of = { caseId: input.caseId, on: today, by: act.by.workerId };
		for (const [person, chosen] of Object.entries(input.groups) as [Uuid, readonly string[]][])
			await replaceGroups(tx, { ...of, person, records: byPerson.get(person) ?? [] }, chosen);
		await replaceGoals(tx, of, input.goals);
		return ok();
	});
}
