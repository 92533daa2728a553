import type { ContactRule } from './person.ts';

/** What a person can be written about. Each kind has neutral words: somebody else may read the message. */
export const MESSAGE_KINDS = ['received', 'time-offered', 'time-changed', 'proposal-answered'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Tells whether a message may go to this address, by the person's own rules. */
export function maySend(email: string, rules: readonly ContactRule[]): boolean {
	return email !== '' && !rules.includes('no-email');
}

/** Tells whether the person may be called now, at this time of their day (`HH:MM`); noon divides the day. */
export function mayCall(rules: readonly ContactRule[], time: string): boolean {
	if (rules.includes('no-phone')) return false;
	// Both may stand together, of two records of one person: then no time suits.
	if (rules.includes('mornings-only') && time >= '12:00') return false;
	return !rules.includes('afternoons-only') || time >= '12:00';
}
