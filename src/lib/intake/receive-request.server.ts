import { toCrockford } from '#lib/kernel/crockford.ts';
import type { Act, Visitor, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { makeOwn, permitRole } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { sendToPerson } from '#lib/people/send-to-person.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { wordsIn } from '#lib/platform/words.server.ts';
import { mac } from '#lib/vault/root-key.server.ts';
import { insertTaking } from './decisions.store.server.ts';
import { insertCommand } from './intake.store.server.ts';
import { keepRequest, type KeptRequest, type NewRequest } from './keep-request.server.ts';
import type { RequestText } from './request.ts';
import { insertReturnCode } from './return-codes.store.server.ts';

export type { NewRequest } from './keep-request.server.ts';

const CODE_LENGTH = 12;

/** The code that opens a request again: always the same for the same form, so that a form sent twice shows one code (decision 29). */
export function codeOf(command: Uuid): string {
	return toCrockford(mac('return-codes', command), CODE_LENGTH);
}

/** Receives a request from the door. The result is the code it can be opened with, shown this once. */
export async function receiveRequest(act: Act<Visitor>, input: NewRequest): Promise<Result<{ code: string }>> {
	// Nobody at the door acts by office, and what was decided about an application is the organisation's to say.
	if (input.forWhom === 'ex-officio' || input.application) return refuse('not-accepting');
	const done = await transaction(
		act,
		async (tx) => {
			await insertCommand(tx, input.command);
			const kept = await keepRequest(tx, input, null);
			if (!kept.ok) return kept;
			const holder = input.forWhom === 'proposal' ? 'proposer' : 'code-holder';
			await insertReturnCode(tx, {
				mac: mac('return-code-index', codeOf(input.command)),
				subject: input.command,
				holder,
			});
			await acknowledge(tx, input.text, kept.value);
			record(tx, { action: 'request.received', subjects: [input.command], reason: input.urgency });
			return ok();
		},
		{ command_pkey: 'already-known' },
	);
	// The same form again: nothing was done again, and the code is the same.
	if (!done.ok && done.problem !== 'already-known') return done;
	return ok({ code: codeOf(input.command) });
}

/** Writes down a request that came by telephone, at the door or in the field, or that the office acts on by duty. It is the worker's own from the start. */
export async function enterRequest(act: Act<Worker>, input: NewRequest): Promise<Result<{ requestId: Uuid }>> {
	const allowed = permitRole(act.by, 'request.enter');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		if (await claim(tx, input.command, 'enter-request')) {
			const kept = await keepRequest(tx, input, act.by.workerId);
			if (!kept.ok) return kept;
			await insertTaking(tx, { id: newId(act.at), requestId: input.command, worker: act.by.workerId });
			await makeOwn(tx, act.by.workerId, [input.command]);
		}
		record(tx, { action: 'request.received', subjects: [input.command], reason: input.urgency });
		return ok({ requestId: input.command });
	});
}

/** Tells whoever asked that it arrived and by when somebody answers, if they may be written to. */
async function acknowledge(tx: Tx, text: RequestText, { key, respondBy, organisation }: KeptRequest): Promise<void> {
	const words = wordsIn(text.language, organisation.timeZone);
	const values = { day: words.longDay(new Date(respondBy.getTime() - 1)) };
	await sendToPerson(
		tx,
		{ key, email: text.email, rules: text.rules, person: null, words },
		{ kind: 'received', values },
	);
}
