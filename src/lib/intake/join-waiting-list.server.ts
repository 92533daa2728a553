import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { endStanding } from '#lib/meetings/appointments.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { tellProposer } from './answer-proposer.server.ts';
import { insertOutcome } from './decisions.store.server.ts';
import { requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';
import { checkJoining, type Leaving, type WaitingPriority, type WaitingReason, type WaitingStay } from './waiting.ts';
import { endStay, insertStay, joinedAt, loadStays } from './waiting.store.server.ts';

export type Joining = {
	readonly command: Uuid;
	readonly requestId: Uuid;
	/** A site of the programme; none: whichever has room first. */
	readonly site: string | undefined;
	readonly reason: WaitingReason;
	readonly priority: WaitingPriority | undefined;
};

/** Puts somebody on the waiting list of a site, or moves them to that of another. The date since when they wait is written the first time only. */
export async function joinWaitingList(act: Act<Worker>, input: Joining): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId);
			if (!found.ok) return found;
			const { facts, definition } = found.value;
			const checked = checkJoining(definition, facts, input.site);
			if (!checked.ok) return checked;
			if (await claim(tx, input.command, 'join-waiting-list')) {
				const joined = await joinedAt(tx, facts.id);
				await endStay(tx, facts.id, { why: 'moved', by: act.by.workerId });
				const { command: id, reason, priority = null, site = null } = input;
				const stay = { id, reason, priority, site, programme: facts.programme, requestId: facts.id };
				await insertStay(tx, { ...stay, joinedAt: joined, by: act.by.workerId });
			}
			record(tx, { action: 'request.waiting', subjects: [input.requestId], reason: input.reason });
			return ok();
		},
		{ waiting_once: 'changed-meanwhile', nobody_waits_with_an_ended_request: 'already-decided' },
	);
}

type LeavingList = { readonly requestId: Uuid; readonly why: Leaving; readonly note: string };

/** Takes somebody off the waiting list: into work, or because they no longer wish for it, which ends the request. */
export async function leaveWaitingList(act: Act<Worker>, input: LeavingList): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId);
			if (!found.ok) return found;
			if (found.value.facts.outcome) return refuse('already-decided');
			const left = await endStay(tx, input.requestId, leavingOf(found.value.key, act.by.workerId, input));
			if (!left) return refuse('not-on-the-list');
			if (input.why === 'person-withdrew') await endByPerson(tx, found.value);
			record(tx, { action: 'request.waited', subjects: [input.requestId], reason: input.why });
			return ok();
		},
		{ request_outcome_pkey: 'already-decided' },
	);
}

function leavingOf(key: SubjectKey, by: Uuid, { why, note }: LeavingList) {
	return note === '' ? { why, by } : { why, by, seal: (stay: Uuid) => key.seal(leftPlace(stay), { note }) };
}

async function endByPerson(tx: Tx<Worker>, request: RequestUnderWork): Promise<void> {
	const requestId = request.facts.id;
	await endStanding(tx, requestId, { state: 'cancelled', cancelledBy: 'person' });
	await insertOutcome(tx, { requestId, kind: 'declined-by-person', by: tx.act.by.workerId });
	await tellProposer(tx, request, 'considered');
}

const leftPlace = (stay: Uuid) => ({ table: 'waiting_stay', column: 'left_sealed', row: stay });

/** A time on the waiting list with what was said at its end, for the page of a request. */
export type ShownStay = WaitingStay & { readonly note: string };

/** The times a request was on the waiting list, for its page, which journals. */
export async function staysOf(tx: Tx, requestId: Uuid, key: SubjectKey | undefined): Promise<readonly ShownStay[]> {
	const rows = await loadStays(tx, requestId);
	return rows.map(({ left_sealed: sealed, ...stay }) => ({
		...stay,
		note: sealed && key ? key.open<{ note: string }>(leftPlace(stay.id), sealed).note : '',
	}));
}
