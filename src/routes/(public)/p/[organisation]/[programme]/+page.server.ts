import { found, here, visitorAct, wordsOf } from '#lib/identity/doorway.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { readProgramme } from '#lib/programmes/programmes.server.ts';
import { programmeData } from '#lib/programmes/structured-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const organisation = here(event);
	const { key, definition, acceptsRequests } = found(
		await readProgramme(visitorAct(event), organisation.id, event.params.programme),
	);
	const invented = organisation.about.invented === true;
	const organisationUrl = `${config.origin}/p/${organisation.slug}`;
	const about = { definition, organisation, organisationUrl };
	return {
		organisation: { slug: organisation.slug, name: organisation.name, invented },
		key,
		definition,
		acceptsRequests,
		// What does not exist is not told to search engines.
		structured: invented ? null : programmeData(about, `${organisationUrl}/${key}`, wordsOf(event).local),
	};
};
