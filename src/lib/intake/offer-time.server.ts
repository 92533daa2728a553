import type { Act, Worker } from '#lib/kernel/actor.ts';
import { momentOf, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { APPOINTMENT_REFUSALS, offer } from '#lib/meetings/appointments.server.ts';
import { sendToPerson } from '#lib/people/send-to-person.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import type { Mode } from '#lib/programmes/definition.ts';
import { markResponded } from './intake.store.server.ts';
import { askerOf, requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';

/** A time for a talk, as a worker offers it; or, with `agreed`, as it was already settled by telephone or at the door. */
export type OfferedTime = {
	readonly command: Uuid;
	readonly requestId: Uuid;
	readonly on: CalendarDay;
	readonly time: string;
	readonly minutes: number;
	readonly mode: Mode;
	readonly site: string | undefined;
	readonly agreed: boolean;
};

/** Offers a time for a talk. Says whether a message went out: the person's own rules decide that. */
export async function offerTime(act: Act<Worker>, input: OfferedTime): Promise<Result<{ messageSent: boolean }>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId);
			if (!found.ok) return found;
			const checked = check(found.value, input);
			if (!checked.ok) return checked;
			let messageSent = false;
			if (await claim(tx, input.command, 'offer-time')) {
				const startsAt = momentOf(input.on, input.time, found.value.timeZone);
				const [person, site] = [found.value.facts.aboutPerson, input.site ?? null];
				const offered = await offer(tx, { ...input, id: input.command, person, site, startsAt });
				if (!offered.ok) return offered;
				markResponded(tx, input.requestId);
				if (!input.agreed) messageSent = await sendToPerson(tx, askerOf(found.value), { kind: 'time-offered' });
			}
			record(tx, { action: 'appointment.offered', subjects: [input.requestId], record: input.command });
			return ok({ messageSent });
		},
		APPOINTMENT_REFUSALS,
	);
}

function check({ facts, definition }: RequestUnderWork, input: OfferedTime): Result<undefined> {
	if (facts.outcome) return refuse('already-decided');
	if (facts.forWhom === 'proposal' && facts.needsOwnWish === 'before-talk' && facts.initiative !== 'accepted')
		return refuse('needs-own-wish');
	if (!definition.modes.includes(input.mode)) return refuseField('mode', 'choose-one');
	return input.site && !definition.sites.some((site) => site.key === input.site)
		? refuseField('site', 'choose-one')
		: ok();
}
