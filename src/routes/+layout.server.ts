import { helplines } from '#lib/directory/helplines.server.ts';
import { config } from '#lib/platform/config.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	language: locals.language,
	timeZone: locals.organisation?.timeZone ?? 'Europe/Ljubljana',
	demo: config.demo,
	helplines: helplines(locals.language, locals.organisation?.country, locals.organisation?.id),
});
