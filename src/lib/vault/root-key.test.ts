import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '#lib/platform/database.fixtures.ts';

const database = testDatabase();
let folder: string;
beforeEach(() => {
	vi.resetModules();
	folder = mkdtempSync(path.join(os.tmpdir(), 'opora-key-'));
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

/** Names another root key, with the passwords of the same database beside it. */
function useKey(text: string): string {
	const file = path.join(folder, 'root.key');
	copyFileSync(path.join(database.folder, 'keys', 'database.json'), path.join(folder, 'database.json'));
	writeFileSync(file, text);
	vi.stubEnv('OPORA_ROOT_KEY_FILE', file);
	return file;
}
const rootKey = () => import('./root-key.server.ts');
async function start() {
	const { openInstallation } = await import('../../../scripts/open-installation.ts');
	return (await openInstallation(() => {})).demo;
}

describe('the root key', () => {
	test('makes another key for each purpose, always the same', async () => {
		const { keyFor } = await rootKey();
		const purposes = ['organisation-keys', 'return-codes', 'cookies', 'links', 'journal-signature'] as const;
		const made = purposes.map((purpose) => keyFor(purpose).toString('hex'));
		expect(new Set(made).size).toBe(purposes.length);
		expect(purposes.map((purpose) => keyFor(purpose).toString('hex'))).toEqual(made);
		expect(made.every((key) => key.length === 64)).toBe(true);
	});

	test('proves itself and no other', async () => {
		const proof = (await rootKey()).keyProof();
		expect((await rootKey()).provesThisKey(proof)).toBe(true);
		useKey(randomBytes(32).toString('base64'));
		vi.resetModules();
		expect((await rootKey()).provesThisKey(proof)).toBe(false);
		expect((await rootKey()).provesThisKey(proof.subarray(1))).toBe(false);
	});

	test.each(['', 'kratek', randomBytes(31).toString('base64'), randomBytes(33).toString('base64')])(
		'that is no key of 32 bytes is refused (%#)',
		async (text) => {
			useKey(text);
			const { keyFor } = await rootKey();
			expect(() => keyFor('cookies')).toThrow('does not hold a key of 32 bytes');
		},
	);
});

describe('a start', () => {
	beforeAll(() => start());

	test('with the root key of the database works', async () => {
		expect(await start()).toBe(false);
	});

	test('with another root key is refused with a sentence, and changes nothing', async () => {
		const before = await database.superuser.query('select * from installation');
		const file = useKey(randomBytes(32).toString('base64'));
		await expect(start()).rejects.toThrow(
			`The database was sealed under another root key than ${file}. Put its own key there, or name its file with OPORA_ROOT_KEY_FILE.`,
		);
		expect((await database.superuser.query('select * from installation')).rows).toEqual(before.rows);
	});

	test('with a damaged root key is refused with a sentence', async () => {
		useKey('pokvarjen');
		await expect(start()).rejects.toThrow(/root\.key holds no root key\. .+/);
	});
});
