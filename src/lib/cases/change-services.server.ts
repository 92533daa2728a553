import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { caseUnderChange, type CaseUnderChange } from './case-under-change.server.ts';
import { loadConditions } from './inclusion.store.server.ts';
import { checkServices, choosesServices, conditionsFor } from './member.ts';
import { askConditions, insertServices, loadPresent, loadServices } from './members.store.server.ts';
import { endActivePeriod } from './withdraw.server.ts';

/**
 * Adds kinds of service to a case (O1). What the programme asks for them is asked from now on: an active case waits until
 * it is there.
 */
export async function addServices(
	act: Act<Worker>,
	input: { caseId: Uuid; services: readonly string[] },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.change', input.caseId);
			if (!found.ok) return found;
			const { facts, definition } = found.value;
			if (facts.closedOn) return refuse('case-closed');
			if (!choosesServices(definition)) return refuseField('services', 'choose-some');
			const checked = checkServices(definition, input.services);
			if (!checked.ok) return checked;
			await add(tx, found.value, input.services);
			record(tx, { action: 'case.services-changed', subjects: [input.caseId] });
			return ok();
		},
		{ case_service_pkey: 'changed-meanwhile' },
	);
}

async function add(tx: Tx<Worker>, of: CaseUnderChange, services: readonly string[]): Promise<void> {
	const caseId = of.facts.id;
	const before = await loadServices(tx, caseId);
	const added = services.filter((service) => !before.includes(service));
	const [present, known] = await Promise.all([loadPresent(tx, caseId), loadConditions(tx, caseId)]);
	const asked = conditionsFor(of.definition, { caseId, services: [...before, ...added] }, present).filter((one) =>
		known.every((there) => there.condition !== one.condition || there.partyId !== one.partyId),
	);
	if (asked.length > 0) await endActivePeriod(tx, of, of.today);
	await insertServices(tx, { caseId, services: added, from: of.today, by: tx.act.by.workerId });
	await askConditions(tx, caseId, asked);
}
