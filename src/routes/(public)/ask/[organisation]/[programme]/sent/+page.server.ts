import { redirect } from '@sveltejs/kit';
import { codeOf } from '#lib/intake/receive-request.server.ts';
import { askPage, marginOf } from '../../../asking.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await askPage(event);
	if (!page.asking?.sent) redirect(303, `${page.base}/who`);
	return { code: codeOf(page.asking.command), margin: marginOf(event, page) };
};
