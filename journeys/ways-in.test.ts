import { describe, expect, test } from 'vitest';
import {
	atSizeOrWithout,
	expectAccessible,
	follow,
	people,
	press,
	send,
	write,
	type Looks,
} from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import * as steps from './steps.fixtures.ts';

const { CSD, inDays, KARITAS, panel } = steps;
const opora = anOpora();
const { somebody, worker } = people(opora);
const [MAJA, NEVA, KARLA, ALENKA] = ['maja@karitas', 'neva@csd', 'karla@csd', 'alenka@csd'].map(
	(one) => `${one}.invalid`,
) as [string, string, string, string];

const WAYS = atSizeOrWithout<{ how: string; looks: Looks }>(
	{ how: 'with JavaScript', looks: {} },
	{ how: 'without JavaScript, on a phone', looks: { javaScript: false, width: 360 } },
);

describe.each(WAYS)('ways in, $how', ({ how, looks }) => {
	test('an application for flood aid is written down with what was asked, and what was decided follows [B14]', async () => {
		const page = await worker(MAJA, looks);
		await page.goto(`${KARITAS}/requests/new?programme=blizu`);
		await write(page, {
			forWhom: 'self',
			wayIn: 'aid-application',
			words: 'Voda je odnesla spodnjo sobo.',
			name: 'Zala Vzorčnik',
			kind: 'flood-aid-2023',
			appliedOn: inDays(-9),
			asked: 'Nova peč in tla.',
		});
		await send(page, 'Zapišite');
		await expectAccessible(page, 'a request that came of an application');
		expect(await panel(page, 'Vloga za pomoč')).toMatch(/poplavah 2023[\s\S]*Nova peč in tla\.[\s\S]*še ni odločeno/);
		expect(await panel(page, 'Podatki')).toContain('Vloga za materialno pomoč in pomoč ob poplavah 2023');
		await steps.record(page, 'Zapišite odločitev o vlogi', {
			fields: { decision: 'partly-granted', decidedOn: inDays(-2), words: 'Peč, brez tal.' },
			submit: 'Zapišite',
		});
		expect(await panel(page, 'Vloga za pomoč')).toMatch(/delno odobreno[\s\S]*Peč, brez tal\./);
	});

	test('a volunteer proposes with the person’s agreement, and reads the answer with a code and no account [B14, B19]', async () => {
		const words = `Soseda ne gre več iz hiše, ${how}.`;
		const proposer = await somebody(looks);
		const about = {
			aboutName: 'Anže Zamišljeni',
			wayIn: 'proposal-karitas',
			proposer: 'volunteer',
			organisation: 'Župnijska karitas Izmislek',
			role: 'prostovoljka',
		};
		await proposer.goto(steps.BLIZU);
		await write(proposer, { forWhom: 'proposal' });
		await press(proposer, proposer.locator('main form button'));
		await write(proposer, { ...about, knows: 'no' });
		await press(proposer, proposer.locator('main form button'));
		await expectAccessible(proposer, 'a proposal without agreement');
		expect(await proposer.getByRole('alert').innerText()).toContain('ko se oseba z njim strinja');
		const code = await steps.askForHelp(proposer, steps.BLIZU, {
			who: { forWhom: 'proposal' },
			about: { ...about, knows: 'yes', agreedOn: inDays(-1) },
			weighs: { words },
			how: { mode: 'phone' },
			reach: { name: 'Petra Predlagateljica', phone: '041 000 778' },
		});
		await steps.enterCode(proposer, code);
		await expectAccessible(proposer, 'a proposal that arrived');
		const shown = async () => {
			await proposer.goto('/code/request');
			return proposer.getByRole('main').innerText();
		};
		expect(await shown()).toContain('Vaš predlog je prispel');
		const desk = await worker(MAJA, looks);
		await steps.findRequest(desk, KARITAS, words);
		await send(desk, 'Prevzemite prošnjo');
		expect(await panel(desk, 'Podatki')).toContain('prostovoljec');
		expect(await shown()).toContain('bere delavec');
		await steps.record(desk, 'Zapišite odgovor osebe', { fields: { answer: 'accepted' }, submit: 'Zapišite' });
		const considered = await shown();
		expect(considered).toContain('Vaš predlog smo obravnavali');
		expect(considered).not.toMatch(/Anže|Umaknite|Dodajte/);
		await steps.record(desk, 'Odgovorite predlagatelju', {
			fields: { answer: 'accepted', agreedOn: inDays(0) },
			submit: 'Povejte predlagatelju',
		});
		expect(await shown()).toContain('Predlog je sprejet');
		await expectAccessible(proposer, 'a proposal that was accepted');
		await follow(proposer, 'Kaj hranimo o vas in do kdaj');
		await expectAccessible(proposer, 'what is kept about a proposer');
	});

	test('a request in a special field says where it goes, to the person in neutral words; the person adds something and sees what is kept [P13]', async () => {
		const [words, more] = [`Pri nas je deček v rejništvu, ${how}.`, 'Pokličite po četrti uri.'];
		const page = await somebody(looks);
		const code = await steps.askForHelp(page, steps.PSP, {
			look: true,
			weighs: { words, fields: ['fostering'] },
			how: { mode: 'office' },
			reach: { name: 'Zala Vzorčnik', phone: '041 000 612' },
		});
		await steps.enterCode(page, code);
		await follow(page, 'Dodajte kaj');
		await expectAccessible(page, 'adding something');
		await send(page, 'Pošljite');
		expect(await page.getByRole('alert').innerText()).toContain('To polje ne more ostati prazno.');
		await write(page, { words: more });
		await send(page, 'Pošljite');
		await expectAccessible(page, 'something was added');
		expect(await page.getByRole('main').innerText()).toMatch(/Pokličite po četrti uri\.[\s\S]*še ni prebral/);
		await follow(page, 'Kaj hranimo o vas in do kdaj');
		await expectAccessible(page, 'what is kept');
		const kept = await page.getByRole('main').innerText();
		for (const one of ['Kar ste napisali', 'Kar ste dodali pozneje', 'Center za socialno delo', 'Do kdaj'])
			expect(kept).toContain(one);
		const desk = await worker(NEVA, looks);
		const request = await steps.findRequest(desk, CSD, words);
		expect(await desk.getByRole('main').innerText()).toMatch(/dotika področja\s+rejništvo/);
		expect(await panel(desk, 'Dodano s kodo')).toContain(more);
		expect(await panel(desk, 'Potek')).toContain('Prošnja gre ekipi');
		await send(desk, 'Prevzemite prošnjo');
		await desk.goto(request);
		await page.goto('/code/request');
		expect(await page.getByRole('main').innerText()).toContain('Delavec je prebral.');
		await follow(desk, 'Predajte drugi ekipi');
		await expectAccessible(desk, 'handing a request on');
	});

	test('a code that was lost is spoken of honestly', async () => {
		const page = await somebody(looks);
		await page.goto('/code');
		await follow(page, 'Kaj lahko storim');
		await expectAccessible(page, 'a lost code');
		expect(await page.getByRole('main').innerText()).toContain('Kode vam ne moremo poiskati in ne dati nove.');
	});
});

test('an administrator says where requests of a field go; the coordinator sees by which rule one came, and the administrator no request [P13]', async () => {
	const admin = await worker(ALENKA);
	await admin.goto(`${CSD}/admin/routing`);
	await expectAccessible(admin, 'where requests go');
	await follow(admin, /^Dodajte pravilo\s*: Prva socialna pomoč/);
	await expectAccessible(admin, 'a new rule');
	await send(admin, 'Shranite pravilo');
	await expectAccessible(admin, 'a rule that asks for nothing');
	expect(await admin.getByRole('alert').innerText()).toContain('Izberite');
	await write(admin, { field: 'adoption' });
	await send(admin, 'Shranite pravilo');
	expect(await panel(admin, 'Prva socialna pomoč')).toContain('Posebno področje: posvojitve');
	const words = 'Rada bi posvojila nečakinjo.';
	const page = await somebody();
	const code = await steps.askForHelp(page, steps.PSP, {
		weighs: { words, fields: ['adoption'] },
		how: { mode: 'office' },
	});
	await steps.enterCode(page, code);
	expect(await page.getByRole('main').innerText()).toContain('se z njim posebej ukvarjajo');
	const coordinator = await worker(KARLA);
	await steps.findRequest(coordinator, CSD, words);
	expect(await panel(coordinator, 'Potek')).toMatch(/zaradi posebnega področja: Posebno področje: posvojitve/);
	expect((await admin.goto(`${CSD}/requests`))?.status()).toBe(404);
	await admin.goto(`${CSD}/admin/routing`);
	await send(admin, /^Končajte pravilo\s*:/);
	expect(await panel(admin, 'Prva socialna pomoč')).not.toContain('posvojitve');
});
