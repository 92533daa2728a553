import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may } from '#lib/access/access-table.ts';
import { endStandIn, relationTo } from '#lib/access/access.server.ts';
import { presentMembers } from '#lib/cases/case-parts.server.ts';
import { timeZoneHere, todayHere } from '#lib/cases/case-under-change.server.ts';
import { standsIn, type Handover } from '#lib/cases/handover.ts';
import {
	dropHandoverDraft,
	endHandover,
	handoverById,
	handoverTimes,
	keepAgreement,
	offeredDrafts,
} from '#lib/cases/handovers.server.ts';
import { caseFactsById, casesById } from '#lib/cases/list-cases.server.ts';
import { handoverPlace, spanOf } from '#lib/cases/pass-case.server.ts';
import { keepDraft } from '#lib/identity/drafts.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { loadRequestsById } from './intake.store.server.ts';
import { rowsOf } from './read-requests.server.ts';
import { whomItIsAbout } from './request.ts';

/** A handover with what went along, and what whoever looks may do with it. */
type HandoverPage = {
	readonly handover: Handover;
	/** The number of the case or the label of the request. */
	readonly label: string;
	/** What the case or the request is called, for those who may open it; for others the same number or label. */
	readonly name: string;
	readonly from: string;
	readonly to: string;
	readonly today: CalendarDay;
	readonly times: readonly { readonly id: Uuid; readonly startsAt: Date; readonly moved: boolean }[];
	/** Only for those who may open the case or the request. */
	readonly note: string;
	readonly drafts: readonly string[];
	readonly can: { readonly open: boolean; readonly agree: boolean; readonly end: boolean };
};

type Found = {
	handover: Handover & { sealed: Sealed | null };
	subject: Uuid;
	rights: { open: boolean; change: boolean; handOver: boolean };
};

/** Reads a handover: for those between whom it was, whoever recorded it, and who may open what it is about. */
export async function readHandover(act: Act<Worker>, input: { handoverId: Uuid }): Promise<Result<HandoverPage>> {
	return transaction(act, async (tx) => {
		const found = await find(tx, input.handoverId);
		if (!found) return refuse('not-found');
		const { handover, subject, rights } = found;
		const [names, called, times, today, opened] = await Promise.all([
			namesOf(tx, [handover.fromWorker, handover.toWorker]),
			calledOf(tx, found),
			handoverTimes(tx, handover.id),
			todayHere(tx),
			rights.open ? openWords(tx, found) : { note: '', drafts: [] },
		]);
		record(tx, { action: 'handover.read', subjects: [subject, ...called.personIds], record: handover.id });
		const { sealed: _, ...shown } = handover;
		return ok({
			handover: shown,
			label: called.label,
			name: called.name,
			from: names.get(handover.fromWorker) ?? '',
			to: names.get(handover.toWorker) ?? '',
			today,
			times,
			note: opened.note,
			drafts: handover.toWorker === act.by.workerId ? opened.drafts.map((one) => one.form) : [],
			can: {
				open: rights.open,
				agree: rights.change && handover.agreement === 'to-be-asked',
				end: rights.handOver && standsIn(handover, today) !== 'no',
			},
		});
	});
}

/** Writes down what the person said to it, where they were still to be asked (C9). */
export async function recordAgreement(
	act: Act<Worker>,
	input: { handoverId: Uuid; agreement: 'agreed' | 'declined' },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await find(tx, input.handoverId);
			if (!found?.rights.change) return refuse('not-found');
			if (!(await keepAgreement(tx, input.handoverId, input.agreement))) return refuse('already-decided');
			record(tx, { action: 'handover.changed', subjects: [found.subject], record: input.handoverId });
			return ok();
		},
		{ handed_over_with_agreement: 'not-agreed' },
	);
}

/** Ends a stand-in before its last day: the rights end with it. */
export async function endStandInEarly(act: Act<Worker>, input: { handoverId: Uuid }): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await find(tx, input.handoverId);
		if (!found?.rights.handOver) return refuse('not-found');
		const { handover, subject } = found;
		if (!handover.toOn || !(await endHandover(tx, handover.id, act.by.workerId))) return refuse('already-decided');
		const { from } = spanOf({ fromOn: handover.fromOn, toOn: handover.toOn }, await timeZoneHere(tx));
		await endStandIn(tx, handover.toWorker, { subjects: await subjectsOf(tx, handover), from });
		record(tx, { action: 'handover.changed', subjects: [subject], record: handover.id });
		return ok();
	});
}

/** The next worker takes up a draft they were left. From then on it is their own. */
export async function takeUpDraft(
	act: Act<Worker>,
	input: { handoverId: Uuid; form: string },
): Promise<Result<{ form: string; subjectId: Uuid; isCase: boolean }>> {
	return transaction(act, async (tx) => {
		const found = await find(tx, input.handoverId);
		if (!found?.rights.open || found.handover.toWorker !== act.by.workerId) return refuse('not-found');
		const { drafts } = await openWords(tx, found);
		const draft = drafts.find((one) => one.form === input.form);
		if (!draft) return refuse('not-found');
		await keepDraft(tx, { form: draft.form, subjectId: found.subject, fields: draft.fields });
		await dropHandoverDraft(tx, input.handoverId, draft.form);
		record(tx, { action: 'handover.changed', subjects: [found.subject], record: input.handoverId });
		return ok({ form: draft.form, subjectId: found.subject, isCase: found.handover.caseId !== null });
	});
}

async function find(tx: Tx<Worker>, id: Uuid): Promise<Found | undefined> {
	const handover = await handoverById(tx, id);
	if (!handover) return undefined;
	const { caseId, requestId, fromWorker, toWorker, recordedBy } = handover;
	const subject = (caseId ?? requestId)!;
	const relation = await relationTo(tx, subject);
	const { roles, workerId } = tx.act.by;
	const of = caseId ? ('case' as const) : ('request' as const);
	const rights = {
		open: may(roles, `${of}.read`, relation),
		change: may(roles, of === 'case' ? 'case.change' : 'request.work', relation),
		handOver: may(roles, `${of}.hand-over`, relation),
	};
	const theirs = relation !== 'screened' && [fromWorker, toWorker, recordedBy].includes(workerId);
	return rights.open || theirs ? { handover, subject, rights } : undefined;
}

async function openWords(tx: Tx<Worker>, { handover, subject }: Found) {
	const key = (await (await openVault(tx)).keysOf([subject])).get(subject);
	if (!key) return { note: '', drafts: [] };
	const note = handover.sealed ? key.open<{ note: string }>(handoverPlace(handover.id), handover.sealed).note : '';
	return { note, drafts: await offeredDrafts(tx, handover.id, key) };
}

type Called = { readonly label: string; readonly name: string; readonly personIds: readonly Uuid[] };

/** What a handover is of: its number, and for those who may open it its name; for others no name is unsealed. */
async function calledOf(tx: Tx, { handover: { caseId, requestId }, rights }: Found): Promise<Called> {
	if (!rights.open) {
		const [facts] = caseId ? await caseFactsById(tx, [caseId]) : await loadRequestsById(tx, [requestId!]);
		const label = facts ? ('number' in facts ? facts.number : facts.label) : '';
		return { label, name: label, personIds: [] };
	}
	if (caseId) {
		const { facts, name, personIds } = (await casesById(tx, [caseId])).get(caseId)!;
		return { label: facts.number, name, personIds };
	}
	const { facts, text, personIds } = (await rowsOf(tx, [requestId!]))[0]!;
	return { label: facts.label, name: whomItIsAbout(text).name || facts.label, personIds };
}

async function subjectsOf(tx: Tx, { caseId, requestId }: Handover): Promise<readonly Uuid[]> {
	if (!caseId) {
		const [request] = await loadRequestsById(tx, [requestId!]);
		return [requestId!, ...(request?.aboutPerson ? [request.aboutPerson] : [])];
	}
	const [facts] = await caseFactsById(tx, [caseId]);
	return [caseId, ...(facts?.requestId ? [facts.requestId] : []), ...(await presentMembers(tx, caseId))];
}
