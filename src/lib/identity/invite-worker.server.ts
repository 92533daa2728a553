import { randomBytes } from 'node:crypto';
import type { Act, Actor, Role, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { assignRoles, joinTeam, permitRole, staffing } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { wordsIn } from '#lib/platform/words.server.ts';
import { queueMail } from '#lib/vault/outbox.server.ts';
import { mac } from '#lib/vault/root-key.server.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import { accountOf, deleteAccount, membershipsOf } from './identity.store.server.ts';
import type { Membership } from './membership.ts';
import { forgetRemembered } from './sessions.server.ts';
import { workerPlace, workerWithKey } from './workers.server.ts';
import {
	insertInvitation,
	insertWorker,
	loadWorkers,
	lockWorker,
	revokeInvitations,
	type WorkerText,
} from './workers.store.server.ts';

const INVITATION_DAYS = 7;

/** Who is invited, and to what. */
type Invited = {
	readonly name: string;
	readonly email: string;
	readonly language: Language;
	readonly roles: readonly Role[];
	readonly teams: readonly { readonly id: Uuid; readonly isLead: boolean }[];
};

/** Invites somebody to work here. The link goes by mail; it is also the result, to be handed over when there is no mail. */
export async function inviteWorker(
	act: Act<Worker>,
	input: Invited,
): Promise<Result<{ workerId: Uuid; link: string }>> {
	const allowed = permitRole(act.by, 'worker.change');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const [here, { teams }] = await Promise.all([isHere(tx, input.email), staffing(tx)]);
		if (here) return refuseField('email', 'email-taken');
		if (!input.teams.every(({ id }) => teams.some((team) => team.id === id))) return refuseField('team', 'choose-one');
		return ok(await addWorker(tx, input));
	});
}

/** Adds a worker with their roles and teams, and sends the invitation. Part of a use case that journals. */
export async function addWorker<Who extends Actor>(
	tx: Tx<Who>,
	invited: Invited,
): Promise<{ workerId: Uuid; link: string }> {
	const vault = await openVault(tx);
	const workerId = newId(tx.act.at);
	const key = await vault.newKey('worker', workerId);
	const text: WorkerText = { name: invited.name, email: invited.email };
	await insertWorker(tx, { id: workerId, language: invited.language, sealed: key.seal(workerPlace(workerId), text) });
	await assignRoles(tx, workerId, invited.roles);
	for (const team of invited.teams) await joinTeam(tx, { team: team.id, worker: workerId, isLead: team.isLead });
	const link = await sendInvitation(tx, { key, text, language: invited.language });
	record(tx, { action: 'invitation.sent', subjects: [workerId] });
	return { workerId, link };
}

/** Invites a worker again: an open invitation ends, and so do the password, second factor and sessions of an account that works nowhere else. */
export async function inviteAgain(act: Act<Worker>, input: { workerId: Uuid }): Promise<Result<{ link: string }>> {
	const allowed = permitRole(act.by, 'worker.change');
	if (!allowed.ok) return allowed;
	const done = await transaction(act, async (tx) => {
		const [, worker] = await Promise.all([lockWorker(tx, input.workerId), workerWithKey(tx, input.workerId)]);
		if (!worker) return refuse('not-found');
		await revokeInvitations(tx, input.workerId);
		const link = await sendInvitation(tx, {
			key: worker.key,
			text: worker.text,
			language: (worker.language ?? 'sl') as Language,
		});
		record(tx, { action: 'invitation.sent', subjects: [input.workerId] });
		return ok({ link });
	});
	if (!done.ok) return done;
	await resetAccount({ organisationId: act.by.organisationId, workerId: input.workerId });
	return done;
}

/** An account that also works elsewhere is not this organisation's to reset: its password stays, and the link asks for it. */
async function resetAccount(membership: Membership): Promise<void> {
	const account = await accountOf(membership);
	if (!account) return;
	const places = await membershipsOf(account);
	if (places.every((place) => place.organisationId === membership.organisationId)) await deleteAccount(account);
	forgetRemembered();
}

async function sendInvitation(tx: Tx, to: { key: SubjectKey; text: WorkerText; language: Language }): Promise<string> {
	const token = randomBytes(24).toString('base64url');
	const link = `${config.origin}/invitation/${token}`;
	const expiresAt = new Date(tx.act.at.getTime() + INVITATION_DAYS * 86_400_000);
	await insertInvitation(tx, {
		id: newId(tx.act.at),
		worker: to.key.subjectId,
		mac: mac('links', token),
		invitedBy: tx.act.by.kind === 'worker' ? tx.act.by.workerId : null,
		expiresAt,
	});
	const { t } = wordsIn(to.language);
	const text = t('mail.invitation.text', { name: to.text.name, link, days: INVITATION_DAYS });
	await queueMail(tx, to.key, {
		kind: 'invitation',
		mail: { to: to.text.email, subject: t('mail.invitation.subject'), text },
	});
	return link;
}

async function isHere(tx: Tx, email: string): Promise<boolean> {
	const [vault, rows] = await Promise.all([openVault(tx), loadWorkers(tx)]);
	const same = email.trim().toLowerCase();
	return rows.some(
		(row) =>
			!row.left_at &&
			vault.keyOf(row.id, row.wrapped).open<WorkerText>(workerPlace(row.id), row.sealed).email.toLowerCase() === same,
	);
}
