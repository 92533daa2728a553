import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, relationsFor, type Relation } from '#lib/access/access-table.ts';
import { permitRole, relationTo } from '#lib/access/access.server.ts';
import { caseOfRequest } from '#lib/cases/list-cases.server.ts';
import type { CaseFacts } from '#lib/cases/case.ts';
import { timeZoneHere } from '#lib/cases/case-under-change.server.ts';
import { phonePrefix } from '#lib/directory/organisation.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import { draftOf, type Draft } from '#lib/identity/drafts.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { appointmentsOf } from '#lib/meetings/appointments.server.ts';
import type { Appointment } from '#lib/meetings/appointment.ts';
import type { Meeting } from '#lib/meetings/meeting.ts';
import { meetingsOf } from '#lib/meetings/meetings-of.server.ts';
import { likelyPersons, type LikelyPerson } from '#lib/people/likely-persons.server.ts';
import { contactRulesOf } from '#lib/people/people.server.ts';
import { personNames, type PersonName } from '#lib/people/open-persons.server.ts';
import type { ContactRule } from '#lib/people/person.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { loadUnseen, markAdditionsSeen } from './additions.store.server.ts';
import { loadAnswer, loadNotice } from './initiative.store.server.ts';
import { loadOutcome } from './decisions.store.server.ts';
import {
	countRequests,
	loadReasons,
	loadRequest,
	loadRequests,
	loadRequestsById,
	loadRequestsOfPerson,
	loadTexts,
	type RequestKey,
	type RequestScope,
} from './intake.store.server.ts';
import { courseOf, type RequestCourse } from './request-course.server.ts';
import { outcomeTextPlace, requestTextPlace } from './request-under-work.server.ts';
import { whomItIsAbout, type RequestFacts, type RequestText, type RequestView } from './request.ts';

/** A request as a list shows it. */
export type RequestRow = {
	readonly facts: RequestFacts;
	readonly text: RequestText;
	readonly reasons: readonly string[];
	readonly definition: Definition;
	readonly takenBy: string;
	/** Its person added something that nobody who works on it has read. */
	readonly addedTo: boolean;
	/** Whom it is about, once that is known: whoever shows the row journals this person too. */
	readonly personIds: readonly Uuid[];
};

const PAGE = 50;

/** Requests by what they wait for: the ones nobody took, the worker's own, those that have ended. */
export async function listRequests(
	act: Act<Worker>,
	input: { view: RequestView; after?: RequestKey },
): Promise<Result<{ rows: readonly RequestRow[]; more: boolean }>> {
	const allowed = permitRole(act.by, 'request.list');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const page = await requestsFrom(tx, input.view, { after: input.after, atMost: PAGE });
		record(tx, { action: 'request.listed', subjects: page.rows.flatMap((row) => [row.facts.id, ...row.personIds]) });
		return ok(page);
	});
}

/** Some requests of a list, from a place on, for whoever asks; the caller has asked whether they may list, and journals. */
export async function requestsFrom(
	tx: Tx<Worker>,
	view: RequestView,
	{ after, atMost }: { after: RequestKey | undefined; atMost: number },
): Promise<{ rows: readonly RequestRow[]; more: boolean }> {
	const found = await loadRequests(tx, view, { scope: scopeOf(tx.act.by), after, atMost: atMost + 1 });
	return { rows: await openRows(tx, found.slice(0, atMost)), more: found.length > atMost };
}

/** How many requests a list has for whoever asks. */
export function countRequestsOf(tx: Tx<Worker>, view: RequestView): Promise<number> {
	return countRequests(tx, view, scopeOf(tx.act.by));
}

/** Whose requests a worker may read in a list. */
export function scopeOf(worker: Worker): RequestScope {
	const relations = relationsFor(worker.roles, 'request.read');
	if (relations.includes('other-team')) return 'organisation';
	return relations.includes('team') ? 'team' : 'own';
}

/** Opens the words of requests, for whoever shows them and journals. */
export async function openRows(tx: Tx, found: readonly RequestFacts[]): Promise<readonly RequestRow[]> {
	const ids = found.map((facts) => facts.id);
	const takers = found.flatMap((facts) => facts.takenBy ?? []);
	const [vault, texts, reasons, names, unseen] = await Promise.all([
		openVault(tx),
		loadTexts(tx, ids),
		loadReasons(tx, ids),
		namesOf(tx, takers),
		loadUnseen(tx, ids),
	]);
	const sealed = new Map(texts.map((row) => [row.request_id, row]));
	const rows = found.map(async (facts) => {
		const row = sealed.get(facts.id)!;
		return {
			facts,
			text: vault.keyOf(facts.id, row.wrapped).open<RequestText>(requestTextPlace(facts.id), row.sealed),
			reasons: reasons.filter((one) => one.request_id === facts.id).map((one) => one.reason),
			definition: await definitionOf(tx, facts.programme, facts.version),
			takenBy: facts.takenBy ? (names.get(facts.takenBy) ?? '') : '',
			addedTo: unseen.has(facts.id),
			personIds: facts.aboutPerson ? [facts.aboutPerson] : [],
		};
	});
	return Promise.all(rows);
}

/** The requests about one person, for the person's page, which journals. */
export async function requestsOfPerson(tx: Tx, personId: Uuid): Promise<readonly RequestRow[]> {
	return openRows(tx, await loadRequestsOfPerson(tx, personId));
}

/** Requests by their ids, opened, for whoever shows them and journals. */
export async function rowsOf(tx: Tx, ids: readonly Uuid[]): Promise<readonly RequestRow[]> {
	return openRows(tx, await loadRequestsById(tx, ids));
}

/** Everything the page of a request shows. */
export type RequestPage = RequestRow & {
	readonly course: RequestCourse;
	/** How whoever asked may be reached: as they said, and as was kept with the person since. */
	readonly rules: readonly ContactRule[];
	readonly relation: Relation;
	readonly timeZone: string;
	readonly answer: { readonly answer: string; readonly answered_on: string; readonly recorded_by: Uuid } | undefined;
	readonly notice: { readonly basis: string; readonly informed_on: string; readonly informed_by: Uuid } | undefined;
	readonly outcome:
		| {
				readonly kind: string;
				readonly at: Date;
				readonly by: Uuid | null;
				readonly reason: string | null;
				readonly agreement: string | null;
				readonly note: string;
		  }
		| undefined;
	readonly appointments: readonly Appointment[];
	readonly talks: readonly Meeting[];
	readonly likely: readonly LikelyPerson[];
	readonly person: PersonName | undefined;
	readonly case: CaseFacts | undefined;
	readonly colleagues: ReadonlyMap<Uuid, string>;
	readonly draft: Draft | undefined;
};

/** Reads a request for its page, with the persons it is likely to be about. `form` names the draft to bring along. */
export async function readRequest(
	act: Act<Worker>,
	input: { requestId: Uuid; form?: string },
): Promise<Result<RequestPage>> {
	return transaction(act, async (tx) => {
		const { requestId } = input;
		const [relation, facts] = await Promise.all([relationTo(tx, requestId), loadRequest(tx, requestId)]);
		if (!facts || !may(act.by.roles, 'request.read', relation)) return refuse('not-found');
		const [row] = await openRows(tx, [facts]);
		const [page, likely, course, rules] = await Promise.all([
			surroundings(tx, facts, input.form),
			facts.aboutPerson || facts.outcome ? [] : likelyHere(tx, row!.text),
			courseOf(tx, facts),
			rulesOf(tx, row!),
		]);
		if (row!.addedTo && may(act.by.roles, 'request.work', relation)) markAdditionsSeen(tx, requestId, act.by.workerId);
		record(tx, {
			action: 'request.read',
			subjects: [requestId, ...row!.personIds, ...likely.map((one) => one.person.id)],
		});
		const colleagues = new Map([...page.colleagues, ...course.colleagues]);
		return ok({ ...row!, ...page, colleagues, course, rules, relation, likely });
	});
}

async function rulesOf(tx: Tx, { facts, text }: RequestRow): Promise<readonly ContactRule[]> {
	const known = facts.forWhom === 'self' && facts.aboutPerson ? await contactRulesOf(tx, facts.aboutPerson) : [];
	return [...new Set([...text.rules, ...known])];
}

async function likelyHere(tx: Tx, text: RequestText): Promise<readonly LikelyPerson[]> {
	const organisation = await organisationHere(tx);
	return likelyPersons(tx, whomItIsAbout(text), phonePrefix(organisation ?? { country: 'si' }));
}

async function surroundings(tx: Tx<Worker>, facts: RequestFacts, form: string | undefined) {
	const [answer, notice, outcome, appointments, talks, person, found, draft, timeZone] = await Promise.all([
		loadAnswer(tx, facts.id),
		loadNotice(tx, facts.id),
		openOutcome(tx, facts.id),
		appointmentsOf(tx, facts.id),
		meetingsOf(tx, { requestId: facts.id }),
		facts.aboutPerson ? personNames(tx, [facts.aboutPerson]) : undefined,
		caseOfRequest(tx, facts.id),
		form ? draftOf(tx, { form, subjectId: facts.id }) : undefined,
		timeZoneHere(tx),
	]);
	const mentioned = [
		answer?.recorded_by,
		notice?.informed_by,
		outcome?.by,
		...talks.map((talk) => talk.recordedBy),
		...appointments.map((one) => one.offeredBy),
	].filter((id) => id !== null && id !== undefined);
	return {
		answer,
		notice,
		outcome,
		appointments,
		talks,
		person: facts.aboutPerson ? person?.get(facts.aboutPerson) : undefined,
		case: found,
		colleagues: await namesOf(tx, mentioned),
		draft,
		timeZone,
	};
}

async function openOutcome(tx: Tx, requestId: Uuid): Promise<RequestPage['outcome']> {
	const [row, keys] = await Promise.all([
		loadOutcome(tx, requestId),
		openVault(tx).then((vault) => vault.keysOf([requestId])),
	]);
	if (!row) return undefined;
	const { kind, at, recorded_by: by, reason, agreement, sealed } = row;
	const text = sealed && keys.get(requestId)!.open<{ note: string }>(outcomeTextPlace(requestId), sealed);
	return { kind, at, by, reason, agreement, note: text ? text.note : '' };
}
