import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { hashOf } from './definition-hash.server.ts';
import { same } from './difference.ts';
import { idOf, movedRow, NEW_ROW, placeAt, rowsAt, withRows, type Draft, type Path, type Place } from './draft.ts';
import { lockDraft, updateDraft } from './drafts.store.server.ts';
import { fieldsSeen, listIn, withFields, withLines, withNewRow, type Typed } from './edit.ts';
import type { List } from './section.ts';

/** Where in a draft something is changed, what its page carried, and what stood there when it was shown. */
type At = {
	readonly command: Uuid;
	readonly programme: string;
	readonly section: string;
	readonly place: string;
	readonly seen: string;
};

/** What stands somewhere, short enough for a form: whoever changes it says what they saw. */
const seenOf = (value: unknown) => hashOf(value).toString('hex').slice(0, 16);
const seenRows = (draft: Draft, path: Path) => seenOf(rowsAt(draft, path));

/** What the fields of a place held when a page showed them. */
export const seenFields = (draft: Draft, place: Place) => seenOf(fieldsSeen(draft, place));
/** What a list of a place held when a page showed it. */
export const seenList = (draft: Draft, place: Place, list: List) =>
	seenRows(draft, [...place.path, ...list.at.split('.')]);

/** Saves the fields of a section or a row, or adds the row. Gives the id of the row. What somebody else changed meanwhile is never overwritten. */
export async function saveFields(
	act: Act<Worker>,
	input: At & { typed: Typed; marked?: boolean },
): Promise<Result<string>> {
	return changing(act, input, (draft, place) => {
		const row = place.rows.at(-1);
		if (row?.id === NEW_ROW) {
			const added = withNewRow(draft, { list: row.list, path: row.path.slice(0, -1) }, input);
			return ok([added.draft, added.id]);
		}
		const changed = withFields(draft, place, input.typed);
		if (same(changed, draft)) return ok([draft, row?.id ?? '']);
		if (seenFields(draft, place) !== input.seen) return refuse('changed-meanwhile');
		return ok([changed, row?.id ?? '']);
	});
}

/** Adds a row for each line. */
export async function addLines(
	act: Act<Worker>,
	input: At & { list: string; lines: readonly string[] },
): Promise<Result<string>> {
	return changing(act, input, (draft, place) => {
		const at = listIn(place, input.list);
		if (!at?.list.quick) return refuse('not-found');
		return ok([withLines(draft, at, input.lines), '']);
	});
}

/** Moves a row a place up or down, or takes it away, as long as the list is the one that was shown. */
export async function changeRow(
	act: Act<Worker>,
	input: At & { list: string; row: string; to: 'up' | 'down' | 'away' },
): Promise<Result<string>> {
	return changing(act, input, (draft, place) => {
		const at = listIn(place, input.list);
		if (!at) return refuse('not-found');
		if (seenRows(draft, at.path) !== input.seen) return refuse('changed-meanwhile');
		const rows = rowsAt(draft, at.path);
		const index = rows.findIndex((row, i) => idOf(at.list, row, i) === input.row);
		if (index < 0) return refuse('not-found');
		const changed = input.to === 'away' ? rows.toSpliced(index, 1) : movedRow(rows, index, input.to);
		return ok([withRows(draft, at, changed), '']);
	});
}

type Changed = readonly [draft: Draft, row: string];

async function changing(
	act: Act<Worker>,
	at: At,
	change: (draft: Draft, place: Place) => Result<Changed>,
): Promise<Result<string>> {
	const allowed = permitRole(act.by, 'programme.change');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const row = await lockDraft(tx, at.programme);
		const draft = row?.definition as Draft | undefined;
		const place = draft && placeAt(draft, at.section, at.place);
		if (!row || !draft || !place) return refuse('not-found');
		record(tx, { action: 'programme.draft-changed', subjects: [tx.organisationId], reason: row.programme });
		if (!(await claim(tx, at.command, 'programme-draft'))) return ok('');
		const changed = change(draft, place);
		if (!changed.ok) return changed;
		const [definition, id] = changed.value;
		await keep(tx, row, definition);
		return ok(id);
	});
}

async function keep(tx: Tx<Worker>, row: { programme: string; revision: number }, definition: Draft): Promise<void> {
	const { programme } = row;
	await updateDraft(tx, { programme, definition, revision: row.revision + 1, by: tx.act.by.workerId });
}
