import * as v from 'valibot';
import { choice, id } from '#lib/kernel/fields.ts';
import { found, notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { opening, SAVED_VIEWS_MAX } from '#lib/identity/saved-view.ts';
import { chooseDefault, listViews, removeView } from '#lib/identity/saved-views.server.ts';
import { viewedList } from '../../parts/viewed-lists.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const list = viewedList(event.params.list) ?? notFound();
	const { views } = found(await listViews(workerAct(event), list));
	return {
		list: list.key,
		under: list.key,
		views: views.map((one) => ({ ...one, opens: opening(one) })),
		max: SAVED_VIEWS_MAX,
	};
};

const goTo = (event: { params: { organisation: string; list: string } }) => () =>
	`/desk/${event.params.organisation}/views/${event.params.list}`;

export const actions: Actions = {
	// Not `default`: the framework keeps that name for a page's only form.
	opening: (event) =>
		workerForm(event, {
			schema: v.object({ view: id(), to: choice(['default', 'everything']) }),
			run: (act, input) => chooseDefault(act, viewedList(event.params.list) ?? notFound(), input),
			goTo: goTo(event),
		}),
	remove: (event) =>
		workerForm(event, {
			schema: v.object({ view: id() }),
			run: (act, input) => removeView(act, viewedList(event.params.list) ?? notFound(), input),
			goTo: goTo(event),
		}),
};
