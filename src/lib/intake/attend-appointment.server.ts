import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may } from '#lib/access/access-table.ts';
import { relationTo } from '#lib/access/access.server.ts';
import { caseUnderChange, timeZoneHere } from '#lib/cases/case-under-change.server.ts';
import { casesById } from '#lib/cases/list-cases.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import type { Appointment, Attended } from '#lib/meetings/appointment.ts';
import {
	APPOINTMENT_REFUSALS,
	appointmentById,
	attend,
	type FoundAppointment,
} from '#lib/meetings/appointments.server.ts';
import { sendToPerson } from '#lib/people/send-to-person.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { About } from './read-day.server.ts';
import { rowsOf } from './read-requests.server.ts';
import { askerOf, requestUnderWork } from './request-under-work.server.ts';

type AppointmentPage = { readonly appointment: Appointment; readonly about: About; readonly timeZone: string };

/** Reads one appointment with whom it is about, for whoever may say how it was. */
export async function readAppointment(act: Act<Worker>, input: { id: Uuid }): Promise<Result<AppointmentPage>> {
	return transaction(act, async (tx) => {
		const found = await appointmentById(tx, input.id);
		if (!found || !(await mayAttend(tx, found))) return refuse('not-found');
		const about = await aboutOf(tx, found);
		if (!about) return refuse('not-found');
		const [action, { facts, personIds }] =
			'request' in about ? (['request.read', about.request] as const) : (['case.read', about.case] as const);
		record(tx, { action, subjects: [facts.id, ...personIds] });
		return ok({ appointment: found, about, timeZone: await timeZoneHere(tx) });
	});
}

async function mayAttend(tx: Tx<Worker>, { requestId, caseId }: FoundAppointment): Promise<boolean> {
	const action = requestId ? 'request.work' : 'meeting.record';
	return may(tx.act.by.roles, action, await relationTo(tx, (requestId ?? caseId)!));
}

async function aboutOf(tx: Tx<Worker>, { requestId, caseId }: FoundAppointment): Promise<About | undefined> {
	if (requestId) {
		const [request] = await rowsOf(tx, [requestId]);
		return request && { request };
	}
	const found = (await casesById(tx, [caseId!])).get(caseId!);
	return found && { case: found };
}

/** Says how an appointment was: they came, they did not, or who cancelled it. Only what they came to is ever counted. */
export async function attendAppointment(
	act: Act<Worker>,
	input: { id: Uuid; how: Attended },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await appointmentById(tx, input.id);
			if (!found) return refuse('not-found');
			const attended = found.requestId
				? await attendOfRequest(tx, found, input.how)
				: await attendOfCase(tx, found, input.how);
			if (!attended.ok) return attended;
			const subjects = [(found.requestId ?? found.caseId)!];
			record(tx, { action: 'appointment.attended', subjects, record: input.id, reason: input.how });
			return ok();
		},
		APPOINTMENT_REFUSALS,
	);
}

async function attendOfRequest(tx: Tx<Worker>, found: FoundAppointment, how: Attended): Promise<Result<undefined>> {
	const request = await requestUnderWork(tx, found.requestId!);
	if (!request.ok) return request;
	const attended = await attend(tx, found.id, how);
	if (attended.ok && how === 'cancelled-by-us')
		await sendToPerson(tx, askerOf(request.value), { kind: 'time-changed' });
	return attended;
}

async function attendOfCase(tx: Tx<Worker>, found: FoundAppointment, how: Attended): Promise<Result<undefined>> {
	const under = await caseUnderChange(tx, 'meeting.record', found.caseId!);
	if (!under.ok) return under;
	return attend(tx, found.id, how);
}
