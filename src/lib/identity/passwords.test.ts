import { expect, test } from 'vitest';
import { inTurn, passwords } from './passwords.server.ts';

test('heavy work is done two at a time, in the order it came, and a failure gives its place back', async () => {
	const began: number[] = [];
	const ends: (() => void)[] = [];
	const works = Array.from({ length: 5 }, (_, n) =>
		inTurn(async () => {
			began.push(n);
			await new Promise<void>((end) => (ends[n] = end));
			if (n === 1) throw new Error('broken');
		}).catch(() => {}),
	);
	await expect.poll(() => began).toEqual([0, 1]);
	ends[1]!();
	await expect.poll(() => began).toEqual([0, 1, 2]);
	ends[0]!();
	await expect.poll(() => began).toEqual([0, 1, 2, 3]);
	for (const n of [2, 3]) ends[n]!();
	await expect.poll(() => began).toEqual([0, 1, 2, 3, 4]);
	ends[4]!();
	await Promise.all(works);
});

test('a password is known again and another is not', async () => {
	const hash = await passwords.hash('geslo za preizkus');
	expect(await passwords.verify({ hash, password: 'geslo za preizkus' })).toBe(true);
	expect(await passwords.verify({ hash, password: 'drugo geslo' })).toBe(false);
});
