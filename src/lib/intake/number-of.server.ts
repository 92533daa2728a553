import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { numberOfCase } from '#lib/cases/name-of-case.server.ts';
import { labelOfPerson } from '#lib/people/people.server.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import { loadRequestsById } from './intake.store.server.ts';

export type Numbered = { readonly of: 'case' | 'request' | 'person'; readonly id: Uuid };

/**
 * The number of a case, or the label of a request or a person: it names nobody. For a page that shows nobody's name; that
 * page has asked whether the worker may see it.
 */
export async function numberOf(act: Act<Worker>, subject: Numbered): Promise<Result<string>> {
	return lookUp(act, async (tx) => {
		const number = await NUMBER[subject.of](tx, subject.id);
		return number ? ok(number) : refuse('not-found');
	});
}

const NUMBER: Readonly<Record<Numbered['of'], (tx: Tx, id: Uuid) => Promise<string | undefined>>> = {
	case: numberOfCase,
	request: async (tx, id) => (await loadRequestsById(tx, [id]))[0]?.label,
	person: labelOfPerson,
};
