import { redirect } from '@sveltejs/kit';
import { notFound, typedFrom } from '#lib/identity/doorway.server.ts';
import { safeReturn } from '#lib/identity/kept-form.ts';
import { TOUR_COOKIE, wholeTour } from '#lib/reports/read-tour.server.ts';
import { config } from '#lib/platform/config.server.ts';
import type { Actions, PageServerLoad } from './$types';

const A_MONTH_SECONDS = 30 * 24 * 60 * 60;

export const load: PageServerLoad = async ({ locals, cookies }) => ({
	tour: (await wholeTour(locals.now)) ?? notFound(),
	isAway: cookies.get(TOUR_COOKIE) !== undefined,
});

export const actions: Actions = {
	away: async (event) => {
		if (!config.demo) notFound();
		const { to } = await typedFrom(event);
		const secure = config.origin.startsWith('https:');
		event.cookies.set(TOUR_COOKIE, 'away', {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure,
			maxAge: A_MONTH_SECONDS,
		});
		redirect(303, to === '/sign-in' ? to : (typeof to === 'string' && safeReturn(to)) || '/');
	},
	again: ({ cookies }) => {
		if (!config.demo) notFound();
		cookies.delete(TOUR_COOKIE, { path: '/' });
		redirect(303, '/tour');
	},
};
