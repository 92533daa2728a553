import type { CodeHolder } from '#lib/kernel/actor.ts';
import type { Entry } from '#lib/journal/routes.ts';
import { mac } from '#lib/vault/root-key.server.ts';

/** The mark of an account: nobody but this installation makes one, and it tells nothing of the account. */
export function accountMark(user: string): string {
	return mac('given-to', `account ${user}`).toString('base64url');
}

/** The mark of whoever came with a code: a page of one request is not that of another. */
export function codeMark({ kind, organisationId, subjectId }: CodeHolder): string {
	return mac('given-to', `${kind} ${organisationId} ${subjectId}`).toString('base64url');
}

/** Whom a page is given to: whoever sent the form it answers, else whoever asked for it. */
export function markOfPage(
	{ givenTo, session, codeHolder }: Pick<App.Locals, 'givenTo' | 'session' | 'codeHolder'>,
	enter: Entry,
): string | undefined {
	if (givenTo) return givenTo;
	if (enter === 'code') return codeHolder && codeMark(codeHolder);
	return enter !== 'everybody' && session?.secondFactor ? accountMark(session.userId) : undefined;
}
