import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const DESK = 'src/routes/(desk)/desk/[[]organisation]';

/** The step of a trail that a page words by itself, where the one rule has to: the one after its list. */
const ownSteps = (page: string) => page.match(/t\('nav\.(cases|requests|people)'\), href: .*\},\s*\{/g) ?? [];

test('every page of a case, a request or a person gets its trail from one place', () => {
	const pages = globSync([`${DESK}/**/*.svelte`, `${DESK}/**/*.server.ts`]);
	const texts = pages.map((file) => [file, readFileSync(file, 'utf8')] as const);
	expect(texts.filter(([, text]) => /(case|request|person)Trail\(|\w+Trail\)\(/.test(text)).length).toBeGreaterThan(50);
	expect(texts.filter(([, text]) => ownSteps(text).length > 0).map(([file]) => file)).toEqual([]);
	expect(ownSteps("[{ label: t('nav.cases'), href: `${desk}/cases` },\n\t{ label: number, href: base }]")).toHaveLength(
		1,
	);
});
