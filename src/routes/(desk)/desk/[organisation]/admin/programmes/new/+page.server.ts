import * as v from 'valibot';
import { optionalLine } from '#lib/kernel/fields.ts';
import { foldedWords } from '#lib/kernel/folding.ts';
import type { ProblemKey } from '#lib/kernel/problems.ts';
import { found, here, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { listProgrammes } from '#lib/programmes/read-drafts.server.ts';
import { startProgramme } from '#lib/programmes/start-draft.server.ts';
import { TEMPLATES } from '../../../../../../../../programmes/templates.ts';
import type { Actions, PageServerLoad } from './$types';

const ADDRESS = /^[a-z0-9][a-z0-9-]{1,59}$/;
const SCHEMA = v.object({
	title: optionalLine(120),
	from: optionalLine(80),
	address: v.pipe(
		optionalLine(60),
		v.transform((text) => foldedWords(text).join('-')),
		v.check((text) => text === '' || ADDRESS.test(text), 'slug-unreal' satisfies ProblemKey),
	),
});

export const load: PageServerLoad = async (event) => {
	const { programmes } = found(await listProgrammes(workerAct(event)));
	return {
		slug: here(event).slug,
		copies: programmes.map(({ key, definition }) => ({ key, title: definition.title })),
		templates: TEMPLATES.map(({ key, title }) => ({ key, title })),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { title, from, address }) => {
				const [kind, key] = from.split(':');
				return startProgramme(act, {
					title,
					address,
					copy: kind === 'copy' ? key : undefined,
					template: kind === 'template' ? TEMPLATES.find((one) => one.key === key) : undefined,
				});
			},
			goTo: (key) => `/desk/${event.params.organisation}/admin/programmes/${key}/draft`,
		}),
};
