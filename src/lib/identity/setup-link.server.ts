import { randomBytes } from 'node:crypto';
import { config } from '#lib/platform/config.server.ts';
import { mac } from '#lib/vault/root-key.server.ts';
import { insertSetupLink, isSetupLinkOpen } from './identity.store.server.ts';

const OPEN_MS = 60 * 60 * 1000;

/** Makes the one-time link with which an organisation is set up; it works for an hour (decision 25). Returns its token and address. */
export async function makeSetupLink(at: Date): Promise<{ token: string; address: string }> {
	const token = randomBytes(24).toString('base64url');
	await insertSetupLink(mac('links', token), at, new Date(at.getTime() + OPEN_MS));
	return { token, address: `${config.origin}/set-up/${token}` };
}

/** Tells whether a set-up link still works. */
export async function isOpenSetupLink(token: string, at: Date): Promise<boolean> {
	return isSetupLinkOpen(mac('links', token), at);
}
