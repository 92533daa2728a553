import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import type { Organisation } from './organisation.ts';
import { loadOrganisations } from './organisations.store.server.ts';

// Organisations are few and seldom change; they are asked for with every page.
const REMEMBERED_MS = 10_000;
let remembered: { readonly until: number; readonly all: readonly Organisation[] } | undefined;

/** All organisations, by name. */
export async function organisations(now: Date): Promise<readonly Organisation[]> {
	if (remembered && remembered.until > now.getTime()) return remembered.all;
	const found = await lookUp({ by: { kind: 'visitor' }, at: now }, async (tx) => ok(await loadOrganisations(tx)));
	return remember(found.ok ? found.value : [], now);
}

function remember(all: readonly Organisation[], now: Date): readonly Organisation[] {
	remembered = { until: now.getTime() + REMEMBERED_MS, all };
	return all;
}

/** The organisation with this part of the address. */
export async function organisationBySlug(slug: string, now: Date): Promise<Organisation | undefined> {
	return (await organisations(now)).find((one) => one.slug === slug);
}

/** The organisation with this id. Outside transactions; within one see `organisationHere`. */
export async function organisationById(id: Uuid, now: Date): Promise<Organisation | undefined> {
	return (await organisations(now)).find((one) => one.id === id);
}

/**
 * The organisation a transaction acts in. Asked for over the transaction's own connection: many at once that each held one
 * and waited for another would wait for each other.
 */
export async function organisationHere(tx: Tx): Promise<Organisation | undefined> {
	const { at } = tx.act;
	const fresh = remembered && remembered.until > at.getTime();
	const all = fresh ? remembered!.all : remember(await loadOrganisations(tx), at);
	return all.find((one) => one.id === tx.organisationId);
}

/** Forgets what was remembered: an organisation was just made. */
export function forgetOrganisations(): void {
	remembered = undefined;
}
