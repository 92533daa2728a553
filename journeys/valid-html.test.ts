import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { aCaller } from './http.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { ON_THE_WAY, pagesOf } from './public-pages.fixtures.ts';

const opora = anOpora();
/** The standard, whole: no rule of it is loosened. How one writes (quotes, slashes, spaces) is nothing to a browser. */
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

async function faultsIn(html: string): Promise<readonly string[]> {
	const { results } = await validator.validateString(html);
	return results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}: ${one.message} (line ${one.line})`));
}

test.each(['sl', 'cs', 'en'])('the HTML of every public page is valid, in %s', async (language) => {
	const visitor = aCaller(opora);
	const faults: string[] = [];
	const paths = [...(await pagesOf(opora)), ...ON_THE_WAY];
	for (const path of paths) {
		const { text, headers } = await visitor.get(`${path}?lang=${language}`);
		expect([path, headers.get('content-type')]).toEqual([path, expect.stringContaining('text/html')]);
		faults.push(...(await faultsIn(text)).map((fault) => `${path}: ${fault}`));
	}
	expect(faults).toEqual([]);
	expect(paths.length).toBeGreaterThan(20);
});

test('a form that was refused is valid too', async () => {
	const visitor = aCaller(opora);
	const { text, status } = await visitor.post('/code', { code: '<b>"\'&' });
	expect(status).toBe(400);
	expect(await faultsIn(text)).toEqual([]);
});

test.each([
	['a list in a paragraph', '<p>One<ul><li>two</li></ul></p>'],
	['an id twice', '<p id="a">One</p><p id="a">Two</p>'],
	['an attribute twice', '<p lang="sl" lang="cs">One</p>'],
	['an element of the past', '<center>One</center>'],
	['a button in a link', '<a href="/"><button type="button">One</button></a>'],
])('%s is found', async (_, planted) => {
	const page = `<!doctype html><html lang="sl"><head><title>A</title></head><body>${planted}</body></html>`;
	expect((await faultsIn(page)).length).toBeGreaterThan(0);
});
