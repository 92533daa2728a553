import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Places where a list is empty and nothing says what comes next: an `Empty` without words in it. */
const silent = (page: string) => page.match(/<Empty\b[^>]*\/>/g) ?? [];

test('every list that can be empty says what comes next', () => {
	const pages = globSync('src/routes/**/*.svelte').filter((file) => !file.startsWith('src/routes/design/'));
	const empty = pages.filter((file) => readFileSync(file, 'utf8').includes('<Empty'));
	expect(empty.length).toBeGreaterThan(10);
	expect(empty.filter((file) => silent(readFileSync(file, 'utf8')).length > 0)).toEqual([]);
	expect(silent(`<Empty title={t('outbox.empty')} icon="mail" />`)).toHaveLength(1);
});
