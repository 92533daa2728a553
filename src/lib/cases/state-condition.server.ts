import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { peopleAround } from '#lib/people/people-around.server.ts';
import type { Condition } from '#lib/programmes/definition.ts';
import { isAcceptance, versionIn, versionToAccept } from './agreement.ts';
import { checkFact, namesAsked } from './case.ts';
import { presentMembers } from './case-parts.server.ts';
import { caseUnderChange } from './case-under-change.server.ts';
import {
	insertAcceptance,
	insertAgreement,
	insertFact,
	loadAgreement,
	loadConditions,
	loadFacts,
} from './inclusion.store.server.ts';

/** What a party stated: the condition it meets, the day, the form, and until when it is agreed where the condition sets a period. */
export type StatedCondition = {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly condition: string;
	readonly partyId: Uuid;
	readonly statedOn: CalendarDay;
	readonly form: 'oral' | 'written';
	readonly until: CalendarDay | undefined;
	/** Whom it names, of those around the clients: key actors, standing collaborators. */
	readonly named?: readonly Uuid[];
};

const REFUSALS = {
	inclusion_fact_once: 'already-stated',
	inclusion_fact_organisation_id_case_id_condition_party_id_fkey: 'not-found',
	names_are_enough: 'names-missing',
} as const;

/** Records that a party met a condition of inclusion, on the day it was stated. */
export async function stateCondition(act: Act<Worker>, input: StatedCondition): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.change', input.caseId);
			if (!found.ok) return found;
			const { facts, definition, today } = found.value;
			const checked = checkFact(definition, facts, { ...input, today });
			if (!checked.ok) return checked;
			if (!(await asked(tx, input))) return refuse('not-found');
			const named = await namedIn(tx, checked.value, input);
			if (!named.ok) return named;
			if (await claim(tx, input.command, 'state-condition')) {
				if (isAcceptance(checked.value)) await agree(tx, input);
				await insertFact(tx, { ...input, ...named.value, id: input.command, by: act.by.workerId });
			}
			record(tx, {
				action: 'case.condition-stated',
				subjects: [input.caseId],
				record: input.command,
				reason: input.condition,
			});
			return ok();
		},
		REFUSALS,
	);
}

/** Whom a statement names: people around the clients who stand there now and may be turned to, as many as the condition asks. */
async function namedIn(
	tx: Tx<Worker>,
	condition: Condition,
	input: StatedCondition,
): Promise<Result<{ namesMin: number; named: readonly Uuid[] }>> {
	const namesMin = namesAsked(condition);
	if (namesMin === 0) return ok({ namesMin, named: [] });
	const around = await peopleAround(tx, await presentMembers(tx, input.caseId));
	const open = around.filter((one) => one.endedOn === null && !one.neverContact).map((one) => one.id);
	const named = (input.named ?? []).filter((one) => open.includes(one));
	return named.length < namesMin ? refuseField('named', 'names-missing', { count: namesMin }) : ok({ namesMin, named });
}

async function asked(tx: Tx, input: StatedCondition): Promise<boolean> {
	const conditions = await loadConditions(tx, input.caseId);
	return conditions.some((one) => one.condition === input.condition && one.partyId === input.partyId);
}

/** Who commits themselves accepts the version of the agreement that waits for them, or begins a new one with its period. */
async function agree(tx: Tx<Worker>, input: StatedCondition): Promise<void> {
	const by = tx.act.by.workerId;
	const newest = versionIn(await loadAgreement(tx, input.caseId));
	const waiting = versionToAccept(newest, await loadFacts(tx, input.caseId), input.partyId);
	const { caseId, partyId: party, statedOn: on } = input;
	if (waiting) return insertAcceptance(tx, { caseId, version: waiting.version, party, on, by });
	await insertAgreement(tx, {
		caseId,
		version: (newest?.version ?? 0) + 1,
		form: input.form,
		from: on,
		to: input.until ?? null,
		by,
		parties: [party],
	});
}
