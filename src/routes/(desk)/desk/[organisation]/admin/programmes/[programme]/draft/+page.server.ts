import * as v from 'valibot';
import { found, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { asShown, dataOf, missingLanguages } from '#lib/programmes/draft.ts';
import { readDraft } from '#lib/programmes/read-drafts.server.ts';
import { SECTIONS } from '#lib/programmes/sections.ts';
import { discardDraft } from '#lib/programmes/start-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const draft = found(await readDraft(workerAct(event), event.params.programme));
	return {
		programme: draft.programme,
		title: asShown(draft.definition).title,
		baseVersion: draft.baseVersion,
		changedAt: draft.changedAt,
		changedBy: draft.changedBy,
		faults: draft.faults.length,
		missing: draft.missing.filter((one) => !draft.hindrances.includes(one)),
		hindrances: draft.hindrances,
		sections: SECTIONS.map((section) => ({
			key: section.key,
			faults: draft.faults.filter((one) => one.section === section.key).length,
			missing: missingLanguages(dataOf(draft.definition, section)),
		})),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: v.object({}),
			run: (act) => discardDraft(act, { programme: event.params.programme }),
			goTo: () => `/desk/${event.params.organisation}/admin/programmes`,
		}),
};
