import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedWords } from '#lib/kernel/folding.ts';
import { MAP, onMap, outlineOf } from './country-map.ts';
import { distanceKm, nearestFirst, OFFERED_MAX, oneSlip, type Point } from './settlement.ts';
import { OUTLINE_OF_SLOVENIA, SETTLEMENTS, settlementsOfSlovenia } from './settlements.server.ts';

const { find, named } = settlementsOfSlovenia;
const aPoint = fc.record({
	latitude: fc.double({ min: -90, max: 90, noNaN: true }),
	longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const aSettlement = fc.constantFrom(...SETTLEMENTS);
const place = (name: string, municipality = name) => named(name, municipality)!;

describe('distances', () => {
	test('are those of the globe: a degree of latitude is 111.2 km, a quarter of the equator 10,008 km', () => {
		const zero = { latitude: 0, longitude: 0 };
		expect(distanceKm(zero, { latitude: 1, longitude: 0 })).toBeCloseTo(111.19, 1);
		expect(distanceKm(zero, { latitude: 0, longitude: 90 })).toBeCloseTo(10_007.5, 0);
		expect(Math.round(distanceKm(place('Ljubljana'), place('Celje')))).toBe(62);
	});

	test('are the same there and back, none to oneself, and never more than half round the earth', () => {
		fc.assert(
			fc.property(aPoint, aPoint, (a, b) => {
				expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
				expect(distanceKm(a, a)).toBe(0);
				expect(distanceKm(a, b)).toBeGreaterThanOrEqual(0);
				expect(distanceKm(a, b)).toBeLessThanOrEqual(Math.PI * 6371 + 1e-6);
			}),
		);
	});

	// Opposite ends of the earth are told apart to within a metre only: there the sine hardly changes.
	test('are no longer straight than by way of somewhere else', () => {
		fc.assert(
			fc.property(aPoint, aPoint, aPoint, (a, b, c) => {
				expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-3);
			}),
		);
	});

	test('the nearest is nearest, the farthest last, and nothing is lost [B17]', () => {
		fc.assert(
			fc.property(fc.array(aPoint, { maxLength: 30 }), aPoint, (points, from) => {
				const sorted = nearestFirst(
					points.map((at, i) => ({ at, i })),
					from,
				);
				const ways = points.map((point: Point) => distanceKm(from, point));
				expect(sorted.map((one) => one.km)).toEqual(ways.toSorted((a, b) => a - b));
				expect(sorted.map((one) => one.thing.i).toSorted((a, b) => a - b)).toEqual(points.map((_, i) => i));
			}),
		);
	});
});

describe('looking for a place', () => {
	test('finds every settlement by its own name, or offers it among those that are called the same [B17]', () => {
		const lost = SETTLEMENTS.filter((one) => {
			const found = find(one.name);
			if (found.kind === 'found') return found.settlement !== one;
			return found.kind !== 'which' || found.guessed || !found.settlements.includes(one);
		});
		expect(lost.map((one) => one.key)).toEqual([]);
	}, 60_000);

	test('finds each by its key, and each key is one settlement’s', () => {
		expect(new Set(SETTLEMENTS.map((one) => one.key)).size).toBe(SETTLEMENTS.length);
		for (const one of SETTLEMENTS) expect(named(one.name, one.municipality)).toBe(one);
		fc.assert(
			fc.property(aSettlement, fc.string(), (one, typed) => {
				expect(find(typed, one.key)).toMatchObject({ kind: 'found', settlement: one });
			}),
		);
	});

	test('finds each post office by its number, alone or with the name behind it', () => {
		const withPost = SETTLEMENTS.filter((one) => one.post !== '');
		expect(withPost).toHaveLength(462);
		for (const one of withPost)
			for (const typed of [one.post, `${one.post} ${one.name}`, `SI-${one.post}`, ` ${one.post} `])
				expect(find(typed)).toMatchObject({ kind: 'found', settlement: one });
		expect(find('1000')).toMatchObject({ settlement: { name: 'Ljubljana' } });
	});

	test('finds a name without its diacritics, in capitals, with too many blanks', () => {
		fc.assert(
			fc.property(aSettlement, (one) => {
				for (const typed of [foldedWords(one.name).join('  '), one.name.toUpperCase(), `  ${one.name} `]) {
					const found = find(typed);
					const offered = found.kind === 'found' ? [found.settlement, ...found.others] : [];
					const among = found.kind === 'which' ? found.settlements : offered;
					expect(among.some((other) => foldedWords(other.name).join() === foldedWords(one.name).join())).toBe(true);
				}
			}),
			{ numRuns: 60 },
		);
	}, 30_000);

	test('after one slip of the finger asks whether that was meant, and never takes it for granted', () => {
		for (const [typed, name] of [
			['Novo mseto', 'Novo mesto'],
			['Mariborr', 'Maribor'],
			['Kranjj', 'Kranj'],
			['Velnje', 'Velenje'],
			['Mursla Sobota', 'Murska Sobota'],
		] as const) {
			const found = find(typed);
			expect([typed, found.kind, found.kind === 'which' && found.guessed]).toEqual([typed, 'which', true]);
			expect(found.kind === 'which' && found.settlements.map((one) => one.name)).toContain(name);
		}
		// Prague is no village near Novo mesto.
		expect(find('Praha').kind).toBe('which');
	});

	test('asks which, where several are called so, with the municipality of each', () => {
		const found = find('Gradišče');
		expect(found.kind === 'which' && found.settlements.length).toBe(7);
		expect(found.kind === 'which' && new Set(found.settlements.map((one) => one.municipality)).size).toBe(7);
		expect(find('Gradišče Velike Lašče')).toMatchObject({
			kind: 'found',
			settlement: { municipality: 'Velike Lašče' },
		});
	});

	test('begins with the largest, and says that there are more than it offers', () => {
		const found = find('Ljub');
		expect(found.kind === 'which' && found.settlements[0]!.name).toBe('Ljubljana');
		const many = find('Zgornj');
		expect(many.kind === 'which' && [many.settlements.length, many.more]).toEqual([OFFERED_MAX, true]);
	});

	test('names beside what was found what is called nearly the same', () => {
		const found = find('Rečica');
		expect(found.kind === 'found' && found.others.map((one) => one.name)).toEqual([
			'Rečica ob Savinji',
			'Rečica ob Paki',
		]);
	});

	test.each(['Budimpešta', 'Praha 1', 'Wien', '9999', '0000', 'x', '???', '🙂', '12345 Celjee'])(
		'“%s” is not taken for a place of Slovenia',
		(typed) => {
			expect(find(typed).kind).toBe('unknown');
		},
	);

	test('asks nothing of who typed nothing', () => {
		expect(find('')).toEqual({ kind: 'nothing-typed' });
		expect(find('  \t ')).toEqual({ kind: 'nothing-typed' });
		expect(find('', 'no-such-key')).toEqual({ kind: 'nothing-typed' });
	});

	test('whatever somebody types, it is answered', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 300 }),
				fc.option(fc.string(), { nil: undefined }),
				(typed, key) => {
					expect(['found', 'which', 'unknown', 'nothing-typed']).toContain(find(typed, key).kind);
				},
			),
		);
	});
});

test.each([
	['celje', 'celej', true],
	['celje', 'cele', true],
	['celje', 'cellje', true],
	['celje', 'celle', true],
	['celje', 'cleej', false],
	['celje', 'ceeljj', false],
	['celje', 'cel', false],
	['a', 'b', true],
	['', 'a', true],
	['ab', 'ba', true],
])('“%s” and “%s” differ by one slip or none: %s', (a, b, one) => {
	expect(oneSlip(a, b)).toBe(one);
	expect(oneSlip(b, a)).toBe(one);
});

describe('the map', () => {
	test('has every settlement within its edges, the west on the left and the north at the top', () => {
		for (const one of SETTLEMENTS) {
			const { x, y } = onMap(one);
			expect(x > 0 && x < MAP.width && y > 0 && y < MAP.height, one.key).toBe(true);
		}
		expect(onMap(place('Koper')).x).toBeLessThan(onMap(place('Celje')).x);
		expect(onMap(place('Murska Sobota')).y).toBeLessThan(onMap(place('Novo mesto')).y);
	});

	test('draws the country in a few thousand letters', () => {
		expect(OUTLINE_OF_SLOVENIA.length).toBeLessThan(12_000);
		expect(outlineOf([place('Celje'), place('Celje')])).toMatch(/^M\d+ \d+h0$/);
	});
});
