import type { Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import type { Action } from '#lib/access/access-table.ts';
import { permit } from '#lib/access/access.server.ts';
import { timeZoneHere, todayHere } from '#lib/cases/case-under-change.server.ts';
import type { Recipient } from '#lib/people/send-to-person.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { wordsIn } from '#lib/platform/words.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import { loadTexts, lockRequest } from './intake.store.server.ts';
import type { RequestFacts, RequestText } from './request.ts';

/** A request somebody is working on: permitted, held against others, opened. */
export type RequestUnderWork = {
	readonly facts: RequestFacts;
	readonly text: RequestText;
	readonly definition: Definition;
	readonly key: SubjectKey;
	readonly today: CalendarDay;
	readonly timeZone: string;
};

/** Loads a request to work on it. Refused as not found when the worker may not. */
export async function requestUnderWork(
	tx: Tx<Worker>,
	requestId: Uuid,
	action: Action = 'request.work',
): Promise<Result<RequestUnderWork>> {
	const allowed = await permit(tx, action, requestId);
	if (!allowed.ok) return allowed;
	const facts = await lockRequest(tx, requestId);
	if (!facts) return refuse('not-found');
	const [definition, vault, [text], today, timeZone] = await Promise.all([
		definitionOf(tx, facts.programme, facts.version),
		openVault(tx),
		loadTexts(tx, [requestId]),
		todayHere(tx),
		timeZoneHere(tx),
	]);
	if (!text) return refuse('not-found');
	const key = vault.keyOf(requestId, text.wrapped);
	return ok({
		facts,
		definition,
		key,
		today,
		timeZone,
		text: key.open<RequestText>(requestTextPlace(requestId), text.sealed),
	});
}

/** Whoever asked, as the sender of messages needs to know them. The rules kept with a person hold where they asked themselves. */
export function askerOf({ facts, text, key, timeZone }: RequestUnderWork): Recipient {
	const person = facts.forWhom === 'self' ? facts.aboutPerson : null;
	return { key, email: text.email, rules: text.rules, person, words: wordsIn(text.language, timeZone) };
}

export const requestTextPlace = (request: Uuid) => ({ table: 'request_text', column: 'sealed', row: request });
export const outcomeTextPlace = (request: Uuid) => ({ table: 'request_outcome_text', column: 'sealed', row: request });
