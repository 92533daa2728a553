import { casePage } from '../../parts/case-page.server.ts';
import { nextReviewOn } from '#lib/cases/case.ts';
import { renewalOf } from '#lib/cases/case.ts';
import { timelineOf } from '#lib/meetings/timeline.ts';
import { readTimelineFilter, timelinePage } from '#lib/meetings/timeline-filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { page, ...rest } = await casePage(event);
	const { definition, ...file } = page;
	const told = timelineOf(page, page.meetings);
	const { filter, after } = readTimelineFilter(event.url.searchParams);
	return {
		...rest,
		...file,
		nextReview: page.facts.closedOn ? null : nextReviewOn(definition, page.nextReviewSaid, page.facts.activeFrom),
		renewal: page.facts.activeFrom ? renewalOf(page.agreement?.to_on ?? null, page.today) : null,
		timeline: { ...timelinePage(told, { filter, after }), filter, told: told.length },
		authors: [...new Set(told.map((one) => one.by))].map((id) => ({ id, name: page.colleagues.get(id) ?? '' })),
		definition: {
			title: definition.title,
			conditions: definition.conditions,
			planTitle: definition.plan.title,
			agreementTitle: definition.agreement.title,
			limit: definition.meetings.limit,
			sites: definition.sites,
			reasonsToClose: definition.reasonsToClose,
			outcomes: definition.outcomes,
			formsOfHelp: definition.formsOfHelp,
			services: definition.services,
			guideTitle: definition.guide.title,
			funding: definition.funding,
		},
	};
};
