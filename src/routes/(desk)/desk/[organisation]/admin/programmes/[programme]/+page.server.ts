import * as v from 'valibot';
import { choice, id } from '#lib/kernel/fields.ts';
import { found, here, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { difference } from '#lib/programmes/difference.ts';
import { giveToTeam, openOrClose } from '#lib/programmes/publish-draft.server.ts';
import { readForAdministrator } from '#lib/programmes/read-drafts.server.ts';
import { putOfferAside, startVersion, takeOffer } from '#lib/programmes/start-draft.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { programme, offer, ...rest } = found(await readForAdministrator(workerAct(event), event.params.programme));
	return {
		...rest,
		publicPage: `/p/${here(event).slug}/${programme.key}`,
		programme: {
			key: programme.key,
			version: programme.version,
			acceptsRequests: programme.acceptsRequests,
			title: programme.definition.title,
		},
		offer: offer && {
			offeredAt: offer.offeredAt,
			changes: difference(programme.definition, offer.definition),
		},
	};
};

const page = ({ params }: RequestEvent) => `/desk/${params.organisation}/admin/programmes/${params.programme}`;
const NOTHING = v.object({});
const of = (event: RequestEvent) => ({ programme: event.params.programme });

export const actions: Actions = {
	draft: (event) =>
		workerForm(event, {
			schema: NOTHING,
			run: (act) => startVersion(act, of(event)),
			goTo: () => `${page(event)}/draft`,
		}),
	door: (event) =>
		workerForm(event, {
			schema: v.object({ to: choice(['open', 'closed']) }),
			run: (act, { to }) => openOrClose(act, { ...of(event), open: to === 'open' }),
			goTo: () => page(event),
		}),
	team: (event) =>
		workerForm(event, {
			schema: v.object({ team: id() }),
			run: (act, { team }) => giveToTeam(act, { ...of(event), team }),
			goTo: () => page(event),
		}),
	offer: (event) =>
		workerForm(event, {
			schema: NOTHING,
			run: (act) => takeOffer(act, of(event)),
			goTo: () => `${page(event)}/draft`,
		}),
	aside: (event) =>
		workerForm(event, { schema: NOTHING, run: (act) => putOfferAside(act, of(event)), goTo: () => page(event) }),
};
