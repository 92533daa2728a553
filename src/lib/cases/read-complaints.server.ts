import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may } from '#lib/access/access-table.ts';
import { permitRole, relationTo } from '#lib/access/access.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { todayHere } from './case-under-change.server.ts';
import { loadCasesById } from './cases.store.server.ts';
import type { ComplaintFacts, ComplaintWords } from './complaint.ts';
import { complaintPlace, termOn } from './complaints.server.ts';
import { loadComplaint, loadComplaints, loadComplaintsToDeal, loadComplaintTexts } from './complaints.store.server.ts';

/** A complaint as a list shows it. */
type ComplaintRow = ComplaintFacts & {
	readonly dealer: string;
	readonly about: string;
	readonly caseNumber: string;
};
type ComplaintList = {
	readonly rows: readonly ComplaintRow[];
	readonly next: Uuid | undefined;
	readonly today: CalendarDay;
	/** Within how many days what comes in today is to be answered. */
	readonly termDays: number;
	/** Whether all are shown, or those the worker deals with. */
	readonly all: boolean;
};
const PAGE = 30;

/** Complaints, newest first: all for whoever leads or administers, else those one deals with. What is about oneself is in none. */
export async function listComplaints(
	act: Act<Worker>,
	input: { after: Uuid | undefined },
): Promise<Result<ComplaintList>> {
	const allowed = permitRole(act.by, 'complaint.list');
	if (!allowed.ok) return allowed;
	const all = may(act.by.roles, 'complaint.assign', 'none');
	return transaction(act, async (tx) => {
		const today = await todayHere(tx);
		const dealtBy = all ? undefined : act.by.workerId;
		const [found, termDays] = await Promise.all([
			loadComplaints(tx, { dealtBy, after: input.after, atMost: PAGE + 1 }),
			termOn(tx, today),
		]);
		const shown = found.slice(0, PAGE);
		record(tx, { action: 'complaint.listed', subjects: shown.map((one) => one.id) });
		const next = found.length > PAGE ? shown.at(-1)?.id : undefined;
		return ok({ rows: await named(tx, shown), next, today, termDays, all });
	});
}

/** A complaint with its words. */
type ComplaintPage = ComplaintRow & {
	readonly said: ComplaintWords;
	readonly answer: string;
	readonly today: CalendarDay;
	readonly can: { readonly answer: boolean; readonly assign: boolean };
};

/** Reads a complaint: for who deals with it, leads or administers. Never for whom it is about; the database hides it too. */
export async function readComplaint(act: Act<Worker>, input: { complaintId: Uuid }): Promise<Result<ComplaintPage>> {
	return transaction(act, async (tx) => {
		const { complaintId: id } = input;
		const [relation, facts, texts, keys, today] = await Promise.all([
			relationTo(tx, id),
			loadComplaint(tx, id),
			loadComplaintTexts(tx, id),
			openVault(tx).then((vault) => vault.keysOf([id])),
			todayHere(tx),
		]);
		const key = keys.get(id);
		if (!facts || !key || !may(act.by.roles, 'complaint.read', relation)) return refuse('not-found');
		const open = <Words>(part: 'said' | 'answer', none: Words): Words => {
			const row = texts.find((one) => one.part === part);
			return row ? key.open<Words>(complaintPlace(id, part), row.sealed) : none;
		};
		const [row] = await named(tx, [facts]);
		record(tx, { action: 'complaint.read', subjects: [id, ...(facts.caseId ? [facts.caseId] : [])] });
		return ok({
			...row!,
			said: open('said', { words: '', who: '', reach: '' }),
			answer: open('answer', { words: '' }).words,
			today,
			can: {
				answer: facts.closedOn === null && may(act.by.roles, 'complaint.answer', relation),
				assign: facts.closedOn === null && may(act.by.roles, 'complaint.assign', relation),
			},
		});
	});
}

/** The complaints the worker has to deal with, the soonest first: for a page that journals. */
export const complaintsToDeal = (tx: Tx<Worker>, atMost: number): Promise<readonly ComplaintFacts[]> =>
	loadComplaintsToDeal(tx, tx.act.by.workerId, atMost);

async function named(tx: Tx, found: readonly ComplaintFacts[]): Promise<readonly ComplaintRow[]> {
	const [names, cases] = await Promise.all([
		namesOf(
			tx,
			found.flatMap((one) => [one.dealtBy, ...(one.aboutWorker ? [one.aboutWorker] : [])]),
		),
		loadCasesById(
			tx,
			found.flatMap((one) => one.caseId ?? []),
		),
	]);
	return found.map((one) => ({
		...one,
		dealer: names.get(one.dealtBy) ?? '',
		about: one.aboutWorker ? (names.get(one.aboutWorker) ?? '') : '',
		caseNumber: cases.find((row) => row.id === one.caseId)?.number ?? '',
	}));
}
