import * as v from 'valibot';
import { commandId } from '#lib/kernel/fields.ts';
import { codeForm, codeHolderAct, found } from '#lib/identity/doorway.server.ts';
import { readOwnRequest, withdrawOwnRequest } from '#lib/intake/own-request.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId() });

export const load: PageServerLoad = async (event) => {
	const { facts, answer } = found(await readOwnRequest(codeHolderAct(event)));
	if (facts.outcome || answer) redirect(303, '/code/request');
	return { command: newId(event.locals.now) };
};

export const actions: Actions = {
	default: (event) =>
		codeForm(event, {
			schema: SCHEMA,
			run: withdrawOwnRequest,
			goTo: () => '/code/request',
		}),
};
