import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { ok } from '#lib/kernel/result.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { keyFor, mac } from './root-key.server.ts';
import { openBytes, sealBytes } from './sealing.server.ts';

// What somebody at the door has typed and not sent belongs to nobody: it opens only with the random token in their own
// cookie, or with a code where they asked for one; no organisation can see it, and it is gone after a day, or when the time
// of the code has ended (decision 15).

const KEPT_MS = 24 * 60 * 60 * 1000;
/** A request being written; a questionnaire being filled in; what of its result goes along with a request. */
type UnsentKind = 'ask' | 'how-am-i' | 'along';

/** A new token, for a cookie. */
export function newToken(): string {
	return randomBytes(24).toString('base64url');
}

/** Keeps what was typed under a token: a day, or until the moment that is named. */
export async function keepUnsent(
	token: string,
	kind: UnsentKind,
	kept: { value: unknown; at: Date; until?: Date },
): Promise<void> {
	const sealed = sealBytes(keyOf(token), kind, Buffer.from(JSON.stringify(kept.value), 'utf8'));
	const until = kept.until ?? new Date(kept.at.getTime() + KEPT_MS);
	await asVisitor(
		kept.at,
		sql`select finder.keep_unsent(${mac('unsent-index', token)}, ${kind}, ${sealed}, ${kept.at}, ${until})`,
	);
}

/** Reads what was typed under a token; undefined when nothing is there, or its time has ended. */
export async function readUnsent<Value>(
	token: string | undefined,
	kind: UnsentKind,
	at: Date,
): Promise<Value | undefined> {
	if (!token) return undefined;
	const rows = await asVisitor(
		at,
		sql<{ sealed: Buffer | null }>`select finder.read_unsent(${mac('unsent-index', token)}, ${kind}, ${at}) as sealed`,
	);
	const sealed = (rows[0] as { sealed: Buffer | null } | undefined)?.sealed;
	return sealed ? (JSON.parse(openBytes(keyOf(token), kind, sealed).toString('utf8')) as Value) : undefined;
}

/** Forgets what was typed: it was sent, or the person wants it gone. */
export async function forgetUnsent(token: string | undefined, at: Date): Promise<void> {
	if (token) await asVisitor(at, sql`select finder.forget_unsent(${mac('unsent-index', token)})`);
}

/** Deletes what nobody can open any more; a job does it. */
export async function forgetExpiredUnsent(at: Date): Promise<void> {
	await asVisitor(at, sql`select finder.forget_expired_unsent(${at})`);
}

function keyOf(token: string): Buffer {
	return createHmac('sha256', keyFor('unsent')).update(token).digest();
}

async function asVisitor(at: Date, query: ReturnType<typeof sql>): Promise<readonly unknown[]> {
	const done = await lookUp({ by: { kind: 'visitor' }, at }, async (tx) => ok((await query.execute(tx.db)).rows));
	return done.ok ? done.value : [];
}
