import { workerAct, wordsOf, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { numberOf, type Numbered } from '#lib/intake/number-of.server.ts';

/** The word for it, where even its number is kept from the worker. */
const WORD = { case: 'case.back', request: 'request.back', person: 'person.back' } as const;

/** What the trail of a page that shows nobody's name calls the case, request or person it belongs to. */
export async function numbered(event: RouteEvent, subject: Numbered): Promise<string> {
	const number = await numberOf(workerAct(event), subject);
	return number.ok ? number.value : wordsOf(event).t(WORD[subject.of]);
}
