import type { Act, Worker } from '#lib/kernel/actor.ts';
import { addDays, momentOf } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { timeZoneHere, todayHere } from '#lib/cases/case-under-change.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { ownAppointments } from '#lib/meetings/appointments.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { rowsOf, type RequestRow } from './read-requests.server.ts';

/** An appointment of the worker's, with the request it is for. */
export type DayAppointment = {
	readonly id: Uuid;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly mode: string;
	readonly site: string | null;
	readonly state: string;
	readonly request: RequestRow;
};

const DAYS_AHEAD = 7;

/** The worker's appointments of today and the week ahead. */
export async function readDay(act: Act<Worker>): Promise<Result<readonly DayAppointment[]>> {
	return transaction(act, async (tx) => {
		const [today, timeZone] = await Promise.all([todayHere(tx), timeZoneHere(tx)]);
		const span = {
			from: momentOf(today, '00:00', timeZone),
			to: momentOf(addDays(today, DAYS_AHEAD), '00:00', timeZone),
		};
		const found = await ownAppointments(tx, act.by.workerId, span);
		const requests = new Map(
			(
				await rowsOf(
					tx,
					found.flatMap((one) => one.request_id ?? []),
				)
			).map((row) => [row.facts.id, row]),
		);
		record(tx, { action: 'request.listed', subjects: [...requests.keys()] });
		return ok(
			found.flatMap((one) => {
				const request = one.request_id ? requests.get(one.request_id) : undefined;
				return request
					? [
							{
								id: one.id,
								startsAt: one.starts_at,
								endsAt: one.ends_at,
								mode: one.mode,
								site: one.site,
								state: one.state,
								request,
							},
						]
					: [];
			}),
		);
	});
}
