import { redirect } from '@sveltejs/kit';
import { callerOf, setCookies } from '#lib/identity/doorway.server.ts';
import { signOut } from '#lib/identity/sign-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/sign-in');

export const actions: Actions = {
	default: async (event) => {
		setCookies(event, await signOut(callerOf(event)));
		redirect(303, '/sign-in');
	},
};
