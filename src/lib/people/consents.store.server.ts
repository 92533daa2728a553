import { sql } from 'kysely';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { ConsentForm, ConsentText, Purpose } from './consent.ts';

/** The version of a text that is shown now: the newest one, or a new one where the text has changed since. */
export async function keepText(tx: Tx, purpose: Purpose, shown: ConsentText): Promise<number> {
	const words = JSON.stringify(shown);
	const newest = await tx.db
		.selectFrom('consent_text')
		.select(['version', sql<boolean>`words = ${words}::jsonb`.as('same')])
		.where('organisation_id', '=', tx.organisationId)
		.where('purpose', '=', purpose)
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (newest?.same) return newest.version;
	const version = (newest?.version ?? 0) + 1;
	await tx.db
		.insertInto('consent_text')
		.values({ organisation_id: tx.organisationId, purpose, version, words, made_at: tx.act.at })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	return version;
}

export async function insertConsent(
	tx: Tx,
	given: {
		id: Uuid;
		personId: Uuid;
		purpose: Purpose;
		version: number;
		on: CalendarDay;
		form: ConsentForm;
		expiresOn: CalendarDay | null;
		by: Uuid;
	},
): Promise<void> {
	await tx.db
		.insertInto('consent')
		.values({
			organisation_id: tx.organisationId,
			id: given.id,
			person_id: given.personId,
			purpose: given.purpose,
			text_version: given.version,
			given_on: given.on,
			form: given.form,
			expires_on: given.expiresOn,
			recorded_by: given.by,
			recorded_at: tx.act.at,
		})
		.execute();
}

/** The consents of a person, of all their records, newest first, with the texts that were shown. */
export async function loadConsentsOf(tx: Tx, personId: Uuid) {
	return tx.db
		.selectFrom('consent as c')
		.innerJoin('consent_text as t', (join) =>
			join
				.onRef('t.organisation_id', '=', 'c.organisation_id')
				.onRef('t.purpose', '=', 'c.purpose')
				.onRef('t.version', '=', 'c.text_version'),
		)
		.select([
			'c.id',
			'c.purpose',
			'c.text_version',
			'c.given_on',
			'c.form',
			'c.expires_on',
			'c.recorded_by',
			'c.recorded_at',
			'c.withdrawn_on',
			'c.withdrawal_recorded_by',
			'c.withdrawal_recorded_at',
			't.words',
		])
		.where('c.organisation_id', '=', tx.organisationId)
		.where('c.person_id', 'in', sql<Uuid>`(select record from access.records_of(array[${personId}::uuid]))`)
		.orderBy('c.id', 'desc')
		.limit(200)
		.execute();
}

export async function withdrawConsentRow(
	tx: Tx,
	{ id, on, by }: { id: Uuid; on: CalendarDay; by: Uuid },
): Promise<boolean> {
	const done = await tx.db
		.updateTable('consent')
		.set({ withdrawn_on: on, withdrawal_recorded_by: by, withdrawal_recorded_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('withdrawn_on', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}
