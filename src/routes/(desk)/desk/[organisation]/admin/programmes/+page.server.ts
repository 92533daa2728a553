import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { asShown } from '#lib/programmes/draft.ts';
import { listProgrammes } from '#lib/programmes/read-drafts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { programmes, drafts } = found(await listProgrammes(workerAct(event)));
	return {
		programmes: programmes.map(({ key, version, acceptsRequests, definition, hasDraft, hasOffer }) => ({
			key,
			version,
			acceptsRequests,
			title: definition.title,
			hasDraft,
			hasOffer,
		})),
		drafts: drafts.map(({ key, definition, changedAt }) => ({ key, title: asShown(definition).title, changedAt })),
	};
};
