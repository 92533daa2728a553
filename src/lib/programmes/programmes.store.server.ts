import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';

export type VersionRow = {
	organisation_id: Uuid;
	programme: string;
	version: number;
	hash: Buffer;
	accepts_requests: boolean;
};

/** The newest version of each published programme: of all organisations, or of one. */
export async function loadNewest(tx: Tx, organisation?: Uuid): Promise<VersionRow[]> {
	let query = tx.db
		.selectFrom('programme as p')
		.innerJoin('programme_version as v', (join) =>
			join.onRef('v.organisation_id', '=', 'p.organisation_id').onRef('v.programme', '=', 'p.key'),
		)
		.select(['v.organisation_id', 'v.programme', 'v.version', 'v.hash', 'p.accepts_requests'])
		.distinctOn(['v.organisation_id', 'v.programme'])
		.orderBy('v.organisation_id')
		.orderBy('v.programme')
		.orderBy('v.version', 'desc')
		.limit(2_000);
	if (organisation) query = query.where('p.organisation_id', '=', organisation);
	return query.execute();
}

export async function loadDefinition(
	tx: Tx,
	at: { organisation: Uuid; programme: string; version: number },
): Promise<unknown> {
	const row = await tx.db
		.selectFrom('programme_version')
		.select('definition')
		.where('organisation_id', '=', at.organisation)
		.where('programme', '=', at.programme)
		.where('version', '=', at.version)
		.executeTakeFirst();
	return row?.definition;
}

export type ProgrammeRow = {
	template_hash: Buffer | null;
	accepts_requests: boolean;
	version: number;
	hash: Buffer;
	has_draft: boolean;
};

/** A programme as it stands, which nobody else publishes, opens or closes until this transaction ends. */
export async function lockProgramme(tx: Tx, key: string): Promise<ProgrammeRow | undefined> {
	const row = await tx.db
		.selectFrom('programme')
		.select(['template_hash', 'accepts_requests'])
		.where('organisation_id', '=', tx.organisationId)
		.where('key', '=', key)
		.forUpdate()
		.executeTakeFirst();
	if (!row) return undefined;
	const newest = await tx.db
		.selectFrom('programme_version as v')
		.leftJoin('programme_draft as d', (join) =>
			join.onRef('d.organisation_id', '=', 'v.organisation_id').onRef('d.programme', '=', 'v.programme'),
		)
		.select(['v.version', 'v.hash', 'd.revision'])
		.where('v.organisation_id', '=', tx.organisationId)
		.where('v.programme', '=', key)
		.orderBy('v.version', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return { ...row, version: newest.version, hash: newest.hash, has_draft: newest.revision !== null };
}

type PublishedRow = { version: number; published_at: Date; published_by: Uuid | null };

/** Every version of a programme, newest first. */
export async function loadVersions(tx: Tx, key: string): Promise<PublishedRow[]> {
	return tx.db
		.selectFrom('programme_version')
		.select(['version', 'published_at', 'published_by'])
		.where('organisation_id', '=', tx.organisationId)
		.where('programme', '=', key)
		.orderBy('version', 'desc')
		.limit(500)
		.execute();
}

export async function insertProgramme(
	tx: Tx,
	programme: { key: string; acceptsRequests: boolean; templateHash: Buffer | null },
): Promise<void> {
	await tx.db
		.insertInto('programme')
		.values({
			organisation_id: tx.organisationId,
			key: programme.key,
			accepts_requests: programme.acceptsRequests,
			template_hash: programme.templateHash,
		})
		.execute();
}

export async function updateProgramme(
	tx: Tx,
	programme: { key: string; acceptsRequests: boolean; templateHash: Buffer | null },
): Promise<void> {
	await tx.db
		.updateTable('programme')
		.set({ accepts_requests: programme.acceptsRequests, template_hash: programme.templateHash })
		.where('organisation_id', '=', tx.organisationId)
		.where('key', '=', programme.key)
		.execute();
}

export async function insertVersion(
	tx: Tx,
	version: { programme: string; version: number; definition: object; hash: Buffer; by?: Uuid },
): Promise<void> {
	await tx.db
		.insertInto('programme_version')
		.values({
			organisation_id: tx.organisationId,
			programme: version.programme,
			version: version.version,
			definition: JSON.stringify(version.definition),
			hash: version.hash,
			published_at: tx.act.at,
			published_by: version.by ?? null,
		})
		.execute();
}

/** Opens or closes the door of a programme for new requests. */
export async function setDoor(tx: Tx, key: string, acceptsRequests: boolean): Promise<void> {
	await tx.db
		.updateTable('programme')
		.set({ accepts_requests: acceptsRequests })
		.where('organisation_id', '=', tx.organisationId)
		.where('key', '=', key)
		.execute();
}
