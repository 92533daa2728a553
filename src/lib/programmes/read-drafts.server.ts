import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permitRole, teamOfProgramme, teamsHere } from '#lib/access/access.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import { readDefinition, type Definition } from './definition.ts';
import { asShown, type Draft } from './draft.ts';
import { loadDraft, loadDrafts, type DraftRow } from './drafts.store.server.ts';
import { placedFault, type PlacedFault } from './fault-place.ts';
import { missingFeatures, type Feature } from './features.ts';
import { hindrances } from './hindrances.ts';
import { loadOpenOffers } from './offers.store.server.ts';
import { publishedDefinition, newestProgramme, programmesHere, type Programme } from './programmes.server.ts';
import { loadVersions } from './programmes.store.server.ts';

/** A draft as its pages need it. */
export type DraftSeen = {
	readonly programme: string;
	readonly definition: Draft;
	readonly revision: number;
	readonly baseVersion: number | null;
	readonly changedAt: Date;
	readonly changedBy: string;
	/** What has to be put right before it can be published, each where it is put right. */
	readonly faults: readonly PlacedFault[];
	/** What it asks for and the engine does not run yet. */
	readonly missing: readonly Feature[];
	/** What of that keeps it closed for requests. */
	readonly hindrances: readonly Feature[];
	/** What it would replace. */
	readonly published: Definition | undefined;
};

/** The programmes of the organisation, with the drafts there are and what changed templates offer. */
export async function listProgrammes(act: Act<Worker>): Promise<
	Result<{
		programmes: readonly (Programme & { readonly hasDraft: boolean; readonly hasOffer: boolean })[];
		/** Drafts of programmes that are not published yet. */
		drafts: readonly { readonly key: string; readonly definition: Draft; readonly changedAt: Date }[];
	}>
> {
	return looking(act, async (tx) => {
		const [published, drafts, offers] = await Promise.all([programmesHere(tx), loadDrafts(tx), loadOpenOffers(tx)]);
		return ok({
			programmes: published.map((one) => ({
				...one,
				hasDraft: drafts.some((draft) => draft.programme === one.key),
				hasOffer: offers.some((offer) => offer.programme === one.key),
			})),
			drafts: drafts
				.filter((draft) => draft.base_version === null)
				.map((draft) => ({
					key: draft.programme,
					definition: draft.definition as Draft,
					changedAt: draft.changed_at,
				})),
		});
	});
}

/** A version as it was published: when, and by whom; nobody where the product itself did. */
type PublishedVersion = { readonly version: number; readonly at: Date; readonly by: string | undefined };

/** A published programme with everything an administrator decides about it. */
export async function readForAdministrator(act: Act<Worker>, key: string) {
	return looking(act, async (tx) => {
		const newest = await newestProgramme(tx, key);
		if (!newest.ok) return refuse('not-found');
		const [versions, draft, offers, teams, team] = await Promise.all([
			publishedVersions(tx, key),
			loadDraft(tx, key),
			loadOpenOffers(tx),
			teamsHere(tx),
			teamOfProgramme(tx, key),
		]);
		const offer = offers.find((one) => one.programme === key);
		return ok({
			programme: newest.value,
			hindrances: hindrances(newest.value.definition),
			versions,
			teams,
			team,
			draft: draft && {
				changedAt: draft.changed_at,
				changedBy: (await names(tx, [draft.changed_by]))(draft.changed_by),
			},
			offer: offer && { offeredAt: offer.offered_at, definition: offer.definition as Definition },
		});
	});
}

/** One version of a programme, and the one before it. */
export async function readVersion(
	act: Act<Worker>,
	at: { programme: string; version: number },
): Promise<Result<PublishedVersion & { definition: Definition; before: Definition | undefined; newest: number }>> {
	return looking(act, async (tx) => {
		const versions = await publishedVersions(tx, at.programme);
		const one = versions.find((version) => version.version === at.version);
		if (!one) return refuse('not-found');
		const before = versions.find((version) => version.version === at.version - 1);
		return ok({
			...one,
			definition: await publishedDefinition(tx, at.programme, at.version),
			before: before && (await publishedDefinition(tx, at.programme, before.version)),
			newest: versions[0]!.version,
		});
	});
}

/** A draft with what is wrong with it and what it would replace. */
export async function readDraft(act: Act<Worker>, programme: string): Promise<Result<DraftSeen>> {
	return looking(act, async (tx) => {
		const row = await loadDraft(tx, programme);
		return row ? ok(await seen(tx, row)) : refuse('not-found');
	});
}

async function seen(tx: Tx, row: DraftRow): Promise<DraftSeen> {
	const definition = row.definition as Draft;
	const read = readDefinition(definition);
	const name = await names(tx, [row.changed_by]);
	return {
		programme: row.programme,
		definition,
		revision: row.revision,
		baseVersion: row.base_version,
		changedAt: row.changed_at,
		changedBy: name(row.changed_by),
		faults: 'faults' in read ? read.faults.map((fault) => placedFault(definition, fault)) : [],
		missing: missingFeatures(asShown(definition)),
		hindrances: hindrances(asShown(definition)),
		published: row.base_version === null ? undefined : await publishedDefinition(tx, row.programme, row.base_version),
	};
}

/** The teams a new programme can be given to. */
export async function listTeams(act: Act<Worker>) {
	return looking(act, async (tx) => ok(await teamsHere(tx)));
}

async function publishedVersions(tx: Tx, key: string): Promise<readonly PublishedVersion[]> {
	const rows = await loadVersions(tx, key);
	const name = await names(
		tx,
		rows.flatMap((row) => row.published_by ?? []),
	);
	return rows.map((row) => ({
		version: row.version,
		at: row.published_at,
		by: row.published_by ? name(row.published_by) : undefined,
	}));
}

async function names(tx: Tx, workers: readonly Uuid[]): Promise<(worker: Uuid) => string> {
	const known = workers.length === 0 ? new Map<Uuid, string>() : await namesOf(tx, [...new Set(workers)]);
	return (worker) => known.get(worker) ?? '';
}

async function looking<Value>(
	act: Act<Worker>,
	look: (tx: Tx<Worker>) => Promise<Result<Value>>,
): Promise<Result<Value>> {
	const allowed = permitRole(act.by, 'programme.change');
	return allowed.ok ? lookUp(act, look) : allowed;
}
