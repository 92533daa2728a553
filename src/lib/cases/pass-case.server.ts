import type { Worker } from '#lib/kernel/actor.ts';
import { addDays, momentOf, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';
import { endOwn, isScreenedFrom, makeOwn, standIn } from '#lib/access/access.server.ts';
import { colleaguesWho } from '#lib/identity/colleagues.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { timeZoneHere, todayHere, type CaseUnderChange } from './case-under-change.server.ts';
import { presentMembers } from './case-parts.server.ts';
import { loadCasesOfPerson } from './cases-of.store.server.ts';
import { insertCaseWorker, loadCaseWorkers } from './cases.store.server.ts';
import { checkHandover, type HandoverTerms } from './handover.ts';
import { closeCaseWorker, insertHandover, loadOpenCasesOf } from './handover.store.server.ts';

/** Who hands something over to whom, on which terms. Its id is the handover's. */
export type Passing = {
	readonly id: Uuid;
	readonly from: Uuid;
	readonly to: Uuid;
	readonly terms: HandoverTerms;
};

/** From which moment to which somebody stands in; without an end for good. */
export type PassedFor = { readonly from: Date; readonly to: Date | null };

/** What the database refuses about handing over. */
export const HANDOVER_REFUSALS = {
	team_is_enough: 'team-too-small',
	case_worker_once: 'already-on-case',
	case_key_worker_once: 'changed-meanwhile',
	request_taken_once: 'changed-meanwhile',
	holder_is_free: 'worker-busy',
	works_here: 'colleague-left',
	handed_over_with_agreement: 'not-agreed',
} as const;

export const handoverPlace = (handover: Uuid) => ({ table: 'handover', column: 'sealed', row: handover });

/**
 * A case goes from one worker to another: their place in its team and everything of it that was their own; or the other
 * stands in for some days and has just their rights. Part of a use case that holds the case and journals.
 */
export async function passCase(tx: Tx<Worker>, under: CaseUnderChange, passing: Passing): Promise<Result<PassedFor>> {
	const { facts } = under;
	const [workers, members] = await Promise.all([loadCaseWorkers(tx, [facts.id]), presentMembers(tx, facts.id)]);
	const place = workers.find((one) => one.worker_id === passing.from);
	if (!place) return refuseField('fromWorker', 'choose-one');
	if (workers.some((one) => one.worker_id === passing.to)) return refuseField('toWorker', 'already-on-case');
	const subjects = [facts.id, ...(facts.requestId ? [facts.requestId] : []), ...members];
	const span = await passSubjects(tx, passing, { key: under.key, subjects, of: { caseId: facts.id, requestId: null } });
	if (!span.ok || span.value.to) return span;
	await closeCaseWorker(tx, facts.id, passing.from);
	await insertCaseWorker(tx, facts.id, { worker: passing.to, role: place.role as 'key-worker' });
	await makeOwn(tx, passing.to, subjects);
	for (const subject of [facts.id, facts.requestId]) if (subject) await endOwn(tx, passing.from, subject);
	for (const person of members)
		if (!(await carriesCaseOf(tx, passing.from, person))) await endOwn(tx, passing.from, person);
	return span;
}

/** Checks the terms and the next worker, and writes the handover down; somebody who stands in may from now on. */
export async function passSubjects(
	tx: Tx<Worker>,
	{ id, from, to, terms }: Passing,
	what: { key: SubjectKey; subjects: readonly Uuid[]; of: { caseId: Uuid | null; requestId: Uuid | null } },
): Promise<Result<PassedFor>> {
	const days = checkHandover(terms, await todayHere(tx));
	if (!days.ok) return days;
	const [action] = what.of.caseId ? (['case.change'] as const) : (['request.work'] as const);
	const [colleagues, screened, zone] = await Promise.all([
		colleaguesWho(tx, action),
		isScreenedFrom(tx, to, what.subjects),
		timeZoneHere(tx),
	]);
	if (to === from || !colleagues.some((one) => one.id === to)) return refuseField('toWorker', 'choose-one');
	if (screened) return refuseField('toWorker', 'cannot-see-it');
	await insertHandover(tx, {
		id,
		...what.of,
		fromWorker: from,
		toWorker: to,
		kind: terms.kind,
		reason: terms.reason,
		fromOn: days.value.from,
		toOn: days.value.to,
		agreement: terms.agreement,
		recordedBy: tx.act.by.workerId,
		sealed: terms.note === '' ? null : what.key.seal(handoverPlace(id), { note: terms.note }),
	});
	if (!days.value.to) return ok({ from: tx.act.at, to: null });
	const span = spanOf({ fromOn: days.value.from, toOn: days.value.to }, zone);
	await standIn(tx, to, { subjects: what.subjects, ...span });
	return ok(span);
}

/** The moments between which somebody stands in: from the first minute of the first day to the last of the last. */
export function spanOf(days: { fromOn: CalendarDay; toOn: CalendarDay }, timeZone: string): { from: Date; to: Date } {
	return { from: momentOf(days.fromOn, '00:00', timeZone), to: momentOf(addDays(days.toOn, 1), '00:00', timeZone) };
}

/** Whether a worker still carries an open case of a person. */
async function carriesCaseOf(tx: Tx, worker: Uuid, person: Uuid): Promise<boolean> {
	const [carried, cases] = await Promise.all([loadOpenCasesOf(tx, worker), loadCasesOfPerson(tx, person)]);
	const theirs = new Set(cases.map((one) => one.id));
	return carried.some((one) => theirs.has(one.id));
}
