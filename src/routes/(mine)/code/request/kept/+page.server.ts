import { codeHolderAct, found } from '#lib/identity/doorway.server.ts';
import { keptOf } from '#lib/intake/kept-about.ts';
import { readOwnRequest } from '#lib/intake/own-request.server.ts';
import { organisationById } from '#lib/directory/organisations.server.ts';
import { periodsFor } from '#lib/programmes/retention-periods.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = codeHolderAct(event);
	const own = found(await readOwnRequest(act));
	const { definition } = own;
	const [organisation, periods] = await Promise.all([
		organisationById(act.by.organisationId, act.at),
		periodsFor(act, definition),
	]);
	const proposer = act.by.kind === 'proposer';
	const { text, additions, appointments } = own;
	return {
		proposer,
		kinds: keptOf({ proposer, text, additions: additions.length, appointments: appointments.length }),
		periods,
		organisation: organisation?.name ?? '',
		phone: organisation?.about.phone ?? definition.contacts.find((one) => one.phone)?.phone,
		email: organisation?.about.email,
	};
};
