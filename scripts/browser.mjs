// The browser that the journeys drive: one on the system, else Debian's when root may install it, else one from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm, ROOT, stopWith } from './bootstrap.mjs';

// The one without a window first: it needs a third less of the machine.
const NAMES = [
	'chromium-headless-shell',
	'chrome-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome',
];
const OWN = path.join(ROOT, 'journeys/browser');

/** The path of a Chromium that starts; installs one when there is none. OPORA_BROWSER names another. */
export async function browser(say) {
	const given = process.env.OPORA_BROWSER;
	if (given)
		return starts(given) ? given : stopWith(`OPORA_BROWSER names ${given}, and that does not start: ${whyNot(given)}`);
	const found = onPath() ?? debians(say);
	return found ?? (await fromNpm(say));
}

function onPath() {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(
		(file) => existsSync(file) && starts(file),
	);
}

function debians(say) {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
	say('Installing Debian’s Chromium for the journeys …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const apt = (...args) => spawnSync('apt-get', [...args, '-qq'], { env, stdio: 'ignore' }).status === 0;
	apt('update');
	const install = (name) => apt('install', '-y', '--no-install-recommends', name);
	return install('chromium-headless-shell') || install('chromium') ? onPath() : undefined;
}

async function fromNpm(say) {
	if (!existsSync(path.join(OWN, 'node_modules'))) {
		say('Installing a Chromium from npm for the journeys …');
		npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: OWN });
	}
	// It unpacks itself into the temporary folder, and would take what an older one left there.
	const unpacked = path.join(OWN, 'node_modules/.unpacked');
	mkdirSync(unpacked, { recursive: true });
	const before = process.env.TMPDIR;
	process.env.TMPDIR = unpacked;
	const entry = path.join(OWN, 'node_modules/@sparticuz/chromium/build/index.js');
	const file = await (await import(pathToFileURL(entry).href)).default.executablePath();
	if (before === undefined) delete process.env.TMPDIR;
	else process.env.TMPDIR = before;
	if (starts(file)) return file;
	return stopWith(`The journeys need a browser, and the one from npm does not start here: ${whyNot(file)}`);
}

function starts(file) {
	return spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function whyNot(file) {
	const { stderr, error } = spawnSync(file, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 20_000 });
	const library = /loading shared libraries: ([^:]+)/.exec(stderr ?? '')?.[1];
	return library
		? `the library ${library} is missing. Install it (Debian: apt-get install libnss3), or install Chromium.`
		: String(error?.message ?? stderr ?? '').trim();
}
