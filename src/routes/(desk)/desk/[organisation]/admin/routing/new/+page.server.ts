import * as v from 'valibot';
import { commandId, id, line, optionalChoice, optionalLine } from '#lib/kernel/fields.ts';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { MUNICIPALITIES } from '#lib/directory/settlements.server.ts';
import { found, here, notFound, visitorAct, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { listRouting, makeRule } from '#lib/intake/routing-rules.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { MODES } from '#lib/programmes/definition.ts';
import { publishedProgrammes } from '#lib/programmes/programmes.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	programme: line(60),
	team: id(),
	field: optionalLine(60),
	municipality: optionalLine(80),
	site: optionalLine(60),
	reason: optionalLine(60),
	language: optionalChoice(LANGUAGES),
	mode: optionalChoice(MODES),
});

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const programmes = await publishedProgrammes(visitorAct(event), here(event).id);
	const key = event.url.searchParams.get('programme');
	const programme = programmes.find((one) => one.key === key) ?? programmes.find((one) => one.acceptsRequests);
	if (!programme) notFound();
	const { teams } = found(await listRouting(act, { programmes: [] }));
	const { title, routedFields, sites, reasons, modes } = programme.definition;
	return {
		command: newId(act.at),
		teams,
		municipalities: here(event).country === 'si' ? MUNICIPALITIES : [],
		programme: { key: programme.key, title, routedFields, sites, reasons, modes },
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { command: id, field, municipality, site, reason, language, mode, ...rule }) =>
				makeRule(act, {
					...rule,
					id,
					field: field || null,
					municipality: municipality || null,
					site: site || null,
					reason: reason || null,
					language: language ?? null,
					mode: mode ?? null,
				}),
			goTo: () => `/desk/${event.params.organisation}/admin/routing`,
		}),
};
