import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { componentFaults } from './components.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('the components of the product have no fault', () => {
	const files = globSync('src/**/*.svelte', { cwd: ROOT }).filter((file) => !file.startsWith('src/routes/design/'));
	expect(files.length).toBeGreaterThan(80);
	expect(files.flatMap((file) => componentFaults(file, readFileSync(path.join(ROOT, file), 'utf8')))).toEqual([]);
});

describe('a planted fault is found:', () => {
	test.each([
		['words in a template', '<p>Dober dan</p>', 'Dober dan'],
		['words beside a message', `<p>{t('day.title')} in še</p>`, 'in še'],
		['words in a branch', '{#if yes}<b>Seveda</b>{:else}{t("no")}{/if}', 'Seveda'],
		['words in a list', '{#each all as one}<li>Vrstica {one}</li>{/each}', 'Vrstica'],
		['words in a snippet', '{#snippet head()}Naslov{/snippet}', 'Naslov'],
		['words that a screen reader says', '<button aria-label="Zapri">×</button>', 'Zapri'],
		['words in a field', '<input placeholder="Ime" />', 'Ime'],
		['words for a picture', '<img alt="Drevo" src="x" />', 'Drevo'],
		['words put together with a value', '<a title="Do {name}" href="/">{name}</a>', 'Do'],
		['words handed to a component', '<Field label="Ime" name="name" />', 'Ime'],
	])('%s', (_, source, words) => {
		expect(componentFaults('A.svelte', source)).toEqual([`A.svelte says "${words}" in one language.`]);
	});

	test('a component that is too long', () => {
		const lines = (count: number) => Array.from({ length: count }, () => '<hr />').join('\n');
		expect(componentFaults('A.svelte', lines(251))).toEqual(['A.svelte has 251 lines; 250 is the limit.']);
		expect(componentFaults('A.svelte', lines(250))).toEqual([]);
	});
});

test.each([
	['a message', `<p>{t('day.title')}</p>`],
	['a name that is the same everywhere', '<b>Opora</b> <kbd>Esc</kbd>'],
	['signs and figures', '<p>– · 112 ×</p>'],
	['codes that nobody reads', '<input name="email" type="text" class="wide" autocomplete="off" />'],
	['an attribute without a value', '<input title disabled />'],
	['a comment', `<!-- Zakaj je tako -->\n<script lang="ts">\n\tconst word = 'beseda';\n</script>`],
])('%s is no fault', (_, source) => {
	expect(componentFaults('A.svelte', source)).toEqual([]);
});

test('comments and empty lines do not make a component long', () => {
	const source = `${'<!-- one\ntwo -->\n\n'.repeat(200)}<hr />`;
	expect(componentFaults('A.svelte', source)).toEqual([]);
});
