import { sql } from 'kysely';
import type { Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { ViewedList } from './saved-view.ts';

type List = ViewedList['key'];
/** Their own of a list, and those of every team they work in. */
const SHOWN_MAX = 200;

/** Holds the views of the worker: whoever else keeps one for them waits. */
export async function lockViews(tx: Tx<Worker>): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`views ${tx.organisationId} ${tx.act.by.workerId}`}, 0))`.execute(
		tx.db,
	);
}

const VIEWS = keptQuery((db, asked: { organisationId: Uuid; worker: Uuid; list: List }) =>
	db
		.selectFrom('saved_view as v')
		.leftJoin('default_view as d', (join) =>
			join
				.onRef('d.organisation_id', '=', 'v.organisation_id')
				.onRef('d.view_id', '=', 'v.id')
				.on('d.worker_id', '=', asked.worker)
				.on('d.list', '=', asked.list),
		)
		.select(['v.id', 'v.worker_id', 'v.place', 'v.team_id', 'v.sealed', 'd.view_id as default_id'])
		.where('v.organisation_id', '=', asked.organisationId)
		.where('v.list', '=', asked.list)
		.orderBy('v.made_at')
		.orderBy('v.id')
		.limit(SHOWN_MAX),
);

/** The views the worker may use, the oldest first; which of them the list opens with. */
export async function loadViews(tx: Tx<Worker>, list: List) {
	return VIEWS.rows(tx, { organisationId: tx.organisationId, worker: tx.act.by.workerId, list });
}

export async function insertView(
	tx: Tx<Worker>,
	view: { id: Uuid; list: List; place: number; teamId: Uuid | null; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('saved_view')
		.values({
			organisation_id: tx.organisationId,
			id: view.id,
			worker_id: tx.act.by.workerId,
			list: view.list,
			place: view.place,
			team_id: view.teamId,
			made_at: tx.act.at,
			sealed: view.sealed,
		})
		.execute();
}

export async function deleteView(tx: Tx<Worker>, list: List, id: Uuid): Promise<boolean> {
	const gone = await tx.db
		.deleteFrom('saved_view')
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', tx.act.by.workerId)
		.where('list', '=', list)
		.where('id', '=', id)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

/** The list opens with this view from now on. */
export async function putDefault(tx: Tx<Worker>, list: List, view: Uuid): Promise<void> {
	await tx.db
		.insertInto('default_view')
		.values({ organisation_id: tx.organisationId, worker_id: tx.act.by.workerId, list, view_id: view })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'worker_id', 'list']).doUpdateSet({ view_id: view }))
		.execute();
}

/** The list opens with everything again. */
export async function deleteDefault(tx: Tx<Worker>, list: List): Promise<void> {
	await tx.db
		.deleteFrom('default_view')
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', tx.act.by.workerId)
		.where('list', '=', list)
		.execute();
}
