/** How many failures are free: anybody mistypes. */
export const FREE_FAILURES = 4;
/** The longest a try is held back, milliseconds. Nobody is ever locked out: a person in distress may have mistyped often. */
export const LONGEST_DELAY_MS = 6_000;
/** After this long without a failure the count begins anew, milliseconds. */
export const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** How long the next try is held back after so many failures: nothing at first, then twice as long each time. */
export function delayMs(failures: number): number {
	if (failures < FREE_FAILURES) return 0;
	return Math.min(LONGEST_DELAY_MS, 250 * 2 ** Math.min(failures - FREE_FAILURES, 20));
}
