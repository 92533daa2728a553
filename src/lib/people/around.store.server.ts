import { sql } from 'kysely';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery, keptTogether } from '#lib/platform/kept-query.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { AroundSaid } from './around.ts';

const AROUND_MAX = 500;

/** What of somebody around a person is readable. */
type AroundCodes = Pick<AroundSaid, 'role' | 'livesWith' | 'mayKnow' | 'neverContact' | 'holdsResponsibility'>;

const columnsOf = (codes: AroundCodes) => ({
	role: codes.role,
	lives_with: codes.livesWith,
	may_know: codes.mayKnow,
	never_contact: codes.neverContact,
	holds_responsibility: codes.holdsResponsibility,
});

export async function insertAround(
	tx: Tx,
	made: { id: Uuid; personId: Uuid; codes: AroundCodes; from: CalendarDay; by: Uuid; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('person_around')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			person_id: made.personId,
			...columnsOf(made.codes),
			from_on: made.from,
			recorded_by: made.by,
			recorded_at: tx.act.at,
			sealed: made.sealed,
		})
		.execute();
}

type Which = { readonly id: Uuid; readonly personId: Uuid };

function updateOne(tx: Tx, { id, personId }: Which) {
	return tx.db
		.updateTable('person_around')
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('person_id', '=', personId)
		.where('ended_on', 'is', null);
}

/** Changes somebody who is still around a person; false when nobody is. */
export async function updateAround(
	tx: Tx,
	which: Which,
	{ codes, sealed }: { codes: AroundCodes; sealed: Sealed },
): Promise<boolean> {
	const done = await updateOne(tx, which)
		.set({ ...columnsOf(codes), sealed })
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** Somebody is no longer around a person; false when nobody was. */
export async function endAroundOn(tx: Tx, which: Which, on: CalendarDay): Promise<boolean> {
	const done = await updateOne(tx, which).set({ ended_on: on }).executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** Every record that is read under those of some persons. */
const recordsOf = (personIds: readonly Uuid[]) =>
	sql<Uuid>`(select record from access.records_of(${personIds}::uuid[]))`;
type OfPersons = { readonly organisationId: Uuid; readonly personIds: readonly Uuid[] };

/** Those around some persons, with the wrapped key of the person each stands around. */
const AROUND = keptQuery(
	(db, { organisationId, personIds }: OfPersons) =>
		db
			.selectFrom('person_around as a')
			.innerJoin('subject_key as k', (join) =>
				join.onRef('k.organisation_id', '=', 'a.organisation_id').onRef('k.subject_id', '=', 'a.person_id'),
			)
			.select([
				'a.id',
				'a.person_id',
				sql<Uuid>`(select coalesce(p.merged_into, p.id) from person p where p.organisation_id = a.organisation_id and p.id = a.person_id)`.as(
					'stays',
				),
				'a.role',
				'a.lives_with',
				'a.may_know',
				'a.never_contact',
				'a.holds_responsibility',
				'a.from_on',
				'a.ended_on',
				'a.sealed',
				'k.wrapped',
			])
			.where('a.organisation_id', '=', organisationId)
			.where('a.person_id', 'in', recordsOf(personIds))
			.orderBy('a.id')
			.limit(AROUND_MAX),
	{ sealed: 'bytes', wrapped: 'bytes' },
);

/** The consents of those around some persons, newest first. */
const CONSENTS = keptQuery((db, { organisationId, personIds }: OfPersons) =>
	db
		.selectFrom('parental_consent as c')
		.innerJoin('person_around as a', (join) =>
			join.onRef('a.organisation_id', '=', 'c.organisation_id').onRef('a.id', '=', 'c.around_id'),
		)
		.select(['c.around_id', 'c.given_on', 'c.withdrawn_on'])
		.where('c.organisation_id', '=', organisationId)
		.where('a.person_id', 'in', recordsOf(personIds))
		.orderBy('c.id', 'desc')
		.limit(AROUND_MAX),
);

const TOGETHER = keptTogether({ around: AROUND, consents: CONSENTS });

/** Those around some persons, with their consents: one statement. */
export async function loadAround(tx: Tx, personIds: readonly Uuid[]): Promise<Awaited<ReturnType<typeof TOGETHER>>> {
	if (personIds.length === 0) return { around: [], consents: [] };
	return TOGETHER(tx, { organisationId: tx.organisationId, personIds: [...new Set(personIds)] });
}
export type AroundRow = Awaited<ReturnType<typeof TOGETHER>>['around'][number];

export async function insertConsent(
	tx: Tx,
	given: { id: Uuid; aroundId: Uuid; on: CalendarDay; by: Uuid },
): Promise<void> {
	await tx.db
		.insertInto('parental_consent')
		.values({
			organisation_id: tx.organisationId,
			id: given.id,
			around_id: given.aroundId,
			given_on: given.on,
			recorded_by: given.by,
			recorded_at: tx.act.at,
		})
		.execute();
}

/** A consent in force is withdrawn; false when there is none. */
export async function withdrawConsentOn(
	tx: Tx,
	{ aroundId, on, by }: { aroundId: Uuid; on: CalendarDay; by: Uuid },
): Promise<boolean> {
	const done = await tx.db
		.updateTable('parental_consent')
		.set({ withdrawn_on: on, withdrawal_recorded_by: by, withdrawal_recorded_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('around_id', '=', aroundId)
		.where('withdrawn_on', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}
