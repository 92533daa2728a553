import type { Act, Worker } from '#lib/kernel/actor.ts';
import { momentOf, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { colleaguesFor, permit } from '#lib/access/access.server.ts';
import { caseUnderChange, timeZoneHere, type CaseUnderChange } from '#lib/cases/case-under-change.server.ts';
import { presentMembers } from '#lib/cases/case-parts.server.ts';
import { namesOf, type Colleague } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Mode } from '#lib/programmes/definition.ts';
import { modesOfMeetings } from '#lib/programmes/modes.ts';
import { checkBooking } from './appointment.ts';
import { APPOINTMENT_REFUSALS } from './appointments.server.ts';
import { busyAmong, insertAppointment, lockAppointment, setState } from './appointments.store.server.ts';

/** The next appointment of a case, as it was agreed with its members; the time of each worker and member is held from then on. */
export type Booking = {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly on: CalendarDay;
	readonly time: string;
	readonly minutes: number;
	readonly mode: Mode;
	readonly site: string | undefined;
	readonly workers: readonly Uuid[];
	/** The appointment it replaces. */
	readonly instead: Uuid | undefined;
};

/** Books an appointment of a case, or moves one to another time. A time in which one of the workers or members is busy is refused. */
export async function bookAppointment(act: Act<Worker>, input: Booking): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'meeting.record', input.caseId);
			if (!found.ok) return found;
			const checked = await check(tx, found.value, input);
			if (!checked.ok) return checked;
			if (await claim(tx, input.command, 'book-appointment')) {
				const booked = await book(tx, input);
				if (!booked.ok) return booked;
			}
			const reason = input.instead ? 'moved' : 'booked';
			record(tx, { action: 'appointment.offered', subjects: [input.caseId], record: input.command, reason });
			return ok();
		},
		APPOINTMENT_REFUSALS,
	);
}

async function check(tx: Tx<Worker>, found: CaseUnderChange, input: Booking): Promise<Result<undefined>> {
	const { facts, definition } = found;
	if (facts.closedOn) return refuse('case-closed');
	if (!modesOfMeetings(definition).includes(input.mode)) return refuseField('mode', 'choose-one');
	if (input.site && !definition.sites.some((site) => site.key === input.site)) return refuseField('site', 'choose-one');
	const colleagues = await whoMay(tx, input.caseId);
	if (input.workers.length === 0 || !input.workers.every((one) => colleagues.includes(one)))
		return refuseField('workers', 'choose-some');
	return ok();
}

async function book(tx: Tx<Worker>, input: Booking): Promise<Result<undefined>> {
	const startsAt = momentOf(input.on, input.time, await timeZoneHere(tx));
	const checked = checkBooking({ startsAt, minutes: input.minutes }, tx.act.at);
	if (!checked.ok) return checked;
	const { command: id, caseId, instead } = input;
	if (instead) {
		const before = await lockAppointment(tx, { caseId }, instead);
		if (before?.state !== 'accepted' && before?.state !== 'offered') return refuse('changed-meanwhile');
		await setState(tx, instead, { state: 'moved', supersededBy: id });
	}
	const holders = [
		...input.workers.map((worker) => ({ kind: 'worker' as const, id: worker })),
		...(await presentMembers(tx, caseId)).map((person) => ({ kind: 'person' as const, id: person })),
	];
	const period = { startsAt, endsAt: new Date(startsAt.getTime() + input.minutes * 60_000) };
	const busy = await busyAmong(tx, holders, period);
	if (busy) return refuse(busy === 'person' ? 'person-busy' : 'worker-busy');
	const { mode, site = null } = input;
	const of = { requestId: null, caseId };
	await insertAppointment(tx, { id, ...of, mode, site, ...period, state: 'accepted', by: tx.act.by.workerId, holders });
	return ok();
}

/** Whose time can be taken up by a case: its own workers, and colleagues of its teams who record meetings. */
async function whoMay(tx: Tx<Worker>, caseId: Uuid): Promise<readonly Uuid[]> {
	return [...new Set([tx.act.by.workerId, ...(await colleaguesFor(tx, caseId, 'meeting.record'))])];
}

/** The colleagues a booking can name, for its form; nothing of the case is told. */
export async function bookingChoices(act: Act<Worker>, input: { caseId: Uuid }): Promise<Result<readonly Colleague[]>> {
	return lookUp(act, async (tx) => {
		const allowed = await permit(tx, 'meeting.record', input.caseId);
		if (!allowed.ok) return allowed;
		const names = await namesOf(tx, await whoMay(tx, input.caseId));
		return ok([...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name)));
	});
}
