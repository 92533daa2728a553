import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, follow, people, press, send, write } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { inDays, KARITAS, panel, record } from './steps.fixtures.ts';

const opora = anOpora();
const { worker } = people(opora);
const main = (page: Page) => page.getByRole('main').innerText();

test('a case is stood in for with a note, the stand-in sees why it is theirs, and a supervision note has just its readers [W3, W7]', async () => {
	const page = await worker('maja@karitas.invalid');
	await page.goto(`${KARITAS}/cases`);
	await press(page, page.locator('main td a, main th a').last());
	const address = new URL(page.url()).pathname;
	await follow(page, 'Predajte drugemu delavcu');
	const who = { kind: 'for-a-time', toWorker: 'Ciril Domišljen', reason: 'leave', agreement: 'agreed' };
	await write(page, { ...who, from: inDays(0), note: 'Kličite popoldne.' });
	await send(page, 'Predajte');
	expect(await main(page)).toContain('Vpišite dan');
	expect(await page.getByLabel('Sporočilo ob predaji').inputValue()).toBe('Kličite popoldne.');
	await write(page, { to: inDays(3) });
	await send(page, 'Predajte');
	await expectAccessible(page, 'a stand-in');
	expect(await panel(page, 'Sporočilo ob predaji')).toContain('Kličite popoldne.');
	await page.goto(`${address}/notes`);
	await record(page, 'Nov zapis', {
		fields: { kind: 'supervision', text: 'Kje me ta zgodba zadene.' },
		submit: 'Shranite',
	});
	expect(await main(page)).toContain('Kje me ta zgodba zadene.');

	const ciril = await worker('ciril@karitas.invalid');
	await ciril.goto(address);
	expect(await main(ciril)).toContain('Nadomeščate: Maja Vzorčna');
	await ciril.goto(`${address}/notes`);
	expect(await main(ciril)).not.toContain('zadene');
});
