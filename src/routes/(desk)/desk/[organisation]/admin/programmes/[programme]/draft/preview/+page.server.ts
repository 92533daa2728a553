import { isLanguage } from '#lib/kernel/local-words.ts';
import { found, here, workerAct } from '#lib/identity/doorway.server.ts';
import { asShown } from '#lib/programmes/draft.ts';
import { readDraft } from '#lib/programmes/read-drafts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const draft = found(await readDraft(workerAct(event), event.params.programme));
	const { slug, name, timeZone } = here(event);
	const asked = event.url.searchParams.get('in');
	return {
		programme: draft.programme,
		definition: asShown(draft.definition),
		shownFor: { slug, name, invented: false },
		shownIn: isLanguage(asked) ? asked : event.locals.language,
		zone: timeZone,
	};
};
