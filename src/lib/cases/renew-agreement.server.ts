import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { checkNewVersion, isAcceptance, versionIn } from './agreement.ts';
import { eventPlace } from './case-file.server.ts';
import { caseUnderChange, type CaseUnderChange } from './case-under-change.server.ts';
import { insertEvent } from './course.store.server.ts';
import { insertAgreement, loadAgreement, loadFacts, withdrawFact } from './inclusion.store.server.ts';
import { endActivePeriod } from './withdraw.server.ts';

/** A new version of the agreement, and what is new in it. */
type NewAgreement = {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly form: 'oral' | 'written';
	readonly from: CalendarDay;
	readonly to: CalendarDay | undefined;
	readonly note: string;
};

/**
 * Proposes a new version of the agreement (D3): what everybody accepted before stands no longer, everybody is asked again,
 * and an active case waits until they have answered.
 */
export async function renewAgreement(act: Act<Worker>, input: NewAgreement): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.change', input.caseId);
			if (!found.ok) return found;
			const newest = versionIn(await loadAgreement(tx, input.caseId));
			const checked = checkNewVersion(found.value.facts, newest, { ...input, today: found.value.today });
			if (!checked.ok) return checked;
			if (await claim(tx, input.command, 'renew-agreement'))
				await propose(tx, found.value, { ...input, version: newest!.version + 1 });
			record(tx, { action: 'case.agreement-renewed', subjects: [input.caseId], record: input.command });
			return ok();
		},
		{ agreement_pkey: 'changed-meanwhile' },
	);
}

async function propose(
	tx: Tx<Worker>,
	of: CaseUnderChange,
	input: NewAgreement & { readonly version: number },
): Promise<void> {
	const { caseId, form, from, note, version } = input;
	const by = tx.act.by.workerId;
	const asked = new Set(of.definition.conditions.filter(isAcceptance).map((one) => one.key));
	const standing = (await loadFacts(tx, caseId)).filter((fact) => !fact.withdrawnOn && asked.has(fact.condition));
	await endActivePeriod(tx, of, of.today);
	for (const fact of standing) await withdrawFact(tx, fact.id, { on: of.today, by });
	await insertAgreement(tx, { caseId, version, form, from, to: input.to ?? null, by, parties: [] });
	const sealed = note === '' ? undefined : of.key.seal(eventPlace(input.command), { note });
	await insertEvent(tx, { id: input.command, caseId, kind: 'renewed', on: of.today, by, sealed });
}
