import type { Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { DraftFields } from '#lib/identity/drafts.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { insertHandoverDrafts, loadHandoverDrafts, loadHandoversOf } from './handover.store.server.ts';
import type { Handover } from './handover.ts';

export {
	deleteHandoverDraft as dropHandoverDraft,
	insertHandoverTimes as keepHandoverTimes,
	loadHandover as handoverById,
	loadHandoverTimes as handoverTimes,
	loadOpenCasesOf as openCasesOf,
	loadOpenSteps as openStepsOf,
	setHandoverAgreement as keepAgreement,
	setHandoverEnded as endHandover,
} from './handover.store.server.ts';

const draftPlace = (handover: Uuid, form: string) => ({
	table: 'handover_draft',
	column: 'sealed',
	row: `${handover}/${form}`,
});

/** The handovers of a case, newest first. */
export { HANDOVERS_OF_CASE } from './handover.store.server.ts';
/** The handovers of a request, newest first. */
export const handoversOfRequest = (tx: Tx, requestId: Uuid): Promise<readonly Handover[]> =>
	loadHandoversOf(tx, { column: 'request_id', id: requestId });
/** What a worker handed over, newest first. */
export const handoversFrom = (tx: Tx, worker: Uuid): Promise<readonly Handover[]> =>
	loadHandoversOf(tx, { column: 'from_worker', id: worker });

/** Keeps drafts for whoever takes over, under the key of what they are about. */
export async function offerDrafts(
	tx: Tx<Worker>,
	handoverId: Uuid,
	given: { key: SubjectKey; drafts: readonly { form: string; fields: DraftFields }[] },
): Promise<void> {
	const drafts = given.drafts.map(({ form, fields }) => ({
		form,
		sealed: given.key.seal(draftPlace(handoverId, form), fields),
	}));
	await insertHandoverDrafts(tx, handoverId, drafts);
}

/** The drafts that are still offered. */
export async function offeredDrafts(
	tx: Tx,
	handoverId: Uuid,
	key: SubjectKey,
): Promise<readonly { readonly form: string; readonly fields: DraftFields }[]> {
	const rows = await loadHandoverDrafts(tx, handoverId);
	return rows.map(({ form, sealed }) => ({
		form,
		fields: key.open<DraftFields>(draftPlace(handoverId, form), sealed),
	}));
}
