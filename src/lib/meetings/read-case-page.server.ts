import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, type Relation } from '#lib/access/access-table.ts';
import { relationsTo, relationTo } from '#lib/access/access.server.ts';
import { todayHere } from '#lib/cases/case-under-change.server.ts';
import { caseFile, type CaseFile } from '#lib/cases/case-file.server.ts';
import type { Handover } from '#lib/cases/handover.ts';
import { planVersionsOf } from '#lib/cases/case-parts.server.ts';
import { handoversOfCase } from '#lib/cases/handovers.server.ts';
import { draftOf, type Draft } from '#lib/identity/drafts.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import type { PersonAround } from '#lib/people/around.ts';
import { peopleAround } from '#lib/people/people-around.server.ts';
import { personNames, type PersonName } from '#lib/people/people.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { countMeetings, countServices } from './meetings.store.server.ts';
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
	/** Newest first. */
	readonly handovers: readonly Handover[];
	readonly plans: Awaited<ReturnType<typeof planVersionsOf>>;
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
		const [relation, file, story, today, draft] = await Promise.all([
			relationTo(tx, caseId),
			caseFile(tx, caseId),
			storyOf(tx, caseId),
			todayHere(tx),
			input.form ? draftOf(tx, { form: input.form, subjectId: caseId }) : undefined,
		]);
		if (!file || !may(act.by.roles, 'case.read', relation)) return refuse('not-found');
		const members = file.members.map((member) => member.person);
		const [people, colleagues, around] = await Promise.all([
			personNames(tx, members),
			namesOf(tx, [...mentioned(file, story.meetings), ...mentionedIn(story)]),
			aroundMembers(tx, file),
		]);
		record(tx, { action: 'case.read', subjects: [caseId, ...members] });
		return ok({ ...file, ...story, relation, today, people, colleagues, draft, around });
	});
}

type Story = Pick<CasePage, 'meetings' | 'counted' | 'handovers' | 'plans' | 'services'>;

/** What happened in a case besides its file. */
async function storyOf(tx: Tx, caseId: Uuid): Promise<Story> {
	const [meetings, count, handovers, plans, services] = await Promise.all([
		meetingsOf(tx, { caseId }),
		countMeetings(tx, caseId),
		handoversOfCase(tx, caseId),
		planVersionsOf(tx, caseId),
		countServices(tx, caseId),
	]);
	return { meetings, counted: count.counted, handovers, plans, services };
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

const mentionedIn = ({ handovers, plans }: Story): readonly Uuid[] => [
	...handovers.flatMap((one) => [one.fromWorker, one.toWorker]),
	...plans.map((plan) => plan.made_by),
];
