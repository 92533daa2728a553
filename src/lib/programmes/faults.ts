import type * as v from 'valibot';
import { LANGUAGES, type Language } from '#lib/kernel/local-words.ts';

/** Everything that can be wrong with a definition. Each has its sentence in every language, under `fault.` and its code. */
export const FAULTS = [
	'active-role-asked',
	'application-list-missing',
	'application-list-needless',
	'becomes-nothing',
	'choose-at-least-one',
	'goals-list-empty',
	'key-twice',
	'key-unreal',
	'link-unreal',
	'members-without-families',
	'missing',
	'not-offered',
	'number-not-whole',
	'number-too-large',
	'number-too-small',
	'online-reasons-without-online',
	'own-language-missing',
	'period-set-by-nothing',
	'prompt-list-empty',
	'service-unknown',
	'step-unknown',
	'text-missing',
	'text-too-long',
	'unknown-field',
	'words-missing',
	'wrong-kind',
] as const;
export type FaultCode = (typeof FAULTS)[number];

/** A fault in a definition: where, by the path of the data, and what. `limit`: the figure its sentence needs. */
export type DefinitionFault = { readonly at: string; readonly fault: FaultCode; readonly limit?: number };

/** What a schema found, as a fault that has a sentence. */
export function faultOf(issue: v.BaseIssue<unknown>): DefinitionFault {
	const at = (issue.path ?? []).map((step) => String(step.key)).join('.');
	const limit =
		'requirement' in issue && typeof issue.requirement === 'number' ? { limit: issue.requirement } : undefined;
	return { at, fault: codeOf(issue), ...limit };
}

const OF_VALIDATIONS: Readonly<Record<string, FaultCode>> = {
	max_length: 'text-too-long',
	min_value: 'number-too-small',
	max_value: 'number-too-large',
	integer: 'number-not-whole',
	picklist: 'not-offered',
	regex: 'key-unreal',
	url: 'link-unreal',
};

function codeOf(issue: v.BaseIssue<unknown>): FaultCode {
	const named = FAULTS.find((code) => code === issue.message);
	if (named) return named;
	if (issue.expected === 'never') return 'unknown-field';
	if (issue.received === 'undefined') return 'missing';
	if (issue.type === 'min_length') return Array.isArray(issue.input) ? 'choose-at-least-one' : 'text-missing';
	return OF_VALIDATIONS[issue.type] ?? 'wrong-kind';
}

/** Words that lack the language the definition was written in: the one it has to be complete in. */
export function languageFaults(data: unknown, language: Language, at = ''): readonly DefinitionFault[] {
	if (typeof data !== 'object' || data === null) return [];
	if (areWords(data)) return data[language] === undefined ? [{ at, fault: 'own-language-missing' }] : [];
	return Object.entries(data).flatMap(([key, value]) =>
		languageFaults(value, language, at === '' ? key : `${at}.${key}`),
	);
}

function areWords(data: object): data is Partial<Record<Language, string>> {
	const keys = Object.keys(data);
	return !Array.isArray(data) && keys.length > 0 && keys.every((key) => LANGUAGES.some((code) => code === key));
}
