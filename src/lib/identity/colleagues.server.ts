import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { may, type Action } from '#lib/access/access-table.ts';
import { staffing } from '#lib/access/access.server.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { workerPlace, type Colleague } from './workers.server.ts';
import { loadWorkers, loadWorkersById, type WorkerText } from './workers.store.server.ts';

/** Whoever works here now and may do this with what is their own. Whoever shows their names journals what they stand with. */
export async function colleaguesWho(tx: Tx, action: Action): Promise<readonly Colleague[]> {
	const [vault, workers, { roles }] = await Promise.all([openVault(tx), loadWorkers(tx), staffing(tx)]);
	const rolesOf = Map.groupBy(roles, (one) => one.worker_id);
	return workers
		.filter((one) => one.left_at === null)
		.filter((one) =>
			may(
				(rolesOf.get(one.id) ?? []).map((row) => row.role),
				action,
				'own',
			),
		)
		.map((one) => ({
			id: one.id,
			name: vault.keyOf(one.id, one.wrapped).open<WorkerText>(workerPlace(one.id), one.sealed).name,
		}));
}

/** Which of some workers no longer work here. */
export async function whoLeft(tx: Tx, ids: readonly Uuid[]): Promise<ReadonlySet<Uuid>> {
	const workers = await loadWorkersById(tx, ids);
	return new Set(workers.filter((one) => one.left_at !== null).map((one) => one.id));
}

/** Whoever may do this with what is their own, for a form that lets a worker choose among them: colleagues’ names are no secret to colleagues. */
export async function colleaguesToChoose(act: Act<Worker>, action: Action): Promise<readonly Colleague[]> {
	const found = await lookUp(act, async (tx) => ok(await colleaguesWho(tx, action)));
	return found.ok ? found.value : [];
}
