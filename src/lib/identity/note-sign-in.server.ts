import { ROLES, system, type Act, type System, type Worker } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import type { Membership, SignInEvent } from './membership.ts';
import { membershipsOf, userByAddress } from './identity.store.server.ts';

/** Writes into the journal of each organisation of an account that somebody signed in, signed out, or was refused. */
export async function noteSignIn(event: SignInEvent): Promise<void> {
	if (event.kind === 'nothing') return;
	const userId = event.kind === 'refused' ? await userByAddress(event.address) : event.userId;
	if (!userId) return;
	const at = new Date();
	for (const membership of await membershipsOf(userId)) {
		if (event.kind === 'refused') await noteRefused({ by: system(membership.organisationId), at }, membership);
		else await noteSession({ by: workerOf(membership), at }, event.kind);
	}
}

function workerOf(membership: Membership): Worker {
	return { kind: 'worker', ...membership, roles: ROLES.slice(0, 0) };
}

async function noteRefused(act: Act<System>, membership: Membership): Promise<void> {
	await transaction(act, async (tx) => {
		record(tx, { action: 'session.refused', subjects: [membership.workerId] });
		return ok();
	});
}

async function noteSession(act: Act<Worker>, kind: 'started' | 'ended'): Promise<void> {
	await transaction(act, async (tx) => {
		record(tx, { action: kind === 'started' ? 'session.started' : 'session.ended', subjects: [act.by.workerId] });
		return ok();
	});
}
