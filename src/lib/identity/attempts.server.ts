import { setTimeout as wait } from 'node:timers/promises';
import { mac } from '#lib/vault/root-key.server.ts';
import { delayMs, FORGOTTEN_AFTER_MS } from './attempts.ts';
import { addFailure, failuresOf, forgetFailures, forgetFailuresBefore } from './identity.store.server.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What a try is counted under: never an address or an e-mail itself, and every hour under another hash. */
export function attemptKeys(names: readonly string[], at: Date): readonly Buffer[] {
	const hour = Math.floor(at.getTime() / HOUR_MS);
	return names.map((name) => mac('attempts', `${hour}/${name}`));
}

/** Holds a try back for as long as the failures before it ask, then lets it through. Never locks out. */
export async function holdBack(keys: readonly Buffer[], at: Date): Promise<void> {
	const rows = await failuresOf(keys);
	const recent = rows.filter((row) => at.getTime() - row.last_at.getTime() < FORGOTTEN_AFTER_MS);
	const delay = delayMs(Math.max(0, ...recent.map((row) => row.failures)));
	if (delay > 0) await wait(delay);
}

/** Counts a failed try. */
export const countFailure = addFailure;
/** Forgets failures after a try that worked. */
export const forgetTries = forgetFailures;

/** Deletes counts nobody needs any more. */
export async function forgetOldTries(at: Date): Promise<void> {
	await forgetFailuresBefore(new Date(at.getTime() - FORGOTTEN_AFTER_MS));
}
