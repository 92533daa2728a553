import { sql, type Kysely } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { DB, Sealed } from '#lib/platform/tables.ts';

/** What of a worker is sealed. */
export type WorkerText = { readonly name: string; readonly email: string };

export async function insertWorker(tx: Tx, worker: { id: Uuid; language: Language; sealed: Sealed }): Promise<void> {
	const { organisationId: organisation_id } = tx;
	await tx.db
		.insertInto('worker')
		.values({ organisation_id, id: worker.id, language: worker.language, joined_at: tx.act.at })
		.execute();
	await tx.db
		.insertInto('worker_text')
		.values({ organisation_id, worker_id: worker.id, sealed: worker.sealed })
		.execute();
}

function withKey(db: Kysely<DB>, organisation: Uuid) {
	return db
		.selectFrom('worker as w')
		.innerJoin('worker_text as t', (join) =>
			join.onRef('t.organisation_id', '=', 'w.organisation_id').onRef('t.worker_id', '=', 'w.id'),
		)
		.innerJoin('subject_key as k', (join) =>
			join.onRef('k.organisation_id', '=', 'w.organisation_id').onRef('k.subject_id', '=', 'w.id'),
		)
		.select(['w.id', 'w.language', 'w.joined_at', 'w.left_at', 't.sealed', 'k.wrapped'])
		.where('w.organisation_id', '=', organisation);
}

const BY_IDS = keptQuery((db, { organisation, ids }: { organisation: Uuid; ids: readonly Uuid[] }) =>
	withKey(db, organisation).where('w.id', '=', sql<Uuid>`any(${ids}::uuid[])`),
);

export async function loadWorkers(tx: Tx) {
	return withKey(tx.db, tx.organisationId).orderBy('w.id').limit(2_000).execute();
}

export async function loadWorkersById(tx: Tx, ids: readonly Uuid[]) {
	return ids.length === 0 ? [] : BY_IDS.rows(tx, { organisation: tx.organisationId, ids: [...new Set(ids)] });
}

export async function setLanguage(tx: Tx, worker: Uuid, language: Language): Promise<void> {
	await tx.db
		.updateTable('worker')
		.set({ language })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', worker)
		.execute();
}

export async function setLeft(tx: Tx, worker: Uuid): Promise<void> {
	await tx.db
		.updateTable('worker')
		.set({ left_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', worker)
		.execute();
}

export type InvitationRow = {
	id: Uuid;
	worker_id: Uuid;
	expires_at: Date;
	accepted_at: Date | null;
	revoked_at: Date | null;
};

export async function insertInvitation(
	tx: Tx,
	invitation: { id: Uuid; worker: Uuid; mac: Buffer; invitedBy: Uuid | null; expiresAt: Date },
): Promise<void> {
	await tx.db
		.insertInto('invitation')
		.values({
			organisation_id: tx.organisationId,
			id: invitation.id,
			worker_id: invitation.worker,
			token_mac: invitation.mac,
			invited_by: invitation.invitedBy,
			made_at: tx.act.at,
			expires_at: invitation.expiresAt,
		})
		.execute();
}

/** Holds a worker: whoever else invites them again, or lets them go, waits. */
export async function lockWorker(tx: Tx, worker: Uuid): Promise<void> {
	await tx.db
		.selectFrom('worker')
		.select('id')
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', worker)
		.forUpdate()
		.execute();
}

export async function revokeInvitations(tx: Tx, worker: Uuid): Promise<void> {
	await tx.db
		.updateTable('invitation')
		.set({ revoked_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', worker)
		.where('accepted_at', 'is', null)
		.where('revoked_at', 'is', null)
		.execute();
}

export async function loadInvitation(tx: Tx, id: Uuid): Promise<InvitationRow | undefined> {
	return tx.db
		.selectFrom('invitation')
		.select(['id', 'worker_id', 'expires_at', 'accepted_at', 'revoked_at'])
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
}

export async function loadOpenInvitations(tx: Tx): Promise<{ worker_id: Uuid; expires_at: Date }[]> {
	return tx.db
		.selectFrom('invitation')
		.select(['worker_id', 'expires_at'])
		.where('organisation_id', '=', tx.organisationId)
		.where('accepted_at', 'is', null)
		.where('revoked_at', 'is', null)
		.limit(2_000)
		.execute();
}

export async function acceptInvitationRow(tx: Tx, id: Uuid): Promise<void> {
	await tx.db
		.updateTable('invitation')
		.set({ accepted_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}
