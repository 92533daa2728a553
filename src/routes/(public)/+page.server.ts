import { visitorAct } from '#lib/identity/doorway.server.ts';
import { organisations } from '#lib/directory/organisations.server.ts';
import { publishedProgrammes } from '#lib/programmes/programmes.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [all, programmes] = await Promise.all([
		organisations(event.locals.now),
		publishedProgrammes(visitorAct(event)),
	]);
	return {
		organisations: all.map(({ id, slug, name, about }) => ({
			slug,
			name,
			about: about.words,
			programmes: programmes
				.filter((programme) => programme.organisationId === id)
				.map(({ key, definition }) => ({ key, title: definition.title, summary: definition.summary })),
		})),
	};
};
