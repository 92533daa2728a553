/**
 * How large a proof is: the usual size in every run of the tests, the large one when `npm run prove` asks for it. Only
 * files that ask are run by it.
 */
export function atSize(usual: number, large: number): number {
	return process.env.OPORA_PROVE === '1' ? large : usual;
}

/** How long a proof may take: the usual minute, or, at its large size, as long as it takes. */
export const PROOF_TIMEOUT_MS = atSize(60_000, 3_600_000);
