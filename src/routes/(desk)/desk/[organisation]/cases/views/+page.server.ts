import * as v from 'valibot';
import { choice, id } from '#lib/kernel/fields.ts';
import { opening, SAVED_VIEWS_MAX } from '#lib/cases/saved-view.ts';
import { chooseDefault, listViews, removeView } from '#lib/cases/saved-views.server.ts';
import { found, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { views } = found(await listViews(workerAct(event)));
	return { views: views.map((one) => ({ ...one, opens: opening(one) })), max: SAVED_VIEWS_MAX };
};

const goTo = (event: { params: { organisation: string } }) => () => `/desk/${event.params.organisation}/cases/views`;

export const actions: Actions = {
	// Not `default`: the framework keeps that name for a page's only form.
	opening: (event) =>
		workerForm(event, {
			schema: v.object({ view: id(), to: choice(['default', 'everything']) }),
			run: chooseDefault,
			goTo: goTo(event),
		}),
	remove: (event) => workerForm(event, { schema: v.object({ view: id() }), run: removeView, goTo: goTo(event) }),
};
