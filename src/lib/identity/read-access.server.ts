import type { Act, Role, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, type Action } from '#lib/access/access-table.ts';
import { permitRole, reachOf, staffing, type Reach } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { namesOf, type Colleague } from './workers.server.ts';

/** What somebody has to be allowed to open a subject of a kind. */
const OPENING: Readonly<Record<Reach['kind'], Action>> = {
	request: 'request.read',
	case: 'case.read',
	person: 'person.read',
};

/** What one worker may do at present: their roles, their teams, and how many subjects they can open by which relation. */
export type WorkerAccess = {
	readonly worker: Colleague;
	readonly roles: readonly Role[];
	readonly teams: readonly { readonly name: string; readonly isLead: boolean }[];
	readonly reach: readonly (Reach & { readonly opens: boolean })[];
};

/** Everybody who has a role here, and of one of them what they may open. Whose access was looked at is journaled. */
export async function readAccess(
	act: Act<Worker>,
	input: { worker: Uuid | undefined },
): Promise<Result<{ workers: readonly Colleague[]; chosen: WorkerAccess | undefined }>> {
	const allowed = permitRole(act.by, 'access.list');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const staff = await staffing(tx);
		const names = await namesOf(tx, [...new Set(staff.roles.map((row) => row.worker_id))]);
		const workers = [...names].map(([id, name]) => ({ id, name }));
		const worker = workers.find((one) => one.id === input.worker);
		if (input.worker && !worker) return refuse('not-found');
		record(tx, { action: 'worker.listed', subjects: worker ? [worker.id] : workers.map((one) => one.id) });
		const chosen = worker && accessOf(worker, staff, await reachOf(tx, worker.id));
		return ok({ workers, chosen });
	});
}

function accessOf(
	worker: Colleague,
	{ teams, memberships, roles }: Awaited<ReturnType<typeof staffing>>,
	reach: readonly Reach[],
): WorkerAccess {
	const theirs = roles.filter((row) => row.worker_id === worker.id).map((row) => row.role);
	return {
		worker,
		roles: theirs,
		teams: memberships
			.filter((row) => row.worker_id === worker.id)
			.map((row) => ({ name: teams.find((team) => team.id === row.team_id)?.name ?? '', isLead: row.is_lead })),
		reach: reach.map((one) => ({ ...one, opens: may(theirs, OPENING[one.kind], one.relation) })),
	};
}
