import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { colleaguesFor, makeOwn, permit } from '#lib/access/access.server.ts';
import { namesOf, type Colleague } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { APPOINTMENT_REFUSALS, passOnStanding } from '#lib/meetings/appointments.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { insertTaking } from './decisions.store.server.ts';
import { insertHanding, loadTakings, type Taking } from './handing.store.server.ts';
import { freeTime, takeOff } from './release-request.server.ts';
import { requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';
import type { HandingReason } from './waiting.ts';

export type Handing = {
	readonly command: Uuid;
	readonly requestId: Uuid;
	/** Who had it when the form was opened; empty for nobody. */
	readonly from: Uuid | undefined;
	readonly to: Uuid;
	readonly reason: HandingReason;
	readonly note: string;
	/** The time that was agreed stays, and is the colleague's from now on. */
	readonly keepTime: boolean;
};

/** Gives a request to a colleague of its team: one that nobody has yet, or one that somebody hands on. Its clock, its words and its place on the waiting list stay as they are. */
export async function handRequest(act: Act<Worker>, input: Handing): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId, 'request.hand-on');
			if (!found.ok) return found;
			if (await claim(tx, input.command, 'hand-request')) {
				const handed = await hand(tx, found.value, input);
				if (!handed.ok) return handed;
			}
			const { requestId, command, reason } = input;
			record(tx, { action: 'request.handed-on', subjects: [requestId, input.to], record: command, reason });
			return ok();
		},
		{ ...APPOINTMENT_REFUSALS, request_taken_once: 'changed-meanwhile' },
	);
}

async function hand(tx: Tx<Worker>, request: RequestUnderWork, input: Handing): Promise<Result<undefined>> {
	const { facts, key } = request;
	if (facts.outcome) return refuse('already-decided');
	if (facts.takenBy !== (input.from ?? null)) return refuse('changed-meanwhile');
	const colleagues = await colleaguesFor(tx, facts.id, 'request.work');
	if (!colleagues.includes(input.to) || input.to === facts.takenBy) return refuseField('to', 'choose-one');
	if (facts.takenBy && input.reason === 'assigned') return refuseField('reason', 'choose-one');
	if (input.keepTime) {
		const passed = await passOnStanding(tx, facts.id, input.to);
		if (!passed.ok) return passed;
	} else await freeTime(tx, request);
	await takeOff(tx, request);
	await insertTaking(tx, { id: input.command, requestId: facts.id, worker: input.to });
	await makeOwn(tx, input.to, [facts.id, ...(facts.aboutPerson ? [facts.aboutPerson] : [])]);
	const sealed = input.note === '' ? null : key.seal(notePlace(input.command), { note: input.note });
	const { command: id, to, reason } = input;
	await insertHanding(tx, { id, requestId: facts.id, from: facts.takenBy, to, reason, by: tx.act.by.workerId, sealed });
	return ok();
}

const notePlace = (handing: Uuid) => ({ table: 'request_handing', column: 'sealed', row: handing });

/** A time a request was somebody's, with what was said when it was given to them. */
export type ShownTaking = Taking & { readonly note: string };

/** Who had a request from when to when, for its page, which journals. */
export async function takingsOf(tx: Tx, requestId: Uuid, key: SubjectKey | undefined): Promise<readonly ShownTaking[]> {
	const rows = await loadTakings(tx, requestId);
	return rows.map(({ sealed, ...taking }) => ({
		...taking,
		note: sealed && key ? key.open<{ note: string }>(notePlace(taking.id), sealed).note : '',
	}));
}

/** Colleagues to whom a request can be given, by name, for the form; nothing of the request is told. */
export async function handingChoices(
	act: Act<Worker>,
	input: { requestId: Uuid; but: Uuid | null },
): Promise<Result<readonly Colleague[]>> {
	return lookUp(act, async (tx) => {
		const allowed = await permit(tx, 'request.hand-on', input.requestId);
		if (!allowed.ok) return allowed;
		const ids = (await colleaguesFor(tx, input.requestId, 'request.work')).filter((one) => one !== input.but);
		const names = await namesOf(tx, ids);
		return ok([...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name)));
	});
}
