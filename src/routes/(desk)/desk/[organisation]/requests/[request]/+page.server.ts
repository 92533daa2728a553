import { requestPage } from '../../parts/request-page.server.ts';
import type { RequestPage } from '#lib/intake/read-requests.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { page, ...rest } = await requestPage(event);
	const { definition } = page;
	return {
		...rest,
		facts: page.facts,
		text: page.text,
		reasons: page.reasons.flatMap((key) => definition.reasons.find((one) => one.key === key)?.text ?? []),
		takenBy: page.takenBy,
		answer: page.answer,
		notice: page.notice,
		outcome: page.outcome,
		appointments: page.appointments.map((one) => ({
			...one,
			siteTitle: definition.sites.find((site) => site.key === one.site)?.title,
		})),
		talks: page.talks,
		likely: page.likely,
		person: page.person,
		case: page.case,
		colleagues: page.colleagues,
		course: page.course,
		rules: page.rules,
		fields: page.course.fields.map((one) => ({
			...one,
			text: definition.routedFields.find((field) => field.key === one.key)?.text ?? {},
		})),
		definition: wordsOfDefinition(page),
	};
};

/** What of the programme's definition the page says in words. */
function wordsOfDefinition({ definition, facts, course, outcome }: RequestPage) {
	return {
		title: definition.title,
		wayIn: definition.waysIn.find((way) => way.key === facts.wayIn)?.text,
		onlineReason: definition.onlineReasons.find((one) => one.key === facts.onlineReason)?.text,
		site: definition.sites.find((one) => one.key === facts.site)?.title,
		guideTitle: definition.guide.title,
		routedFields: definition.routedFields,
		sites: definition.sites,
		reasons: definition.reasons,
		applicationKind: definition.waysIn
			.flatMap((way) => way.applications ?? [])
			.find((one) => one.key === course.application?.kind)?.text,
		declineReason: definition.reasonsToDecline.find((one) => one.key === outcome?.reason)?.text,
	};
}
