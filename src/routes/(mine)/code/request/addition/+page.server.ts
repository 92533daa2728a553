import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { commandId, text } from '#lib/kernel/fields.ts';
import { codeForm, codeHolderAct, found } from '#lib/identity/doorway.server.ts';
import { addToOwnRequest } from '#lib/intake/own-additions.server.ts';
import { readOwnRequest } from '#lib/intake/own-request.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId(), words: text() });

export const load: PageServerLoad = async (event) => {
	const act = codeHolderAct(event);
	const { facts } = found(await readOwnRequest(act));
	if (facts.outcome || act.by.kind === 'proposer') redirect(303, '/code/request');
	return { command: newId(event.locals.now) };
};

export const actions: Actions = {
	default: (event) =>
		codeForm(event, {
			schema: SCHEMA,
			run: addToOwnRequest,
			goTo: () => '/code/request',
		}),
};
