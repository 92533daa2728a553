import { readCaseNotes } from '#lib/cases/case-notes.server.ts';
import { found, idFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { notes, names } = found(await readCaseNotes(act, { caseId: idFrom(event.params.case) }));
	const { base, name, can } = await casePage(event);
	return { base, name, canWrite: can.writeNote, notes, names };
};
