import type { Actor, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Mode } from '#lib/programmes/definition.ts';
import {
	checkAnswer,
	checkAttended,
	checkOffer,
	endingOf,
	standing,
	type AppointmentAnswer,
	type Attended,
	type Ending,
} from './appointment.ts';
import {
	busyAmong,
	holdForPerson,
	insertAppointment,
	loadAppointmentById,
	loadAppointments,
	OF_CASE,
	loadOwnAppointments,
	loadTeamAppointments,
	loadUnrecorded,
	lockAppointment,
	setState,
} from './appointments.store.server.ts';

/** A time offered to somebody who asked for help; the person's and the worker's time is held from then on. */
type Offer = {
	readonly id: Uuid;
	readonly requestId: Uuid;
	/** Whom it is with, once that is known; until then the request stands for them. */
	readonly person: Uuid | null;
	readonly mode: Mode;
	readonly site: string | null;
	readonly startsAt: Date;
	readonly minutes: number;
	/** The person already agreed to it, by telephone or at the door. */
	readonly agreed: boolean;
};

/** What the database refuses about times. */
export const APPOINTMENT_REFUSALS = {
	holder_is_free: 'worker-busy',
	appointment_has_a_length: 'ends-before-start',
	appointment_goes_forward: 'already-decided',
	appointment_was_kept: 'already-recorded',
} as const;

/** Offers a time, or writes down one that was agreed. One that still stood is replaced. Part of a use case that journals. */
export async function offer(tx: Tx<Worker>, made: Offer): Promise<Result<undefined>> {
	const checked = checkOffer(made, tx.act.at);
	if (!checked.ok) return checked;
	const before = standing(await loadAppointments(tx, made.requestId));
	if (before) await setState(tx, before.id, { state: 'moved', supersededBy: made.id });
	const period = { startsAt: made.startsAt, endsAt: new Date(made.startsAt.getTime() + made.minutes * 60_000) };
	const holders = [
		{ kind: 'worker', id: tx.act.by.workerId },
		{ kind: 'person', id: made.person ?? made.requestId },
	] as const;
	const busy = await busyAmong(tx, holders, period);
	if (busy) return refuse(busy === 'person' ? 'person-busy' : 'worker-busy');
	const state = made.agreed ? 'accepted' : 'offered';
	await insertAppointment(tx, { ...made, caseId: null, ...period, state, by: tx.act.by.workerId, holders });
	return ok();
}

/** Answers an appointment of a request: by the person with their code, or by the worker for them. Part of a use case that journals. */
export async function answer<Who extends Actor>(
	tx: Tx<Who>,
	requestId: Uuid,
	given: { appointmentId: Uuid; answer: AppointmentAnswer },
): Promise<Result<undefined>> {
	const appointment = await lockAppointment(tx, { requestId }, given.appointmentId);
	if (!appointment) return refuse('not-found');
	const checked = checkAnswer(appointment, given.answer, tx.act.at);
	if (!checked.ok) return checked;
	// Who answers is the person, with their code or by the worker's hand.
	const { answer: state } = given;
	await setState(tx, appointment.id, state === 'cancelled' ? { state, cancelledBy: 'person' } : { state });
	return ok();
}

/** Ends whatever appointment of a request still stands: the talk took place, nothing will come of it, or another time will be found. Tells whether one stood. */
export async function endStanding<Who extends Actor>(tx: Tx<Who>, requestId: Uuid, how: Ending): Promise<boolean> {
	const before = standing(await loadAppointments(tx, requestId));
	if (before) await setState(tx, before.id, how);
	return before !== undefined;
}

/** Ends what a talk with somebody was about to be: the appointment of their request that has begun. One still to come stands. */
export async function settleByTalk(tx: Tx<Worker>, requestId: Uuid, came: boolean): Promise<void> {
	const before = standing(await loadAppointments(tx, requestId));
	if (before && before.startsAt <= tx.act.at) await setState(tx, before.id, { state: came ? 'kept' : 'missed' });
}

/** Says how an appointment was. Part of a use case that has asked whether the worker may, and journals. */
export async function attend(tx: Tx<Worker>, id: Uuid, how: Attended): Promise<Result<undefined>> {
	const appointment = await lockAppointment(tx, {}, id);
	if (!appointment) return refuse('not-found');
	const checked = checkAttended(appointment, how, tx.act.at);
	if (!checked.ok) return checked;
	const ending = endingOf(how);
	if (ending.state !== appointment.state) await setState(tx, id, ending);
	return ok();
}

/** Now that it is known whom a request is about, its appointments take up that person's time. Part of a use case that journals. */
export const holdFor = holdForPerson;
/** The appointments of a request, newest offer first. */
export const appointmentsOf = loadAppointments;
/** The worker's own appointments in a span of time. */
export const ownAppointments = loadOwnAppointments;
/** The appointments of the worker's teams in a span of time. */
export const teamAppointments = loadTeamAppointments;
/** One appointment with what it is of, by its id; the caller asks whether the worker may see it. */
export const appointmentById = loadAppointmentById;
/** The appointments of a case, latest first. */
export const APPOINTMENTS_OF_CASE = OF_CASE;
/** The worker's own appointments that are over and of which nobody has said how they were. */
export const unrecordedAppointments = loadUnrecorded;
export type { FoundAppointment, HeldTime } from './appointments.store.server.ts';
