import { notFound } from '#lib/identity/doorway.server.ts';
import { allReading, readingOf } from '#lib/directory/reading.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const text = readingOf(params.text, locals.language) ?? notFound();
	const others = allReading(locals.language).filter(({ key }) => key !== text.key);
	return { text, others: others.map(({ key, title }) => ({ key, title })) };
};
