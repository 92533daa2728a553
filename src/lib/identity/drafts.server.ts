import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import { deleteDraft, deleteExpiredDrafts, loadDraft, loadDraftNames, upsertDraft } from './drafts.store.server.ts';
import { workerWithKey } from './workers.server.ts';

const KEPT_DAYS = 30;

/** Which form, about what: a worker has at most one draft of each. */
export type DraftName = { readonly form: string; readonly subjectId: Uuid };
/** What was typed, as the form's fields. */
export type DraftFields = Readonly<Record<string, string | string[]>>;
export type Draft = { readonly fields: DraftFields; readonly savedAt: Date };

const place = (worker: Uuid, { form, subjectId }: DraftName) => ({
	table: 'draft',
	column: 'sealed',
	row: `${worker}/${form}/${subjectId}`,
});

/** Keeps what a worker began to write, sealed under their own key. Not journaled: nobody else can see it (decision 8). */
export async function saveDraft(
	act: Act<Worker>,
	input: DraftName & { fields: DraftFields },
): Promise<Result<{ savedAt: Date }>> {
	return lookUp(act, async (tx) => {
		await keepDraft(tx, input);
		return ok({ savedAt: act.at });
	});
}

/** Keeps a draft for the worker of this transaction. Part of a use case. */
export async function keepDraft(tx: Tx<Worker>, input: DraftName & { fields: DraftFields }): Promise<void> {
	const { by, at } = tx.act;
	const worker = await workerWithKey(tx, by.workerId);
	if (!worker) throw new Error('a signed-in worker is not in the organisation');
	const { form, subjectId } = input;
	await upsertDraft(tx, {
		form,
		subjectId,
		worker: by.workerId,
		sealed: worker.key.seal(place(by.workerId, input), input.fields),
		expiresAt: new Date(at.getTime() + KEPT_DAYS * 86_400_000),
	});
}

/** Takes the worker's own drafts about something out of their hands, for somebody else to go on with. Part of a use case. */
export async function giveAwayDrafts(
	tx: Tx<Worker>,
	subjectId: Uuid,
): Promise<readonly { readonly form: string; readonly fields: DraftFields }[]> {
	const begun = (await ownDrafts(tx)).filter((one) => one.subjectId === subjectId);
	const given = [];
	for (const { form } of begun) {
		const draft = await draftOf(tx, { form, subjectId });
		if (draft) given.push({ form, fields: draft.fields });
		dropDraft(tx, { form, subjectId });
	}
	return given;
}

/** What the worker began to write here; undefined when nothing. Part of the page that shows the form. */
export async function draftOf(tx: Tx<Worker>, name: DraftName): Promise<Draft | undefined> {
	const worker = tx.act.by.workerId;
	const [row, own] = await Promise.all([loadDraft(tx, { worker, ...name }), workerWithKey(tx, worker)]);
	if (!row || !own) return undefined;
	return { fields: own.key.open<DraftFields>(place(worker, name), row.sealed), savedAt: row.saved_at };
}

/** Which forms the worker began and did not send, newest first. */
export async function ownDrafts(tx: Tx<Worker>): Promise<readonly (DraftName & { readonly savedAt: Date })[]> {
	const rows = await loadDraftNames(tx, tx.act.by.workerId);
	return rows.map((row) => ({ form: row.form, subjectId: row.subject_id, savedAt: row.saved_at }));
}

/** Throws a draft away: its form was sent, or the worker does not want it. */
export function dropDraft(tx: Tx<Worker>, name: DraftName): void {
	deleteDraft(tx, { worker: tx.act.by.workerId, ...name });
}

/** Throws a draft away at the worker's wish. */
export async function discardDraft(act: Act<Worker>, name: DraftName): Promise<Result<undefined>> {
	return lookUp(act, async (tx) => {
		dropDraft(tx, name);
		return ok();
	});
}

/** Deletes the organisation's drafts that nobody finished in time. */
export const forgetExpiredDrafts = deleteExpiredDrafts;
