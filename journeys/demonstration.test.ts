import { expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../src/lib/identity/demo-accounts.server.ts';
import { STAFF } from '../scripts/demo/staff.ts';
import { expectAccessible, people, send, signIn, write } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import * as steps from './steps.fixtures.ts';

const opora = anOpora();
const { somebody, worker } = people(opora);

test('the sign-in page of the demo lists every account with the digits of the moment, which open the desk', async () => {
	const page = await somebody();
	await page.goto('/sign-in');
	await expectAccessible(page, 'signing in, with the accounts of the demo');
	const rows = await page.getByRole('table').locator('tbody tr').allInnerTexts();
	expect(rows.map((row) => /\S+@\S+/.exec(row)![0]).toSorted()).toEqual(STAFF.map(({ email }) => email).toSorted());
	for (const row of rows) expect(row).toMatch(/\b\d{6}\b/);
	expect(await page.getByRole('main').innerText()).toContain(DEMO_PASSWORD);
	await signIn(page, 'ada@karitas.invalid');
	expect(await page.getByRole('main').innerText()).toContain('Predstavitev: vsi ljudje so izmišljeni');
});

test('what would have gone out by mail stands in the outbox of the demo, in neutral words', async () => {
	const words = 'Pišite mi, prosim.';
	await steps.askForHelp(await somebody(), steps.BLIZU, {
		weighs: { words },
		how: { mode: 'phone' },
		reach: { name: 'Zala Vzorčnik', email: 'zala.pisma@primer.invalid' },
	});
	const maja = await worker('maja@karitas.invalid');
	await steps.findRequest(maja, steps.KARITAS, words);
	await send(maja, 'Prevzemite prošnjo');
	await steps.offerTime(maja, { on: steps.inDays(24) });
	const ada = await worker('ada@karitas.invalid');
	await ada.goto(`${steps.KARITAS}/admin/outbox`);
	await expectAccessible(ada, 'the outbox');
	const messages = ada.getByRole('article').filter({ hasText: 'zala.pisma@primer.invalid' });
	await messages.nth(1).waitFor();
	const said = (await messages.allInnerTexts()).join('\n');
	expect(said).toContain('Prejeli smo vaše sporočilo.');
	expect(said).toContain('Čaka vas novo sporočilo.');
	expect(said).not.toMatch(/karitas|blizu|stisk|termin|Vzorčna/i);
});

test('every public page of the demo says that nobody reads what is asked', async () => {
	const page = await somebody();
	for (const address of [
		'/',
		'/ask',
		'/code',
		'/sign-in',
		'/p/slovenska-karitas/blizu',
		`${steps.BLIZU}/who`,
		'/nowhere',
	]) {
		await page.goto(address);
		expect(await page.getByRole('main').innerText(), address).toContain('Prošenj tukaj nihče ne bere.');
	}
	await page.goto('/sign-in');
	await write(page, { email: 'ada@karitas.invalid', password: 'to ni geslo nikogar' });
	await send(page, 'Naprej');
	await expectAccessible(page, 'signing in refused');
	expect(await page.getByRole('alert').innerText()).toContain('E-naslov ali geslo ni pravo.');
});
