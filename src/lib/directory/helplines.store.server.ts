import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { LocalWords } from '#lib/kernel/local-words.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Country, HelplineEntry, OwnHelpline } from './helpline.ts';

const ENTRY = ['country', 'number', 'danger', 'name', 'hours'] as const;
type Row = { country: string; number: string; danger: boolean; name: unknown; hours: unknown };

function toEntry(row: Row): HelplineEntry {
	return {
		country: row.country as Country,
		number: row.number,
		danger: row.danger,
		name: row.name as LocalWords,
		hours: row.hours as LocalWords,
	};
}

/** The operator's lines, in their order; none when the operator never named any. */
export async function loadInstallationHelplines(tx: Tx): Promise<readonly HelplineEntry[]> {
	const rows = await tx.db
		.selectFrom('installation_helpline')
		.select(ENTRY)
		.orderBy('country')
		.orderBy('place')
		.limit(400)
		.execute();
	return rows.map(toEntry);
}

/** The lines an organisation has of its own, in their order. */
export async function loadOwnHelplines(tx: Tx, organisation: Uuid): Promise<readonly OwnHelpline[]> {
	const rows = await tx.db
		.selectFrom('helpline')
		.select([...ENTRY, 'id', 'shown'])
		.where('organisation_id', '=', organisation)
		.orderBy('place')
		.orderBy('id')
		.limit(200)
		.execute();
	return rows.map((row) => ({ ...toEntry(row), id: row.id, shown: row.shown }));
}

/** Holds the organisation's lines: whoever else adds one or puts them into another order waits. */
export async function lockHelplines(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`helpline ${tx.organisationId}`}, 0))`.execute(tx.db);
}

export async function insertHelpline(tx: Tx, line: OwnHelpline & { readonly place: number }): Promise<void> {
	await tx.db
		.insertInto('helpline')
		.values({ organisation_id: tx.organisationId, id: line.id, place: line.place, ...columnsOf(tx, line) })
		.execute();
}

export async function updateHelpline(tx: Tx, line: OwnHelpline): Promise<void> {
	await tx.db
		.updateTable('helpline')
		.set(columnsOf(tx, line))
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', line.id)
		.execute();
}

function columnsOf(tx: Tx, { country, number, shown, danger, name, hours }: OwnHelpline) {
	const words = { name: JSON.stringify(name), hours: JSON.stringify(hours) };
	return { country, number, shown, danger, ...words, changed_at: tx.act.at };
}

export async function deleteHelpline(tx: Tx, id: Uuid): Promise<boolean> {
	const gone = await tx.db
		.deleteFrom('helpline')
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

/** Puts the lines into this order. */
export async function setPlaces(tx: Tx, ids: readonly Uuid[]): Promise<void> {
	await sql`update helpline set place = o.place from unnest(${[...ids]}::uuid[]) with ordinality as o (id, place)
		where helpline.organisation_id = ${tx.organisationId} and helpline.id = o.id`.execute(tx.db);
}
