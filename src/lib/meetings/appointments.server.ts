import type { Actor, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Mode } from '#lib/programmes/definition.ts';
import { checkAnswer, checkOffer, standing, type AppointmentAnswer, type AppointmentState } from './appointment.ts';
import {
	busyAmong,
	giveToWorker,
	holdForPerson,
	insertAppointment,
	loadAppointments,
	loadOwnAppointments,
	loadTeamAppointments,
	lockAppointment,
	setState,
} from './appointments.store.server.ts';

/** A time offered to somebody who asked for help; the person's and the worker's time is held from then on. */
export type Offer = {
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
} as const;

/** Offers a time, or writes down one that was agreed. One that still stood is replaced. Part of a use case that journals. */
export async function offer(tx: Tx<Worker>, made: Offer): Promise<Result<undefined>> {
	const checked = checkOffer(made, tx.act.at);
	if (!checked.ok) return checked;
	const before = standing(await loadAppointments(tx, made.requestId));
	if (before) await setState(tx, before.id, 'moved');
	const period = { startsAt: made.startsAt, endsAt: new Date(made.startsAt.getTime() + made.minutes * 60_000) };
	const holders = [
		{ kind: 'worker', id: tx.act.by.workerId },
		{ kind: 'person', id: made.person ?? made.requestId },
	] as const;
	const busy = await busyAmong(tx, holders, period);
	if (busy) return refuse(busy === 'person' ? 'person-busy' : 'worker-busy');
	const state = made.agreed ? 'accepted' : 'offered';
	await insertAppointment(tx, { ...made, ...period, state, by: tx.act.by.workerId, holders });
	return ok();
}

/** Answers an appointment of a request: by the person with their code, or by the worker for them. Part of a use case that journals. */
export async function answer<Who extends Actor>(
	tx: Tx<Who>,
	requestId: Uuid,
	given: { appointmentId: Uuid; answer: AppointmentAnswer },
): Promise<Result<undefined>> {
	const appointment = await lockAppointment(tx, requestId, given.appointmentId);
	if (!appointment) return refuse('not-found');
	const checked = checkAnswer(appointment, given.answer, tx.act.at);
	if (!checked.ok) return checked;
	await setState(tx, appointment.id, given.answer);
	return ok();
}

/** Ends whatever appointment of a request still stands: the talk took place, nothing will come of it, or another time will be found. Tells whether one stood. */
export async function endStanding<Who extends Actor>(
	tx: Tx<Who>,
	requestId: Uuid,
	how: Extract<AppointmentState, 'kept' | 'missed' | 'cancelled' | 'moved'>,
): Promise<boolean> {
	const before = standing(await loadAppointments(tx, requestId));
	if (before) await setState(tx, before.id, how);
	return before !== undefined;
}

/** Gives the time that still stands to another worker. Refused while that worker is busy. Part of a use case that journals. */
export async function passOnStanding(tx: Tx<Worker>, requestId: Uuid, worker: Uuid): Promise<Result<undefined>> {
	const stands = standing(await loadAppointments(tx, requestId));
	if (!stands) return ok();
	if (await busyAmong(tx, [{ kind: 'worker', id: worker }], { ...stands, but: stands.id }))
		return refuse('worker-busy');
	await giveToWorker(tx, stands.id, worker);
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
export type { HeldTime } from './appointments.store.server.ts';
