import { here, visitorAct } from '#lib/identity/doorway.server.ts';
import { publishedProgrammes } from '#lib/programmes/programmes.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const organisation = here(event);
	const programmes = await publishedProgrammes(visitorAct(event), organisation.id);
	return {
		organisation,
		programmes: programmes.map(({ key, definition, acceptsRequests }) => ({
			key,
			title: definition.title,
			summary: definition.summary,
			acceptsRequests,
		})),
	};
};
