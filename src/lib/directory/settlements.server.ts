import { foldedWords } from '#lib/kernel/folding.ts';
import { outlineOf } from './country-map.ts';
import { settlementFinder, settlementKey, type Settlement, type SettlementFinder } from './settlement.ts';
import rows from '../../../data/settlements-si.json' with { type: 'json' };

/** A municipality of Slovenia: its code in counted data, and its name. */
type Municipality = { readonly code: string; readonly name: string };

// Three municipalities stand in the data under two names; one of each counts.
const ALSO_CALLED: Readonly<Record<string, string>> = {
	'Kanal ob Soči': 'Kanal',
	'Šentjur pri Celju': 'Šentjur',
	'Sveti Jurij': 'Sveti Jurij ob Ščavnici',
};
const codeOf = (name: string) => foldedWords(name).join('-');
// Celje is a city and Čelje a village: who writes a name as it is written means that one.
const asWritten = (name: string) => name.trim().toLowerCase().normalize('NFC').replace(/\s+/g, ' ');
const byName = new Map<string, Set<string>>();
const byFolded = new Map<string, Set<string>>();
const byCode = new Map<string, Municipality>();
for (const [settlement, named] of rows as [string, string][]) {
	const municipality = ALSO_CALLED[named] ?? named;
	const code = codeOf(municipality);
	byCode.set(code, { code, name: municipality });
	add(byName, asWritten(settlement), code);
	add(byFolded, codeOf(settlement), code);
}

function add(map: Map<string, Set<string>>, name: string, code: string): void {
	map.set(name, (map.get(name) ?? new Set()).add(code));
}

/** All municipalities, by name. */
export const MUNICIPALITIES: readonly Municipality[] = [...byCode.values()].sort((a, b) =>
	a.name.localeCompare(b.name, 'sl'),
);

/** The municipality of a place somebody named; undefined when there is no such place, or several of that name. */
export function municipalityOf(place: string): Municipality | undefined {
	const codes = byName.get(asWritten(place)) ?? byFolded.get(codeOf(place));
	return codes?.size === 1 ? byCode.get([...codes][0]!) : undefined;
}

/** The municipality with this code. */
export function municipalityByCode(code: string | null): Municipality | undefined {
	return code === null ? undefined : byCode.get(code);
}

type Row = readonly [
	name: string,
	municipality: string,
	region: string,
	latitude: number,
	longitude: number,
	people: number,
	post: string,
];

/** All settlements of Slovenia. */
export const SETTLEMENTS: readonly Settlement[] = (rows as unknown as readonly Row[]).map(
	([name, municipality, region, latitude, longitude, people, post]) => ({
		key: settlementKey(name, ALSO_CALLED[municipality] ?? municipality),
		name,
		municipality: ALSO_CALLED[municipality] ?? municipality,
		region,
		latitude,
		longitude,
		people,
		post,
	}),
);

/** Young municipalities, and the ones they were part of. */
const WAS_PART_OF: Readonly<Record<string, string>> = { Ankaran: 'Koper', 'Rečica ob Savinji': 'Mozirje' };

const finder = settlementFinder(SETTLEMENTS);

/**
 * Looks for settlements in this process: what somebody types about where they are goes nowhere else. A place that was
 * written down under the municipality of then is found where it lies now.
 */
export const settlementsOfSlovenia: SettlementFinder = {
	find: finder.find,
	named: (name, municipality) =>
		finder.named(name, municipality) ??
		Object.keys(WAS_PART_OF)
			.filter((young) => WAS_PART_OF[young] === municipality)
			.map((young) => finder.named(name, young))
			.find((one) => one !== undefined),
};

/** The country drawn from where people live in it. */
export const OUTLINE_OF_SLOVENIA = outlineOf(SETTLEMENTS);
