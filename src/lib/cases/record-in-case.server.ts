import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import type { Action } from '#lib/access/access-table.ts';
import { dropDraft } from '#lib/identity/drafts.server.ts';
import type { JournalAction } from '#lib/journal/actions.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Refusals, type Tx } from '#lib/platform/database.server.ts';
import { caseUnderChange, type CaseUnderChange } from './case-under-change.server.ts';

/** How something is recorded in a case: who may, what the journal says, which form's draft ends with it. */
type CaseRecording = {
	readonly may: Action;
	readonly journal: JournalAction;
	readonly draft?: string;
	readonly refusals?: Refusals;
};

/** Records something in an open case, once however often its form is sent: permitted, held against others, journaled. */
export async function recordInCase(
	act: Act<Worker>,
	{ input, ...how }: CaseRecording & { readonly input: { readonly command: Uuid; readonly caseId: Uuid } },
	write: (tx: Tx<Worker>, under: CaseUnderChange) => Promise<Result<undefined>>,
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, how.may, input.caseId);
			if (!found.ok) return found;
			if (found.value.facts.closedOn) return refuse('case-closed');
			if (await claim(tx, input.command, how.journal)) {
				const written = await write(tx, found.value);
				if (!written.ok) return written;
			}
			if (how.draft) dropDraft(tx, { form: how.draft, subjectId: input.caseId });
			record(tx, { action: how.journal, subjects: [input.caseId], record: input.command });
			return ok();
		},
		{ no_meeting_in_a_closed_case: 'case-closed', ...how.refusals },
	);
}
