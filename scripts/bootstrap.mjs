// Runs under whatever Node the machine has (20 or newer): installs what the lock file names, finds Node 26, builds.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const WANTED = 26;
const SOURCES = [
	'src',
	'programmes',
	'questionnaires',
	'data',
	'messages',
	'reading',
	'static',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
];
const LOCK_STAMP = 'node_modules/.opora-lock';
const BUILD_STAMP = 'build/.opora-sources';

/** Installs the locked packages when they are not there yet. Says what it does through `say`. */
export function install(say) {
	const hash = lockHash();
	if (isFresh(LOCK_STAMP, hash)) return;
	say('Installing the packages of package-lock.json …');
	// Not `npm ci`: it empties the folder first, with what is kept there between starts. `install` keeps the same versions.
	npm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
	writeFileSync(path.join(ROOT, LOCK_STAMP), hash);
}

/** The Node that the product runs on: this one when it is new enough, else the one that npm brought. */
export function modernNode() {
	if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath;
	const name =
		process.platform === 'darwin' ? `node-bin-darwin-${process.arch}` : `node-${process.platform}-${process.arch}`;
	const found = path.join(ROOT, 'node_modules', name, 'bin', 'node');
	if (!existsSync(found)) {
		stopWith(
			`Opora runs on Node ${WANTED}; this is ${process.version}, and npm offers none for ${process.platform}-${process.arch}. Install Node ${WANTED} and start again.`,
		);
	}
	return found;
}

/** Builds the application when its sources changed since it was last built. */
export function build(say) {
	const hash = sourceHash();
	if (isFresh(BUILD_STAMP, hash)) return;
	say('Building the application …');
	process.env.BUILD_VERSION = hash.slice(0, 12);
	run(modernNode(), ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { quiet: true });
	writeFileSync(path.join(ROOT, BUILD_STAMP), hash);
}

/** Runs a command and ends with a sentence when it fails. Quiet ones show their output only then. */
export function run(command, args, { quiet = false, cwd = ROOT } = {}) {
	const done = spawnSync(command, args, {
		cwd,
		stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
		encoding: 'utf8',
	});
	if (done.status === 0) return;
	if (quiet) process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
	stopWith(`"${path.basename(command)} ${args.join(' ')}" ended with ${done.status ?? done.signal ?? done.error}.`);
}

/** Runs npm itself, the one that started us where there is one. */
export function npm(args, { cwd = ROOT } = {}) {
	const self = process.env.npm_execpath;
	if (self) run(process.execPath, [self, ...args], { quiet: true, cwd });
	else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { quiet: true, cwd });
}

/** Where Node keeps what it has read and compiled, so that a later start need not: a third of the work of a start. */
export const COMPILED = path.join(ROOT, 'node_modules/.cache/compiled');

/** How the product is run: how much memory it takes before it tidies up, as what it holds of a page is gone with the page. */
export const SERVED = {
	/** Young memory, megabytes, that a search or a page is done before it is tidied; and the most there is of old. */
	flags: ['--max-semi-space-size=16', '--max-old-space-size=512'],
	/** Memory outside of Node's own: from one place, not one for each thread, and what is large is given back at once, bytes. */
	environment: { NODE_COMPILE_CACHE: COMPILED, MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' },
};

/** Hands over to another program, with an environment as far as nobody said otherwise, and ends as it ends. A terminal sends Ctrl-C to both; what comes without one is passed on. */
export function handOver(command, args, environment = {}) {
	const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...environment, ...process.env } });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
		process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
	child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/** Ends with one sentence that says what to do. */
export function stopWith(sentence) {
	console.error(`\n  ${sentence}\n`);
	process.exit(1);
}

function isFresh(stamp, hash) {
	const file = path.join(ROOT, stamp);
	mkdirSync(path.dirname(file), { recursive: true });
	return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

function lockHash() {
	return createHash('sha256')
		.update(readFileSync(path.join(ROOT, 'package-lock.json')))
		.digest('hex');
}

function sourceHash() {
	const hash = createHash('sha256').update(lockHash());
	for (const file of SOURCES.flatMap((top) => filesUnder(path.join(ROOT, top)))) {
		hash.update(`${path.relative(ROOT, file)}\0`).update(readFileSync(file));
	}
	return hash.digest('hex');
}

function filesUnder(top) {
	if (!existsSync(top)) return [];
	if (statSync(top).isFile()) return [top];
	return readdirSync(top)
		.sort()
		.flatMap((name) => filesUnder(path.join(top, name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	install(console.log);
	console.log(`Installed. The product runs on ${modernNode()}.`);
}
