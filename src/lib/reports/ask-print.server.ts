import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { languageAskedIn } from '#lib/intake/asked-language.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { enqueue } from '#lib/platform/jobs.server.ts';
import { caseToPrint, printableOf, type CaseToPrint } from './case-to-print.server.ts';
import { checkPrint, mayTryAgain, PRINT_KEPT_HOURS, type WantedPrint } from './print.ts';
import { changePrint, insertPrint, lockPrint } from './prints.store.server.ts';

const HOUR_MS = 3_600_000;

/** What the page needs on which a print is asked for: what there is to print, and the language of whoever asked for help. */
export async function readPrintable(
	act: Act<Worker>,
	input: { caseId: Uuid },
): Promise<Result<CaseToPrint & { language: Language }>> {
	return transaction(act, async (tx) => {
		const found = await caseToPrint(tx, input.caseId);
		if (!found.ok) return found;
		const { file, organisation, members } = found.value;
		const asked = await languageAskedIn(tx, file.facts.requestId);
		record(tx, { action: 'case.read', subjects: [input.caseId, ...members.map((one) => one.id)] });
		return ok({ ...found.value, language: asked ?? organisation.language });
	});
}

/** Asks for something of a case to be printed. A job makes it; its address is the id of the form. */
export async function askPrint(
	act: Act<Worker>,
	asked: WantedPrint & { command: Uuid; caseId: Uuid; language: Language },
): Promise<Result<Uuid>> {
	return transaction(act, async (tx) => {
		const found = await caseToPrint(tx, asked.caseId);
		if (!found.ok) return found;
		const checked = checkPrint(asked, printableOf(found.value));
		if (!checked.ok) return checked;
		const { command: id, caseId, kind, language } = asked;
		const about = found.value.members.map((one) => one.id);
		record(tx, { action: 'print.asked', subjects: [caseId, ...about], record: id, reason: kind });
		if (!(await claim(tx, id, 'ask-print'))) return ok(id);
		const expiresAt = new Date(act.at.getTime() + PRINT_KEPT_HOURS * HOUR_MS);
		await insertPrint(tx, { id, workerId: act.by.workerId, caseId, kind, language, ...checked.value, expiresAt });
		enqueue(tx, 'make-print', { id });
		return ok(id);
	});
}

/** Asks again for a print that failed or is late. */
export async function askPrintAgain(act: Act<Worker>, input: { id: Uuid }): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const made = await lockPrint(tx, input.id);
		if (made?.workerId !== act.by.workerId) return refuse('not-found');
		const allowed = await permit(tx, 'case.print', made.caseId);
		if (!allowed.ok) return allowed;
		record(tx, { action: 'print.asked', subjects: [made.caseId], record: made.id, reason: made.kind });
		if (!mayTryAgain(made, act.at.getTime())) return ok();
		await changePrint(tx, made.id, { state: 'waiting', stagesDone: 0, triedAt: act.at });
		enqueue(tx, 'make-print', { id: made.id });
		return ok();
	});
}
