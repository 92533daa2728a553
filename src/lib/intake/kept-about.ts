import type { RequestText } from './request.ts';

/** The kinds of data that are kept about whoever asked. */
const KEPT_KINDS = ['words', 'reach', 'rules', 'about', 'facts', 'additions', 'times', 'looks', 'code'] as const;
type KeptKind = (typeof KEPT_KINDS)[number];

/** What is kept of a request, as far as there is anything of each kind; a proposer is told only of their own. */
export function keptOf(own: {
	proposer: boolean;
	text: RequestText | undefined;
	additions: number;
	appointments: number;
}): readonly KeptKind[] {
	if (own.proposer) return ['reach', 'about', 'looks', 'code'];
	const { text } = own;
	const there: Readonly<Record<KeptKind, boolean>> = {
		words: text !== undefined && text.words !== '',
		reach: text !== undefined && [text.name, text.phone, text.email, text.place, text.when].some((one) => one !== ''),
		rules: text !== undefined && (text.rules.length > 0 || text.interpreter !== ''),
		about: text?.about !== null && text !== undefined,
		facts: true,
		additions: own.additions > 0,
		times: own.appointments > 0,
		looks: true,
		code: true,
	};
	return KEPT_KINDS.filter((kind) => there[kind]);
}
