import { error, redirect } from '@sveltejs/kit';
import { organisations } from '#lib/directory/organisations.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session, now, away } = event.locals;
	if (away) error(503, 'database away', { code: 'database-away' });
	const all = await organisations(now);
	const places = (session?.places ?? []).flatMap((place) => all.find((one) => one.id === place.organisationId) ?? []);
	if (places.length === 1) redirect(303, `/desk/${places[0]!.slug}`);
	return { places: places.map(({ slug, name }) => ({ slug, name })) };
};
