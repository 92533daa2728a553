import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { HandoverTerms } from '#lib/cases/handover.ts';
import type { handOverRequest } from './hand-over.server.ts';
import { aCommand } from './intake.fixtures.ts';

/** For good, with the person's agreement, and without a note. */
export const FOR_GOOD: HandoverTerms = {
	kind: 'for-good',
	reason: 'other',
	from: undefined,
	to: undefined,
	agreement: 'agreed',
	note: '',
	withDrafts: false,
};

/** A request that goes from one worker to another, as a form says it. */
export const requestHandedOver = (
	who: { requestId: Uuid; from: Act<Worker>; to: Act<Worker> },
	terms: Partial<HandoverTerms> = {},
	freeTime = false,
): Parameters<typeof handOverRequest>[1] => ({
	command: aCommand(),
	requestId: who.requestId,
	fromWorker: who.from.by.workerId,
	toWorker: who.to.by.workerId,
	terms: { ...FOR_GOOD, ...terms },
	freeTime,
});
