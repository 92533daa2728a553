import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, type Relation } from '#lib/access/access-table.ts';
import { relationsTo, relationTo } from '#lib/access/access.server.ts';
import { todayHere } from '#lib/cases/case-under-change.server.ts';
import { caseFile, type CaseFile } from '#lib/cases/case-file.server.ts';
import type { Document } from '#lib/documents/document.ts';
import { sealedDocumentsOf } from '#lib/documents/documents.server.ts';
import { nameOfCase } from '#lib/cases/name-of-case.server.ts';
import { byPerson, callCase } from '#lib/cases/name-of-case.ts';
import type { Handover } from '#lib/cases/handover.ts';
import { HANDOVERS_OF_CASE } from '#lib/cases/handovers.server.ts';
import { draftOf, type Draft } from '#lib/identity/drafts.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import type { PersonAround } from '#lib/people/around.ts';
import { peopleAround } from '#lib/people/people-around.server.ts';
import { personNames, type PersonName } from '#lib/people/open-persons.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { keptTogether } from '#lib/platform/kept-query.server.ts';
import type { Appointment } from './appointment.ts';
import { APPOINTMENTS_OF_CASE } from './appointments.server.ts';
import { COUNTED, SERVICES_GIVEN } from './meetings.store.server.ts';
import { meetingsOf } from './meetings-of.server.ts';
import type { Meeting } from './meeting.ts';

/** Everything the page of a case shows: its file, its meetings, and the names of whom it speaks of. */
export type CasePage = CaseFile & {
	/** By whom it is called. */
	readonly name: string;
	readonly relation: Relation;
	readonly today: CalendarDay;
	readonly meetings: readonly Meeting[];
	readonly counted: number;
	readonly people: ReadonlyMap<Uuid, PersonName>;
	readonly colleagues: ReadonlyMap<Uuid, string>;
	readonly draft: Draft | undefined;
	/** Latest first. */
	readonly appointments: readonly Appointment[];
	/** Those around its members whom the worker may open. */
	readonly around: readonly PersonAround[];
	/** Its documents, newest first, removed ones too; none for whoever may not read them. */
	readonly documents: readonly Document[];
	/** Newest first. */
	readonly handovers: readonly Handover[];
	/** How often each kind of service was given, by those meetings to which somebody came (B22). */
	readonly services: readonly { readonly service: string; readonly count: number; readonly inField: number }[];
};

/** Reads a case for its page. Two waits for the data and one for the journal, however much there is. `form` names the draft to bring along. */
export async function readCasePage(
	act: Act<Worker>,
	input: { caseId: Uuid; form?: string },
): Promise<Result<CasePage>> {
	return transaction(act, async (tx) => {
		const { caseId } = input;
		const [relation, file, story, today, draft, all] = await Promise.all([
			relationTo(tx, caseId),
			caseFile(tx, caseId),
			storyOf(tx, caseId),
			todayHere(tx),
			input.form ? draftOf(tx, { form: input.form, subjectId: caseId }) : undefined,
			sealedDocumentsOf(tx, { of: 'case', id: caseId }),
		]);
		if (!file || !may(act.by.roles, 'case.read', relation)) return refuse('not-found');
		const members = file.members.map((member) => member.person);
		const present = file.members.filter((member) => !member.left).map((member) => member.person);
		const documents = may(act.by.roles, 'document.read', relation) ? all(file.key) : [];
		const [people, colleagues, known, relations] = await Promise.all([
			personNames(tx, members),
			namesOf(tx, [...mentioned(file, story), ...documents.map((one) => one.addedBy)]),
			peopleAround(tx, present),
			relationsTo(tx, present),
		]);
		const open = present.filter((id) => may(act.by.roles, 'person.read', relations.get(id) ?? 'none'));
		const around = aroundThem(
			known,
			open.map((id) => people.get(id)?.id),
		);
		const named = members.flatMap((id) => people.get(id)?.id ?? []);
		record(tx, { action: 'case.read', subjects: [caseId, ...new Set([...members, ...named])] });
		const shown = membersOnce(file.members, people);
		const { name } = callCase(file.facts, present, people);
		const page = { ...file, ...story, name, members: shown, relation, today };
		return ok({ ...page, people, colleagues, draft, around, documents });
	});
}

type Story = Pick<CasePage, 'meetings' | 'counted' | 'handovers' | 'services' | 'appointments'>;

const STORY = keptTogether({
	counted: COUNTED,
	services: SERVICES_GIVEN,
	handovers: HANDOVERS_OF_CASE,
	appointments: APPOINTMENTS_OF_CASE,
});

/** What happened in a case besides its file. */
async function storyOf(tx: Tx, caseId: Uuid): Promise<Story> {
	const [meetings, { counted, services, handovers, appointments }] = await Promise.all([
		meetingsOf(tx, { caseId }),
		STORY(tx, { organisationId: tx.organisationId, caseId }),
	]);
	const given = services.map((row) => ({
		service: row.service!,
		count: Number(row.count),
		inField: Number(row.inField),
	}));
	return { meetings, counted: Number(counted[0]?.counted ?? 0), services: given, handovers, appointments };
}

/** Reads one meeting with its case. */
export async function readMeeting(
	act: Act<Worker>,
	input: { caseId: Uuid; meetingId: Uuid },
): Promise<Result<{ meeting: Meeting; file: CaseFile; name: string; recordedBy: string; relation: Relation }>> {
	return transaction(act, async (tx) => {
		const [relation, file, [meeting]] = await Promise.all([
			relationTo(tx, input.caseId),
			caseFile(tx, input.caseId),
			meetingsOf(tx, { id: input.meetingId }),
		]);
		if (!file || !may(act.by.roles, 'case.read', relation) || meeting?.caseId !== input.caseId)
			return refuse('not-found');
		const present = file.members.filter((member) => !member.left).map((member) => member.person);
		const [names, { name, personIds }] = await Promise.all([
			namesOf(tx, [meeting.recordedBy]),
			nameOfCase(tx, file.facts, present),
		]);
		record(tx, { action: 'meeting.read', subjects: [input.caseId, ...personIds], record: meeting.id });
		return ok({ meeting, file, name, relation, recordedBy: names.get(meeting.recordedBy) ?? '' });
	});
}

/** The members as persons: two records of one person are one member, who has left when both have. */
function membersOnce(members: CaseFile['members'], people: ReadonlyMap<Uuid, PersonName>): CaseFile['members'] {
	return [...byPerson(members, (member) => member.person, people)].map(([person, records]) => ({
		person,
		roles: [...new Set(records.flatMap((one) => one.roles))],
		left: records.every((one) => one.left),
	}));
}

/** Those who are around some persons at present. */
function aroundThem(known: readonly PersonAround[], persons: readonly (Uuid | undefined)[]): readonly PersonAround[] {
	return known.filter((one) => one.endedOn === null && persons.includes(one.personId));
}

/** Who recorded what marks the way of a case. */
function wayBy({ tasks, standings, phases, stepUp, episode, advocacy, contacts }: CaseFile): readonly Uuid[] {
	const several = [...tasks, ...standings, ...phases, ...advocacy, ...contacts];
	return [...several.map((one) => one.by), ...(stepUp ? [stepUp.by] : []), ...(episode ? [episode.by] : [])];
}

function mentioned(file: CaseFile, { meetings, handovers }: Story): readonly Uuid[] {
	return [
		...file.workers.map((one) => one.worker),
		...file.stated.map((fact) => fact.recordedBy),
		...file.events.map((event) => event.by),
		...file.ownViews.map((view) => view.by),
		...meetings.map((meeting) => meeting.recordedBy),
		...(file.plan ? [file.plan.madeBy] : []),
		...file.plans.map((plan) => plan.made_by),
		...handovers.flatMap((one) => [one.fromWorker, one.toWorker]),
		...wayBy(file),
	];
}
