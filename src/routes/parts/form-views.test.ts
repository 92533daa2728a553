import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

// Of several forms on a page the one that was sent shows what was typed: `viewWith` says which that is. This looks for a
// part of a page that is given as its `view` whichever form was sent, where the page posts several: by the name `form`, by
// another it was given, in a cast, as an arm of a choice that `viewWith` does not make, or through another call. A page's
// own parts post for it too; of forms of which one alone is ever there, one is counted. What a part does with a view it
// was given is not seen, nor a form that is handed on under another name than `view`.

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;
type Page = { readonly markup: Node; readonly script: readonly Node[] };
/** Reads the source of a part, by how the page names it. */
type Open = (part: string) => string;

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const beneath = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);
const within = (node: Node): readonly Node[] => [node, ...beneath(node).flatMap(within)];
const given = (node: Node, name: string) =>
	((node.attributes ?? []) as readonly Node[]).filter((one) => one.name === name).flatMap(within);

function read(source: string): Page {
	const { fragment, instance } = parse(source, { modern: true });
	return {
		markup: fragment as unknown as Node,
		script: instance ? within(instance.content as unknown as Node) : [],
	};
}

/** How many forms of a page that come back to it are there at once. */
function posted({ markup, script }: Page, open: Open): number {
	const parts = new Map<unknown, string>();
	for (const one of script.filter((node) => node.type === 'ImportDeclaration')) {
		const from = String((one.source as Node).value);
		const [first] = one.specifiers as readonly Node[];
		if (from.startsWith('.') && from.endsWith('.svelte')) parts.set((first!.local as Node).name, from);
	}
	const count = (node: Node): number => {
		if (node.type === 'IfBlock' && isNode(node.alternate))
			return Math.max(count(node.consequent as Node), count(node.alternate));
		const part = node.type === 'Component' ? parts.get(node.name) : undefined;
		const own = part ? posted(read(open(part)), () => '') : Number(comesBack(node));
		return beneath(node).reduce((sum, one) => sum + count(one), own);
	};
	return count(markup);
}

function comesBack(node: Node): boolean {
	if (node.type !== 'RegularElement' || node.name !== 'form') return false;
	const elsewhere = given(node, 'action').some((one) => String(one.data ?? '').startsWith('/'));
	return !elsewhere && given(node, 'method').some((one) => one.data === 'post');
}

/** Whether an expression gives the view of whichever form was sent; `whole` and `told` are names for that, and for what `viewWith` gave. */
function isWhole(value: Node, whole: ReadonlySet<unknown>, told: ReadonlySet<unknown>): boolean {
	const any = (...names: string[]) => names.some((name) => isWhole(value[name] as Node, whole, told));
	if (value.type === 'Identifier') return whole.has(value.name);
	if (value.type.startsWith('TS') || value.type === 'ExpressionTag') return any('expression');
	if (value.type === 'LogicalExpression') return any('left', 'right');
	if (value.type === 'ConditionalExpression')
		return !within(value.test as Node).some((one) => told.has(one.name)) && any('consequent', 'alternate');
	if (value.type !== 'CallExpression' || (value.callee as Node).name === 'viewWith') return false;
	return (value.arguments as readonly Node[]).some((one) => isWhole(one, whole, told));
}

/** The parts of a page that posts several forms which are given such a view. */
function shared(source: string, open: Open): readonly unknown[] {
	const page = read(source);
	if (posted(page, open) < 2) return [];
	const [whole, told] = [new Set<unknown>(['form']), new Set<unknown>(['viewWith'])];
	for (const { id, init } of page.script.filter((node) => node.type === 'VariableDeclarator' && isNode(node.init))) {
		if (isWhole(init as Node, whole, told)) whole.add((id as Node).name);
		else if (within(init as Node).some((one) => told.has(one.name))) told.add((id as Node).name);
	}
	const parts = within(page.markup).filter((node) => node.type === 'Component' && node.name !== 'ErrorSummary');
	const isGiven = (part: Node) =>
		given(part, 'view').some((one) => one.type === 'ExpressionTag' && isWhole(one, whole, told));
	return parts.filter(isGiven).map((part) => part.name);
}

test('of several forms on a page each is given its own view, on every page', () => {
	const files = globSync('src/routes/**/*.svelte').filter((file) => !file.startsWith('src/routes/design/'));
	const pages = files.map((file) => [file, readFileSync(file, 'utf8')] as const);
	const asked = pages.filter(([, page]) => /\bview=|\{view\}/.test(page));
	const open = (file: string) => (part: string) => readFileSync(path.join(path.dirname(file), part), 'utf8');
	expect(asked.filter(([file, page]) => posted(read(page), open(file)) > 1).length).toBeGreaterThan(15);
	const faults = asked.flatMap(([file, page]) => shared(page, open(file)).map((part) => `${file}: ${part}`));
	expect(faults).toEqual([]);
});

const FORM = '<form method="post"></form>';
const page = (script: string, view: string, rest = FORM) =>
	`<script lang="ts">${script}</script><ErrorSummary view={form} />${FORM}<Field ${view} />${rest}`;
const found = (source: string) => shared(source, () => FORM);

test.each([
	['under its own name', page('', 'view={form}')],
	['under another', page('const view = $derived((form?.typed ? form : null) as FormView | null);', '{view}')],
	['as an arm of a choice', page('', 'view={data.open ? form : undefined}')],
	['or else what was kept', page('const shown = $derived(viewOf(form, data.draft));', 'view={shown}')],
	['where a part posts the other form', page(`import Part from './Part.svelte';`, 'view={form}', '<Part />')],
])('a view that several forms share is found %s', (_, source) => {
	expect(found(source)).toEqual(['Field']);
});

test.each([
	['what viewWith gives', page('', `view={viewWith(form, 'name')}`)],
	['what it gives under a name', page(`const own = $derived(viewWith(form, 'name'));`, 'view={own}')],
	['a choice that it makes', page(`const own = $derived(viewWith(form, 'name'));`, 'view={own ? undefined : form}')],
	['the view of the only form', page('', 'view={form}', '<form method="post" action="/sign-out"></form>')],
	['of forms of which one is there', `{#if a}${FORM}<Field view={form} />{:else}${FORM}<Field view={form} />{/if}`],
])('%s is no fault', (_, source) => expect(found(source)).toEqual([]));
