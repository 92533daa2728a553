import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { may } from '#lib/access/access-table.ts';
import { relationTo } from '#lib/access/access.server.ts';
import type { EarlierCase } from '#lib/cases/way.ts';
import { earlierCaseOf } from '#lib/cases/way.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';

/** The case before, and whether whoever looks may open it. */
export type SeenEarlier = EarlierCase & { readonly mayRead: boolean };

/** The case that a new one of this request would follow, where the programme's meetings are limited (C4). */
export async function earlierEpisode(
	act: Act<Worker>,
	{ requestId }: { requestId: Uuid },
): Promise<SeenEarlier | undefined> {
	const seen = await transaction(act, async (tx) => {
		const found = await requestUnderWork(tx, requestId);
		if (!found.ok) return found;
		const earlier = await earlierIn(tx, found.value);
		const relation = earlier && (await relationTo(tx, earlier.id));
		record(tx, { action: 'request.read', subjects: [requestId, ...(earlier ? [earlier.id] : [])] });
		return ok(earlier && { ...earlier, mayRead: may(act.by.roles, 'case.read', relation) });
	});
	return seen.ok ? seen.value : undefined;
}

/** The case of the same person that a new one would follow; none where meetings are not limited. */
export async function earlierIn(
	tx: Tx,
	{ facts, definition }: Pick<RequestUnderWork, 'facts' | 'definition'>,
): Promise<EarlierCase | undefined> {
	if (definition.meetings.limit === null || !facts.aboutPerson) return undefined;
	return earlierCaseOf(tx, facts.aboutPerson, facts.programme);
}
