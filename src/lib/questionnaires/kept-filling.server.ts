import { readCrockford, toCrockford } from '#lib/kernel/crockford.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { attemptKeys, forgetTries } from '#lib/identity/attempts.server.ts';
import { mac } from '#lib/vault/root-key.server.ts';
import { forgetUnsent, keepUnsent, readUnsent } from '#lib/vault/unsent.server.ts';
import type { Filling } from './filling.ts';

const KIND = 'how-am-i';
const CODE_LENGTH = 12;
const KEPT_UNDER_CODE_MS = 30 * 24 * 60 * 60 * 1000;

/** Reads what was filled in under a token or a code. */
export async function readFilling(token: string | undefined, at: Date): Promise<Filling | undefined> {
	return readUnsent<Filling>(token, KIND, at);
}

/** Keeps what was filled in: a day, or for as long as its code was promised. */
export async function keepFilling(token: string, filling: Filling, at: Date): Promise<void> {
	const until = filling.keptUntil === undefined ? undefined : new Date(filling.keptUntil);
	await keepUnsent(token, KIND, { value: filling, at, ...(until ? { until } : {}) });
}

/** The code a filling can be kept under: always the same for the same one, so that asking twice shows one code. */
export function codeOfFilling(command: Uuid): string {
	return toCrockford(mac('return-codes', `${KIND}/${command}`), CODE_LENGTH);
}

/** Moves what was filled in from its token to a code, for thirty days from now. The code is the new token. */
export async function keepUnderCode(token: string, filling: Filling, at: Date): Promise<string> {
	const code = codeOfFilling(filling.command);
	if (token === code) return code;
	const keptUntil = new Date(at.getTime() + KEPT_UNDER_CODE_MS).toISOString();
	await keepFilling(code, { ...filling, keptUntil }, at);
	await forgetUnsent(token, at);
	return code;
}

/**
 * The token of what a typed code opens; undefined when it opens nothing. Whoever asks has counted and held back the try
 * already: one page takes every kind of code, and a code that opens is forgiven there.
 */
export async function openWithCode(from: string, typed: string, at: Date): Promise<string | undefined> {
	const code = readCrockford(typed, CODE_LENGTH);
	const filling = code && (await readFilling(code, at));
	if (!code || !filling) return undefined;
	await forgetTries(attemptKeys([`code/${from}`], at));
	return code;
}

/** Deletes what was filled in. */
export async function forgetFilling(token: string | undefined, at: Date): Promise<void> {
	await forgetUnsent(token, at);
}
