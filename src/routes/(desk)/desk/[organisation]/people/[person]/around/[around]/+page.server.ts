import * as v from 'valibot';
import { commandId, day } from '#lib/kernel/fields.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { changeAround, endAround, giveConsent, withdrawConsent } from '#lib/people/change-around.server.ts';
import { AROUND_FORM } from '../around-form.ts';
import { aroundPage, personAddress } from '../around-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { around, ...page } = await aroundPage(event);
	return { ...page, one: around.find((one) => one.id === event.params.around) ?? notFound() };
};

const which = ({ params }: { params: { person: string; around: string } }) => ({
	personId: idFrom(params.person),
	aroundId: idFrom(params.around),
});

export const actions: Actions = {
	change: (event) =>
		workerForm(event, {
			schema: AROUND_FORM,
			run: (act, said) => changeAround(act, { ...which(event), said }),
			goTo: () => personAddress(event),
		}),
	end: (event) =>
		workerForm(event, {
			schema: v.object({ endedOn: day() }),
			run: (act, { endedOn }) => endAround(act, { ...which(event), on: endedOn }),
			goTo: () => personAddress(event),
		}),
	consent: (event) =>
		workerForm(event, {
			schema: v.object({ command: commandId(), givenOn: day() }),
			run: (act, { command, givenOn }) => giveConsent(act, { ...which(event), command, on: givenOn }),
			goTo: () => personAddress(event),
		}),
	withdraw: (event) =>
		workerForm(event, {
			schema: v.object({ withdrawnOn: day() }),
			run: (act, { withdrawnOn }) => withdrawConsent(act, { ...which(event), on: withdrawnOn }),
			goTo: () => personAddress(event),
		}),
};
