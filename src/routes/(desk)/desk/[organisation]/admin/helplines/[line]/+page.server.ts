import * as v from 'valibot';
import { changeHelpline, listHelplines, removeHelpline } from '#lib/directory/change-helplines.server.ts';
import { found, idFrom, notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { LINE, lineFrom } from '../line-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { own } = found(await listHelplines(workerAct(event)));
	return { line: own.find((one) => one.shown && one.id === event.params.line) ?? notFound() };
};

const goTo = (event: { params: { organisation: string } }) => () =>
	`/desk/${event.params.organisation}/admin/helplines`;

export const actions: Actions = {
	change: (event) =>
		workerForm(event, {
			schema: LINE,
			run: async (act, typed) => {
				const line = lineFrom(typed);
				return line.ok ? changeHelpline(act, { ...line.value, id: idFrom(event.params.line) }) : line;
			},
			goTo: goTo(event),
		}),
	remove: (event) =>
		workerForm(event, {
			schema: v.object({}),
			run: (act) => removeHelpline(act, { id: idFrom(event.params.line) }),
			goTo: goTo(event),
		}),
};
