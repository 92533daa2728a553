import { expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../src/lib/identity/demo-accounts.server.ts';
import { aWorld } from '../src/lib/programmes/world.fixtures.ts';
import { expectAccessible, people } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { hired } from './staff.fixtures.ts';

const opora = anOpora({ demo: false });
const { somebody } = people(opora);

test('without the demo nobody’s digits are shown, no outbox is there, and nothing says that nobody reads', async () => {
	const world = await aWorld(undefined, new Date());
	const { email, caller } = await hired(opora, world, { roles: ['administrator'] });
	const page = await somebody();
	await page.goto('/sign-in');
	await expectAccessible(page, 'signing in, without the demo');
	expect(await page.getByRole('table').count()).toBe(0);
	const text = await page.locator('body').innerText();
	expect(text).not.toContain(DEMO_PASSWORD);
	expect(text).not.toContain(email);
	expect(text).not.toMatch(/\b\d{6}\b/);
	for (const address of ['/', '/ask', '/code', `/p/${world.slug}/small`]) {
		expect((await page.goto(address))!.status(), address).toBe(200);
		expect(await page.getByRole('main').innerText(), address).not.toContain('nihče ne bere');
	}
	expect((await caller.get(`/desk/${world.slug}`)).text).not.toContain('/admin/outbox');
});
