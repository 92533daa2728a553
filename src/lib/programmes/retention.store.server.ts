import type { LocalWords } from '#lib/kernel/local-words.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { RetentionKind, RetentionPeriod } from './retention.ts';

/** How many decisions a page shows; an organisation makes a handful in a year. */
const DECISIONS_MAX = 500;

/** Every decision of the organisation, the newest first. */
export async function loadRetentionPeriods(tx: Tx): Promise<readonly RetentionPeriod[]> {
	const rows = await tx.db
		.selectFrom('retention_period')
		.select(['id', 'kind', 'months', 'ground', 'confirmed', 'valid_from', 'set_by', 'set_at'])
		.where('organisation_id', '=', tx.organisationId)
		.orderBy('set_at', 'desc')
		.limit(DECISIONS_MAX)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		kind: row.kind as RetentionKind,
		months: row.months,
		ground: row.ground as LocalWords,
		confirmed: row.confirmed,
		validFrom: row.valid_from,
		setBy: row.set_by,
		setAt: row.set_at,
	}));
}

export async function insertRetentionPeriod(tx: Tx, period: RetentionPeriod): Promise<void> {
	await tx.db
		.insertInto('retention_period')
		.values({
			organisation_id: tx.organisationId,
			id: period.id,
			kind: period.kind,
			months: period.months,
			ground: JSON.stringify(period.ground),
			confirmed: period.confirmed,
			valid_from: period.validFrom,
			set_by: period.setBy,
			set_at: period.setAt,
		})
		.execute();
}
