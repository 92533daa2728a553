import * as v from 'valibot';
import { commandId, line, optionalId, tick } from '#lib/kernel/fields.ts';
import { opening, VIEW_NAME_MAX, viewQuery } from '#lib/cases/saved-view.ts';
import { listViews, saveView } from '#lib/cases/saved-views.server.ts';
import { found, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId(), name: line(VIEW_NAME_MAX), team: optionalId(), asDefault: tick() });

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { teams } = found(await listViews(act));
	return { command: newId(act.at), teams, from: viewQuery(event.url.searchParams) || '?view=all' };
};

export const actions: Actions = {
	default: (event) => {
		const query = event.url.searchParams;
		return workerForm(event, {
			schema: SCHEMA,
			run: async (act, { command, name, team, asDefault }) => {
				const saved = await saveView(act, { command, name, team, asDefault, query });
				return saved.ok ? { ok: true, value: command } : saved;
			},
			goTo: (id) => `/desk/${event.params.organisation}/cases${opening({ id, query: viewQuery(query) })}`,
		});
	},
};
