import { journalPage } from '../../../parts/journal-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await journalPage(event, { of: 'request', id: event.params.request })),
	base: `/desk/${event.params.organisation}/requests/${event.params.request}`,
});
