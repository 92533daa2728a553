import { redirect } from '@sveltejs/kit';
import { askPage } from '../../asking.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { base } = await askPage(event);
	redirect(303, `${base}/who${event.url.search}`);
};
