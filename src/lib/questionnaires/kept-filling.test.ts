import { beforeEach, describe, expect, test } from 'vitest';
import { inThrees } from '#lib/kernel/crockford.ts';
import { attemptKeys, countFailure } from '#lib/identity/attempts.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { forgetExpiredUnsent, newToken } from '#lib/vault/unsent.server.ts';
import { aFilling, answers, theInstrument } from './instrument.fixtures.ts';
import {
	codeOfFilling,
	forgetFilling,
	keepFilling,
	keepUnderCode,
	openWithCode,
	readFilling,
} from './kept-filling.server.ts';

const database = testDatabase();
const instrument = theInstrument();
const NOW = new Date('2026-11-23T09:00:00Z');
const after = (days: number, ms = 0) => new Date(NOW.getTime() + days * 86_400_000 + ms);
const filling = aFilling(instrument, answers(instrument, { thoughts: 'passing' }));
const triesOf = async (keys: readonly Buffer[]) =>
	(await database.superuser.query('select failures from identity.attempt where mac = any ($1)', [keys])).rows;
const rows = async () => (await database.superuser.query('select * from unsent')).rows as Record<string, unknown>[];

beforeEach(async () => {
	await database.superuser.query('delete from unsent');
});

describe('while nobody asked for a code', () => {
	test('the answers are there again with the token, for a day, and with no other token [A4, B11]', async () => {
		const token = newToken();
		await keepFilling(token, filling, NOW);
		expect(await readFilling(token, after(1, -1))).toEqual(filling);
		expect(await readFilling(token, after(1))).toBeUndefined();
		for (const other of [newToken(), `${token}x`, token.slice(1), '', undefined])
			expect(await readFilling(other, NOW)).toBeUndefined();
	});

	test('no code opens them', async () => {
		await keepFilling(newToken(), filling, NOW);
		expect(await openWithCode('here', codeOfFilling(filling.command), NOW)).toBeUndefined();
	});
});

describe('kept under a code', () => {
	const keep = async () => {
		const token = newToken();
		await keepFilling(token, filling, NOW);
		return { token, code: await keepUnderCode(token, filling, NOW) };
	};

	test('they open with the code for thirty days, typed as people type, and no longer with the token [A4, B11]', async () => {
		const { token, code } = await keep();
		expect(code).toMatch(/^[0-9A-Z]{12}$/);
		const typed = [code, inThrees(code), inThrees(code).toLowerCase(), ` ${code.replaceAll('0', 'o')} `];
		for (const one of typed) expect(await openWithCode('here', one, after(29))).toBe(code);
		expect(await readFilling(code, after(30, -1))).toEqual({ ...filling, keptUntil: after(30).toISOString() });
		expect(await openWithCode('here', code, after(30))).toBeUndefined();
		expect(await readFilling(token, NOW)).toBeUndefined();
		expect(await rows()).toHaveLength(1);
	});

	test('after thirty days nothing is left on the disk', async () => {
		await keep();
		await forgetExpiredUnsent(after(30, -1));
		expect(await rows()).toHaveLength(1);
		await forgetExpiredUnsent(after(30));
		expect(await rows()).toEqual([]);
	});

	test('answering on does not make the thirty days longer', async () => {
		const { code } = await keep();
		const kept = (await readFilling(code, after(20)))!;
		await keepFilling(code, { ...kept, answers: {} }, after(20));
		expect(await readFilling(code, after(30, -1))).toMatchObject({ answers: {} });
		expect(await readFilling(code, after(30))).toBeUndefined();
	});

	test('asked for twice it is one code and one row, and the thirty days stay as they were said', async () => {
		const { code } = await keep();
		const kept = (await readFilling(code, after(3)))!;
		expect(await keepUnderCode(code, kept, after(3))).toBe(code);
		expect(await rows()).toHaveLength(1);
		expect(await readFilling(code, after(30))).toBeUndefined();
	});

	test('they are deleted when the person wishes', async () => {
		const { code } = await keep();
		await forgetFilling(code, NOW);
		expect(await rows()).toEqual([]);
		expect(await openWithCode('here', code, NOW)).toBeUndefined();
	});

	test('a wrong or changed code opens nothing', async () => {
		const { code } = await keep();
		const changed = [...code].map(
			(letter, place) => code.slice(0, place) + (letter === 'A' ? 'B' : 'A') + code.slice(place + 1),
		);
		for (const typed of [...changed, code.slice(1), `${code}0`, '', 'koda', '__proto__'])
			expect(await openWithCode('here', typed, NOW), typed).toBeUndefined();
	});

	test('the tries counted before a code that opens are forgotten, and those before a wrong one are not', async () => {
		const { code } = await keep();
		const keys = attemptKeys(['code/there'], NOW);
		await countFailure(keys, NOW);
		await openWithCode('there', 'AAAAAAAAAAAA', NOW);
		expect(await triesOf(keys)).toHaveLength(1);
		await openWithCode('there', code, NOW);
		expect(await triesOf(keys)).toHaveLength(0);
	});

	test('who has the disk reads neither the answers nor the code', async () => {
		const { code } = await keep();
		const [row] = await rows();
		const bytes = Buffer.concat([row!['sealed'] as Buffer, row!['token_mac'] as Buffer]);
		expect(['thoughts', 'passing', 'self', code].filter((text) => bytes.includes(text))).toEqual([]);
	});
});
