import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { makeOwn } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { insertTaking } from './decisions.store.server.ts';
import { release } from './release-request.server.ts';
import { requestUnderWork } from './request-under-work.server.ts';

/** Takes a request. Of two who try in the same second one gets it, and the other is told. */
export async function takeRequest(
	act: Act<Worker>,
	input: { command: Uuid; requestId: Uuid },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			if (await claim(tx, input.command, 'take-request')) {
				const found = await requestUnderWork(tx, input.requestId, 'request.take');
				if (!found.ok) return found;
				if (found.value.facts.outcome) return refuse('already-decided');
				if (found.value.facts.takenBy) return refuse('already-taken');
				await insertTaking(tx, { id: input.command, requestId: input.requestId, worker: act.by.workerId });
				const { aboutPerson } = found.value.facts;
				await makeOwn(tx, act.by.workerId, [input.requestId, ...(aboutPerson ? [aboutPerson] : [])]);
			}
			record(tx, { action: 'request.taken', subjects: [input.requestId] });
			return ok();
		},
		{ request_taken_once: 'already-taken' },
	);
}

/** Gives a request back to the team, so that somebody else can take it: the time that was agreed is free again, and the person is no longer the worker’s. */
export async function giveBack(act: Act<Worker>, input: { requestId: Uuid }): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await requestUnderWork(tx, input.requestId);
		if (!found.ok) return found;
		const { takenBy, outcome } = found.value.facts;
		if (outcome || !takenBy) return refuse('already-decided');
		await release(tx, found.value);
		record(tx, { action: 'request.taken', subjects: [input.requestId], reason: 'given-back' });
		return ok();
	});
}
