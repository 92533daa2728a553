import type { Act, Role, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { permitRole, staffing } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import {
	loadOpenInvitations,
	loadWorkers,
	loadWorkersById,
	setLanguage,
	type WorkerText,
} from './workers.store.server.ts';

/** Somebody who works here, as colleagues see them. */
export type Colleague = { readonly id: Uuid; readonly name: string };

/** Where a worker's name and address stand sealed. */
export const workerPlace = (worker: Uuid) => ({ table: 'worker_text', column: 'sealed', row: worker }) as const;

/** The names of some workers, by their ids. Whoever shows them journals what they are shown with. */
export async function namesOf(tx: Tx, workers: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
	const [vault, rows] = await Promise.all([openVault(tx), loadWorkersById(tx, workers)]);
	return new Map(
		rows.map((row) => [
			row.id,
			vault.keyOf(row.id, row.wrapped).open<WorkerText>(workerPlace(row.id), row.sealed).name,
		]),
	);
}

/** A worker with the key their drafts and messages are sealed under. */
export async function workerWithKey(
	tx: Tx,
	worker: Uuid,
): Promise<{ key: SubjectKey; text: WorkerText; language: string | null } | undefined> {
	const [vault, [row]] = await Promise.all([openVault(tx), loadWorkersById(tx, [worker])]);
	if (!row) return undefined;
	const key = vault.keyOf(row.id, row.wrapped);
	return { key, text: key.open<WorkerText>(workerPlace(row.id), row.sealed), language: row.language };
}

/** A worker as an administrator or coordinator sees them. */
type StaffMember = Colleague & {
	readonly email: string;
	readonly roles: readonly Role[];
	readonly teams: readonly { readonly name: string; readonly isLead: boolean }[];
	readonly joinedAt: Date;
	readonly leftAt: Date | null;
	/** Until when the invitation is open, when it has not been accepted. */
	readonly invitedUntil: Date | null;
};

/** Everybody who works in the organisation, and the teams there are. */
export async function listWorkers(
	act: Act<Worker>,
): Promise<Result<{ workers: readonly StaffMember[]; teams: readonly { id: Uuid; name: string }[] }>> {
	const allowed = permitRole(act.by, 'worker.list');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const [vault, rows, staff, invitations] = await Promise.all([
			openVault(tx),
			loadWorkers(tx),
			staffing(tx),
			loadOpenInvitations(tx),
		]);
		const teamNames = new Map(staff.teams.map((team) => [team.id, team.name]));
		const workers = rows.map((row) => ({
			id: row.id,
			...vault.keyOf(row.id, row.wrapped).open<WorkerText>(workerPlace(row.id), row.sealed),
			roles: staff.roles.filter((one) => one.worker_id === row.id).map((one) => one.role),
			teams: staff.memberships
				.filter((one) => one.worker_id === row.id)
				.map((one) => ({ name: teamNames.get(one.team_id) ?? '', isLead: one.is_lead })),
			joinedAt: row.joined_at,
			leftAt: row.left_at,
			invitedUntil: invitations.find((one) => one.worker_id === row.id)?.expires_at ?? null,
		}));
		record(tx, { action: 'worker.listed', subjects: workers.map((worker) => worker.id) });
		return ok({ workers, teams: staff.teams });
	});
}

const REMEMBERED_MS = 60_000;
const REMEMBERED_MAX = 2_000;
const remembered = new Map<Uuid, { readonly until: number; readonly text: WorkerText }>();

/** The worker's own name and address, for the frame of the desk: asked for with every page, so remembered for a minute. */
export async function readOwnAccount(act: Act<Worker>): Promise<WorkerText> {
	const known = remembered.get(act.by.workerId);
	if (known && known.until > act.at.getTime()) return known.text;
	const own = await lookUp(act, async (tx) => ok(await workerWithKey(tx, act.by.workerId)));
	if (!own.ok || !own.value) throw new Error('a signed-in worker is not in the organisation');
	if (remembered.size >= REMEMBERED_MAX) remembered.clear();
	remembered.set(act.by.workerId, { until: act.at.getTime() + REMEMBERED_MS, text: own.value.text });
	return own.value.text;
}

/** Chooses the language of the desk and of messages. */
export async function chooseLanguage(act: Act<Worker>, input: { language: Language }): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		await setLanguage(tx, act.by.workerId, input.language);
		record(tx, { action: 'account.changed', subjects: [act.by.workerId] });
		return ok();
	});
}

/** The names of colleagues, for a page that has journaled what it shows. */
export async function nameColleagues(act: Act<Worker>, workers: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
	const names = await lookUp(act, async (tx) => ok(await namesOf(tx, workers)));
	return names.ok ? names.value : new Map();
}
