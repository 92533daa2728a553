import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { LocalWords } from '#lib/kernel/local-words.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { presentMembers } from './case-parts.server.ts';
import { loadCase } from './cases.store.server.ts';
import { nameOfCase } from './name-of-case.server.ts';
import { openPlan } from './open-plan.server.ts';
import type { Plan } from './plan.ts';
import { planChanges, type PlanDifference } from './plan-changes.ts';
import { loadPlan, loadPlanVersions } from './plan.store.server.ts';

/** A version of a plan as a list shows it. */
type PlanVersion = { readonly version: number; readonly madeOn: CalendarDay; readonly madeBy: string };
type OfACase = { readonly name: string; readonly planTitle: LocalWords };
type Versions = OfACase & { readonly versions: readonly PlanVersion[] };
type Found = { readonly shown: Versions; readonly personIds: readonly Uuid[] };

/** The versions of a case's plan, newest first: who made them and when. */
export async function readPlanVersions(act: Act<Worker>, { caseId }: { caseId: Uuid }): Promise<Result<Versions>> {
	return transaction(act, async (tx) => {
		const found = await versionsOf(tx, caseId);
		if (!found.ok) return found;
		record(tx, { action: 'case.read', subjects: [caseId, ...found.value.personIds] });
		return ok(found.value.shown);
	});
}

/** One version of a plan in full, and what the next version changed of it; undefined for the newest. */
export async function readPlanVersion(
	act: Act<Worker>,
	{ caseId, version }: { caseId: Uuid; version: number },
): Promise<Result<OfACase & { shown: PlanVersion; plan: Plan; changes: readonly PlanDifference[] | undefined }>> {
	return transaction(act, async (tx) => {
		const [found, plan, next] = await Promise.all([
			versionsOf(tx, caseId),
			planIn(tx, caseId, version),
			planIn(tx, caseId, version + 1),
		]);
		if (!found.ok) return found;
		const { versions, ...ofCase } = found.value.shown;
		const shown = versions.find((one) => one.version === version);
		if (!shown || !plan) return refuse('not-found');
		record(tx, {
			action: 'case.plan-read',
			subjects: [caseId, ...found.value.personIds],
			reason: `version-${version}`,
		});
		return ok({ ...ofCase, shown, plan, changes: next && planChanges(plan, next) });
	});
}

async function versionsOf(tx: Tx<Worker>, caseId: Uuid): Promise<Result<Found>> {
	const [allowed, facts, rows, present] = await Promise.all([
		permit(tx, 'case.read', caseId),
		loadCase(tx, caseId),
		loadPlanVersions(tx, caseId),
		presentMembers(tx, caseId),
	]);
	if (!allowed.ok) return allowed;
	if (!facts || rows.length === 0) return refuse('not-found');
	const [definition, names, { name, personIds }] = await Promise.all([
		definitionOf(tx, facts.programme, facts.version),
		namesOf(tx, [...new Set(rows.map((row) => row.made_by))]),
		nameOfCase(tx, facts, present),
	]);
	const versions = rows.map(({ version, made_on, made_by }) => ({
		version,
		madeOn: made_on,
		madeBy: names.get(made_by) ?? '',
	}));
	return ok({ shown: { name, planTitle: definition.plan.title, versions }, personIds });
}

async function planIn(tx: Tx, caseId: Uuid, version: number): Promise<Plan | undefined> {
	const [loaded, keys] = await Promise.all([
		loadPlan(tx, caseId, version),
		openVault(tx).then((vault) => vault.keysOf([caseId])),
	]);
	const key = keys.get(caseId);
	return loaded && key && openPlan(key, caseId, loaded);
}
