import { system, type Act, type Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permit, rolesOf } from '#lib/access/access.server.ts';
import { workerWithKey } from '#lib/identity/workers.server.ts';
import type { JournalAction } from '#lib/journal/actions.ts';
import { record } from '#lib/journal/journal.server.ts';
import { lookUp, transaction } from '#lib/platform/database.server.ts';
import type { PrintedDocument } from '#lib/platform/printed-document.ts';
import { typeset } from '#lib/platform/typeset.server.ts';
import { caseToPrint } from './case-to-print.server.ts';
import { PRINT_STAGES, type Print } from './print.ts';
import { printedCase } from './printed-case.server.ts';
import { changePrint, deleteExpiredPrints, loadPrint, lockPrint, type PrintChange } from './prints.store.server.ts';

/** Where a printed file stands sealed. */
export const printPlace = (id: Uuid) => ({ table: 'print_', column: 'sealed', row: id }) as const;

/**
 * Makes a print. What stands in it is read as whoever asked, with the rights they have now; it is laid out in a process of
 * its own; and it is kept whole and sealed, or not at all. Whoever asked is told when it failed, and can ask again.
 */
export async function makePrint(organisationId: Uuid, id: Uuid, at: Date): Promise<void> {
	const asked = await askedBy(organisationId, id, at);
	if (!asked) return;
	const read = await readDocument(asked, id);
	if (!read.ok) return end(asked, id, { state: 'refused' });
	const done = await typeset(read.value);
	if (!done.ok) return end(asked, id, { state: 'failed', failure: done.failure });
	const kept = await keepFile(asked, id, done.pdf);
	if (!kept.ok) await end(asked, id, { state: 'refused' });
}

/** Forgets prints whose time is over. */
export async function forgetExpiredPrints(organisationId: Uuid, at: Date): Promise<void> {
	await lookUp({ by: system(organisationId), at }, async (tx) => {
		await deleteExpiredPrints(tx);
		return ok();
	});
}

/** Whoever asked, with the roles they have now; nobody when there is nothing to make. */
async function askedBy(organisationId: Uuid, id: Uuid, at: Date): Promise<Act<Worker> | undefined> {
	const found = await lookUp({ by: system(organisationId), at }, async (tx) => {
		const made = await loadPrint(tx, id);
		if (made?.state !== 'waiting') return ok(undefined);
		const { workerId } = made;
		return ok({ kind: 'worker' as const, organisationId, workerId, roles: await rolesOf(tx, workerId) });
	});
	return found.ok && found.value ? { by: found.value, at } : undefined;
}

async function readDocument(act: Act<Worker>, id: Uuid): Promise<Result<PrintedDocument>> {
	return transaction(act, async (tx) => {
		const made = await lockPrint(tx, id);
		if (made?.state !== 'waiting') return refuse('not-found');
		const found = await caseToPrint(tx, made.caseId);
		if (!found.ok) return found;
		const document = printedCase(made, found.value);
		if (!document) return refuse('not-found');
		await changePrint(tx, id, { state: 'waiting', stagesDone: 1 });
		record(tx, {
			action: 'print.made',
			subjects: subjectsOf(made, found.value.members),
			record: id,
			reason: made.kind,
		});
		return ok(document);
	});
}

function subjectsOf(made: Print, members: readonly { id: Uuid }[]): readonly Uuid[] {
	return made.personId ? [made.caseId, made.personId] : [made.caseId, ...members.map((one) => one.id)];
}

/** Seals the file for whoever asked, if they may still have it. */
async function keepFile(act: Act<Worker>, id: Uuid, pdf: Buffer): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const [made, own] = await Promise.all([lockPrint(tx, id), workerWithKey(tx, act.by.workerId)]);
		if (!made || !own) return refuse('not-found');
		const allowed = await permit(tx, 'case.print', made.caseId);
		if (!allowed.ok) return allowed;
		const sealed = own.key.sealBytes(printPlace(id), pdf);
		await changePrint(tx, id, { state: 'ready', sealed, stagesDone: PRINT_STAGES });
		record(tx, { action: 'print.kept', subjects: [made.caseId], record: id, reason: made.kind });
		return ok();
	});
}

const ENDED: Readonly<Record<'refused' | 'failed', JournalAction>> = {
	refused: 'print.refused',
	failed: 'print.failed',
};

async function end(
	{ by, at }: Act<Worker>,
	id: Uuid,
	to: PrintChange & { state: 'refused' | 'failed' },
): Promise<void> {
	await transaction({ by: system(by.organisationId), at }, async (tx) => {
		await changePrint(tx, id, to);
		record(tx, { action: ENDED[to.state], subjects: [], record: id });
		return ok();
	});
}
