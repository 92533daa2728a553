import { found, notFound, workerAct } from '#lib/identity/doorway.server.ts';
import { difference } from '#lib/programmes/difference.ts';
import { asShown } from '#lib/programmes/draft.ts';
import { readDraft } from '#lib/programmes/read-drafts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { published, definition, baseVersion, programme } = found(
		await readDraft(workerAct(event), event.params.programme),
	);
	if (!published || baseVersion === null) notFound();
	return { programme, baseVersion, title: asShown(definition).title, sections: difference(published, definition) };
};
