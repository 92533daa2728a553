import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, type Relation } from '#lib/access/access-table.ts';
import { relationsTo, relationTo } from '#lib/access/access.server.ts';
import { todayHere } from '#lib/cases/case-under-change.server.ts';
import { caseFile, type CaseFile } from '#lib/cases/case-file.server.ts';
import type { Document } from '#lib/documents/document.ts';
import { documentsOf } from '#lib/documents/documents.server.ts';
import { draftOf, type Draft } from '#lib/identity/drafts.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import type { PersonAround } from '#lib/people/around.ts';
import { peopleAround } from '#lib/people/people-around.server.ts';
import { personNames, type PersonName } from '#lib/people/people.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { countMeetings } from './meetings.store.server.ts';
import { meetingsOf } from './meetings-of.server.ts';
import type { Meeting } from './meeting.ts';

/** Everything the page of a case shows: its file, its meetings, and the names of whom it speaks of. */
export type CasePage = CaseFile & {
	readonly relation: Relation;
	readonly today: CalendarDay;
	readonly meetings: readonly Meeting[];
	readonly counted: number;
	readonly people: ReadonlyMap<Uuid, PersonName>;
	readonly colleagues: ReadonlyMap<Uuid, string>;
	readonly draft: Draft | undefined;
	/** Those around its members whom the worker may open. */
	readonly around: readonly PersonAround[];
	/** Its documents, newest first, removed ones too; none for whoever may not read them. */
	readonly documents: readonly Document[];
};

/** Reads a case for its page. Two waits for the data and one for the journal, however much there is. `form` names the draft to bring along. */
export async function readCasePage(
	act: Act<Worker>,
	input: { caseId: Uuid; form?: string },
): Promise<Result<CasePage>> {
	return transaction(act, async (tx) => {
		const { caseId } = input;
		const [relation, file, meetings, count, today, draft, all] = await Promise.all([
			relationTo(tx, caseId),
			caseFile(tx, caseId),
			meetingsOf(tx, { caseId }),
			countMeetings(tx, caseId),
			todayHere(tx),
			input.form ? draftOf(tx, { form: input.form, subjectId: caseId }) : undefined,
			documentsOf(tx, { of: 'case', id: caseId }),
		]);
		if (!file || !may(act.by.roles, 'case.read', relation)) return refuse('not-found');
		const members = file.members.map((member) => member.person);
		const documents = may(act.by.roles, 'document.read', relation) ? all : [];
		const [people, colleagues, around] = await Promise.all([
			personNames(tx, members),
			namesOf(tx, [...mentioned(file, meetings), ...documents.map((one) => one.addedBy)]),
			aroundMembers(tx, file),
		]);
		record(tx, { action: 'case.read', subjects: [caseId, ...members] });
		return ok({
			...file,
			relation,
			today,
			meetings,
			counted: count.counted,
			people,
			colleagues,
			draft,
			around,
			documents,
		});
	});
}

/** Reads one meeting with its case. */
export async function readMeeting(
	act: Act<Worker>,
	input: { caseId: Uuid; meetingId: Uuid },
): Promise<Result<{ meeting: Meeting; file: CaseFile; recordedBy: string; relation: Relation }>> {
	return transaction(act, async (tx) => {
		const [relation, file, [meeting]] = await Promise.all([
			relationTo(tx, input.caseId),
			caseFile(tx, input.caseId),
			meetingsOf(tx, { id: input.meetingId }, 1),
		]);
		if (!file || !may(act.by.roles, 'case.read', relation) || meeting?.caseId !== input.caseId)
			return refuse('not-found');
		const names = await namesOf(tx, [meeting.recordedBy]);
		record(tx, { action: 'meeting.read', subjects: [input.caseId], record: meeting.id });
		return ok({ meeting, file, relation, recordedBy: names.get(meeting.recordedBy) ?? '' });
	});
}

/** Those who are around the members at present, of members whom the worker may open. */
async function aroundMembers(tx: Tx<Worker>, file: CaseFile): Promise<readonly PersonAround[]> {
	const members = file.members.filter((member) => !member.left).map((member) => member.person);
	const [all, relations] = await Promise.all([peopleAround(tx, members), relationsTo(tx, members)]);
	return all.filter(
		(one) => one.endedOn === null && may(tx.act.by.roles, 'person.read', relations.get(one.personId) ?? 'none'),
	);
}

function mentioned(file: CaseFile, meetings: readonly Meeting[]): readonly Uuid[] {
	return [
		...file.workers.map((one) => one.worker),
		...file.stated.map((fact) => fact.recordedBy),
		...file.events.map((event) => event.by),
		...file.ownViews.map((view) => view.by),
		...meetings.map((meeting) => meeting.recordedBy),
		...(file.plan ? [file.plan.madeBy] : []),
	];
}
