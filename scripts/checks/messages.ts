// The words of the interface: the same keys in every language, the same parameters in every message, every plural form a
// language has, nothing that no page says, and no message said without its values. That a page's key exists is checked by its type.
import { readFileSync, readdirSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

type Catalogue = Readonly<Record<string, string>>;
type Part = ReturnType<IntlMessageFormat['getAst']>[number];

// The forms that whole numbers take in each language (CLDR plural rules); Czech `many` is for fractions.
const PLURAL_FORMS: Readonly<Record<string, readonly string[]>> = {
	sl: ['one', 'two', 'few', 'other'],
	cs: ['one', 'few', 'other'],
	en: ['one', 'other'],
};
const FIRST = 'sl';
const PLURAL = 6;
const SELECT = 5;
const TAG = 8;
const TEXT = 0;
const POUND = 7;

/** What is wrong with the messages, in sentences; empty when all is well. `sources`: the texts of every file that may say one. */
export function messageFaults(
	catalogues: Readonly<Record<string, Catalogue>>,
	sources: readonly string[],
): readonly string[] {
	const first = catalogues[FIRST]!;
	return [
		...Object.entries(catalogues).flatMap(([language, catalogue]) => [
			...differentKeys(language, { catalogue, first }),
			...Object.keys(catalogue).flatMap((key) => messageFaultsOf({ language, key, catalogue, first })),
		]),
		...unused(Object.keys(first), sources),
		...saidEmpty(first, sources),
	];
}

/** The catalogues as they stand in a folder, by language. */
export function cataloguesIn(folder: string): Readonly<Record<string, Catalogue>> {
	const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
	return Object.fromEntries(
		files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Catalogue]),
	);
}

function differentKeys(language: string, { catalogue, first }: { catalogue: Catalogue; first: Catalogue }): string[] {
	return [
		...Object.keys(first)
			.filter((key) => !(key in catalogue))
			.map((key) => `${language} lacks "${key}".`),
		...Object.keys(catalogue)
			.filter((key) => !(key in first))
			.map((key) => `${language} has "${key}", which ${FIRST} lacks.`),
	];
}

type Looked = { language: string; key: string; catalogue: Catalogue; first: Catalogue };

function messageFaultsOf({ language, key, catalogue, first }: Looked): string[] {
	const text = catalogue[key]!;
	const where = `${language} "${key}"`;
	if (text.trim() === '') return [`${where} is empty.`];
	const parts = partsOf(text, language);
	if (!parts) return [`${where} is not a message: ${text}`];
	const faults = parts.flatMap((part) => formFaults(part, language).map((fault) => `${where} ${fault}`));
	const firstParts = key in first ? partsOf(first[key]!, FIRST) : undefined;
	if (!firstParts) return faults;
	const [mine, theirs] = [parametersIn(parts), parametersIn(firstParts)];
	return mine === theirs ? faults : [...faults, `${where} takes {${mine}}, and ${FIRST} takes {${theirs}}.`];
}

function partsOf(text: string, language: string): readonly Part[] | undefined {
	try {
		return everyPart(new IntlMessageFormat(text, language).getAst());
	} catch {
		return undefined;
	}
}

function everyPart(parts: readonly Part[]): readonly Part[] {
	return parts.flatMap((part) => {
		if (part.type === TAG) return [part, ...everyPart(part.children)];
		if (part.type !== PLURAL && part.type !== SELECT) return [part];
		return [part, ...Object.values(part.options).flatMap((option) => everyPart(option.value))];
	});
}

function formFaults(part: Part, language: string): string[] {
	if (part.type !== PLURAL || part.pluralType === 'ordinal') return [];
	const forms = PLURAL_FORMS[language] ?? ['other'];
	return forms.filter((form) => !(form in part.options)).map((form) => `lacks the form "${form}" of {${part.value}}.`);
}

function parametersIn(parts: readonly Part[]): string {
	const named = parts.filter((part) => part.type !== TEXT && part.type !== POUND);
	return [...new Set(named.map((part) => ('value' in part ? part.value : '')))].sort().join(', ');
}

function unused(keys: readonly string[], sources: readonly string[]): string[] {
	const all = sources.join('\n');
	const said = new Set([...all.matchAll(/['"`]([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)['"`]/g)].map((match) => match[1]!));
	const patterns = [...all.matchAll(/`([a-z][a-z0-9.-]*\.(?:\$\{[^`]*)?[^`\s]*)`/g)].map((match) =>
		patternOf(match[1]!),
	);
	return keys
		.filter((key) => !said.has(key) && !patterns.some((pattern) => pattern.test(key)))
		.map((key) => `No page says "${key}".`);
}

/** Messages with a place for a value that are said without any: such a page would break when somebody opens it. */
function saidEmpty(first: Catalogue, sources: readonly string[]): string[] {
	const bare = new Set(sources.flatMap((text) => [...text.matchAll(/\bt\('([^']+)'\)/g)].map((match) => match[1]!)));
	return [...bare].flatMap((key) => {
		const takes = key in first ? parametersIn(partsOf(first[key]!, FIRST) ?? []) : '';
		return takes === '' ? [] : [`"${key}" takes {${takes}}, and is said without.`];
	});
}

function patternOf(template: string): RegExp {
	const fixed = template
		.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
		.map((text) => text.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'));
	return new RegExp(`^${fixed.join('[a-z0-9.-]+')}$`);
}
