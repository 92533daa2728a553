import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { Handover, HandoverAgreement } from './handover.ts';
import type { OfCase } from './of-case.server.ts';

/** A case or a request is not handed over more often than a page can show. */
const SHOWN = 50;

export async function insertHandover(
	tx: Tx,
	made: Omit<Handover, 'endedAt'> & { sealed: Sealed | null },
): Promise<void> {
	await tx.db
		.insertInto('handover')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			case_id: made.caseId,
			request_id: made.requestId,
			from_worker: made.fromWorker,
			to_worker: made.toWorker,
			kind: made.kind,
			reason: made.reason,
			from_on: made.fromOn,
			to_on: made.toOn,
			agreement: made.agreement,
			recorded_by: made.recordedBy,
			recorded_at: tx.act.at,
			sealed: made.sealed,
		})
		.execute();
}

export async function insertHandoverTimes(
	tx: Tx,
	handoverId: Uuid,
	times: { moved: readonly Uuid[]; left: readonly Uuid[] },
): Promise<void> {
	const rows = [
		...times.moved.map((appointment_id) => ({ appointment_id, moved: true })),
		...times.left.map((appointment_id) => ({ appointment_id, moved: false })),
	].map((row) => ({ organisation_id: tx.organisationId, handover_id: handoverId, ...row }));
	if (rows.length > 0) await tx.db.insertInto('handover_time').values(rows).execute();
}

export async function insertHandoverDrafts(
	tx: Tx,
	handoverId: Uuid,
	drafts: readonly { form: string; sealed: Sealed }[],
): Promise<void> {
	const rows = drafts.map((one) => ({ organisation_id: tx.organisationId, handover_id: handoverId, ...one }));
	if (rows.length > 0) await tx.db.insertInto('handover_draft').values(rows).execute();
}

function select(of: Pick<Tx, 'db' | 'organisationId'>) {
	return of.db
		.selectFrom('handover')
		.select([
			'id',
			'case_id as caseId',
			'request_id as requestId',
			'from_worker as fromWorker',
			'to_worker as toWorker',
			'kind',
			'reason',
			'from_on as fromOn',
			'to_on as toOn',
			'agreement',
			'recorded_by as recordedBy',
			'ended_at as endedAt',
		])
		.where('organisation_id', '=', of.organisationId);
}

export const HANDOVERS_OF_CASE = keptQuery(
	(db, { organisationId, caseId }: OfCase) =>
		select({ db, organisationId }).where('case_id', '=', caseId).orderBy('id', 'desc').limit(SHOWN).$castTo<Handover>(),
	{ endedAt: 'time' },
);

export async function loadHandoversOf(
	tx: Tx,
	of: { column: 'request_id' | 'from_worker'; id: Uuid },
): Promise<Handover[]> {
	return (await select(tx).where(of.column, '=', of.id).orderBy('id', 'desc').limit(SHOWN).execute()) as Handover[];
}

export async function loadHandover(tx: Tx, id: Uuid): Promise<(Handover & { sealed: Sealed | null }) | undefined> {
	return (await select(tx).select('sealed').where('id', '=', id).executeTakeFirst()) as
		(Handover & { sealed: Sealed | null }) | undefined;
}

export async function loadHandoverTimes(
	tx: Tx,
	handoverId: Uuid,
): Promise<{ id: Uuid; startsAt: Date; moved: boolean }[]> {
	return tx.db
		.selectFrom('handover_time as t')
		.innerJoin('appointment as a', (join) =>
			join.onRef('a.organisation_id', '=', 't.organisation_id').onRef('a.id', '=', 't.appointment_id'),
		)
		.select(['a.id', 'a.starts_at as startsAt', 't.moved'])
		.where('t.organisation_id', '=', tx.organisationId)
		.where('t.handover_id', '=', handoverId)
		.orderBy('a.starts_at')
		.limit(200)
		.execute();
}

export async function loadHandoverDrafts(tx: Tx, handoverId: Uuid): Promise<{ form: string; sealed: Sealed }[]> {
	return tx.db
		.selectFrom('handover_draft')
		.select(['form', 'sealed'])
		.where('organisation_id', '=', tx.organisationId)
		.where('handover_id', '=', handoverId)
		.orderBy('form')
		.limit(20)
		.execute();
}

export async function deleteHandoverDraft(tx: Tx, handoverId: Uuid, form: string): Promise<void> {
	await tx.db
		.deleteFrom('handover_draft')
		.where('organisation_id', '=', tx.organisationId)
		.where('handover_id', '=', handoverId)
		.where('form', '=', form)
		.execute();
}

/** Writes down what the person said; only once, for what is said stays said. */
export async function setHandoverAgreement(tx: Tx, id: Uuid, agreement: HandoverAgreement): Promise<boolean> {
	const done = await tx.db
		.updateTable('handover')
		.set({ agreement })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('agreement', '=', 'to-be-asked')
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

export async function setHandoverEnded(tx: Tx, id: Uuid, by: Uuid): Promise<boolean> {
	const done = await tx.db
		.updateTable('handover')
		.set({ ended_at: tx.act.at, ended_by: by })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('kind', '=', 'for-a-time')
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** The worker of a case gives it up. */
export async function closeCaseWorker(tx: Tx, caseId: Uuid, worker: Uuid): Promise<void> {
	await tx.db
		.updateTable('case_worker')
		.set({ to_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.where('worker_id', '=', worker)
		.where('to_at', 'is', null)
		.execute();
}

/** The open cases somebody carries, oldest first, with how many steps of the plan are not done yet. */
export async function loadOpenCasesOf(tx: Tx, worker: Uuid): Promise<{ id: Uuid; role: string }[]> {
	return tx.db
		.selectFrom('case_worker as w')
		.innerJoin('case_ as c', (join) =>
			join.onRef('c.organisation_id', '=', 'w.organisation_id').onRef('c.id', '=', 'w.case_id'),
		)
		.select(['c.id', 'w.role'])
		.where('w.organisation_id', '=', tx.organisationId)
		.where('w.worker_id', '=', worker)
		.where('w.to_at', 'is', null)
		.where('c.closed_on', 'is', null)
		.orderBy('c.id')
		.limit(1_000)
		.execute();
}

/** How many steps of the newest plans of some cases are not done yet. */
export async function loadOpenSteps(tx: Tx, caseIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, number>> {
	if (caseIds.length === 0) return new Map();
	const rows = await tx.db
		.selectFrom('plan_step as s')
		.leftJoin('step_done as d', (join) =>
			join
				.onRef('d.organisation_id', '=', 's.organisation_id')
				.onRef('d.case_id', '=', 's.case_id')
				.onRef('d.step_id', '=', 's.step_id'),
		)
		.select(['s.case_id', (eb) => eb.fn.countAll<string>().as('n')])
		.where('s.organisation_id', '=', tx.organisationId)
		.where('s.case_id', 'in', [...caseIds])
		.where('d.step_id', 'is', null)
		.where('s.version', '=', (eb) =>
			eb
				.selectFrom('plan as p')
				.select((inner) => inner.fn.max('p.version').as('newest'))
				.whereRef('p.organisation_id', '=', 's.organisation_id')
				.whereRef('p.case_id', '=', 's.case_id'),
		)
		.groupBy('s.case_id')
		.execute();
	return new Map(rows.map((row) => [row.case_id, Number(row.n)]));
}
