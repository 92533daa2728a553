import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { foldedWords } from '#lib/kernel/folding.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { may, mayEver, type Action } from '#lib/access/access-table.ts';
import { permitRole, relationsTo } from '#lib/access/access.server.ts';
import { todayHere } from '#lib/cases/case-under-change.server.ts';
import { caseByNumber, casesById, type CaseRow } from '#lib/cases/list-cases.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { labelIn } from '#lib/people/person.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { caseNumberIn, hasWords } from './finding.ts';
import { loadIdsByLabel, loadRequests } from './intake.store.server.ts';
import { openRows, rowsOf, scopeOf, type RequestRow } from './read-requests.server.ts';
import { whomItIsAbout } from './request.ts';

type FoundOnDesk = { readonly requests: readonly RequestRow[]; readonly cases: readonly CaseRow[] };

/** So many open requests are opened to look for a name among them: nothing searches sealed words in the database. */
const OPENED_MAX = 200;
const FOUND_MAX = 20;

/** Finds cases by their number, and requests by their label, or the open ones by whom they are about. What the worker may not read is not found. */
export async function findRequestsAndCases(act: Act<Worker>, query: string): Promise<Result<FoundOnDesk>> {
	const allowed = permitRole(act.by, 'desk.enter');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const [requests, cases] = await Promise.all([requestsFor(tx, query), casesFor(tx, query)]);
		record(tx, { action: 'request.listed', subjects: requests.flatMap((row) => [row.facts.id, ...row.personIds]) });
		const subjects = cases.flatMap((row) => [row.facts.id, ...row.personIds]);
		if (subjects.length > 0) record(tx, { action: 'case.listed', subjects });
		return ok({ requests, cases });
	});
}

async function readable(tx: Tx<Worker>, action: Action, ids: readonly Uuid[]): Promise<readonly Uuid[]> {
	const relations = await relationsTo(tx, ids);
	return ids.filter((id) => may(tx.act.by.roles, action, relations.get(id) ?? 'none'));
}

async function casesFor(tx: Tx<Worker>, query: string): Promise<readonly CaseRow[]> {
	const number = caseNumberIn(query, (await todayHere(tx)).slice(0, 4));
	const found = number && (await caseByNumber(tx, number));
	const ids = found ? await readable(tx, 'case.read', [found.id]) : [];
	return [...(await casesById(tx, ids)).values()];
}

async function requestsFor(tx: Tx<Worker>, query: string): Promise<readonly RequestRow[]> {
	if (!mayEver(tx.act.by.roles, 'request.list')) return [];
	const label = labelIn(query);
	const labelled = label ? await rowsOf(tx, await readable(tx, 'request.read', await loadIdsByLabel(tx, label))) : [];
	if (labelled.length > 0 || foldedWords(query).length === 0) return labelled;
	const page = { scope: scopeOf(tx.act.by), after: undefined, atMost: OPENED_MAX };
	const [waiting, taken] = await Promise.all([loadRequests(tx, 'waiting', page), loadRequests(tx, 'taken', page)]);
	const open = await openRows(tx, [...waiting, ...taken]);
	return open.filter((row) => hasWords(wordsAbout(row), query)).slice(0, FOUND_MAX);
}

/** Whom a request is about and who sent it, by name and telephone. */
function wordsAbout({ text }: RequestRow): string {
	const { name, phone } = whomItIsAbout(text);
	return [name, phone, phone.replace(/\D/g, ''), text.name].join(' ');
}
