import { expect, test } from 'vitest';
import { expectAccessible, follow, people, press, send, write } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { KARITAS } from './steps.fixtures.ts';

const { worker } = people(anOpora());

test('a coordinator opens a number of their programme and takes its rows out as a file, without scripts [A8]', async () => {
	const page = await worker('vida@karitas.invalid', { javaScript: false });
	await press(page, page.getByRole('navigation').getByRole('link', { name: 'Programi v številkah' }).first());
	await expectAccessible(page, 'the programmes in numbers');
	const came = page
		.getByRole('row', { name: /^Vse prošnje/ })
		.getByRole('link')
		.first();
	const all = Number(await came.innerText());
	await press(page, came);
	expect(await page.getByRole('main').innerText()).toMatch(new RegExp(`\\b${all} (prošenj|vrstic)`));
	await page.goto(`${KARITAS}/programmes`);
	await follow(page, 'Vse številke: Blizu');
	const number = page.getByRole('row', { name: /^Uvodni razgovor na terenu/ }).getByRole('link');
	const count = Number(await number.innerText());
	expect(count).toBeGreaterThan(0);
	await press(page, number);
	const behind = page.url();
	await follow(page, 'Izvozite seznam');
	await expectAccessible(page, 'a number that is to become a file');
	await send(page, 'Pripravite datoteko');
	await expectAccessible(page, 'a file without its reason');
	await write(page, { format: 'csv', reason: 'report-to-funder', names: 'yes' });
	await send(page, 'Pripravite datoteko');
	const ready = page.getByRole('link', { name: 'Prenesite datoteko CSV' });
	// Until then the page looks again of itself.
	await ready.waitFor();
	await expectAccessible(page, 'a file of a number');
	const answer = await page.request.get((await ready.getAttribute('href'))!);
	expect(answer.headers()).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
	const [labels, ...rows] = (await answer.text()).split('\r\n').slice(0, -1);
	expect(labels).toContain('Oznaka;Program;Stanje');
	expect(rows).toHaveLength(count);
	await follow(page, 'Nazaj na seznam');
	expect(page.url()).toBe(behind);
	const first = await page.getByRole('table').getByRole('link').first().innerText();
	expect(rows[0]).toContain(first);
});

test('a professional has neither the numbers nor a file of them', async () => {
	const page = await worker('maja@karitas.invalid');
	for (const address of ['programmes', 'exports/new?list=figures&programme=blizu&figure=ways-in&code=all'])
		expect((await page.goto(`${KARITAS}/${address}`))!.status(), address).toBe(404);
});
