import { sql } from 'kysely';
import { system, type Act, type System } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import { mac } from '#lib/vault/root-key.server.ts';
import { PASSWORD_MIN, accountAddress } from './account.server.ts';
import { linkAccount, userByAddress } from './identity.store.server.ts';
import { makeAccount, signIn, type Caller, type Step } from './sign-in.server.ts';
import { forgetRemembered } from './sessions.server.ts';
import { workerWithKey } from './workers.server.ts';
import { acceptInvitationRow, loadInvitation, type InvitationRow, type WorkerText } from './workers.store.server.ts';

/** An open invitation, as whoever holds its link sees it. */
type OpenInvitation = WorkerText & {
	readonly organisationId: Uuid;
	readonly invitationId: Uuid;
	readonly hasAccount: boolean;
};

/** Looks an invitation up by the token of its link. */
export async function readInvitation(token: string, at: Date): Promise<Result<OpenInvitation>> {
	const found = await findInvitation(token, at);
	if (!found) return refuse('invitation-ended');
	return lookUp({ by: system(found.organisationId), at }, async (tx) => {
		const invitation = await loadInvitation(tx, found.invitationId);
		if (!isOpen(invitation, at)) return refuse('invitation-ended');
		const worker = await workerWithKey(tx, invitation.worker_id);
		if (!worker) return refuse('invitation-ended');
		const hasAccount = (await userByAddress(accountAddress(worker.text.email))) !== undefined;
		return ok({ ...worker.text, ...found, hasAccount });
	});
}

/** Accepts an invitation: whoever has no account chooses a password, whoever has one proves it. What follows is the second factor. */
export async function acceptInvitation(
	caller: Caller,
	input: { token: string; password: string },
): Promise<Result<Step>> {
	const invitation = await readInvitation(input.token, caller.at);
	if (!invitation.ok) return invitation;
	const { email, organisationId, invitationId } = invitation.value;
	if (input.password.length < PASSWORD_MIN) return refuseField('password', 'password-short', { min: PASSWORD_MIN });
	const entered = await enter(caller, { email, password: input.password });
	if (!entered.ok) return entered;
	const joined = await markAccepted({ by: system(organisationId), at: caller.at }, invitationId);
	if (!joined.ok) return joined;
	await linkAccount(entered.value.userId, { organisationId, workerId: joined.value });
	forgetRemembered();
	return ok(entered.value.step);
}

async function enter(
	caller: Caller,
	input: { email: string; password: string },
): Promise<Result<{ userId: string; step: Step }>> {
	const made = await makeAccount(caller, input);
	if (made) return ok({ userId: made.userId, step: { next: 'set-up-second-factor', cookies: made.cookies } });
	const step = await signIn(caller, input);
	if (!step.ok) return refuseField('password', 'sign-in-wrong');
	const userId = await userByAddress(accountAddress(input.email));
	if (!userId) throw new Error('signed in without an account');
	return ok({ userId, step: step.value });
}

async function markAccepted(act: Act<System>, invitationId: Uuid): Promise<Result<Uuid>> {
	return transaction(act, async (tx) => {
		const invitation = await loadInvitation(tx, invitationId);
		if (!isOpen(invitation, act.at)) return refuse('invitation-ended');
		await acceptInvitationRow(tx, invitationId);
		record(tx, { action: 'invitation.accepted', subjects: [invitation.worker_id] });
		return ok(invitation.worker_id);
	});
}

function isOpen(invitation: InvitationRow | undefined, at: Date): invitation is InvitationRow {
	return invitation !== undefined && !invitation.accepted_at && !invitation.revoked_at && invitation.expires_at > at;
}

async function findInvitation(token: string, at: Date) {
	const found = await lookUp({ by: { kind: 'visitor' }, at }, async (tx: Tx) => {
		const { rows } = await sql<{
			organisation_id: Uuid;
			invitation_id: Uuid;
		}>`select * from finder.find_invitation(${mac('links', token)})`.execute(tx.db);
		return ok(rows[0] && { organisationId: rows[0].organisation_id, invitationId: rows[0].invitation_id });
	});
	return found.ok ? found.value : undefined;
}
