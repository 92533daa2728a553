import { timingSafeEqual } from 'node:crypto';
import { keyFor, mac, type Purpose } from './root-key.server.ts';
import { openBytes, sealBytes } from './sealing.server.ts';

/** Seals a value for a cookie or a hidden field of a form: nobody but this installation reads it or makes one. `until` ends it. */
export function sealEnvelope(purpose: Purpose, value: unknown, until: Date): string {
	const plain = Buffer.from(JSON.stringify({ until: until.getTime(), value }), 'utf8');
	return sealBytes(keyFor(purpose), purpose, plain).toString('base64url');
}

/** Opens an envelope; undefined when it is not one of ours, was changed, or has ended. */
export function openEnvelope<Value>(purpose: Purpose, text: string | undefined, now: Date): Value | undefined {
	if (!text) return undefined;
	try {
		const plain = openBytes(keyFor(purpose), purpose, Buffer.from(text, 'base64url')).toString('utf8');
		const { until, value } = JSON.parse(plain) as { until: number; value: Value };
		return until > now.getTime() ? value : undefined;
	} catch {
		// Whatever somebody sends that does not open is simply not an envelope.
		return undefined;
	}
}

/** Compares a keyed hash of a text with one that was kept. */
export function matchesMac(purpose: Purpose, text: string, kept: Buffer): boolean {
	const made = mac(purpose, text);
	return made.length === kept.length && timingSafeEqual(made, kept);
}
