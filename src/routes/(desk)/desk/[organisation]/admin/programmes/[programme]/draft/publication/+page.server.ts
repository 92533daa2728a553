import * as v from 'valibot';
import { commandId, number, optionalId, tick } from '#lib/kernel/fields.ts';
import { found, here, workerAct, workerForm, wordsOf } from '#lib/identity/doorway.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { difference } from '#lib/programmes/difference.ts';
import { asShown } from '#lib/programmes/draft.ts';
import { publishDraft } from '#lib/programmes/publish-draft.server.ts';
import { listTeams, readDraft } from '#lib/programmes/read-drafts.server.ts';
import { editorWords } from '../../../parts/editor-words.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	revision: number({ min: 0, max: 999_999_999 }),
	team: optionalId(),
	open: tick(),
});

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const draft = found(await readDraft(act, event.params.programme));
	const said = editorWords(wordsOf(event));
	return {
		command: newId(act.at),
		programme: draft.programme,
		title: asShown(draft.definition).title,
		revision: draft.revision,
		baseVersion: draft.baseVersion,
		publicPage: `/p/${here(event).slug}/${draft.programme}`,
		hindrances: draft.hindrances,
		faults: draft.faults.map((one) => ({
			section: one.section,
			place: one.place,
			field: one.field,
			text: said.fault(one),
		})),
		teams: draft.published ? [] : found(await listTeams(act)),
		changes: draft.published ? difference(draft.published, draft.definition) : undefined,
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => publishDraft(act, { ...input, programme: event.params.programme }),
			goTo: () => `/desk/${event.params.organisation}/admin/programmes/${event.params.programme}`,
		}),
};
