import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { loadHeldTimes, moveHolders, type HeldAppointment } from './pass-times.store.server.ts';

/**
 * The appointments of a case or a request go to the next worker, unless that one's time is taken: those stay, and are told.
 * Part of a use case that journals.
 */
export async function passTimes(
	tx: Tx,
	passed: { from: Uuid; to: Uuid; subjects: readonly Uuid[]; span: { from: Date; to: Date | null } },
): Promise<{ moved: readonly Uuid[]; left: readonly Uuid[] }> {
	const now = tx.act.at;
	const since = passed.span.from > now ? passed.span.from : now;
	const which = { from: passed.from, to: passed.to, since, until: passed.span.to };
	const moved = await moveHolders(tx, which, passed.subjects);
	const left = await loadHeldTimes(tx, which, passed.subjects);
	return { moved, left: left.map((one) => one.id) };
}

/** The appointments still to come that take up a worker. */
export function timesHeldBy(tx: Tx, worker: Uuid): Promise<readonly HeldAppointment[]> {
	return loadHeldTimes(tx, { from: worker, since: tx.act.at, until: null });
}

/** One appointment goes to another worker, whose time has to be free. False when it is not. */
export async function passOneTime(
	tx: Tx,
	passed: { from: Uuid; to: Uuid; appointment: HeldAppointment },
): Promise<boolean> {
	const { starts_at: since, case_id, request_id, id } = passed.appointment;
	const until = new Date(since.getTime() + 1);
	const moved = await moveHolders(tx, { from: passed.from, to: passed.to, since, until }, [(case_id ?? request_id)!]);
	return moved.includes(id);
}
export type { HeldAppointment };
