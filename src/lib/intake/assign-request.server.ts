import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { colleaguesFor, makeOwn, permit } from '#lib/access/access.server.ts';
import { namesOf, type Colleague } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import type { AssignmentReason } from './assignment.ts';
import { insertTaking } from './decisions.store.server.ts';
import { requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';
import { assignmentNotePlace } from './takings.server.ts';
import { insertAssignment } from './takings.store.server.ts';

export type Assignment = {
	readonly command: Uuid;
	readonly requestId: Uuid;
	readonly to: Uuid;
	readonly reason: AssignmentReason;
	readonly note: string;
};

/** Gives a request that nobody has yet to a colleague of its team. Its clock and its place on the waiting list stay; whoever has one hands it over. */
export async function assignRequest(act: Act<Worker>, input: Assignment): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId, 'request.assign');
			if (!found.ok) return found;
			if (await claim(tx, input.command, 'assign-request')) {
				const assigned = await assign(tx, found.value, input);
				if (!assigned.ok) return assigned;
			}
			const { requestId, command, reason } = input;
			record(tx, { action: 'request.assigned', subjects: [requestId, input.to], record: command, reason });
			return ok();
		},
		{ request_taken_once: 'changed-meanwhile' },
	);
}

async function assign(tx: Tx<Worker>, request: RequestUnderWork, input: Assignment): Promise<Result<undefined>> {
	const { facts, key } = request;
	if (facts.outcome) return refuse('already-decided');
	if (facts.takenBy) return refuse('changed-meanwhile');
	const colleagues = await colleaguesFor(tx, facts.id, 'request.work');
	if (!colleagues.includes(input.to)) return refuseField('to', 'choose-one');
	const { command: id, to, reason, note } = input;
	await insertTaking(tx, { id, requestId: facts.id, worker: to });
	await makeOwn(tx, to, [facts.id, ...(facts.aboutPerson ? [facts.aboutPerson] : [])]);
	const sealed = note === '' ? null : key.seal(assignmentNotePlace(id), { note });
	await insertAssignment(tx, { id, requestId: facts.id, to, reason, by: tx.act.by.workerId, sealed });
	return ok();
}

/** Colleagues to whom a request can be assigned, by name, for the form; nothing of the request is told. */
export async function assignmentChoices(
	act: Act<Worker>,
	input: { requestId: Uuid },
): Promise<Result<readonly Colleague[]>> {
	return lookUp(act, async (tx) => {
		const allowed = await permit(tx, 'request.assign', input.requestId);
		if (!allowed.ok) return allowed;
		const names = await namesOf(tx, await colleaguesFor(tx, input.requestId, 'request.work'));
		return ok([...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name)));
	});
}
