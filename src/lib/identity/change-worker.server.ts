import type { Act, Role, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { assignRoles, endEverythingOwn, leaveTeams, permitRole } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { accountOf, deleteSessions } from './identity.store.server.ts';
import { forgetRemembered } from './sessions.server.ts';
import { loadWorkersById, lockWorker, revokeInvitations, setLeft } from './workers.store.server.ts';

/** Gives a worker exactly these roles, at least one. The last administrator stays one. */
export async function changeRoles(
	act: Act<Worker>,
	input: { workerId: Uuid; roles: readonly Role[] },
): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'worker.change');
	if (!allowed.ok) return allowed;
	if (input.roles.length === 0) return refuseField('roles', 'choose-some');
	const done = await transaction(act, async (tx) => {
		await lockWorker(tx, input.workerId);
		const [worker] = await loadWorkersById(tx, [input.workerId]);
		if (!worker || worker.left_at) return refuse('not-found');
		const assigned = await assignRoles(tx, input.workerId, input.roles);
		if (!assigned.ok) return assigned;
		record(tx, { action: 'worker.changed', subjects: [input.workerId] });
		return ok();
	});
	forgetRemembered();
	return done;
}

/**
 * Ends somebody's work here: what was theirs, roles, teams, sessions. Refused while anything is still open: `openWork` counts
 * that, for whoever knows of cases and requests; the database refuses the same.
 */
export async function endWork(
	act: Act<Worker>,
	input: { workerId: Uuid; openWork?: (tx: Tx<Worker>, worker: Uuid) => Promise<number> },
): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'worker.change');
	if (!allowed.ok) return allowed;
	const done = await transaction(act, (tx) => leave(tx, input), { leaves_nothing_open: 'still-open-work' });
	if (!done.ok) return done;
	const account = await accountOf({ organisationId: act.by.organisationId, workerId: input.workerId });
	if (account) await deleteSessions(account);
	forgetRemembered();
	return done;
}

async function leave(
	tx: Tx<Worker>,
	{ workerId, openWork }: Parameters<typeof endWork>[1],
): Promise<Result<undefined>> {
	await lockWorker(tx, workerId);
	const [worker] = await loadWorkersById(tx, [workerId]);
	if (!worker || worker.left_at) return refuse('not-found');
	const open = (await openWork?.(tx, workerId)) ?? 0;
	if (open > 0) return refuse('has-open-work', { count: open });
	await setLeft(tx, workerId);
	const assigned = await assignRoles(tx, workerId, []);
	if (!assigned.ok) return assigned;
	await leaveTeams(tx, workerId);
	await endEverythingOwn(tx, workerId);
	await revokeInvitations(tx, workerId);
	record(tx, { action: 'worker.left', subjects: [workerId] });
	return ok();
}
