import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Mode } from '#lib/programmes/definition.ts';

const APPOINTMENT_STATES = [
	'offered',
	'accepted',
	'another-asked',
	'declined',
	'cancelled',
	'moved',
	'kept',
	'missed',
] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];
/** What a person can answer to a time that was offered, and to one they had accepted. */
export const ANSWERS = ['accepted', 'another-asked', 'declined', 'cancelled'] as const;
export type AppointmentAnswer = (typeof ANSWERS)[number];

/** The usual length of an appointment, minutes, where nothing else is said: the average of a first talk (P12). */
export const USUAL_MINUTES = 45;
/** The shortest and the longest appointment, minutes. */
export const APPOINTMENT_MIN = 5;
export const APPOINTMENT_MAX = 480;

export type Appointment = {
	readonly id: Uuid;
	readonly mode: Mode;
	readonly site: string | null;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly state: AppointmentState;
	readonly offeredBy: Uuid;
	readonly answeredAt: Date | null;
	/** Who cancelled it, where somebody did. */
	readonly cancelledBy: 'person' | 'organisation' | null;
	/** The appointment that replaced it. */
	readonly supersededBy: Uuid | null;
};

/** Decides whether a time can be offered. */
export function checkOffer(offer: { startsAt: Date; minutes: number }, now: Date): Result<undefined> {
	return offer.startsAt > now ? ok() : refuseField('on', 'not-in-the-future');
}

/** What a worker says of an appointment: they came, they did not, they cancelled, we did. */
export const ATTENDED = ['came', 'did-not-come', 'cancelled-by-person', 'cancelled-by-us'] as const;
export type Attended = (typeof ATTENDED)[number];

/** How an appointment ends, and who cancelled it where somebody did. */
export type Ending = {
	readonly state: Extract<
		AppointmentState,
		'kept' | 'missed' | 'cancelled' | 'moved' | 'declined' | 'another-asked' | 'accepted'
	>;
	readonly cancelledBy?: 'person' | 'organisation';
	readonly supersededBy?: Uuid;
};

/** The state an appointment is in once it was said how it was. */
export function endingOf(how: Attended): Ending {
	if (how === 'came') return { state: 'kept' };
	if (how === 'did-not-come') return { state: 'missed' };
	return { state: 'cancelled', cancelledBy: how === 'cancelled-by-person' ? 'person' : 'organisation' };
}

/** Decides whether it can be said so of an appointment, now: nobody came to what has not begun, and what ended stays as it ended. */
export function checkAttended(
	appointment: Pick<Appointment, 'state' | 'startsAt'>,
	how: Attended,
	now: Date,
): Result<undefined> {
	const attended = how === 'came' || how === 'did-not-come';
	if (attended && appointment.startsAt > now) return refuseField('how', 'not-begun');
	if (appointment.state === 'offered' || appointment.state === 'accepted') return ok();
	const settled = appointment.state === 'kept' || appointment.state === 'missed';
	return attended && settled ? ok() : refuse('already-decided');
}

/** Decides whether a time can be booked. */
export const checkBooking = checkOffer;

/** Decides whether an appointment can be answered so, now. An accepted one can only be cancelled. */
export function checkAnswer(
	appointment: Pick<Appointment, 'state' | 'startsAt'>,
	answer: AppointmentAnswer,
	now: Date,
): Result<undefined> {
	if (appointment.startsAt <= now) return refuse('already-decided');
	if (appointment.state === 'offered') return answer === 'cancelled' ? refuse('already-decided') : ok();
	if (appointment.state === 'accepted') return answer === 'cancelled' ? ok() : refuse('already-answered');
	return refuse('already-answered');
}

/** The appointment that still stands: offered or accepted. */
export function standing<Kind extends Pick<Appointment, 'state'>>(appointments: readonly Kind[]): Kind | undefined {
	return appointments.find((one) => one.state === 'offered' || one.state === 'accepted');
}
