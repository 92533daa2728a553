import { found, idFrom, workerAct, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { nameColleagues } from '#lib/identity/workers.server.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import { readJournal } from '#lib/journal/read-journal.server.ts';
import { wordsOf } from '#lib/identity/doorway.server.ts';

/** The journal of a request, a case or a person, with the names of those who did or saw. */
export async function journalPage(event: RouteEvent, subject: string) {
	const act = workerAct(event);
	const { t } = wordsOf(event);
	const [at, id] = [Number(event.url.searchParams.get('at')), event.url.searchParams.get('id')];
	const before = Number.isFinite(at) && at > 0 && isUuid(id) ? { at: new Date(at), id } : undefined;
	const { entries, more } = found(await readJournal(act, { subjectId: idFrom(subject), before }));
	const names = await nameColleagues(
		act,
		entries.flatMap((entry) => (entry.actor_kind === 'worker' && entry.actor_id ? [entry.actor_id] : [])),
	);
	const last = entries.at(-1);
	return {
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
		next: more && last ? `?${new URLSearchParams({ at: String(last.at.getTime()), id: last.id })}` : undefined,
	};
}
