import { visitorAct } from '#lib/identity/doorway.server.ts';
import { organisations } from '#lib/directory/organisations.server.ts';
import { publishedProgrammes } from '#lib/programmes/programmes.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [all, programmes] = await Promise.all([
		organisations(event.locals.now),
		publishedProgrammes(visitorAct(event)),
	]);
	const offers = programmes.flatMap((programme) => {
		const organisation = all.find((one) => one.id === programme.organisationId);
		if (!organisation || !programme.acceptsRequests) return [];
		return [
			{
				href: `/ask/${organisation.slug}/${programme.key}${event.url.searchParams.get('for') === 'other' ? '?for=other' : ''}`,
				organisation: organisation.name,
				language: organisation.language,
				title: programme.definition.title,
				summary: programme.definition.summary,
			},
		];
	});
	// Whoever reads Czech looks for help in Czech: those who speak as the page does come first, as they stood.
	const near = (one: (typeof offers)[number]) => (one.language === event.locals.language ? 0 : 1);
	return { offers: offers.toSorted((a, b) => near(a) - near(b)) };
};
