// What the linter does not see of a component: how long its template is, and words that stand in it instead of in the messages.
import { parse, type AST } from 'svelte/compiler';

const LINES_MAX = 250;
const SPOKEN_ATTRIBUTES = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label'];
const WORD = /\p{L}{2,}/u;
// Names that are the same in every language.
const NAMES = ['Opora', 'E-mail', 'Esc', 'Ctrl K'];

type Node = { readonly type: string } & Record<string, unknown>;

/** What is wrong with a component, in sentences; empty when all is well. */
export function componentFaults(name: string, source: string): readonly string[] {
	const lines = source
		.replace(/<!--[\s\S]*?-->/g, '')
		.split('\n')
		.filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
	const tooLong = lines > LINES_MAX ? [`${name} has ${lines} lines; ${LINES_MAX} is the limit.`] : [];
	const { fragment } = parse(source, { modern: true });
	return [
		...tooLong,
		...wordsIn(fragment as unknown as Node).map((words) => `${name} says "${words}" in one language.`),
	];
}

function wordsIn(node: Node): string[] {
	if (node.type === 'Text') return spoken(String(node.data));
	if (node.type === 'Attribute') return spokenAttribute(node as unknown as AST.Attribute);
	return Object.values(node).flatMap((value) => {
		if (Array.isArray(value)) return value.filter(isNode).flatMap(wordsIn);
		return isNode(value) ? wordsIn(value) : [];
	});
}

function spokenAttribute({ name, value }: AST.Attribute): string[] {
	if (!SPOKEN_ATTRIBUTES.includes(name) || value === true) return [];
	const parts = Array.isArray(value) ? value : [value];
	return parts.flatMap((part) => (part.type === 'Text' ? spoken(part.data) : []));
}

function spoken(text: string): string[] {
	const rest = NAMES.reduce((left, name) => left.replaceAll(name, ''), text);
	return WORD.test(rest) ? [text.trim()] : [];
}

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
