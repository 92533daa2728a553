import type { Role } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { pool } from '#lib/platform/database.server.ts';
import type { Membership } from './membership.ts';

// Sign-in happens before anybody is known: these few queries run as opora_identity, outside any organisation.

export type SessionRow = {
	readonly user_id: string;
	readonly expires_at: Date;
	readonly last_seen_at: Date;
	readonly second_factor: boolean | null;
	readonly memberships: readonly { organisation_id: Uuid; worker_id: Uuid; language: string | null; roles: Role[] }[];
};

const SESSION = `
	select s."userId" as user_id, s."expiresAt" as expires_at, s."lastSeenAt" as last_seen_at, u."twoFactorEnabled" as second_factor,
		coalesce((select json_agg(json_build_object('organisation_id', w.organisation_id, 'worker_id', w.id, 'language', w.language, 'roles', coalesce((
				select json_agg(r.role) from access.worker_role r
				where r.organisation_id = w.organisation_id and r.worker_id = w.id and r.to_at is null), '[]'::json)))
			from identity.worker_account a join public.worker w on w.organisation_id = a.organisation_id and w.id = a.worker_id
			where a.user_id = s."userId" and w.left_at is null), '[]'::json) as memberships
	from identity.session s join identity."user" u on u.id = s."userId" where s.token = $1`;

export async function loadSession(token: string): Promise<SessionRow | undefined> {
	const { rows } = await pool('identity').query<SessionRow>({ name: 'session', text: SESSION, values: [token] });
	return rows[0];
}

export async function touchSession(token: string, at: Date): Promise<void> {
	await pool('identity').query('update identity.session set "lastSeenAt" = $2 where token = $1', [token, at]);
}

export async function membershipsOf(userId: string): Promise<Membership[]> {
	const { rows } = await pool('identity').query<{ organisation_id: Uuid; worker_id: Uuid }>(
		`select a.organisation_id, a.worker_id from identity.worker_account a
		join public.worker w on w.organisation_id = a.organisation_id and w.id = a.worker_id where a.user_id = $1 and w.left_at is null`,
		[userId],
	);
	return rows.map((row) => ({ organisationId: row.organisation_id, workerId: row.worker_id }));
}

export async function userByAddress(address: string): Promise<string | undefined> {
	const { rows } = await pool('identity').query<{ id: string }>('select id from identity."user" where email = $1', [
		address,
	]);
	return rows[0]?.id;
}

export async function linkAccount(userId: string, membership: Membership): Promise<void> {
	await pool('identity').query(
		'insert into identity.worker_account (user_id, organisation_id, worker_id) values ($1, $2, $3) on conflict do nothing',
		[userId, membership.organisationId, membership.workerId],
	);
}

export async function accountOf(membership: Membership): Promise<string | undefined> {
	const { rows } = await pool('identity').query<{ user_id: string }>(
		'select user_id from identity.worker_account where organisation_id = $1 and worker_id = $2',
		[membership.organisationId, membership.workerId],
	);
	return rows[0]?.user_id;
}

/** Ends every session of an account. */
export async function deleteSessions(userId: string): Promise<void> {
	await pool('identity').query('delete from identity.session where "userId" = $1', [userId]);
}

/** Deletes an account with its password, second factor and sessions; its workers stay, and can be invited again. */
export async function deleteAccount(userId: string): Promise<void> {
	await pool('identity').query('delete from identity."user" where id = $1', [userId]);
}

export async function secondFactorSecrets(): Promise<{ organisation_id: Uuid; worker_id: Uuid; secret: string }[]> {
	const { rows } = await pool('identity').query<{ organisation_id: Uuid; worker_id: Uuid; secret: string }>(
		'select a.organisation_id, a.worker_id, f.secret from identity."twoFactor" f join identity.worker_account a on a.user_id = f."userId" where f.verified',
	);
	return rows;
}

export async function failuresOf(macs: readonly Buffer[]): Promise<{ failures: number; last_at: Date }[]> {
	const { rows } = await pool('identity').query<{ failures: number; last_at: Date }>(
		'select failures, last_at from identity.attempt where mac = any ($1)',
		[macs],
	);
	return rows;
}

export async function addFailure(macs: readonly Buffer[], at: Date): Promise<void> {
	await pool('identity').query(
		`insert into identity.attempt (mac, failures, last_at) select m, 1, $2 from unnest($1::bytea[]) as m order by m
		on conflict (mac) do update set failures = identity.attempt.failures + 1, last_at = excluded.last_at`,
		[macs, at],
	);
}

export async function forgetFailures(macs: readonly Buffer[]): Promise<void> {
	await pool('identity').query('delete from identity.attempt where mac = any ($1)', [macs]);
}

export async function forgetFailuresBefore(at: Date): Promise<void> {
	await pool('identity').query('delete from identity.attempt where last_at < $1', [at]);
}

export async function insertSetupLink(mac: Buffer, at: Date, until: Date): Promise<void> {
	await pool('identity').query('insert into identity.setup_link (mac, made_at, expires_at) values ($1, $2, $3)', [
		mac,
		at,
		until,
	]);
}

export async function isSetupLinkOpen(mac: Buffer, at: Date): Promise<boolean> {
	const { rowCount } = await pool('identity').query(
		'select 1 from identity.setup_link where mac = $1 and used_at is null and expires_at > $2',
		[mac, at],
	);
	return rowCount === 1;
}

export async function deleteExpiredSessions(at: Date): Promise<void> {
	await pool('identity').query('delete from identity.session where "expiresAt" <= $1', [at]);
	await pool('identity').query('delete from identity.verification where "expiresAt" <= $1', [at]);
}
