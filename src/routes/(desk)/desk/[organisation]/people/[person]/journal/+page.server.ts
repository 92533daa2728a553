import { journalPage } from '../../../parts/journal-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await journalPage(event, { of: 'person', id: event.params.person })),
	base: `/desk/${event.params.organisation}/people/${event.params.person}`,
});
