import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Mode } from '#lib/programmes/definition.ts';

export const APPOINTMENT_STATES = [
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
/** The longest appointment, minutes. */
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
};

/** Decides whether a time can be offered. */
export function checkOffer(offer: { startsAt: Date; minutes: number }, now: Date): Result<undefined> {
	return offer.startsAt > now ? ok() : refuseField('on', 'not-in-the-future');
}

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
