import type { Act, Role, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { assignRoles, countOwn, leaveTeams, permitRole } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { accountOf, deleteSessions } from './identity.store.server.ts';
import { forgetRemembered } from './sessions.server.ts';
import { loadWorkersById, revokeInvitations, setLeft } from './workers.store.server.ts';

/** Gives a worker exactly these roles. The last administrator stays one. */
export async function changeRoles(
	act: Act<Worker>,
	input: { workerId: Uuid; roles: readonly Role[] },
): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'worker.change');
	if (!allowed.ok) return allowed;
	const done = await transaction(act, async (tx) => {
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

/** Ends somebody's work here: roles, teams, sessions. Refused while requests or cases are still theirs. */
export async function endWork(act: Act<Worker>, input: { workerId: Uuid }): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'worker.change');
	if (!allowed.ok) return allowed;
	const done = await transaction(act, async (tx) => {
		const [worker] = await loadWorkersById(tx, [input.workerId]);
		if (!worker || worker.left_at) return refuse('not-found');
		const open = await countOwn(tx, input.workerId);
		if (open > 0) return refuse('has-open-work', { count: open });
		const assigned = await assignRoles(tx, input.workerId, []);
		if (!assigned.ok) return assigned;
		await leaveTeams(tx, input.workerId);
		await revokeInvitations(tx, input.workerId);
		await setLeft(tx, input.workerId);
		record(tx, { action: 'worker.left', subjects: [input.workerId] });
		return ok();
	});
	if (!done.ok) return done;
	const account = await accountOf({ organisationId: act.by.organisationId, workerId: input.workerId });
	if (account) await deleteSessions(account);
	forgetRemembered();
	return done;
}
