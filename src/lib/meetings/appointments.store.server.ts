import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { Mode } from '#lib/programmes/definition.ts';
import type { Appointment, AppointmentState, Ending } from './appointment.ts';

const LONGEST_MS = 12 * 60 * 60 * 1000;
const HELD_MAX = 200;

type NewAppointment = {
	id: Uuid;
	requestId: Uuid | null;
	caseId: Uuid | null;
	mode: Mode;
	site: string | null;
	startsAt: Date;
	endsAt: Date;
	state: AppointmentState;
	by: Uuid;
	holders: readonly { kind: 'worker' | 'room' | 'person'; id: Uuid }[];
};

export async function insertAppointment(tx: Tx, made: NewAppointment): Promise<void> {
	const { organisationId: organisation_id } = tx;
	const period = { starts_at: made.startsAt, ends_at: made.endsAt };
	await tx.db
		.insertInto('appointment')
		.values({
			organisation_id,
			id: made.id,
			request_id: made.requestId,
			case_id: made.caseId,
			mode: made.mode,
			site: made.site,
			...period,
			state: made.state,
			offered_by: made.by,
			offered_at: tx.act.at,
		})
		.execute();
	await tx.db
		.insertInto('appointment_holder')
		.values(
			made.holders.map((holder) => ({
				organisation_id,
				appointment_id: made.id,
				kind: holder.kind,
				holder_id: holder.id,
				...period,
				live: true,
			})),
		)
		.execute();
}

/** The kind of holder, among these, whose time is taken up in a period; undefined when all are free. */
export async function busyAmong(
	tx: Tx,
	holders: NewAppointment['holders'],
	period: { startsAt: Date; endsAt: Date; but?: Uuid },
): Promise<string | undefined> {
	let query = tx.db
		.selectFrom('appointment_holder')
		.select('kind')
		.where('organisation_id', '=', tx.organisationId)
		.where((eb) => eb.or(holders.map((one) => eb.and([eb('kind', '=', one.kind), eb('holder_id', '=', one.id)]))))
		.where('live', '=', true)
		.where('starts_at', '<', period.endsAt)
		.where('ends_at', '>', period.startsAt)
		.limit(1);
	if (period.but) query = query.where('appointment_id', '<>', period.but);
	return (await query.executeTakeFirst())?.kind;
}

/** From now on the appointments of a request take up the time of the person it is about. */
export async function holdForPerson(tx: Tx, requestId: Uuid, person: Uuid): Promise<void> {
	await tx.db
		.updateTable('appointment_holder')
		.set({ holder_id: person })
		.where('organisation_id', '=', tx.organisationId)
		.where('kind', '=', 'person')
		.where('holder_id', '=', requestId)
		.execute();
}

const APPOINTMENT = [
	'id',
	'mode',
	'site',
	'starts_at as startsAt',
	'ends_at as endsAt',
	'state',
	'offered_by as offeredBy',
	'answered_at as answeredAt',
	'cancelled_by as cancelledBy',
	'superseded_by as supersededBy',
] as const;
const OF = ['request_id as requestId', 'case_id as caseId'] as const;
/** An appointment with what it is of: a request or a case. */
export type FoundAppointment = Appointment & { readonly requestId: Uuid | null; readonly caseId: Uuid | null };

const appointments = (of: Pick<Tx, 'db' | 'organisationId'>) =>
	of.db.selectFrom('appointment').select(APPOINTMENT).where('organisation_id', '=', of.organisationId);

export async function loadAppointments(tx: Tx, requestId: Uuid): Promise<Appointment[]> {
	return (await appointments(tx)
		.where('request_id', '=', requestId)
		.orderBy('offered_at', 'desc')
		.limit(100)
		.execute()) as Appointment[];
}

/** The appointments of a case, latest first. */
export const OF_CASE = keptQuery(
	(db, { organisationId, caseId }: { organisationId: Uuid; caseId: Uuid }) =>
		appointments({ db, organisationId })
			.where('case_id', '=', caseId)
			.orderBy('starts_at', 'desc')
			.orderBy('id', 'desc')
			.limit(100)
			.$castTo<Appointment>(),
	{ startsAt: 'time', endsAt: 'time', answeredAt: 'time' },
);

export async function loadAppointmentById(tx: Tx, id: Uuid): Promise<FoundAppointment | undefined> {
	return (await appointments(tx).select(OF).where('id', '=', id).executeTakeFirst()) as FoundAppointment | undefined;
}

/** Locks an appointment, so that two answers come one after the other; of this request or case, where one is named. */
export async function lockAppointment(
	tx: Tx,
	of: { requestId?: Uuid; caseId?: Uuid },
	id: Uuid,
): Promise<Appointment | undefined> {
	let query = appointments(tx).where('id', '=', id).forUpdate();
	if (of.requestId) query = query.where('request_id', '=', of.requestId);
	if (of.caseId) query = query.where('case_id', '=', of.caseId);
	return (await query.executeTakeFirst()) as Appointment | undefined;
}

export async function setState(tx: Tx, id: Uuid, ending: Ending): Promise<void> {
	await tx.db
		.updateTable('appointment')
		.set({
			state: ending.state,
			answered_at: tx.act.at,
			cancelled_by: ending.cancelledBy ?? null,
			superseded_by: ending.supersededBy ?? null,
		})
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}

/** A time that takes up a worker, and what it is for: a request or a case. */
export type HeldTime = {
	readonly id: Uuid;
	readonly request_id: Uuid | null;
	readonly case_id: Uuid | null;
	readonly mode: string;
	readonly site: string | null;
	readonly starts_at: Date;
	readonly ends_at: Date;
	readonly state: string;
	readonly worker_id: Uuid;
};

function heldTimes(tx: Tx, span: { from: Date; to: Date }) {
	return (
		tx.db
			.selectFrom('appointment as a')
			.innerJoin('appointment_holder as h', (join) =>
				join.onRef('h.organisation_id', '=', 'a.organisation_id').onRef('h.appointment_id', '=', 'a.id'),
			)
			.select(['a.id', 'a.request_id', 'a.case_id', 'a.mode', 'a.site', 'a.starts_at', 'a.ends_at', 'a.state'])
			.select('h.holder_id as worker_id')
			.where('a.organisation_id', '=', tx.organisationId)
			.where('h.kind', '=', 'worker')
			.where('h.live', '=', true)
			// The longest appointment takes half a day, so none that began earlier reaches into the span: the index begins there.
			.where('a.starts_at', '>', new Date(span.from.getTime() - LONGEST_MS))
			.where('a.starts_at', '<', span.to)
			.where('a.ends_at', '>', span.from)
			.orderBy('a.starts_at')
			.orderBy('a.id')
			.limit(HELD_MAX)
	);
}

/** The worker's own appointments in a span of time, soonest first. */
export async function loadOwnAppointments(tx: Tx, worker: Uuid, span: { from: Date; to: Date }): Promise<HeldTime[]> {
	return heldTimes(tx, span).where('h.holder_id', '=', worker).execute();
}

/** The appointments in a span of time for what belongs to the worker or their teams, soonest first. */
export async function loadTeamAppointments(tx: Tx, span: { from: Date; to: Date }): Promise<HeldTime[]> {
	return heldTimes(tx, span)
		.where(sql<boolean>`access.relation_to(coalesce(a.request_id, a.case_id)) in ('own', 'team')`)
		.execute();
}

/** The worker's own appointments that ended within a span and of which nobody said how they were, latest first. */
export async function loadUnrecorded(tx: Tx, worker: Uuid, span: { from: Date; to: Date }): Promise<HeldTime[]> {
	return heldTimes(tx, span)
		.clearOrderBy()
		.where('h.holder_id', '=', worker)
		.where('a.state', 'in', ['offered', 'accepted'])
		.where('a.ends_at', '<=', span.to)
		.orderBy('a.starts_at', 'desc')
		.orderBy('a.id')
		.execute();
}
