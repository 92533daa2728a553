import * as v from 'valibot';
import { choice, commandId, optionalChoice, optionalText, ticked } from '#lib/kernel/fields.ts';
import { choosesServices } from '#lib/cases/member.ts';
import { EPISODE_REASONS } from '#lib/cases/way.ts';
import { idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { earlierEpisode } from '#lib/intake/earlier-episode.server.ts';
import { openCaseFromRequest } from '#lib/intake/open-case-from-request.server.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	unit: choice(['person', 'family']),
	indications: ticked(),
	services: ticked(),
	episodeReason: optionalChoice(EPISODE_REASONS),
	episodeWords: optionalText(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await requestForm(event);
	return {
		base,
		name,
		command,
		title: page.definition.title,
		units: page.definition.unit,
		indications: page.definition.indications,
		services: choosesServices(page.definition) ? page.definition.services : [],
		conditions: page.definition.conditions.map((one) => ({
			text: one.text,
			services: page.definition.services.filter(({ key }) => one.forServices?.includes(key)).map(({ text }) => text),
		})),
		earlier: await earlierEpisode(workerAct(event), { requestId: page.facts.id }),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { episodeReason, episodeWords, ...input }) =>
				openCaseFromRequest(act, {
					...input,
					requestId: idFrom(event.params.request),
					episode: { reason: episodeReason, words: episodeWords },
				}),
			goTo: ({ caseId }) => `/desk/${event.params.organisation}/cases/${caseId}`,
		}),
};
