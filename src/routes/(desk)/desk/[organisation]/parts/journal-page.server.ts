import { found, idFrom, workerAct, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { nameColleagues } from '#lib/identity/workers.server.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import type { Numbered } from '#lib/intake/number-of.server.ts';
import { readJournal } from '#lib/journal/read-journal.server.ts';
import { wordsOf } from '#lib/identity/doorway.server.ts';
import { numbered } from './numbered.server.ts';

/** The journal of a request, a case or a person, with the names of those who did or saw. */
export async function journalPage(event: RouteEvent, subject: { of: Numbered['of']; id: string }) {
	const act = workerAct(event);
	const id = idFrom(subject.id);
	const { t } = wordsOf(event);
	const [at, last] = [Number(event.url.searchParams.get('at')), event.url.searchParams.get('id')];
	const before = Number.isFinite(at) && at > 0 && isUuid(last) ? { at: new Date(at), id: last } : undefined;
	const { entries, more } = found(await readJournal(act, { subjectId: id, before }));
	const names = await nameColleagues(
		act,
		entries.flatMap((entry) => (entry.actor_kind === 'worker' && entry.actor_id ? [entry.actor_id] : [])),
	);
	const oldest = entries.at(-1);
	return {
		name: await numbered(event, { of: subject.of, id }),
		entries: entries.map((entry) => ({
			id: entry.id,
			at: entry.at,
			who:
				entry.actor_kind === 'worker'
					? (names.get(entry.actor_id!) ?? t('journal.unknown'))
					: t(`journal.actor.${entry.actor_kind as 'visitor'}`),
			action: entry.action,
			reason: entry.reason,
		})),
		next: more && oldest ? `?${new URLSearchParams({ at: String(oldest.at.getTime()), id: oldest.id })}` : undefined,
	};
}
