// The secrets of an installation, in files beside each other: the root key, and the passwords of the database roles.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { config, type DatabaseRole } from '../src/lib/platform/config.server.ts';

/** Makes the root key the first time: 32 random bytes, readable by its owner only. Tells whether it was made now. */
export function ensureRootKey(): boolean {
	const file = config.rootKeyFile;
	if (existsSync(file)) return false;
	refuseInsideData(file);
	mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
	writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
	return true;
}

/** The passwords of the roles the running product connects as; made the first time. */
export function databasePasswords(): Readonly<Record<DatabaseRole, string>> {
	const file = path.join(path.dirname(config.rootKeyFile), 'database.json');
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Record<DatabaseRole, string>;
	const password = () => randomBytes(24).toString('base64url');
	const made = { app: password(), identity: password(), jobs: password() };
	mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
	writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flag: 'wx' });
	return made;
}

function refuseInsideData(file: string): void {
	const inside = !path.relative(config.dataFolder, file).startsWith('..');
	if (inside)
		throw new CannotStart('The root key must not lie in the data folder: set OPORA_ROOT_KEY_FILE to a file elsewhere.');
}
