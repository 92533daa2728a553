import type { Act, Worker } from '#lib/kernel/actor.ts';
import { addDays, momentOf, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, mayEver, type Action } from '#lib/access/access-table.ts';
import { relationsTo } from '#lib/access/access.server.ts';
import { timeZoneHere, todayHere } from '#lib/cases/case-under-change.server.ts';
import type { ComplaintFacts } from '#lib/cases/complaint.ts';
import { complaintsToDeal } from '#lib/cases/read-complaints.server.ts';
import { deadlinesOf, type ShownDeadline } from '#lib/cases/deadlines.server.ts';
import { casesById, newestCases, type CaseRow } from '#lib/cases/list-cases.server.ts';
import { ownDrafts } from '#lib/identity/drafts.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import {
	ownAppointments,
	teamAppointments,
	unrecordedAppointments,
	type HeldTime,
} from '#lib/meetings/appointments.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { loadRequests } from './intake.store.server.ts';
import { openRows, rowsOf, scopeOf, type RequestRow } from './read-requests.server.ts';
import { awaitsAnswer, clockOf, longestWaitFirst, type RequestView } from './request.ts';

/** Whose day: the worker's own, or that of their teams. */
export type DayOf = 'own' | 'team';

/** What a line of the day is about: a request or a case. */
export type About = { readonly request: RequestRow } | { readonly case: CaseRow };
export type DayAppointment = {
	readonly id: Uuid;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly mode: string;
	readonly site: string | null;
	readonly state: string;
	/** Whose time it takes up. */
	readonly worker: string;
	readonly about: About;
};
/** Something begun and not sent. */
export type DayDraft = { readonly form: string; readonly savedAt: Date; readonly about: About };
export type DayDeadline = ShownDeadline & { readonly case: CaseRow };
/** The soonest of a kind, with how many there are in all. */
export type Some<Row> = { readonly rows: readonly Row[]; readonly count: number };
/** Requests of a day; `overdue` of them wait longer than their clock. */
type DayRequests = Some<RequestRow> & { readonly overdue: number };

/** Everything that asks for somebody today, across programmes (W1). */
export type Day = {
	readonly appointments: readonly DayAppointment[];
	/** The worker's own that are over, of which nobody has said how they were. */
	readonly unrecorded: readonly DayAppointment[];
	readonly waiting: DayRequests;
	readonly taken: DayRequests;
	readonly deadlines: Some<DayDeadline>;
	readonly drafts: Some<DayDraft>;
	/** What the worker deals with and has not closed; the soonest first. */
	readonly complaints: readonly ComplaintFacts[];
	readonly cases: { readonly rows: readonly CaseRow[]; readonly more: boolean };
};

const DAYS_AHEAD = 7;
const DAYS_BACK = 21;
const SHOWN = 8;
/** Of deadlines so many where one asks for all: what is later is reached once these are dealt with. */
const DEADLINES_MAX = 200;
const COUNTED = 500;
/** What somebody has to be allowed to send a form, for its draft to be shown. */
const SENDS: Readonly<Record<string, Action>> = {
	talk: 'request.work',
	plan: 'case.change',
	review: 'case.change',
	meeting: 'meeting.record',
	closure: 'case.close',
	note: 'note.write',
	task: 'case.change',
	mediated: 'case.change',
	advocacy: 'meeting.record',
	'step-up': 'case.change',
};
const NO_REQUESTS: DayRequests = { rows: [], count: 0, overdue: 0 };

/** Reads the day of a worker, or of their teams for whoever looks after them. */
export async function readDay(
	act: Act<Worker>,
	{ of, allDeadlines = false }: { of: DayOf; allDeadlines?: boolean },
): Promise<Result<Day>> {
	const can = (action: Action) => mayEver(act.by.roles, action);
	if (!can(of === 'team' ? 'day.of-team' : 'desk.enter')) return refuse('not-found');
	return transaction(act, async (tx) => {
		const [today, timeZone] = await Promise.all([todayHere(tx), timeZoneHere(tx)]);
		const [appointments, unrecorded, waiting, taken, deadlines, drafts, complaints, cases] = await Promise.all([
			appointmentsOn(tx, of, { today, timeZone }),
			of === 'own' ? unrecordedBefore(tx) : [],
			can('request.list') ? requestsOf(tx, 'waiting', of) : NO_REQUESTS,
			can('request.list') ? requestsOf(tx, of === 'team' ? 'taken' : 'mine', of) : NO_REQUESTS,
			can('case.list')
				? deadlinesWithCases(tx, of, { today, atMost: allDeadlines ? DEADLINES_MAX : SHOWN })
				: { rows: [], count: 0 },
			of === 'own' ? draftsToFinish(tx) : { rows: [], count: 0 },
			of === 'own' && can('complaint.answer') ? complaintsToDeal(tx, SHOWN) : [],
			can('case.list') ? newestCases(tx, of, SHOWN) : { rows: [], more: false },
		]);
		const day = { appointments, unrecorded, waiting, taken, deadlines, drafts, complaints, cases };
		recordShown(tx, day);
		return ok(day);
	});
}

/** One entry for the requests that were shown and one for the cases, with the people they name. */
function recordShown(tx: Tx<Worker>, day: Day): void {
	const abouts = [...day.appointments, ...day.unrecorded, ...day.drafts.rows].map((one) => one.about);
	const requests = [
		...day.waiting.rows,
		...day.taken.rows,
		...abouts.flatMap((one) => ('request' in one ? one.request : [])),
	];
	const cases = [
		...day.cases.rows,
		...day.deadlines.rows.map((one) => one.case),
		...abouts.flatMap((one) => ('case' in one ? one.case : [])),
	];
	const subjectsOf = (rows: readonly (RequestRow | CaseRow)[]) => [
		...new Set(rows.flatMap((row) => [row.facts.id, ...row.personIds])),
	];
	record(tx, { action: 'request.listed', subjects: subjectsOf(requests) });
	if (day.complaints.length > 0)
		record(tx, { action: 'complaint.listed', subjects: day.complaints.map((one) => one.id) });
	if (cases.length > 0) record(tx, { action: 'case.listed', subjects: subjectsOf(cases) });
}

/** The requests and cases of these ids that the worker may still do this to. */
async function about(tx: Tx<Worker>, wanted: readonly { id: Uuid; action: Action }[]) {
	const relations = await relationsTo(
		tx,
		wanted.map((one) => one.id),
	);
	const open = wanted.filter(({ id, action }) => may(tx.act.by.roles, action, relations.get(id) ?? 'none'));
	const ids = open.map((one) => one.id);
	const [requests, cases] = await Promise.all([rowsOf(tx, ids), casesById(tx, ids)]);
	const byId = new Map<Uuid, About>(requests.map((request) => [request.facts.id, { request }]));
	for (const [id, row] of cases) byId.set(id, { case: row });
	return byId;
}

async function appointmentsOn(
	tx: Tx<Worker>,
	of: DayOf,
	{ today, timeZone }: { today: CalendarDay; timeZone: string },
): Promise<readonly DayAppointment[]> {
	const span = {
		from: momentOf(today, '00:00', timeZone),
		to: momentOf(addDays(today, DAYS_AHEAD), '00:00', timeZone),
	};
	return shown(tx, await (of === 'team' ? teamAppointments(tx, span) : ownAppointments(tx, tx.act.by.workerId, span)));
}

/** What was agreed for the last weeks and is over, until somebody says who came. */
async function unrecordedBefore(tx: Tx<Worker>): Promise<readonly DayAppointment[]> {
	const span = { from: new Date(tx.act.at.getTime() - DAYS_BACK * 86_400_000), to: tx.act.at };
	return (await shown(tx, await unrecordedAppointments(tx, tx.act.by.workerId, span))).slice(0, SHOWN);
}

async function shown(tx: Tx<Worker>, held: readonly HeldTime[]): Promise<readonly DayAppointment[]> {
	const idOf = (one: HeldTime) => (one.request_id ?? one.case_id)!;
	const [names, known] = await Promise.all([
		namesOf(
			tx,
			held.map((one) => one.worker_id),
		),
		about(
			tx,
			held.map((one) => ({ id: idOf(one), action: one.request_id ? 'request.read' : 'case.read' })),
		),
	]);
	return held.flatMap((one) => {
		const whom = known.get(idOf(one));
		const { id, mode, site, state, starts_at: startsAt, ends_at: endsAt } = one;
		const worker = names.get(one.worker_id) ?? '';
		return whom ? [{ id, mode, site, state, startsAt, endsAt, worker, about: whom }] : [];
	});
}

async function requestsOf(tx: Tx<Worker>, view: RequestView, of: DayOf): Promise<DayRequests> {
	const scope = of === 'team' ? 'team' : scopeOf(tx.act.by);
	const found = longestWaitFirst(await loadRequests(tx, view, { scope, after: undefined, atMost: COUNTED }));
	const overdue = found.filter((facts) => awaitsAnswer(facts) && clockOf(facts, tx.act.at) === 'over').length;
	return { rows: await openRows(tx, found.slice(0, SHOWN)), count: found.length, overdue };
}

async function deadlinesWithCases(
	tx: Tx<Worker>,
	of: DayOf,
	asked: { today: CalendarDay; atMost: number },
): Promise<Some<DayDeadline>> {
	const { rows, count } = await deadlinesOf(tx, of, asked);
	const cases = await casesById(
		tx,
		rows.map((one) => one.caseId),
	);
	return { rows: rows.map((one) => ({ ...one, case: cases.get(one.caseId)! })), count };
}

/** What the worker began to write and may still send, newest first. */
async function draftsToFinish(tx: Tx<Worker>): Promise<Some<DayDraft>> {
	const begun = (await ownDrafts(tx)).filter((one) => one.form in SENDS);
	const known = await about(
		tx,
		begun.map((one) => ({ id: one.subjectId, action: SENDS[one.form]! })),
	);
	const open = begun.flatMap(({ form, savedAt, subjectId }) => {
		const whom = known.get(subjectId);
		return whom && isOpen(whom) ? [{ form, savedAt, about: whom }] : [];
	});
	return { rows: open.slice(0, SHOWN), count: open.length };
}

function isOpen(one: About): boolean {
	if ('case' in one) return !one.case.facts.closedOn;
	const { outcome } = one.request.facts;
	return !outcome || outcome === 'accepted';
}
