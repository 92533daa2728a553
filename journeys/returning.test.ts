import { expect, test } from 'vitest';
import { expectAccessible, follow, people, press, send } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import * as steps from './steps.fixtures.ts';

const opora = anOpora();
const { somebody, worker } = people(opora);

test('a second request by the same person is recognised, with the reason why, linked, and both stand on their page', async () => {
	const desk = await worker('maja@karitas.invalid');
	const asked = (name: string, words: string) => ({
		weighs: { words },
		how: { mode: 'phone' },
		reach: { name, phone: '041 000 631' },
	});
	await steps.askForHelp(await somebody(), steps.BLIZU, asked('Zarja Vzorčnik', 'Prvič: po poplavi.'));
	const first = await steps.findRequest(desk, steps.KARITAS, 'Prvič: po poplavi.');
	await send(desk, 'Prevzemite prošnjo');
	expect(await desk.getByRole('region', { name: 'Morda jo že poznate' }).count()).toBe(0);
	await send(desk, 'Ustvarite osebo');

	await steps.askForHelp(await somebody(), steps.BLIZU, asked('Zarja Vzorcnik', 'Drugič: ne spim.'));
	const second = await steps.findRequest(desk, steps.KARITAS, 'Drugič: ne spim.');
	await send(desk, 'Prevzemite prošnjo');
	await expectAccessible(desk, 'a request of somebody who may be known');
	const likely = await steps.panel(desk, 'Morda jo že poznate');
	expect(likely).toContain('Zarja Vzorčnik');
	expect(likely).toContain('isti telefon');
	await press(desk, desk.getByRole('button', { name: 'To je ta oseba: Zarja Vzorčnik' }));
	expect(await steps.panel(desk, 'Podatki')).toContain('Zarja Vzorčnik');

	await follow(desk, 'Zarja Vzorčnik');
	await expectAccessible(desk, 'the page of a person');
	for (const request of [first, second]) expect(await desk.locator(`main a[href="${request}"]`).count()).toBe(1);
	await follow(desk, 'Kdo je kaj videl');
	expect(await desk.getByRole('table').innerText()).toContain('oseba povezana s prošnjo: že znana');
});
