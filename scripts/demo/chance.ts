// Chance that is the same every time, so that the demo is.

/** A generator of numbers in [0, 1) from a seed (mulberry32). */
export function chanceFrom(seed: number) {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		next,
		/** A whole number from `min` to `max`, both included. */
		between: (min: number, max: number): number => min + Math.floor(next() * (max - min + 1)),
		pick: <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!,
		some: <Item>(items: readonly Item[], count: number): Item[] =>
			[...items]
				.map((item) => ({ item, at: next() }))
				.sort((a, b) => a.at - b.at)
				.slice(0, count)
				.map(({ item }) => item),
		odds: (share: number): boolean => next() < share,
	};
}
export type Chance = ReturnType<typeof chanceFrom>;
