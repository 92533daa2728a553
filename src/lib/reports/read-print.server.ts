import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { workerWithKey } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import { printPlace } from './make-print.server.ts';
import type { Print } from './print.ts';
import { loadFile, loadPrint } from './prints.store.server.ts';

/** How far a print is, for whoever asked for it and may still print the case; nobody else has it. */
export async function readPrint(act: Act<Worker>, id: Uuid): Promise<Result<Print>> {
	return lookUp(act, (tx) => ownPrint(tx, id));
}

/** Gives a print that is ready to whoever asked for it and may still print the case. */
export async function takePrint(act: Act<Worker>, id: Uuid): Promise<Result<{ name: string; pdf: Buffer }>> {
	return transaction(act, async (tx) => {
		const [found, own, sealed] = await Promise.all([
			ownPrint(tx, id),
			workerWithKey(tx, act.by.workerId),
			loadFile(tx, id),
		]);
		if (!found.ok) return found;
		if (!own || !sealed) return refuse('not-found');
		const { caseId, kind, askedAt } = found.value;
		record(tx, { action: 'print.given', subjects: [caseId], record: id, reason: kind });
		const pdf = own.key.openBytes(printPlace(id), sealed);
		return ok({ name: `opora-${kind}-${askedAt.toISOString().slice(0, 10)}.pdf`, pdf });
	});
}

async function ownPrint(tx: Tx<Worker>, id: Uuid): Promise<Result<Print>> {
	const made = await loadPrint(tx, id);
	if (made?.workerId !== tx.act.by.workerId) return refuse('not-found');
	const allowed = await permit(tx, 'case.print', made.caseId);
	return allowed.ok ? ok(made) : allowed;
}
