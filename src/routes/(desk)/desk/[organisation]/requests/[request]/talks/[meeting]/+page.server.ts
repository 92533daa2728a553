import { notFound } from '#lib/identity/doorway.server.ts';
import { requestPage } from '../../../../parts/request-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { page, base, name } = await requestPage(event);
	const talk = page.talks.find((one) => one.id === event.params.meeting) ?? notFound();
	const { guide, options, reasons, contents, outcomes, services, sites, onlineReasons, title } = page.definition;
	return {
		base,
		name,
		talk,
		recordedBy: page.colleagues.get(talk.recordedBy) ?? '',
		definition: { guide, options, reasons, contents, outcomes, services, sites, onlineReasons, title },
	};
};
