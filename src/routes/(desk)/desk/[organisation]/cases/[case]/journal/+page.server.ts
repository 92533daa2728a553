import { journalPage } from '../../../parts/journal-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await journalPage(event, { of: 'case', id: event.params.case })),
	base: `/desk/${event.params.organisation}/cases/${event.params.case}`,
});
