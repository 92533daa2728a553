import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Action } from '#lib/access/access-table.ts';
import { endOwn, makeOwn, permit, permitRole, screenOff } from '#lib/access/access.server.ts';
import { colleaguesWho } from '#lib/identity/colleagues.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { todayHere } from './case-under-change.server.ts';
import {
	ANSWER_DAYS,
	checkComplaint,
	checkComplaintAnswer,
	type ComplaintFacts,
	type ComplaintOutcome,
	type ComplaintWay,
	type ComplaintWords,
} from './complaint.ts';
import {
	insertComplaint,
	insertComplaintText,
	insertTerm,
	loadTermOn,
	lockComplaint,
	setComplaintAnswered,
	setComplaintClosed,
	setComplaintDealer,
} from './complaints.store.server.ts';

/** A complaint as it is taken down. */
export type TakenDown = ComplaintWords & {
	readonly command: Uuid;
	readonly caseId: Uuid | undefined;
	readonly receivedOn: CalendarDay;
	readonly way: ComplaintWay;
	readonly anonymous: boolean;
	readonly aboutWorker: Uuid | undefined;
	readonly dealtBy: Uuid;
};

const REFUSALS = { not_by_whom_it_is_about: 'not-whom-it-is-about' } as const;
export const complaintPlace = (complaint: Uuid, part: 'said' | 'answer') => ({
	table: 'complaint_text',
	column: 'sealed',
	row: `${complaint}/${part}`,
});

/** Takes a complaint down (W7): about a case or the organisation, about a worker or not, by somebody named or not. */
export async function recordComplaint(act: Act<Worker>, input: TakenDown): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'complaint.record');
	if (!allowed.ok) return allowed;
	return transaction(
		act,
		async (tx) => {
			const ofCase = input.caseId ? await permit(tx, 'case.read', input.caseId) : ok();
			if (!ofCase.ok) return ofCase;
			if (await claim(tx, input.command, 'record-complaint')) {
				const kept = await keep(tx, input);
				if (!kept.ok) return kept;
			}
			const subjects = [input.command, ...(input.caseId ? [input.caseId] : [])];
			record(tx, { action: 'complaint.recorded', subjects });
			return ok();
		},
		REFUSALS,
	);
}

async function keep(tx: Tx<Worker>, input: TakenDown): Promise<Result<undefined>> {
	const today = await todayHere(tx);
	const checked = checkComplaint({ ...input, today }, await termOn(tx, input.receivedOn));
	if (!checked.ok) return checked;
	if (!(await mayDeal(tx, input.dealtBy))) return refuseField('dealtBy', 'choose-one');
	if (!(await worksHere(tx, input.aboutWorker))) return refuseField('aboutWorker', 'choose-one');
	const { command: id, aboutWorker = null, caseId = null } = input;
	await insertComplaint(tx, { ...input, id, aboutWorker, caseId, ...checked.value }, tx.act.by.workerId);
	const key = await (await openVault(tx)).newKey('complaint', id);
	const words = input.anonymous
		? { words: input.words, who: '', reach: '' }
		: { words: input.words, who: input.who, reach: input.reach };
	await insertComplaintText(tx, id, { part: 'said', sealed: key.seal(complaintPlace(id, 'said'), words) });
	await makeOwn(tx, input.dealtBy, [id]);
	if (aboutWorker) await screenOff(tx, aboutWorker, id);
	return ok();
}

/** What was answered to a complaint, and whether it was found right. */
type ComplaintAnswer = {
	readonly complaintId: Uuid;
	readonly answeredOn: CalendarDay;
	readonly outcome: ComplaintOutcome;
	readonly answer: string;
};

/** Answers a complaint. It stays open until what follows from it is done, and it is closed. */
export async function answerComplaint(act: Act<Worker>, input: ComplaintAnswer): Promise<Result<undefined>> {
	return change(act, { action: 'complaint.answer', id: input.complaintId }, async (tx, facts) => {
		const today = await todayHere(tx);
		const checked = checkComplaintAnswer(facts, { ...input, words: input.answer, today });
		if (!checked.ok) return checked;
		const key = (await (await openVault(tx)).keysOf([facts.id])).get(facts.id);
		if (!key) return refuse('not-found');
		await setComplaintAnswered(tx, facts.id, { outcome: input.outcome, on: input.answeredOn, by: act.by.workerId });
		if (input.answer !== '') {
			const sealed = key.seal(complaintPlace(facts.id, 'answer'), { words: input.answer });
			await insertComplaintText(tx, facts.id, { part: 'answer', sealed });
		}
		return ok();
	});
}

/** Closes an answered complaint. */
export async function closeComplaint(act: Act<Worker>, input: { complaintId: Uuid }): Promise<Result<undefined>> {
	return change(act, { action: 'complaint.answer', id: input.complaintId }, async (tx, facts) => {
		if (facts.closedOn) return refuse('already-closed');
		if (!facts.outcome) return refuse('needs-answer');
		await setComplaintClosed(tx, facts.id, await todayHere(tx));
		return ok();
	});
}

/** Gives a complaint to somebody else to deal with: never to whom it is about. */
export async function assignComplaint(
	act: Act<Worker>,
	input: { complaintId: Uuid; dealtBy: Uuid },
): Promise<Result<undefined>> {
	return change(act, { action: 'complaint.assign', id: input.complaintId }, async (tx, facts) => {
		if (facts.closedOn) return refuse('already-closed');
		if (facts.aboutWorker === input.dealtBy) return refuseField('dealtBy', 'not-whom-it-is-about');
		if (!(await mayDeal(tx, input.dealtBy))) return refuseField('dealtBy', 'choose-one');
		await setComplaintDealer(tx, facts.id, input.dealtBy);
		await endOwn(tx, facts.dealtBy, facts.id);
		await makeOwn(tx, input.dealtBy, [facts.id]);
		return ok();
	});
}

/** Sets within how many days complaints received from a day on are to be answered. */
export async function setComplaintTerm(
	act: Act<Worker>,
	input: { days: number; from: CalendarDay },
): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'complaint.term');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		if (input.from < (await todayHere(tx))) return refuseField('from', 'too-early');
		await insertTerm(tx, { ...input, by: act.by.workerId });
		record(tx, { action: 'complaint.term-set', subjects: [act.by.organisationId] });
		return ok();
	});
}

/** Within how many days a complaint received on a day is to be answered. */
export async function termOn(tx: Tx, day: CalendarDay): Promise<number> {
	return (await loadTermOn(tx, day)) ?? ANSWER_DAYS;
}

async function worksHere(tx: Tx, worker: Uuid | undefined): Promise<boolean> {
	return worker === undefined || (await namesOf(tx, [worker])).has(worker);
}

async function mayDeal(tx: Tx, worker: Uuid): Promise<boolean> {
	return (await colleaguesWho(tx, 'complaint.answer')).some((one) => one.id === worker);
}

async function change(
	act: Act<Worker>,
	{ action, id }: { action: Action; id: Uuid },
	work: (tx: Tx<Worker>, facts: ComplaintFacts) => Promise<Result<undefined>>,
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const allowed = await permit(tx, action, id);
			if (!allowed.ok) return allowed;
			const facts = await lockComplaint(tx, id);
			if (!facts) return refuse('not-found');
			const done = await work(tx, facts);
			if (!done.ok) return done;
			record(tx, { action: 'complaint.changed', subjects: [id] });
			return ok();
		},
		REFUSALS,
	);
}
