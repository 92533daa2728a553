import * as v from 'valibot';
import { commandId, line, optionalId, tick } from '#lib/kernel/fields.ts';
import { found, notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { opening, VIEW_NAME_MAX } from '#lib/identity/saved-view.ts';
import { listViews, saveView } from '#lib/identity/saved-views.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { viewedList } from '../../../parts/viewed-lists.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId(), name: line(VIEW_NAME_MAX), team: optionalId(), asDefault: tick() });

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const list = viewedList(event.params.list) ?? notFound();
	const { teams } = found(await listViews(act, list));
	return {
		list: list.key,
		under: list.key,
		command: newId(act.at),
		teams,
		from: list.kept(event.url.searchParams) || '?view=all',
	};
};

export const actions: Actions = {
	default: (event) => {
		const query = event.url.searchParams;
		const list = viewedList(event.params.list) ?? notFound();
		return workerForm(event, {
			schema: SCHEMA,
			run: async (act, { command, name, team, asDefault }) => {
				const saved = await saveView(act, list, { command, name, team, asDefault, query });
				return saved.ok ? { ok: true, value: command } : saved;
			},
			goTo: (id) => `/desk/${event.params.organisation}/${list.key}${opening({ id, query: list.kept(query) })}`,
		});
	},
};
