import { found, here, visitorAct } from '#lib/identity/doorway.server.ts';
import { readProgramme } from '#lib/programmes/programmes.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const organisation = here(event);
	const { key, definition, acceptsRequests } = found(
		await readProgramme(visitorAct(event), organisation.id, event.params.programme),
	);
	return {
		organisation: { slug: organisation.slug, name: organisation.name, invented: organisation.about.invented === true },
		key,
		definition,
		acceptsRequests,
	};
};
