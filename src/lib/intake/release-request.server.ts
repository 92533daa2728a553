import type { Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { endOwn, ownedBy } from '#lib/access/access.server.ts';
import { casesOfPerson } from '#lib/cases/list-cases.server.ts';
import { endStanding } from '#lib/meetings/appointments.server.ts';
import { sendToPerson } from '#lib/people/send-to-person.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { endTaking } from './decisions.store.server.ts';
import { loadRequestsOfPerson } from './intake.store.server.ts';
import { askerOf, type RequestUnderWork } from './request-under-work.server.ts';

/**
 * Takes a request off whoever has it: their time is free again, whoever asked is told that another will be found, and the
 * person it is about is no longer the worker's, unless something else of that person is. Part of a use case that journals.
 */
export async function release(tx: Tx<Worker>, request: RequestUnderWork): Promise<void> {
	if (!request.facts.takenBy) return;
	await freeTime(tx, request);
	await takeOff(tx, request.facts);
}

/** Frees the time that was agreed, and tells whoever asked that another will be found. */
export async function freeTime(tx: Tx<Worker>, request: RequestUnderWork): Promise<void> {
	if (await endStanding(tx, request.facts.id, { state: 'moved' }))
		await sendToPerson(tx, askerOf(request), { kind: 'time-changed' });
}

/** Takes a request off whoever has it, whatever becomes of the time that was agreed. */
export async function takeOff(tx: Tx<Worker>, facts: RequestUnderWork['facts']): Promise<void> {
	const { id: requestId, takenBy, aboutPerson } = facts;
	if (!takenBy) return;
	await endTaking(tx, requestId);
	await endOwn(tx, takenBy, requestId);
	if (aboutPerson && !(await hasMoreOf(tx, takenBy, aboutPerson))) await endOwn(tx, takenBy, aboutPerson);
}

/** Whether a worker still has another open request or a case of a person. */
async function hasMoreOf(tx: Tx<Worker>, worker: Uuid, person: Uuid): Promise<boolean> {
	const [requests, cases] = await Promise.all([loadRequestsOfPerson(tx, person), casesOfPerson(tx, person)]);
	if (requests.some((one) => one.takenBy === worker && !one.outcome)) return true;
	const own = await ownedBy(
		tx,
		worker,
		cases.map((one) => one.facts.id),
	);
	return own.length > 0;
}
