import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, type Relation } from '#lib/access/access-table.ts';
import { relationTo, relationsTo } from '#lib/access/access.server.ts';
import { todayHere } from '#lib/cases/case-under-change.server.ts';
import { casesOfPerson, type CaseRow } from '#lib/cases/list-cases.server.ts';
import type { Document } from '#lib/documents/document.ts';
import { documentsOf } from '#lib/documents/documents.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import type { PersonAround } from '#lib/people/around.ts';
import { peopleAround } from '#lib/people/people-around.server.ts';
import { personDetails, type PersonDetails } from '#lib/people/people.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { requestsOfPerson, type RequestRow } from './read-requests.server.ts';

/** Everything the page of a person shows; requests and cases only as far as the worker may open them. */
export type PersonPage = PersonDetails & {
	readonly relation: Relation;
	readonly requests: readonly RequestRow[];
	readonly cases: readonly CaseRow[];
	readonly hidden: number;
	/** Those who are or were around the person. */
	readonly around: readonly PersonAround[];
	readonly today: CalendarDay;
	/** The person's documents, newest first, removed ones too; none for whoever may not read them. */
	readonly documents: readonly Document[];
	readonly colleagues: ReadonlyMap<Uuid, string>;
};

/** Reads a person for their page. */
export async function readPersonPage(act: Act<Worker>, input: { personId: Uuid }): Promise<Result<PersonPage>> {
	return transaction(act, async (tx) => {
		const relation = await relationTo(tx, input.personId);
		const details = await personDetails(tx, input.personId);
		if (!details || !may(act.by.roles, 'person.read', relation)) return refuse('not-found');
		const [requests, cases, around, today, documents] = await Promise.all([
			requestsOfPerson(tx, input.personId),
			casesOfPerson(tx, input.personId),
			peopleAround(tx, [input.personId]),
			todayHere(tx),
			may(act.by.roles, 'document.read', relation) ? documentsOf(tx, { of: 'person', id: input.personId }) : [],
		]);
		const both = [...requests, ...cases].map((one) => one.facts.id);
		const adders = documents.map((one) => one.addedBy);
		const [relations, colleagues] = await Promise.all([relationsTo(tx, both), namesOf(tx, adders)]);
		const openRequests = requests.filter((one) =>
			may(act.by.roles, 'request.read', relations.get(one.facts.id) ?? 'none'),
		);
		const openCases = cases.filter((one) => may(act.by.roles, 'case.read', relations.get(one.facts.id) ?? 'none'));
		const hidden = requests.length + cases.length - openRequests.length - openCases.length;
		record(tx, {
			action: 'person.read',
			subjects: [input.personId, ...openRequests.map((one) => one.facts.id), ...openCases.map((one) => one.facts.id)],
		});
		const shown = { requests: openRequests, cases: openCases, hidden, around, today, documents, colleagues };
		return ok({ ...details, relation, ...shown });
	});
}
