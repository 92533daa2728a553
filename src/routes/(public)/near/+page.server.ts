import { organisations } from '#lib/directory/organisations.server.ts';
import { onMap } from '#lib/directory/country-map.ts';
import { OUTLINE_OF_SLOVENIA, settlementsOfSlovenia } from '#lib/directory/settlements.server.ts';
import type { Settlement } from '#lib/directory/settlement.ts';
import { visitorAct, wordsOf } from '#lib/identity/doorway.server.ts';
import { byRegion, isOnMap, placesFrom, placesOf, visiting, type Place, type Runs } from '#lib/programmes/places.ts';
import { publishedProgrammes } from '#lib/programmes/programmes.server.ts';
import type { PageServerLoad } from './$types';

/** How many places are shown to somebody who said where they are; the whole list is one link away. */
const NEAREST_MAX = 8;

// What somebody typed lives in this answer only: it is written nowhere, and the log knows routes without their query.
export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const typed = searchParams.get('place') ?? '';
	const found = settlementsOfSlovenia.find(typed, searchParams.get('at') ?? undefined);
	const runs = await everythingThatRuns(event);
	const places = placesOf(runs, settlementsOfSlovenia);
	const here = found.kind === 'found' ? found.settlement : undefined;
	const near = here && nearest(places, here);
	const regions = near ? [] : byRegion(places, wordsOf(event).compare);
	const listed = near ? near.map((one) => one.place) : regions.flatMap((one) => one.places);
	return {
		typed: typed.slice(0, 100),
		found,
		near,
		regions,
		numbers: Object.fromEntries(listed.map((place, i) => [place.key, i + 1])),
		elsewhere: places.filter((place) => !isOnMap(place)),
		visits: visiting(runs).map(({ organisation, key, definition }) => ({ organisation, key, title: definition.title })),
		map: {
			outline: OUTLINE_OF_SLOVENIA,
			marks: marksOf(listed),
			here: here && onMap(here),
		},
	};
};

async function everythingThatRuns(event: Parameters<PageServerLoad>[0]): Promise<readonly Runs[]> {
	const [all, programmes] = await Promise.all([
		organisations(event.locals.now),
		publishedProgrammes(visitorAct(event)),
	]);
	return programmes.flatMap(({ organisationId, key, definition, acceptsRequests }) => {
		const organisation = all.find((one) => one.id === organisationId);
		return organisation ? [{ organisation, key, definition, acceptsRequests }] : [];
	});
}

function nearest(places: readonly Place[], from: Settlement) {
	return placesFrom(places, from).slice(0, NEAREST_MAX);
}

/** One mark for each point: places in one settlement share it, and their numbers stand in it together. */
function marksOf(listed: readonly Place[]): readonly { x: number; y: number; label: string }[] {
	const marks = new Map<string, { x: number; y: number; numbers: number[] }>();
	for (const [i, place] of listed.entries()) {
		if (!isOnMap(place)) continue;
		const { x, y } = onMap(place.at);
		const mark = marks.get(`${x} ${y}`) ?? { x, y, numbers: [] };
		mark.numbers.push(i + 1);
		marks.set(`${x} ${y}`, mark);
	}
	return [...marks.values()].map(({ x, y, numbers }) => ({ x, y, label: numbers.join(', ') }));
}
