import type { Act, Actor } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import { readDefinition, type Definition } from './definition.ts';
import { asRun } from './features.ts';
import { loadDefinition, loadNewest, type VersionRow } from './programmes.store.server.ts';

/** A published programme: its newest version, under which new requests come in. */
export type Programme = {
	readonly organisationId: Uuid;
	readonly key: string;
	readonly version: number;
	readonly definition: Definition;
	readonly acceptsRequests: boolean;
};

// A published version never changes, so a definition once read is read for good.
const VERSIONS_MAX = 500;
const versions = new Map<string, Definition>();
const atTheDesk = new WeakMap<Definition, Definition>();

/** The newest version of every programme: of all organisations, or of one. */
export async function publishedProgrammes(act: Act, organisation?: Uuid): Promise<readonly Programme[]> {
	const found = await lookUp(act, async (tx) => {
		const rows = await loadNewest(tx, organisation);
		return ok(await Promise.all(rows.map((row) => toProgramme(tx, row))));
	});
	return found.ok ? found.value : [];
}

/** The newest version of one programme of the organisation the transaction acts in. */
export async function newestProgramme(tx: Tx, key: string): Promise<Result<Programme>> {
	const row = (await loadNewest(tx, tx.organisationId)).find((one) => one.programme === key);
	return row ? ok(await toProgramme(tx, row)) : refuse('program-unknown');
}

/** The newest version of every programme of the organisation the transaction acts in. */
export async function programmesHere(tx: Tx): Promise<readonly Programme[]> {
	return Promise.all((await loadNewest(tx, tx.organisationId)).map((row) => toProgramme(tx, row)));
}

/** The definition a request or case began under, as the desk works with it. */
export async function definitionOf(tx: Tx, programme: string, version: number): Promise<Definition> {
	const published = await publishedDefinition(tx, programme, version);
	const known = atTheDesk.get(published) ?? asRun(published);
	atTheDesk.set(published, known);
	return known;
}

/** A version of a definition as it was published. */
export function publishedDefinition(tx: Tx, programme: string, version: number): Promise<Definition> {
	return definitionAt(tx, { organisation: tx.organisationId, programme, version });
}

/** Reads one published programme for its public page. */
export async function readProgramme<Who extends Actor>(
	act: Act<Who>,
	organisation: Uuid,
	key: string,
): Promise<Result<Programme>> {
	const programme = (await publishedProgrammes(act, organisation)).find((one) => one.key === key);
	return programme ? ok(programme) : refuse('not-found');
}

async function toProgramme(tx: Tx, row: VersionRow): Promise<Programme> {
	const definition = await definitionAt(tx, {
		organisation: row.organisation_id,
		programme: row.programme,
		version: row.version,
	});
	return {
		organisationId: row.organisation_id,
		key: row.programme,
		version: row.version,
		definition,
		acceptsRequests: row.accepts_requests,
	};
}

async function definitionAt(
	tx: Tx,
	at: { organisation: Uuid; programme: string; version: number },
): Promise<Definition> {
	const name = `${at.organisation}/${at.programme}/${at.version}`;
	const known = versions.get(name);
	if (known) return known;
	const read = readDefinition(await loadDefinition(tx, at));
	if ('faults' in read)
		throw new Error(`a published definition does not read: ${read.faults.map((one) => one.at).join(', ')}`);
	if (versions.size >= VERSIONS_MAX) versions.clear();
	versions.set(name, read.definition);
	return read.definition;
}
