import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeSetupLink } from '../src/lib/identity/setup-link.server.ts';
import { expectAccessible, follow, people, send, write } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { digitsOf } from './second-factor.fixtures.ts';

const opora = anOpora({ demo: false });
const { somebody } = people(opora);
const DESK = '/desk/center-vzorec';
const PASSWORD = 'zeleni čoln na mirni reki';

test('from the set-up link to a professional at the desk, who has no JavaScript', async () => {
	const page = await somebody();
	const { address } = await makeSetupLink(new Date());
	await page.goto(address);
	await setUp(page);
	await acceptInvitation(page);
	expect(new URL(page.url()).pathname).toBe(DESK);
	await expectAccessible(page, 'the desk of a new administrator');

	await page.goto(`${DESK}/admin/workers/new`);
	await expectAccessible(page, 'inviting a worker');
	await write(page, { name: 'Tilen Zamišljeni', email: 'tilen@primer.invalid', roles: ['professional'] });
	await send(page, 'Povabite');
	await expectAccessible(page, 'a worker was invited');
	const invitation = await page
		.getByRole('main')
		.getByRole('link', { name: /invitation/ })
		.innerText();
	await follow(page, 'Delavci');
	expect(await page.getByRole('row', { name: /Tilen/ }).innerText()).toContain('povabljen do');

	const professional = await somebody({ javaScript: false, width: 360 });
	await professional.goto(invitation);
	await acceptInvitation(professional);
	await expectAccessible(professional, 'the empty desk of a professional');
	expect(await professional.getByRole('main').innerText()).toContain('Nihče ne čaka na odgovor');
	await professional.goto(`${DESK}/admin/workers`);
	expect(await professional.getByRole('main').innerText()).toContain('Te strani ni');

	for (const used of [address, invitation]) {
		await page.context().clearCookies();
		await page.goto(used);
		await expectAccessible(page, 'a link that was used');
		expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('ne velja več');
	}
});

async function setUp(page: Page): Promise<void> {
	await expectAccessible(page, 'setting an organisation up');
	await send(page, 'Ustvarite organizacijo');
	await expectAccessible(page, 'setting up refused');
	expect(await page.locator('.field--error').count()).toBeGreaterThan(4);
	await write(page, {
		name: 'Center Vzorec',
		slug: 'Cénter Vzorec',
		about: 'Izmišljen center.',
		programmes: ['prva-socialna-pomoc'],
		administratorName: 'Ema Zamišljena',
		administratorEmail: 'ema@primer.invalid',
	});
	await send(page, 'Ustvarite organizacijo');
}

/** Chooses a password, sets the second factor up with the secret on the page, and is signed in. */
async function acceptInvitation(page: Page): Promise<void> {
	await expectAccessible(page, 'an invitation');
	await write(page, { password: 'kratko' });
	await send(page, 'Naprej');
	await expectAccessible(page, 'a password refused');
	expect(await page.getByRole('alert').innerText()).toContain('Geslo naj ima vsaj');
	await write(page, { password: PASSWORD });
	await send(page, 'Naprej');
	await expectAccessible(page, 'setting the second factor up');
	const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
	const right = digitsOf(secret);
	await write(page, { code: right === '000000' ? '111111' : '000000' });
	await send(page, 'Prijava');
	await expectAccessible(page, 'a code refused');
	expect((await page.locator('.secret').innerText()).replaceAll(' ', '')).toBe(secret);
	await write(page, { code: digitsOf(secret) });
	await send(page, 'Prijava');
}
