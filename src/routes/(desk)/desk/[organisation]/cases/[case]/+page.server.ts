import { casePage } from '../../parts/case-page.server.ts';
import { nextReviewOn } from '#lib/cases/case.ts';
import { renewalOf } from '#lib/cases/case.ts';
import { timelineOf } from '#lib/meetings/timeline.ts';
import { readTimelineFilter, timelinePage } from '#lib/meetings/timeline-filter.ts';
import { currentPhase, latestStandings, nextPhase } from '#lib/cases/way.ts';
import { chosenOptions, counsellingGiven, courseOf } from '#lib/meetings/course.ts';
import { goalsShown } from './goals-shown.ts';
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
		...wayOf(page),
		definition: {
			title: definition.title,
			conditions: definition.conditions,
			planTitle: definition.plan.title,
			capabilities: definition.plan.capabilities,
			agreementTitle: definition.agreement.title,
			limit: definition.meetings.limit,
			sites: definition.sites,
			reasonsToClose: definition.reasonsToClose,
			outcomes: definition.outcomes,
			formsOfHelp: definition.formsOfHelp,
			services: definition.services,
			guideTitle: definition.guide.title,
			funding: definition.funding,
			agreedTask: definition.plan.agreedTask,
			madeBy: definition.plan.madeBy,
			phases: definition.phases ?? [],
			mediatedContacts: definition.mediatedContacts,
			advocacyActs: definition.advocacyActs === true,
			stepUp: definition.stepUp,
			targetGroups: definition.targetGroups,
			projectGoals: definition.projectGoals,
		},
	};
};

/** How far the case has come, read from its records. */
function wayOf(page: Awaited<ReturnType<typeof casePage>>['page']) {
	const { definition, meetings, phases, plan, standings } = page;
	return {
		course: courseOf(definition, meetings),
		phase: currentPhase(definition, phases),
		nextPhase: nextPhase(definition, phases),
		goals: goalsShown(definition, plan),
		latest: latestStandings(standings),
		chosen: chosenOptions(definition, meetings),
		given: counsellingGiven(definition, meetings),
	};
}
