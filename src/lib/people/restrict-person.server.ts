import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { mayEver } from '#lib/access/access-table.ts';
import { permit } from '#lib/access/access.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { recordOf } from './merge-persons.server.ts';
import { personsById, type Person } from './open-persons.server.ts';
import type { Ground, Restriction } from './restriction.ts';
import {
	insertRestriction,
	liftRestrictionRow,
	loadRestricted,
	loadRestrictions,
} from './restrictions.store.server.ts';

const place = (id: Uuid, column: 'sealed' | 'lifted_sealed') => ({ table: 'person_restriction', column, row: id });

/** Restricts the processing of a person's record: from now on it is kept and shown to nobody but the data protection officer. */
export async function restrictPerson(
	act: Act<Worker>,
	input: { command: Uuid; personId: Uuid; ground: Ground; words: string },
): Promise<Result<undefined>> {
	const { command: id, personId, ground, words } = input;
	const restrict = async (tx: Tx<Worker>) => {
		const found = await recordToRestrict(tx, personId);
		if (!found.ok) return found;
		record(tx, { action: 'person.restricted', subjects: [personId], record: id, reason: ground });
		if (!(await claim(tx, id, 'restrict-person'))) return ok();
		const sealed = found.value.seal(place(id, 'sealed'), words);
		await insertRestriction(tx, { id, personId, ground, by: act.by.workerId, sealed });
		return ok();
	};
	return transaction(act, restrict, { person_restricted_once: 'already-restricted' });
}

/** Lifts the restriction of a person's record: it is seen again by whoever saw it before. */
export async function liftRestriction(
	act: Act<Worker>,
	{ personId, words }: { personId: Uuid; words: string },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await recordToRestrict(tx, personId);
		if (!found.ok) return found;
		const held = (await loadRestrictions(tx, personId)).find((one) => one.lifted_at === null);
		if (!held) return refuse('not-restricted');
		const sealed = found.value.seal(place(held.id, 'lifted_sealed'), words);
		if (!(await liftRestrictionRow(tx, { id: held.id, by: act.by.workerId, sealed }))) return refuse('not-restricted');
		record(tx, { action: 'person.restriction-lifted', subjects: [personId], record: held.id });
		return ok();
	});
}

/** The restrictions of a person's record, in force and lifted, newest first. */
export async function readRestrictions(
	act: Act<Worker>,
	{ personId }: { personId: Uuid },
): Promise<Result<{ person: Person; restrictions: readonly Restriction[] }>> {
	return transaction(act, async (tx) => {
		const found = await recordToRestrict(tx, personId);
		if (!found.ok) return found;
		const [rows, [person]] = await Promise.all([loadRestrictions(tx, personId), personsById(tx, [personId])]);
		const names = await namesOf(
			tx,
			rows.flatMap((row) => [row.set_by, row.lifted_by ?? []].flat()),
		);
		record(tx, { action: 'person.read', subjects: [personId] });
		return ok({ person: person!, restrictions: rows.map((row) => opened(row, found.value, names)) });
	});
}

/** Everybody whose record is restricted now, for the data protection officer. */
export async function listRestricted(act: Act<Worker>): Promise<Result<readonly Person[]>> {
	if (!mayEver(act.by.roles, 'person.restrict')) return refuse('not-found');
	return transaction(act, async (tx) => {
		const rows = await loadRestricted(tx);
		const persons = await personsById(
			tx,
			rows.map((row) => row.person_id),
		);
		record(tx, { action: 'person.found', subjects: persons.map((person) => person.id) });
		return ok(persons);
	});
}

/** The key of a record that stays, for whoever may restrict it. */
async function recordToRestrict(tx: Tx<Worker>, personId: Uuid): Promise<Result<SubjectKey>> {
	const [allowed, found] = await Promise.all([permit(tx, 'person.restrict', personId), recordOf(tx, personId)]);
	if (!allowed.ok) return allowed;
	return !found || found.standing === 'merged' ? refuse('not-found') : ok(found.key);
}

type Row = Awaited<ReturnType<typeof loadRestrictions>>[number];

function opened(row: Row, key: SubjectKey, names: ReadonlyMap<Uuid, string>): Restriction {
	const { lifted_at: at, lifted_by: by, lifted_sealed: sealed } = row;
	return {
		ground: row.ground as Ground,
		words: key.open<string>(place(row.id, 'sealed'), row.sealed),
		setAt: row.set_at,
		setBy: names.get(row.set_by) ?? '',
		lifted:
			at && by && sealed
				? { at, by: names.get(by) ?? '', words: key.open<string>(place(row.id, 'lifted_sealed'), sealed) }
				: null,
	};
}
