import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { Outcome, RequestFacts } from './request.ts';

export type NewRequest = Omit<RequestFacts, 'takenBy' | 'outcome' | 'initiative' | 'noticed' | 'aboutPerson'> & {
	sealed: Sealed;
	reasons: readonly string[];
};

/** Everything a request brings; nothing is asked back, because a visitor may put in and not look. */
export async function insertRequest(tx: Tx, made: NewRequest): Promise<void> {
	const { organisationId: organisation_id } = tx;
	await tx.db
		.insertInto('request')
		.values({
			organisation_id,
			id: made.id,
			label: made.label,
			programme: made.programme,
			version: made.version,
			way_in: made.wayIn,
			for_whom: made.forWhom,
			urgency: made.urgency,
			received_at: made.receivedAt,
			respond_by: made.respondBy,
			mode: made.mode,
			online_reason: made.onlineReason,
			site: made.site,
			municipality: made.municipality,
			anonymous: made.anonymous,
			needs_own_wish: made.needsOwnWish,
			needs_notice: made.needsNotice,
			entered_by: made.enteredBy,
		})
		.execute();
	await tx.db
		.insertInto('request_text')
		.values({ organisation_id, request_id: made.id, sealed: made.sealed })
		.execute();
	const reasons = made.reasons.map((reason) => ({ organisation_id, request_id: made.id, reason }));
	if (reasons.length > 0) await tx.db.insertInto('request_reason').values(reasons).execute();
}

export async function insertCommand(tx: Tx, id: Uuid): Promise<void> {
	await tx.db
		.insertInto('command')
		.values({ organisation_id: tx.organisationId, id, kind: 'receive-request', at: tx.act.at })
		.execute();
}

export async function insertReturnCode(
	tx: Tx,
	code: { mac: Buffer; subject: Uuid; holder: 'code-holder' | 'proposer' },
): Promise<void> {
	await tx.db
		.insertInto('return_code')
		.values({
			mac: code.mac,
			organisation_id: tx.organisationId,
			subject_id: code.subject,
			holder: code.holder,
			made_at: tx.act.at,
		})
		.execute();
}

export async function findReturnCode(
	tx: Tx,
	mac: Buffer,
): Promise<{ organisation_id: Uuid; subject_id: Uuid; holder: 'code-holder' | 'proposer' } | undefined> {
	const { rows } = await sql<{
		organisation_id: Uuid;
		subject_id: Uuid;
		holder: 'code-holder' | 'proposer';
	}>`select * from finder.find_code(${mac})`.execute(tx.db);
	return rows[0];
}

function facts(tx: Tx) {
	return tx.db
		.selectFrom('request as r')
		.leftJoin('request_taking as t', (join) =>
			join
				.onRef('t.organisation_id', '=', 'r.organisation_id')
				.onRef('t.request_id', '=', 'r.id')
				.on('t.to_at', 'is', null),
		)
		.leftJoin('request_outcome as o', (join) =>
			join.onRef('o.organisation_id', '=', 'r.organisation_id').onRef('o.request_id', '=', 'r.id'),
		)
		.leftJoin('initiative_answer as i', (join) =>
			join.onRef('i.organisation_id', '=', 'r.organisation_id').onRef('i.request_id', '=', 'r.id'),
		)
		.leftJoin('ex_officio_notice as n', (join) =>
			join.onRef('n.organisation_id', '=', 'r.organisation_id').onRef('n.request_id', '=', 'r.id'),
		)
		.select((eb) => [
			'r.id',
			'r.label',
			'r.programme',
			'r.version',
			'r.way_in as wayIn',
			'r.for_whom as forWhom',
			'r.urgency',
			'r.received_at as receivedAt',
			'r.respond_by as respondBy',
			'r.mode',
			'r.online_reason as onlineReason',
			'r.site',
			'r.municipality',
			'r.anonymous',
			'r.needs_own_wish as needsOwnWish',
			'r.needs_notice as needsNotice',
			'r.entered_by as enteredBy',
			'r.about_person as aboutPerson',
			't.worker_id as takenBy',
			'o.kind as outcome',
			'i.answer as initiative',
			eb('n.request_id', 'is not', null).as('noticed'),
		])
		.where('r.organisation_id', '=', tx.organisationId);
}

export async function loadRequest(tx: Tx, id: Uuid): Promise<RequestFacts | undefined> {
	return (await facts(tx).where('r.id', '=', id).executeTakeFirst()) as RequestFacts | undefined;
}

/** Loads a request and holds it: whoever else decides about it waits. */
export async function lockRequest(tx: Tx, id: Uuid): Promise<RequestFacts | undefined> {
	await tx.db
		.selectFrom('request')
		.select('id')
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.forUpdate()
		.execute();
	return loadRequest(tx, id);
}

/** Which requests a list shows: waiting for somebody, the worker's own, or those that have ended. */
export type RequestView = 'waiting' | 'mine' | 'ended';
export type RequestScope = 'own' | 'team' | 'organisation';

export async function loadRequests(
	tx: Tx,
	view: RequestView,
	page: { scope: RequestScope; before: Uuid | undefined; atMost: number },
): Promise<RequestFacts[]> {
	const worker = tx.act.by.kind === 'worker' ? tx.act.by.workerId : null;
	let query = facts(tx).limit(page.atMost);
	if (page.before) query = query.where('r.id', '<', page.before);
	if (view === 'waiting')
		query = query
			.where('o.request_id', 'is', null)
			.where('t.request_id', 'is', null)
			.orderBy('r.respond_by')
			.orderBy('r.id');
	if (view === 'mine')
		query = query
			.where('o.request_id', 'is', null)
			.where('t.worker_id', '=', worker)
			.orderBy('r.respond_by')
			.orderBy('r.id');
	if (view === 'ended') query = query.where('o.request_id', 'is not', null).orderBy('r.id', 'desc');
	if (page.scope !== 'organisation') {
		const relations = page.scope === 'own' ? ['own'] : ['own', 'team'];
		query = query.where((eb) => eb(sql<string>`access.relation_to(r.id)`, 'in', relations));
	}
	return (await query.execute()) as RequestFacts[];
}

export async function loadRequestsOfPerson(tx: Tx, person: Uuid): Promise<RequestFacts[]> {
	return (await facts(tx)
		.where('r.about_person', '=', person)
		.orderBy('r.id', 'desc')
		.limit(200)
		.execute()) as RequestFacts[];
}

export async function loadRequestsById(tx: Tx, ids: readonly Uuid[]): Promise<RequestFacts[]> {
	if (ids.length === 0) return [];
	return (await facts(tx)
		.where('r.id', 'in', [...new Set(ids)])
		.execute()) as RequestFacts[];
}

/** The sealed words of requests with the keys they open under. */
export async function loadTexts(
	tx: Tx,
	ids: readonly Uuid[],
): Promise<{ request_id: Uuid; sealed: Sealed; wrapped: Buffer }[]> {
	if (ids.length === 0) return [];
	return tx.db
		.selectFrom('request_text as t')
		.innerJoin('subject_key as k', (join) =>
			join.onRef('k.organisation_id', '=', 't.organisation_id').onRef('k.subject_id', '=', 't.request_id'),
		)
		.select(['t.request_id', 't.sealed', 'k.wrapped'])
		.where('t.organisation_id', '=', tx.organisationId)
		.where('t.request_id', 'in', [...ids])
		.execute();
}

export async function loadReasons(tx: Tx, ids: readonly Uuid[]): Promise<{ request_id: Uuid; reason: string }[]> {
	if (ids.length === 0) return [];
	return tx.db
		.selectFrom('request_reason')
		.select(['request_id', 'reason'])
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', 'in', [...ids])
		.limit(5_000)
		.execute();
}

export async function insertTaking(tx: Tx, taking: { id: Uuid; requestId: Uuid; worker: Uuid }): Promise<void> {
	await tx.db
		.insertInto('request_taking')
		.values({
			organisation_id: tx.organisationId,
			id: taking.id,
			request_id: taking.requestId,
			worker_id: taking.worker,
			from_at: tx.act.at,
		})
		.execute();
}

export async function endTaking(tx: Tx, requestId: Uuid): Promise<void> {
	await tx.db
		.updateTable('request_taking')
		.set({ to_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', '=', requestId)
		.where('to_at', 'is', null)
		.execute();
}

export async function insertOutcome(
	tx: Tx,
	outcome: {
		requestId: Uuid;
		kind: Outcome;
		by: Uuid | null;
		reason?: string;
		agreement?: 'agreed' | 'none';
		sealed?: Sealed;
	},
): Promise<void> {
	const key = { organisation_id: tx.organisationId, request_id: outcome.requestId };
	await tx.db
		.insertInto('request_outcome')
		.values({
			...key,
			kind: outcome.kind,
			at: tx.act.at,
			recorded_by: outcome.by,
			reason: outcome.reason ?? null,
			agreement: outcome.agreement ?? null,
		})
		.execute();
	if (outcome.sealed)
		await tx.db
			.insertInto('request_outcome_text')
			.values({ ...key, sealed: outcome.sealed })
			.execute();
}

export async function loadOutcome(tx: Tx, requestId: Uuid) {
	return tx.db
		.selectFrom('request_outcome as o')
		.leftJoin('request_outcome_text as t', (join) =>
			join.onRef('t.organisation_id', '=', 'o.organisation_id').onRef('t.request_id', '=', 'o.request_id'),
		)
		.select(['o.kind', 'o.at', 'o.recorded_by', 'o.reason', 'o.agreement', 't.sealed'])
		.where('o.organisation_id', '=', tx.organisationId)
		.where('o.request_id', '=', requestId)
		.executeTakeFirst();
}

export async function setAboutPerson(tx: Tx, requestId: Uuid, person: Uuid): Promise<void> {
	await tx.db
		.updateTable('request')
		.set({ about_person: person })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', requestId)
		.execute();
}
