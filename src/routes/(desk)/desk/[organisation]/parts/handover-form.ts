import * as v from 'valibot';
import { choice, chosenId, commandId, id, optionalDay, optionalText, tick } from '#lib/kernel/fields.ts';
import { HANDOVER_AGREEMENTS, HANDOVER_KINDS, HANDOVER_REASONS, type HandoverTerms } from '#lib/cases/handover.ts';
import type { Uuid } from '#lib/kernel/ids.ts';

const NOTE_MAX = 4_000;

/** The fields by which a case or a request is handed over. */
export const HANDOVER_FORM = v.object({
	command: commandId(),
	fromWorker: id(),
	toWorker: chosenId(),
	kind: choice(HANDOVER_KINDS),
	reason: choice(HANDOVER_REASONS),
	from: optionalDay(),
	to: optionalDay(),
	agreement: choice(HANDOVER_AGREEMENTS),
	note: optionalText(NOTE_MAX),
	withDrafts: tick(),
});

/** What was typed, as the use case takes it. */
export function handedOver({ command, fromWorker, toWorker, ...terms }: v.InferOutput<typeof HANDOVER_FORM>): {
	command: Uuid;
	fromWorker: Uuid;
	toWorker: Uuid;
	terms: HandoverTerms;
} {
	return { command, fromWorker, toWorker, terms };
}
