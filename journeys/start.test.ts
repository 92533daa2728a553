import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
	aHome,
	LINK,
	nobody,
	OPEN,
	processesOn,
	refusal,
	status,
	until,
	type Home,
	type Started,
} from './start.fixtures.ts';

const WARM_MS = 3_000;

const home = aHome();
const others: Home[] = [];
let running: Started;
let firstLink: string;

afterAll(() => Promise.all([home, ...others].map((one) => one.remove())));

/** Another home, removed at the end too. */
function another(...of: Parameters<typeof aHome>): Home {
	others.push(aHome(...of));
	return others.at(-1)!;
}

const postmaster = () =>
	Number(readFileSync(path.join(home.data, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

/** Has the database's lock name a process that died and that nobody asked after, as it stays where no init does. */
async function nameUnburied(): Promise<ChildProcess> {
	const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
	const file = path.join(home.data, 'postgres/data/postmaster.pid');
	const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
	writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(pid).trim()));
	return parent;
}

describe('one data folder from its first start on', () => {
	test('the first start says where it serves and where to set it up', async () => {
		running = await home.start();
		expect((await running.says(OPEN))[1]).toBe(running.address);
		firstLink = (await running.says(LINK))[1]!;
		expect(await status(`${running.address}/live`)).toBe(200);
		expect(await status(`${running.address}/ready`)).toBe(200);
		const page = await fetch(running.address + firstLink);
		expect(await page.text()).toContain('name="administratorEmail"');
		const invented = await fetch(`${running.address}/set-up/nobodyMadeThisLink`);
		expect(await invented.text()).not.toContain('name="administratorEmail"');
	});

	test('its secrets are for its owner only, and the key lies apart from the data', () => {
		const keys = path.join(home.folder, 'keys');
		expect(readdirSync(keys).map((file) => [file, statSync(path.join(keys, file)).mode & 0o777])).toEqual([
			['database.json', 0o600],
			['root.key', 0o600],
		]);
		const key = readFileSync(path.join(keys, 'root.key'), 'utf8').trim();
		const found = readdirSync(home.data, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.parentPath.includes('postgresql-'))
			.filter((entry) => readFileSync(path.join(entry.parentPath, entry.name)).includes(key));
		expect(found).toEqual([]);
	});

	test('a second start in the same folder says that one is running, and where', async () => {
		expect(await refusal(home.start())).toContain(`Opora already runs: ${running.address}`);
		expect(await status(`${running.address}/ready`)).toBe(200);
	});

	test('a product killed outright is started again over its living database', async () => {
		const before = postmaster();
		running.kill('SIGKILL');
		await running.ended();
		running = await home.start();
		const link = (await running.says(LINK))[1]!;
		expect(link).not.toBe(firstLink);
		expect(postmaster()).toBe(before);
		const page = await fetch(running.address + firstLink);
		expect(await page.text()).toContain('name="administratorEmail"');
	});

	test('a product killed together with its database recovers what was written', async () => {
		running.kill('SIGKILL');
		process.kill(postmaster(), 'SIGKILL');
		await running.ended();
		const unburied = await nameUnburied();
		running = await home.start();
		await running.says(LINK);
		unburied.kill();
		const page = await fetch(running.address + firstLink);
		expect(await page.text()).toContain('name="administratorEmail"');
	});

	test('a database that dies under the product is started again by it', async () => {
		const before = postmaster();
		process.kill(before, 'SIGKILL');
		await until(async () => (await status(`${running.address}/ready`)) === 503 || postmaster() !== before);
		await until(async () => (await status(`${running.address}/ready`)) === 200);
		expect(postmaster()).not.toBe(before);
		// The new connection holds the folder as the old one did.
		expect(await refusal(home.start())).toContain('Opora already runs');
	});

	test('Ctrl-C stops everything', async () => {
		expect(processesOn(home.data).length).toBeGreaterThan(0);
		running.kill('SIGINT');
		expect(await running.ended()).toBe(0);
		expect(processesOn(home.data)).toEqual([]);
		expect(existsSync(path.join(home.data, 'running.json'))).toBe(false);
	});

	test('Ctrl-C in the middle of a start leaves no database behind', async () => {
		const begun = await home.start();
		await until(() => processesOn(home.data).length > 0);
		begun.kill('SIGINT');
		await begun.ended();
		expect(processesOn(home.data)).toEqual([]);
	});

	// By the processor's clock: other tests run on this machine at the same moment, and how long they keep it is not the product's.
	test('a warm start works for less than three seconds until the first page is there', async () => {
		const took: number[] = [];
		for (const round of ['first', 'second']) {
			running = await home.start();
			await until(() =>
				status(running.address).then(
					(code) => code === 200,
					() => false,
				),
			);
			took.push(running.processorMs());
			running.kill('SIGTERM');
			expect(await running.ended(), round).toBe(0);
		}
		expect(Math.min(...took)).toBeGreaterThan(0);
		expect(Math.min(...took)).toBeLessThanOrEqual(WARM_MS);
	});
});

describe('what keeps it from starting is said in a sentence', () => {
	test('a port that is taken', async () => {
		const blocker = createServer().listen(0);
		await once(blocker, 'listening');
		const { port } = blocker.address() as AddressInfo;
		const said = await refusal(home.start({ PORT: String(port) }));
		blocker.close();
		expect(said).toBe(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`);
		expect(processesOn(home.data)).toEqual([]);
	});

	test('a file where the data folder should be', async () => {
		const file = path.join(home.folder, 'a-file');
		writeFileSync(file, 'this is no folder');
		expect(await refusal(home.start({ OPORA_DATA: file }))).toMatch(/no folder stands in its way .* OPORA_DATA\.$/);
	});

	test('a damaged database', async () => {
		const { folder, data } = another();
		cpSync(path.join(home.data, 'postgres'), path.join(data, 'postgres'), { recursive: true, verbatimSymlinks: true });
		const user = nobody();
		if (user) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, path.join(data, 'postgres/data')]);
		writeFileSync(path.join(data, 'postgres/data/PG_VERSION'), '9.6\n');
		const said = await refusal(home.start({ OPORA_DATA: data }));
		expect(said).toMatch(/does not open \(database files are incompatible with server\)\. Restore it from a backup/);
		expect(processesOn(folder)).toEqual([]);
	});

	test('another root key than the one the data were sealed under', async () => {
		const other = path.join(home.folder, 'other-keys/root.key');
		mkdirSync(path.dirname(other));
		writeFileSync(other, Buffer.alloc(32, 7).toString('base64'));
		writeFileSync(
			path.join(home.folder, 'other-keys/database.json'),
			readFileSync(path.join(home.folder, 'keys/database.json')),
		);
		const said = await refusal(home.start({ OPORA_ROOT_KEY_FILE: other }));
		expect(said).toContain('sealed under another root key');
		const lies = /The database lies in (\S+)\./.exec(said)?.[1] ?? '';
		expect(existsSync(path.join(lies, 'PG_VERSION'))).toBe(true);
		expect(processesOn(home.data)).toEqual([]);
		writeFileSync(other, 'half a k');
		expect(await refusal(home.start({ OPORA_ROOT_KEY_FILE: other }))).toContain('holds no root key');
	});

	test('a root key in the data folder', async () => {
		const { data } = another();
		const said = await refusal(home.start({ OPORA_DATA: data, OPORA_ROOT_KEY_FILE: path.join(data, 'root.key') }));
		expect(said).toContain('must not lie in the data folder');
	});

	test.each([
		['PORT', 'three', 'PORT is "three"'],
		['ORIGIN', 'https://opora.invalid/', 'Write it like this: ORIGIN=https://opora.invalid'],
		['DATABASE_URL', 'the one in the cellar', 'DATABASE_URL is no address of a database'],
		[
			'DATABASE_URL',
			'postgresql://opora:opora@127.0.0.1:9/opora',
			'No PostgreSQL answers at 127.0.0.1:9/opora (ECONNREFUSED)',
		],
	])('%s that says %s', async (name, value, sentence) => {
		expect(await refusal(home.start({ [name]: value }))).toContain(sentence);
	});

	test('a disk that is full when the product is about to serve', async () => {
		mkdirSync(home.data, { recursive: true });
		symlinkSync('/dev/full', path.join(home.data, 'running.json'));
		expect(await refusal(home.start())).toContain('The disk is full. Make room on the disk of');
		expect(processesOn(home.data)).toEqual([]);
	});

	test('a disk too small for the database', async () => {
		const { folder, data } = another();
		mkdirSync(data);
		// Whoever may not mount one is shown the disk that is always full once more.
		const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100m,mode=755', 'tmpfs', data]).status === 0;
		try {
			if (!mounted) symlinkSync('/dev/full', path.join(data, 'running.json'));
			expect(await refusal(home.start({ OPORA_DATA: data }))).toContain(
				`The disk is full. Make room on the disk of ${data}`,
			);
			expect(processesOn(folder)).toEqual([]);
		} finally {
			if (mounted) spawnSync('umount', ['-l', data]);
		}
	});
});

test('an ordinary user runs everything as themselves', async () => {
	const user = nobody();
	const reachable =
		!user ||
		spawnSync(process.execPath, ['--version'], { ...user, cwd: path.dirname(import.meta.dirname) }).status === 0;
	const theirs = another(user);
	// A clone that only root can enter is started by root: its database is an ordinary user's all the same.
	const started = await theirs.start({}, reachable ? user : undefined);
	await started.says(LINK);
	expect(await status(started.address)).toBe(200);
	expect(statSync(path.join(theirs.data, 'postgres/data')).uid).toBe(user?.uid ?? process.getuid?.());
	started.kill('SIGINT');
	expect(await started.ended()).toBe(0);
	expect(processesOn(theirs.data)).toEqual([]);
});
