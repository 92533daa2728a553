import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { aFile } from '../src/lib/documents/files.fixtures.ts';
import { readPdf } from '../src/lib/platform/pdf.fixtures.ts';
import { expectAccessible, people, press, write } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { KARITAS } from './steps.fixtures.ts';

const opora = anOpora();
const { worker } = people(opora);

test('a worker prints the summary of a case without scripts: the page says how far it is, and the PDF is theirs to take', async () => {
	const page = await worker('maja@karitas.invalid', { javaScript: false });
	await page.goto(`${KARITAS}/cases?state=active`);
	await press(page, page.locator('main td a, main th a').first());
	const name = await page.getByRole('heading', { level: 1 }).innerText();
	await press(page, page.getByRole('link', { name: 'Natisnite' }));
	await write(page, { kind: 'summary' });
	await press(page, page.getByRole('button', { name: 'Pripravite dokument' }));
	const ready = page.getByRole('link', { name: 'Prenesite PDF' });
	// Until then the page looks again of itself.
	await ready.waitFor();
	await expectAccessible(page, 'a print that is ready');
	const answer = await page.request.get((await ready.getAttribute('href'))!);
	expect(answer.headers()).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
	const { words } = readPdf(await answer.body());
	for (const text of ['Povzetek obravnave', name]) expect(words).toContain(text);
});

test('a worker adds a document to a case without scripts; what is too large, or not what it says, is told at the field', async () => {
	const page = await worker('maja@karitas.invalid', { javaScript: false });
	await page.goto(`${KARITAS}/cases?state=active`);
	await press(page, page.locator('main td a, main th a').first());
	const address = page.url();
	const folder = await mkdtemp(path.join(tmpdir(), 'opora-papers-'));
	const send = async (name: string, bytes: Buffer) => {
		await page.goto(`${address}/documents/new`);
		// From a file: a browser without scripts takes no other.
		await writeFile(path.join(folder, name), bytes);
		await page.locator('#file').setInputFiles(path.join(folder, name));
		await write(page, { kind: 'decision', note: 'Od občine.' });
		await press(page, page.getByRole('button', { name: 'Shranite dokument' }));
	};
	await send('Odločba.pdf', Buffer.from('<script>alert(1)</script>'));
	await expectAccessible(page, 'a document that is not taken');
	expect(await page.getByRole('alert').first().innerText()).toContain('Take datoteke ne moremo shraniti.');
	expect(await page.inputValue('#note')).toBe('Od občine.');
	// A little too large is read; far too large is not, and the page says the same.
	for (const megabytes of [11, 40]) {
		await send('Velika.pdf', Buffer.alloc(megabytes * 1_048_576, 97));
		expect(await page.getByRole('alert').first().innerText()).toContain('Datoteka je prevelika: največ 10 MB.');
	}
	await send('Odločba št. 5.pdf', Buffer.from(aFile('čšž').pdf));
	expect(page.url()).toBe(address);
	await press(page, page.getByRole('link', { name: 'Odločba št. 5.pdf' }));
	await expectAccessible(page, 'a document');
	const file = await page.request.get(
		(await page.getByRole('link', { name: 'Prenesite datoteko' }).getAttribute('href'))!,
	);
	expect(file.headers()).toMatchObject({
		'content-type': 'application/pdf',
		'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store',
		'content-disposition': `attachment; filename="Odlo_ba _t. 5.pdf"; filename*=UTF-8''Odlo%C4%8Dba%20%C5%A1t.%205.pdf`,
	});
	expect([...(await file.body())]).toEqual([...aFile('čšž').pdf]);
	await rm(folder, { recursive: true });
	await write(page, { reason: 'wrong-person' });
	await press(page, page.getByRole('button', { name: 'Odstranite dokument' }));
	expect(await page.getByRole('main').innerText()).toMatch(/odstranjen, Maja Vzorčna: sodi k drugi osebi/);
});

test('a form without a file stays small: a megabyte and more of words is refused, whether its length is said or not', async () => {
	const page = await worker('maja@karitas.invalid');
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	const headers = {
		cookie,
		origin: opora.address,
		'content-type': 'application/x-www-form-urlencoded',
		accept: 'text/html',
	};
	const words = Buffer.from(`language=sl&words=${'a'.repeat(2_000_000)}`);
	const streamed = new ReadableStream({
		start: (controller) => {
			for (let from = 0; from < words.length; from += 65_536) controller.enqueue(words.subarray(from, from + 65_536));
			controller.close();
		},
	});
	for (const body of [words, streamed]) {
		const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
		const answer = await fetch(new URL(`${KARITAS}/account`, opora.address), init);
		expect(answer.status).toBe(413);
		expect(await answer.text()).toContain('Besedila je preveč naenkrat');
	}
});
