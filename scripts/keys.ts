// The secrets of an installation, in files beside each other: the root key, and the passwords of the database roles.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { config, type DatabaseRole } from '../src/lib/platform/config.server.ts';

const KEY_BYTES = 32;

/** Makes the root key the first time: 32 random bytes, readable by its owner only. Tells whether it was made now. */
export function ensureRootKey(): boolean {
	const file = config.rootKeyFile;
	if (existsSync(file)) return refuseNoKey(file);
	refuseInsideData(file);
	mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
	writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
	return true;
}

/** The passwords of the roles the running product connects as; made the first time. */
export function databasePasswords(): Readonly<Record<DatabaseRole, string>> {
	const file = path.join(path.dirname(config.rootKeyFile), 'database.json');
	if (existsSync(file)) return readPasswords(file);
	const password = () => randomBytes(24).toString('base64url');
	const made = { app: password(), identity: password(), jobs: password() };
	mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
	writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flag: 'wx' });
	return made;
}

function readPasswords(file: string): Readonly<Record<DatabaseRole, string>> {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Record<DatabaseRole, string>;
	} catch {
		throw new CannotStart(
			`The passwords of the database in ${file} cannot be read. Put back your copy, or move the file away: new ones are made.`,
		);
	}
}

function refuseNoKey(file: string): false {
	const bytes = statSync(file).isFile() ? Buffer.from(readFileSync(file, 'utf8').trim(), 'base64').length : 0;
	if (bytes === KEY_BYTES) return false;
	throw new CannotStart(
		`The file ${file} holds no root key. Put back your copy of the key, or name its file with OPORA_ROOT_KEY_FILE.`,
	);
}

function refuseInsideData(file: string): void {
	const inside = !path.relative(config.dataFolder, file).startsWith('..');
	if (inside)
		throw new CannotStart('The root key must not lie in the data folder: set OPORA_ROOT_KEY_FILE to a file elsewhere.');
}
