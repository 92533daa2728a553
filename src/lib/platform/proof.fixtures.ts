/**
 * How large a proof is: the usual size in every run of the tests, the large one when `npm run prove` asks for it. Only
 * files with `races`, `swapped` or `axe` in their name are run by it, so only they ask.
 */
export function atSize(usual: number, large: number): number {
	return process.env.OPORA_PROVE === '1' ? large : usual;
}
