import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { CaseLinkKind, ParentSees, Relationship, RelationshipKind } from './family.ts';

const ROWS_MAX = 500;

export async function loadRelationships(tx: Tx, family: Uuid): Promise<readonly Relationship[]> {
	return (await tx.db
		.selectFrom('relationship')
		.select(['id', 'one_id as one', 'other_id as other', 'kind', 'recorded_on as recordedOn'])
		.where('organisation_id', '=', tx.organisationId)
		.where('family_id', '=', family)
		.where('ended_on', 'is', null)
		.orderBy('id')
		.limit(ROWS_MAX)
		.execute()) as Relationship[];
}

export async function insertRelationship(
	tx: Tx,
	made: { id: Uuid; family: Uuid; one: Uuid; other: Uuid; kind: RelationshipKind; on: CalendarDay; by: Uuid },
): Promise<void> {
	await tx.db
		.insertInto('relationship')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			family_id: made.family,
			one_id: made.one,
			other_id: made.other,
			kind: made.kind,
			recorded_on: made.on,
			recorded_by: made.by,
		})
		.execute();
}

export async function endRelationshipOn(tx: Tx, of: { family: Uuid; id: Uuid }, on: CalendarDay): Promise<boolean> {
	const done = await tx.db
		.updateTable('relationship')
		.set({ ended_on: on })
		.where('organisation_id', '=', tx.organisationId)
		.where('family_id', '=', of.family)
		.where('id', '=', of.id)
		.where('ended_on', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

type NoteRow = {
	id: Uuid;
	case_id: Uuid;
	person_id: Uuid;
	on_day: CalendarDay;
	recorded_by: Uuid;
	sealed: Sealed;
};

/** The confidential notes of one member, of one case: never those of anybody else. */
export async function loadNotes(tx: Tx, of: { caseId: Uuid; person: Uuid }): Promise<readonly NoteRow[]> {
	return tx.db
		.selectFrom('member_note')
		.select(['id', 'case_id', 'person_id', 'on_day', 'recorded_by', 'sealed'])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.where('person_id', '=', of.person)
		.orderBy('on_day', 'desc')
		.orderBy('id', 'desc')
		.limit(ROWS_MAX)
		.execute();
}

export async function insertNote(
	tx: Tx,
	note: { id: Uuid; caseId: Uuid; person: Uuid; on: CalendarDay; by: Uuid; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('member_note')
		.values({
			organisation_id: tx.organisationId,
			id: note.id,
			case_id: note.caseId,
			person_id: note.person,
			on_day: note.on,
			recorded_by: note.by,
			recorded_at: tx.act.at,
			sealed: note.sealed,
		})
		.execute();
}

/** The members from whom cases are kept at present. */
export async function loadScreened(
	tx: Tx,
	caseIds: readonly Uuid[],
): Promise<readonly { caseId: Uuid; person: Uuid }[]> {
	if (caseIds.length === 0) return [];
	return tx.db
		.selectFrom('member_screen')
		.select(['case_id as caseId', 'person_id as person'])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', 'in', [...caseIds])
		.where('lifted_at', 'is', null)
		.limit(ROWS_MAX)
		.execute();
}

export async function insertScreen(tx: Tx, made: { id: Uuid; caseId: Uuid; person: Uuid; by: Uuid }): Promise<void> {
	await tx.db
		.insertInto('member_screen')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			case_id: made.caseId,
			person_id: made.person,
			from_at: tx.act.at,
			recorded_by: made.by,
		})
		.execute();
}

export async function liftScreen(tx: Tx, of: { caseId: Uuid; person: Uuid; by: Uuid }): Promise<boolean> {
	const done = await tx.db
		.updateTable('member_screen')
		.set({ lifted_at: tx.act.at, lifted_by: of.by })
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.where('person_id', '=', of.person)
		.where('lifted_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

export type CaseLink = { readonly caseId: Uuid; readonly kind: CaseLinkKind; readonly linkedOn: CalendarDay };

export async function loadLinks(tx: Tx, caseId: Uuid): Promise<readonly CaseLink[]> {
	const rows = await tx.db
		.selectFrom('case_link')
		.select(['one_id', 'other_id', 'kind', 'linked_on'])
		.where('organisation_id', '=', tx.organisationId)
		.where((eb) => eb.or([eb('one_id', '=', caseId), eb('other_id', '=', caseId)]))
		.limit(ROWS_MAX)
		.execute();
	return rows.map((row) => ({
		caseId: row.one_id === caseId ? row.other_id : row.one_id,
		kind: row.kind as CaseLinkKind,
		linkedOn: row.linked_on,
	}));
}

export async function insertLink(
	tx: Tx,
	made: { cases: readonly [Uuid, Uuid]; kind: CaseLinkKind; on: CalendarDay; by: Uuid },
): Promise<void> {
	const [one, other] = made.cases.toSorted() as [Uuid, Uuid];
	await tx.db
		.insertInto('case_link')
		.values({
			organisation_id: tx.organisationId,
			one_id: one,
			other_id: other,
			kind: made.kind,
			linked_on: made.on,
			linked_by: made.by,
		})
		.execute();
}

export type ParentView = {
	readonly id: Uuid;
	readonly parent: Uuid;
	readonly shows: readonly ParentSees[];
	readonly withTheChild: boolean;
	readonly decidedOn: CalendarDay;
	readonly by: Uuid;
};

/** What was decided about what parents may learn of a case: newest first. */
export async function loadParentViews(tx: Tx, caseId: Uuid): Promise<readonly ParentView[]> {
	return (await tx.db
		.selectFrom('parent_view')
		.select([
			'id',
			'parent_id as parent',
			'shows',
			'with_the_child as withTheChild',
			'decided_on as decidedOn',
			'recorded_by as by',
		])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.orderBy('recorded_at', 'desc')
		.orderBy('id', 'desc')
		.limit(ROWS_MAX)
		.execute()) as ParentView[];
}

export async function insertParentView(
	tx: Tx,
	view: Omit<ParentView, 'by'> & { readonly caseId: Uuid; readonly by: Uuid },
): Promise<void> {
	await tx.db
		.insertInto('parent_view')
		.values({
			organisation_id: tx.organisationId,
			id: view.id,
			case_id: view.caseId,
			parent_id: view.parent,
			shows: [...view.shows],
			with_the_child: view.withTheChild,
			decided_on: view.decidedOn,
			recorded_by: view.by,
			recorded_at: tx.act.at,
		})
		.execute();
}
