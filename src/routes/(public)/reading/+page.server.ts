import { allReading } from '#lib/directory/reading.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	texts: allReading(locals.language).map(({ key, title, summary }) => ({ key, title, summary })),
});
