// Runs the product: database, keys, migrations, the demo the first time, then the pages.
import { performance } from 'node:perf_hooks';
import { makeSetupLink } from '../src/lib/identity/setup-link.server.ts';
import { closePools } from '../src/lib/platform/database.server.ts';
import { loadDemo } from './demo/load-demo.ts';
import { signInSheet } from './demo/sign-ins.ts';
import { serveHttp, stopHttp } from './http-server.ts';
import { CannotStart, openInstallation, sayRunning, sayStopped, type Installation } from './open-installation.ts';
import { refreshTemplates } from './refresh-templates.ts';

const port = Number(process.env.PORT ?? 3000);
process.env.ORIGIN ??= `http://localhost:${port}`;
const say = (line: string) => console.log(`  ${line}`);

try {
	await start();
} catch (error) {
	if (!(error instanceof CannotStart)) throw error;
	console.error(`\n  ${error.message}\n`);
	process.exit(1);
}

async function start(): Promise<void> {
	const installation = await openInstallation(say);
	await prepare(installation).catch(async (error: unknown) => {
		await closePools();
		await installation.stop();
		throw error;
	});
	const server = await serveHttp(port).catch(async (error: Error & { code?: string }) => {
		await installation.stop();
		throw error.code === 'EADDRINUSE'
			? new CannotStart(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`)
			: error;
	});
	sayRunning(process.env.ORIGIN!);
	await announce(installation);
	let ending = false;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, async () => {
			if (ending) return;
			ending = true;
			say('Stopping …');
			await stopHttp(server, signal);
			await closePools();
			await installation.stop();
			sayStopped();
			process.exit(0);
		});
	}
}

async function prepare(installation: Installation): Promise<void> {
	if (installation.fresh && installation.demo) await loadDemo(say);
	else if (!installation.fresh) await refreshTemplates(new Date());
	await installation.markReady();
}

async function announce(installation: Installation): Promise<void> {
	console.log(`\n  Opora is open at ${process.env.ORIGIN}  (${(performance.now() / 1000).toFixed(1)} s)\n`);
	if (installation.demo) console.log(signInSheet());
	else if (installation.fresh) {
		const { address } = await makeSetupLink(new Date());
		console.log(
			`  Nothing is set up yet. Make the first organisation here; the link works once, for one hour:\n  ${address}\n`,
		);
	}
	console.log('  Ctrl-C stops everything.\n');
}
