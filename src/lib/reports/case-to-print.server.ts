import type { Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permit, relationsTo } from '#lib/access/access.server.ts';
import { caseFile, type CaseFile } from '#lib/cases/case-file.server.ts';
import { todayHere } from '#lib/cases/case-under-change.server.ts';
import { callCase } from '#lib/cases/name-of-case.ts';
import type { Organisation } from '#lib/directory/organisation.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import type { Meeting } from '#lib/meetings/meeting.ts';
import { meetingsOf } from '#lib/meetings/meetings-of.server.ts';
import { personNames } from '#lib/people/open-persons.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Printable } from './print.ts';

/**
 * What may stand in a print of a case: dates, what was agreed, the person's own words. What workers wrote for themselves
 * (notes of meetings, of reviews, of a closure, whatever is said of those around) is not here, so it cannot be printed.
 */
export type CaseToPrint = {
	readonly file: Pick<
		CaseFile,
		'facts' | 'definition' | 'conditions' | 'stated' | 'agreement' | 'plan' | 'ownViews' | 'closure' | 'nextReviewSaid'
	>;
	readonly organisation: Organisation;
	/** By whom the case is called. */
	readonly name: string;
	/** Each person once; `names` gives what they are called by any of their records. */
	readonly members: readonly { readonly id: Uuid; readonly name: string }[];
	readonly names: ReadonlyMap<Uuid, string>;
	readonly keyWorker: string;
	/** Held meetings, oldest first, without a word of what was said. */
	readonly meetings: readonly HeldMeeting[];
	readonly today: CalendarDay;
};
export type HeldMeeting = Pick<Meeting, 'id' | 'kind' | 'startedAt' | 'minutes' | 'mode' | 'ordinal'>;

/** Reads what may be printed of a case, for a worker who may print it. Part of a use case that journals. */
export async function caseToPrint(tx: Tx<Worker>, caseId: Uuid): Promise<Result<CaseToPrint>> {
	const [allowed, file, meetings, organisation, today] = await Promise.all([
		permit(tx, 'case.print', caseId),
		caseFile(tx, caseId),
		meetingsOf(tx, { caseId }),
		organisationHere(tx),
		todayHere(tx),
	]);
	if (!allowed.ok) return allowed;
	if (!file || !organisation) return refuse('not-found');
	const present = await unscreened(tx, file);
	const key = file.workers.find((one) => one.role === 'key-worker');
	const [names, colleagues] = await Promise.all([personNames(tx, present), namesOf(tx, key ? [key.worker] : [])]);
	const { name, personIds, people } = callCase(file.facts, present, names);
	return ok({
		name,
		file: { ...file, ownViews: file.ownViews.filter((view) => present.includes(view.person)) },
		organisation,
		members: personIds.map((id, place) => ({ id, name: people[place]! })),
		names: new Map([...names].map(([id, one]) => [id, one.name])),
		keyWorker: (key && colleagues.get(key.worker)) ?? '',
		meetings: meetings
			.filter((one) => one.attendance === 'came' && one.voidedAt === null)
			.map(({ id, kind, startedAt, minutes, mode, ordinal }) => ({ id, kind, startedAt, minutes, mode, ordinal }))
			.toReversed(),
		today,
	});
}

/** The members a case has, but for those who are screened off from the worker. */
async function unscreened(tx: Tx<Worker>, file: CaseFile): Promise<readonly Uuid[]> {
	const members = file.members.filter((one) => !one.left).map((one) => one.person);
	const relations = await relationsTo(tx, members);
	return members.filter((one) => relations.get(one) !== 'screened');
}

/** What of it there is to print. */
export function printableOf({ file, members, meetings }: CaseToPrint): Printable {
	return {
		hasPlan: file.plan !== undefined,
		members: members.map((one) => one.id),
		meetings: meetings.map((one) => one.id),
	};
}
