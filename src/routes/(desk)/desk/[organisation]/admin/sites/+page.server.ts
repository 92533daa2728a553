import { settlementsOfSlovenia } from '#lib/directory/settlements.server.ts';
import { found, here, workerAct } from '#lib/identity/doorway.server.ts';
import { readSiteFigures } from '#lib/intake/site-figures.server.ts';
import { placesOf } from '#lib/programmes/places.ts';
import { listProgrammes } from '#lib/programmes/read-drafts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const [{ programmes }, figures] = await Promise.all([
		listProgrammes(act).then(found),
		readSiteFigures(act).then(found),
	]);
	const organisation = here(event);
	const runs = programmes.map(({ key, definition, acceptsRequests }) => ({
		organisation,
		key,
		definition,
		acceptsRequests,
	}));
	const figuresAt = (programme: string, site: string | null) => {
		const { open, waiting } = figures.find((one) => one.programme === programme && one.site === site) ?? NONE;
		return { open, waiting };
	};
	const places = placesOf(runs, settlementsOfSlovenia).map((place) => ({
		...place,
		programmes: place.programmes.map((one) => ({ ...one, ...figuresAt(one.key, one.site) })),
	}));
	return {
		places,
		// A programme without a site stands among the places by its telephone; what names no site stands by itself.
		anywhere: programmes
			.map(({ key, definition }) => ({ key, title: definition.title, ...figuresAt(key, null) }))
			.filter((one) => one.open > 0),
		/** Where its sites are changed: in the draft, where there is one. */
		editors: Object.fromEntries(
			programmes.map((one) => [one.key, one.hasDraft ? `/${one.key}/draft/places` : `/${one.key}`]),
		),
		contacts: Object.fromEntries(programmes.map((one) => [one.key, one.definition.contacts])),
	};
};

const NONE = { open: 0, waiting: 0 };
