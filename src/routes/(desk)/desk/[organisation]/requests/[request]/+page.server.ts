import { requestPage } from '../../parts/request-page.server.ts';
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
		definition: {
			title: definition.title,
			wayIn: definition.waysIn.find((way) => way.key === page.facts.wayIn)?.text,
			onlineReason: definition.onlineReasons.find((one) => one.key === page.facts.onlineReason)?.text,
			site: definition.sites.find((one) => one.key === page.facts.site)?.title,
			guideTitle: definition.guide.title,
			declineReason: definition.reasonsToDecline.find((one) => one.key === page.outcome?.reason)?.text,
		},
	};
};
