import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { expectAccessible, follow, people, press, send, write } from './browser.fixtures.ts';
import { aCaller } from './http.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { KARITAS } from './steps.fixtures.ts';

const opora = anOpora();
const { somebody, worker } = people(opora);
const NUMBER = '041 000 123';

/** The numbers at the foot of a page. */
const numbersOn = async (address: string) =>
	[...(await aCaller(opora).get(address)).text.matchAll(/class="helpline[^"]*" href="tel:([^"]+)"/g)].map(
		(match) => match[1],
	);

describe('an administrator', () => {
	test('adds a number, moves it, hides another: the organisation’s pages follow, others do not [A7]', async () => {
		const ada = await worker('ada@karitas.invalid');
		const before = await numbersOn('/');
		await press(ada, ada.getByRole('navigation').getByRole('link', { name: 'Telefoni za pomoč' }));
		await expectAccessible(ada, 'the helplines');
		await follow(ada, 'Dodajte številko');
		await send(ada, 'Shranite');
		await expectAccessible(ada, 'an empty helpline');
		expect(await ada.getByRole('alert').count()).toBe(1);
		await write(ada, { number: NUMBER, country: 'si', 'name-sl': 'Naš telefon', 'hours-sl': 'od 8. do 16. ure' });
		await send(ada, 'Shranite');
		expect(new URL(ada.url()).pathname).toBe(`${KARITAS}/admin/helplines`);
		await press(ada, ada.getByRole('button', { name: 'Skrijte številko: 113' }));
		await expectAccessible(ada, 'the helplines, changed');
		const own = await numbersOn('/p/slovenska-karitas');
		expect(own.slice(0, 2)).toEqual(['112', '041000123']);
		expect(own).not.toContain('113');
		expect(await numbersOn('/ask/slovenska-karitas/blizu/who')).toEqual(own);
		expect(await numbersOn('/p/slovenska-karitas/nothing-here'), 'on a page that is not there').toEqual(own);
		expect(await numbersOn('/')).toEqual(before);
		expect(await numbersOn('/p/zpm-moste-polje')).toEqual(before);
	});

	test('changes its hours and takes it away, without JavaScript [A7]', async () => {
		const ada = await worker('ada@karitas.invalid', { javaScript: false, width: 320 });
		await ada.goto(`${KARITAS}/admin/helplines`);
		await press(ada, ada.getByRole('link', { name: new RegExp(NUMBER) }).first());
		await write(ada, { 'hours-sl': 'samo ponoči' });
		await send(ada, 'Shranite');
		const visitor = await somebody();
		await visitor.goto('/p/slovenska-karitas');
		expect(await visitor.locator('.helplines').innerText()).toContain('samo ponoči');
		await press(ada, ada.getByRole('link', { name: new RegExp(NUMBER) }).first());
		await send(ada, 'Odstranite');
		await press(ada, ada.getByRole('button', { name: 'Spet jo kažite: 113' }));
		expect(await numbersOn('/p/slovenska-karitas')).toEqual(await numbersOn('/'));
	});
});

test('a professional is shown no way there', async () => {
	const maja = await worker('maja@karitas.invalid');
	expect(await maja.getByRole('link', { name: 'Telefoni za pomoč' }).count()).toBe(0);
	expect((await maja.request.get(`${KARITAS}/admin/helplines`)).status()).toBe(404);
});

describe('the operator', () => {
	const run = (...parts: string[]) =>
		spawnSync(process.execPath, ['scripts/helplines.ts', ...parts], { encoding: 'utf8', env: process.env });
	const fileOf = (lines: unknown) => {
		const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-helplines-'));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		const file = path.join(folder, 'lines.json');
		writeFileSync(file, typeof lines === 'string' ? lines : JSON.stringify(lines));
		return file;
	};
	const line = { country: 'si', number: '112', danger: true, name: { sl: 'Nujno' }, hours: { sl: 'vedno' } };

	test('puts the numbers of a file on every page, takes what is printed back, and returns to those that came with the product [A7]', async () => {
		const before = await numbersOn('/');
		const printed = run();
		expect([printed.status, printed.stderr]).toEqual([0, '']);
		const done = run(fileOf([line, { ...line, number: '041 000 456', danger: false }]));
		expect([done.status, done.stderr]).toEqual([0, '']);
		const shows = (numbers: readonly (string | undefined)[]) =>
			vi.waitFor(async () => expect(await numbersOn('/')).toEqual(numbers), { timeout: 20_000, interval: 500 });
		await shows(['112', '041000456']);
		expect(run(fileOf(printed.stdout)).status).toBe(0);
		await shows(before);
		expect(run('--shipped').status).toBe(0);
		await shows(before);
	}, 90_000);

	test('is told what is wrong with a file, and nothing is changed', async () => {
		const before = await numbersOn('/');
		const refused = run(fileOf([{ ...line, danger: false, number: 'sto dvanajst' }]));
		expect(refused.status).toBe(1);
		expect(refused.stderr).toMatch(/nothing was changed[\s\S]*0\.number: a number of digits/);
		expect(run('/no/such/file.json').stderr).toMatch(/cannot be read/);
		expect(await numbersOn('/')).toEqual(before);
	});
});
