import { addHelpline, listHelplines } from '#lib/directory/change-helplines.server.ts';
import type { HelplineEntry } from '#lib/directory/helpline.ts';
import { found, here, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { LINE, lineFrom } from '../line-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { installation } = found(await listHelplines(workerAct(event)));
	const { searchParams } = event.url;
	const line: Partial<HelplineEntry> = installation.find(
		(one) => one.number === searchParams.get('number') && one.country === searchParams.get('country'),
	) ?? { country: here(event).country };
	return { line };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: LINE,
			run: async (act, typed) => {
				const line = lineFrom(typed);
				return line.ok ? addHelpline(act, line.value) : line;
			},
			goTo: () => `/desk/${event.params.organisation}/admin/helplines`,
		}),
};
