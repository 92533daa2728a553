import { casePage } from '../../parts/case-page.server.ts';
import { nextReviewOn } from '#lib/cases/case.ts';
import { timelineOf } from '#lib/meetings/timeline.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { page, ...rest } = await casePage(event);
	const { definition, ...file } = page;
	return {
		...rest,
		...file,
		nextReview: page.facts.closedOn ? null : nextReviewOn(definition, page.nextReviewSaid, page.facts.activeFrom),
		timeline: timelineOf(page, page.meetings),
		definition: {
			title: definition.title,
			conditions: definition.conditions,
			services: definition.services,
			planTitle: definition.plan.title,
			agreementTitle: definition.agreement.title,
			limit: definition.meetings.limit,
			sites: definition.sites,
			reasonsToClose: definition.reasonsToClose,
			outcomes: definition.outcomes,
			formsOfHelp: definition.formsOfHelp,
			guideTitle: definition.guide.title,
			funding: definition.funding,
		},
	};
};
