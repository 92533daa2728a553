import type { LocalWords } from '#lib/kernel/local-words.ts';
import type { Organisation } from '#lib/directory/organisation.ts';
import { nearestFirst, type Point, type SettlementFinder } from '#lib/directory/settlement.ts';
import type { Definition, Site } from './definition.ts';

/** A programme as a list of places names it. */
type PlaceProgramme = {
	readonly key: string;
	readonly title: LocalWords;
	readonly acceptsRequests: boolean;
	/** What the place is called in its definition. */
	readonly site: string;
	/** Its workers come to where somebody lives. */
	readonly visits: boolean;
};
/** Where an organisation gives help: an office, or no place on a map (online, by telephone, in the field). */
export type Place = {
	readonly key: string;
	readonly organisation: Pick<Organisation, 'slug' | 'name' | 'country'>;
	readonly kind: Site['kind'] | 'by-phone';
	readonly title: LocalWords;
	readonly address: string | null;
	readonly phones: readonly string[];
	readonly hours: LocalWords | null;
	readonly link: string | null;
	readonly programmes: readonly PlaceProgramme[];
	/** Where on a map, and in which part of the country; undefined where it is on none. */
	readonly at: Point | undefined;
	readonly region: string | undefined;
};
/** A place on a map. */
type PlaceOnMap = Place & { readonly at: Point };
/** What an organisation runs. */
export type Runs = {
	readonly organisation: Pick<Organisation, 'slug' | 'name' | 'country'>;
	readonly key: string;
	readonly definition: Definition;
	readonly acceptsRequests: boolean;
};

/**
 * Every place where help is given. Programmes of one organisation under one roof are one place; a programme without any
 * place is found by its telephone.
 */
export function placesOf(all: readonly Runs[], settlements: Pick<SettlementFinder, 'named'>): readonly Place[] {
	const places = new Map<string, Place>();
	for (const run of all)
		for (const site of sitesOf(run)) {
			const key = [run.organisation.slug, site.kind, site.address ?? site.key].join('|');
			const before = places.get(key);
			places.set(key, before ? together(before, site, run) : placeFrom(key, run, { site, settlements }));
		}
	return [...places.values()];
}

type AnySite = Omit<Site, 'kind'> & { readonly kind: Place['kind'] };

function sitesOf({ key, definition }: Runs): readonly AnySite[] {
	if (definition.sites.length > 0) return definition.sites;
	const phones = definition.contacts.flatMap((contact) => contact.phone ?? []);
	const nowhere = { address: null, settlement: null, municipality: null, hours: null, link: null };
	return [{ ...nowhere, key, kind: 'by-phone', title: definition.title, phones }];
}

function placeFrom(
	key: string,
	run: Runs,
	{ site, settlements }: { site: AnySite; settlements: Pick<SettlementFinder, 'named'> },
): Place {
	const settlement =
		site.settlement && site.municipality ? settlements.named(site.settlement, site.municipality) : undefined;
	return {
		key,
		organisation: run.organisation,
		kind: site.kind,
		title: site.title,
		address: site.address,
		phones: site.phones,
		hours: site.hours,
		link: site.link,
		programmes: [programmeOf(run, site)],
		at: settlement && { latitude: settlement.latitude, longitude: settlement.longitude },
		region: settlement?.region,
	};
}

function together(place: Place, site: AnySite, run: Runs): Place {
	return {
		...place,
		phones: [...new Set([...place.phones, ...site.phones])],
		hours: place.hours ?? site.hours,
		programmes: [...place.programmes, programmeOf(run, site)],
	};
}

function programmeOf({ key, definition, acceptsRequests }: Runs, site: AnySite): PlaceProgramme {
	return { key, title: definition.title, acceptsRequests, site: site.key, visits: definition.modes.includes('home') };
}

/** The places on a map, the nearest first, each with the way there through the air. */
export function placesFrom(
	places: readonly Place[],
	from: Point,
): readonly { readonly place: PlaceOnMap; readonly km: number }[] {
	return nearestFirst(places.filter(isOnMap), from).map(({ thing, km }) => ({ place: thing, km }));
}

/** Tells whether a place can be drawn on a map. */
export function isOnMap(place: Place): place is PlaceOnMap {
	return place.at !== undefined;
}

/** Places under the name of their region; those on no map stand under none. */
export function byRegion(
	places: readonly Place[],
	compare: (a: string, b: string) => number,
): readonly { readonly region: string; readonly places: readonly Place[] }[] {
	const regions = [...new Set(places.flatMap((place) => place.region ?? []))].sort(compare);
	return regions.map((region) => ({ region, places: places.filter((place) => place.region === region) }));
}

/** Programmes whose workers come to where somebody lives, and that can be asked here. */
export function visiting(all: readonly Runs[]): readonly Runs[] {
	return all.filter((run) => run.acceptsRequests && run.definition.modes.includes('home'));
}
