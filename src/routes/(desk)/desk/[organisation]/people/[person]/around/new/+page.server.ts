import * as v from 'valibot';
import { commandId } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { addAround } from '#lib/people/change-around.server.ts';
import { AROUND } from '../around-form.ts';
import { aroundPage, personAddress } from '../around-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { name, child, base, command } = await aroundPage(event);
	return { name, child, base, command };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: v.object({ command: commandId(), ...AROUND }),
			run: (act, { command, ...said }) => addAround(act, { command, personId: idFrom(event.params.person), said }),
			goTo: () => personAddress(event),
		}),
};
