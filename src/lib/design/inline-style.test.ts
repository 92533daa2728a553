import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SRC = new URL('../../', import.meta.url).pathname;

/** A style attribute or directive; the content security policy lets a browser ignore both. */
const INLINE = /<[a-zA-Z][^>]*?\sstyle[:=]/;

test('no component writes a style into its HTML', () => {
	const files = globSync('**/*.svelte', { cwd: SRC });
	expect(files.length).toBeGreaterThan(40);
	expect(files.filter((file) => INLINE.test(readFileSync(SRC + file, 'utf8')))).toEqual([]);
});

test.each(['<i style="width: 45%">', '<p\n\tclass="a"\n\tstyle={width}>', '<Row style:width="1px" />'])(
	'%j is found',
	(markup) => {
		expect(INLINE.test(markup)).toBe(true);
	},
);
