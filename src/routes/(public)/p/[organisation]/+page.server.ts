import { here, visitorAct, wordsOf } from '#lib/identity/doorway.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { publishedProgrammes } from '#lib/programmes/programmes.server.ts';
import { organisationData } from '#lib/programmes/structured-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const organisation = here(event);
	const programmes = await publishedProgrammes(visitorAct(event), organisation.id);
	const invented = organisation.about.invented === true;
	const url = `${config.origin}/p/${organisation.slug}`;
	return {
		organisation,
		// What does not exist is not told to search engines.
		structured: invented ? null : organisationData(organisation, url, wordsOf(event).local),
		programmes: programmes.map(({ key, definition, acceptsRequests }) => ({
			key,
			title: definition.title,
			summary: definition.summary,
			acceptsRequests,
		})),
	};
};
