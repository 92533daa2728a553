import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, type Relation } from '#lib/access/access-table.ts';
import { relationTo, relationsTo } from '#lib/access/access.server.ts';
import { todayHere } from '#lib/cases/case-under-change.server.ts';
import { casesOfPerson, type CaseRow } from '#lib/cases/list-cases.server.ts';
import { phonePrefix } from '#lib/directory/organisation.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import type { Document } from '#lib/documents/document.ts';
import { documentsOf } from '#lib/documents/documents.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import type { PersonAround } from '#lib/people/around.ts';
import type { Consent } from '#lib/people/consent.ts';
import { consentsOf } from '#lib/people/consents.server.ts';
import type { LikelyPerson } from '#lib/people/likely-persons.server.ts';
import { duplicatesOfPerson } from '#lib/people/list-duplicates.server.ts';
import { mergesInto, type MergeInto } from '#lib/people/merges-into.server.ts';
import type { Person } from '#lib/people/open-persons.server.ts';
import { peopleAround } from '#lib/people/people-around.server.ts';
import { personDetails, type PersonDetails } from '#lib/people/people.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { requestsOfPerson, type RequestRow } from './read-requests.server.ts';

/** Everything the page of a person shows; requests and cases only as far as the worker may open them. */
type PersonPage = PersonDetails & {
	readonly relation: Relation;
	readonly requests: readonly RequestRow[];
	readonly cases: readonly CaseRow[];
	readonly hidden: number;
	/** Those who are or were around the person. */
	readonly around: readonly PersonAround[];
	/** What the person consented to, newest first. */
	readonly consents: readonly Consent[];
	/** Records that were merged into the person's. */
	readonly merges: readonly MergeInto[];
	/** Other persons who are likely to be this one, for whoever may merge them. */
	readonly duplicates: { readonly likely: readonly LikelyPerson[]; readonly elsewhere: number };
	readonly today: CalendarDay;
	/** The person's documents, newest first, removed ones too; none for whoever may not read them. */
	readonly documents: readonly Document[];
	readonly colleagues: ReadonlyMap<Uuid, string>;
};

/** Reads a person for their page. Of somebody whose record was merged the one that stays is read: its id says so. */
export async function readPersonPage(act: Act<Worker>, input: { personId: Uuid }): Promise<Result<PersonPage>> {
	return transaction(act, async (tx) => {
		const details = await personDetails(tx, input.personId);
		if (!details) return refuse('not-found');
		const { id, records } = details.person;
		const relation = await relationTo(tx, id);
		if (!may(act.by.roles, 'person.read', relation)) return refuse('not-found');
		const [work, around, consents, today, merges, duplicates, papers] = await Promise.all([
			workWith(tx, id),
			peopleAround(tx, [id]),
			consentsOf(tx, id),
			todayHere(tx),
			mergesInto(tx, id),
			may(act.by.roles, 'person.merge', relation) ? duplicatesHere(tx, details.person) : NO_DUPLICATES,
			may(act.by.roles, 'document.read', relation) ? papersOf(tx, id) : NO_PAPERS,
		]);
		const shown = [...work.requests, ...work.cases].map((one) => one.facts.id);
		record(tx, { action: 'person.read', subjects: [...records, ...shown] });
		if (duplicates.likely.length > 0)
			record(tx, { action: 'person.found', subjects: duplicates.likely.map((one) => one.person.id) });
		return ok({ ...details, relation, ...work, around, consents, merges, duplicates, today, ...papers });
	});
}

const NO_PAPERS = { documents: [], colleagues: new Map<Uuid, string>() };

/** The documents of a person, with the names of whoever added them. */
async function papersOf(tx: Tx<Worker>, personId: Uuid) {
	const documents = await documentsOf(tx, { of: 'person', id: personId });
	return {
		documents,
		colleagues: await namesOf(
			tx,
			documents.map((one) => one.addedBy),
		),
	};
}

const NO_DUPLICATES = { likely: [], elsewhere: 0 };

async function duplicatesHere(tx: Tx<Worker>, person: Person) {
	return duplicatesOfPerson(tx, person, phonePrefix((await organisationHere(tx)) ?? { country: 'si' }));
}

/** The requests and cases of a person that the worker may open, and how many others there are. */
async function workWith(tx: Tx<Worker>, personId: Uuid) {
	const [requests, cases] = await Promise.all([requestsOfPerson(tx, personId), casesOfPerson(tx, personId)]);
	const relations = await relationsTo(
		tx,
		[...requests, ...cases].map((one) => one.facts.id),
	);
	const mayRead = (action: 'request.read' | 'case.read', id: Uuid) =>
		may(tx.act.by.roles, action, relations.get(id) ?? 'none');
	const open = {
		requests: requests.filter((one) => mayRead('request.read', one.facts.id)),
		cases: cases.filter((one) => mayRead('case.read', one.facts.id)),
	};
	const hidden = requests.length + cases.length - open.requests.length - open.cases.length;
	return { ...open, hidden };
}
