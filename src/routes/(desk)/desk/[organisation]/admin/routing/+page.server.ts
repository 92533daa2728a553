import * as v from 'valibot';
import { id } from '#lib/kernel/fields.ts';
import { municipalityByCode } from '#lib/directory/settlements.server.ts';
import { found, here, visitorAct, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { endRoutingRule, listRouting } from '#lib/intake/routing-rules.server.ts';
import { publishedProgrammes } from '#lib/programmes/programmes.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const programmes = (await publishedProgrammes(visitorAct(event), here(event).id)).filter(
		(one) => one.acceptsRequests,
	);
	const { rules, teams, usual } = found(await listRouting(act, { programmes: programmes.map((one) => one.key) }));
	const teamName = (team: string | undefined) => teams.find((one) => one.id === team)?.name ?? '';
	return {
		programmes: programmes.map(({ key, definition }) => ({
			key,
			title: definition.title,
			usual: teamName(usual[key]),
			definition: { routedFields: definition.routedFields, sites: definition.sites, reasons: definition.reasons },
			rules: rules
				.filter((rule) => rule.programme === key)
				.map((rule) => ({
					...rule,
					team: teamName(rule.team),
					municipality: municipalityByCode(rule.municipality)?.name ?? null,
				})),
		})),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: v.object({ rule: id() }),
			run: (act, { rule }) => endRoutingRule(act, { ruleId: rule }),
			goTo: () => `/desk/${event.params.organisation}/admin/routing`,
		}),
};
