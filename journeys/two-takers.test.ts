import { expect, test } from 'vitest';
import { expectAccessible, people, send } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import * as steps from './steps.fixtures.ts';

const opora = anOpora();
const { somebody, worker } = people(opora);

test('of two workers who have the same request open and both take it, one answers for it and the other is told', async () => {
	const words = 'Dva bereta hkrati.';
	await steps.askForHelp(await somebody(), steps.BLIZU, { weighs: { words }, how: { mode: 'phone' } });
	const [maja, ciril] = [await worker('maja@karitas.invalid'), await worker('ciril@karitas.invalid')];
	const request = await steps.findRequest(maja, steps.KARITAS, words);
	await ciril.goto(request);
	await Promise.all([maja, ciril].map((page) => send(page, 'Prevzemite prošnjo')));
	const told = await Promise.all([maja, ciril].map(async (page) => (await page.getByRole('alert').count()) > 0));
	expect(told.toSorted()).toEqual([false, true]);
	const [late, name] = told[0] ? [maja, 'Ciril Domišljen'] : [ciril, 'Maja Vzorčna'];
	await expectAccessible(late, 'told that somebody else took it');
	expect(await late.getByRole('alert').innerText()).toBe('Prošnjo je ravnokar prevzela druga oseba.');
	await late.goto(request);
	expect(await late.getByRole('main').innerText()).toContain(`odgovarja ${name}`);
	expect(await late.getByRole('button', { name: 'Prevzemite prošnjo' }).count()).toBe(0);
});
