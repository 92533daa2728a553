import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { ownTeams, permitRole } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import { freePlace, SAVED_VIEWS_MAX, type SavedView, type ViewedList, type ViewText } from './saved-view.ts';
import { deleteDefault, deleteView, insertView, loadViews, lockViews, putDefault } from './saved-views.store.server.ts';

type Team = { readonly id: Uuid; readonly name: string };

type Views = { readonly views: readonly SavedView[]; readonly teams: readonly Team[] };

/** The views of a list that the worker may use, and the teams they can share one with. */
export async function listViews(act: Act<Worker>, list: ViewedList): Promise<Result<Views>> {
	const allowed = permitRole(act.by, list.action);
	return allowed.ok ? lookUp(act, async (tx) => ok(await viewsOf(tx, list))) : allowed;
}

/** The same, where something else of the list is read as well: part of a use case that permits it. */
export async function viewsOf(tx: Tx<Worker>, list: ViewedList): Promise<Views> {
	const [rows, teams, key] = await Promise.all([
		loadViews(tx, list.key),
		ownTeams(tx, tx.act.by.workerId),
		sharedKey(tx),
	]);
	const views = rows.map((row) => ({
		id: row.id,
		...key.open<ViewText>(placeOf(row.id), row.sealed),
		mine: row.worker_id === tx.act.by.workerId,
		team: row.team_id === null ? undefined : (teams.find((team) => team.id === row.team_id)?.name ?? ''),
		isDefault: row.default_id !== null,
	}));
	return { views, teams };
}

/** Keeps a way to look at the list under a name. */
export async function saveView(
	act: Act<Worker>,
	list: ViewedList,
	input: { command: Uuid; name: string; team: Uuid | undefined; asDefault: boolean; query: URLSearchParams },
): Promise<Result<undefined>> {
	return changing({ act, list }, { id: input.command, reason: 'added' }, async (tx) => {
		if (!(await claim(tx, input.command, 'save-view'))) return ok();
		const [rows, teams, key] = await Promise.all([
			loadViews(tx, list.key),
			ownTeams(tx, tx.act.by.workerId),
			sharedKey(tx),
		]);
		if (input.team && !teams.some((team) => team.id === input.team)) return refuseField('team', 'choose-one');
		const own = rows.filter((row) => row.worker_id === act.by.workerId);
		const place = freePlace(own.map((row) => row.place));
		if (place === undefined) return refuse('too-many-views', { max: SAVED_VIEWS_MAX });
		const text: ViewText = { name: input.name, query: list.kept(input.query) };
		const id = input.command;
		await insertView(tx, {
			id,
			list: list.key,
			place,
			teamId: input.team ?? null,
			sealed: key.seal(placeOf(id), text),
		});
		if (input.asDefault) await putDefault(tx, list.key, id);
		return ok();
	});
}

/** Has the list open with a view, or with everything again. */
export async function chooseDefault(
	act: Act<Worker>,
	list: ViewedList,
	input: { view: Uuid; to: 'default' | 'everything' },
): Promise<Result<undefined>> {
	return changing({ act, list }, { id: input.view, reason: 'changed' }, async (tx) => {
		if (!(await loadViews(tx, list.key)).some((row) => row.id === input.view)) return refuse('not-found');
		await (input.to === 'default' ? putDefault(tx, list.key, input.view) : deleteDefault(tx, list.key));
		return ok();
	});
}

/** Removes a view that the worker keeps; for everybody who used it. */
export async function removeView(
	act: Act<Worker>,
	list: ViewedList,
	input: { view: Uuid },
): Promise<Result<undefined>> {
	return changing({ act, list }, { id: input.view, reason: 'removed' }, async (tx) =>
		(await deleteView(tx, list.key, input.view)) ? ok() : refuse('not-found'),
	);
}

async function changing(
	{ act, list }: { act: Act<Worker>; list: ViewedList },
	entry: { id: Uuid; reason: 'added' | 'changed' | 'removed' },
	change: (tx: Tx<Worker>) => Promise<Result<undefined>>,
): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, list.action);
	if (!allowed.ok) return allowed;
	return transaction(
		act,
		async (tx) => {
			await lockViews(tx);
			const changed = await change(tx);
			if (!changed.ok) return changed;
			record(tx, { action: 'view.changed', subjects: [act.by.workerId], record: entry.id, reason: entry.reason });
			return ok();
		},
		{ saved_view_place_once: 'changed-meanwhile' },
	);
}

const placeOf = (id: Uuid) => ({ table: 'saved_view', column: 'sealed', row: id }) as const;

/** The key of the organisation's own words: whoever of a team uses a view opens it. */
async function sharedKey(tx: Tx): Promise<SubjectKey> {
	const key = (await (await openVault(tx)).keysOf([tx.organisationId])).get(tx.organisationId);
	if (!key) throw new Error('the organisation has no key for its own words');
	return key;
}
