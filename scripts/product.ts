// The product as every way of running it needs it: an open installation with its first content, said to whoever started it.
import { performance } from 'node:perf_hooks';
import { organisations } from '../src/lib/directory/organisations.server.ts';
import { makeSetupLink } from '../src/lib/identity/setup-link.server.ts';
import { closePools } from '../src/lib/platform/database.server.ts';
import { CannotStart, sayRunning, sayStopped } from './cannot-start.ts';
import { loadDemo } from './demo/load-demo.ts';
import { signInSheet } from './demo/sign-ins.ts';
import { openInstallation, type Installation } from './open-installation.ts';
import { refreshTemplates } from './refresh-templates.ts';

/** A line for whoever looks at the terminal. */
export const say = (line: string) => console.log(`  ${line}`);

/** Opens the product, lets `serve` begin, and ends everything with Ctrl-C. What keeps it from starting is said in a sentence. */
export async function run(serve: () => Promise<(reason: string) => Promise<void>>): Promise<void> {
	try {
		const installation = await openInstallation(say);
		const stop = await begin(installation, serve).catch(async (error: unknown) => {
			await closePools();
			await installation.stop();
			throw error;
		});
		sayRunning(process.env.ORIGIN!);
		await announce(installation);
		endOnSignal(async (reason) => {
			await stop(reason);
			await closePools();
			await installation.stop();
			sayStopped();
		});
	} catch (error) {
		if (!(error instanceof CannotStart)) throw error;
		console.error(`\n  ${error.message}\n`);
		process.exit(1);
	}
}

async function begin<Stop>(installation: Installation, serve: () => Promise<Stop>): Promise<Stop> {
	if (installation.fresh && installation.demo) await loadDemo(say);
	else if (!installation.fresh) await refreshTemplates(new Date());
	await installation.markReady();
	return serve();
}

async function announce(installation: Installation): Promise<void> {
	const now = new Date();
	console.log(`\n  Opora is open at ${process.env.ORIGIN}  (${(performance.now() / 1000).toFixed(1)} s)\n`);
	if (installation.demo) console.log(signInSheet());
	else if ((await organisations(now)).length === 0) {
		const { address } = await makeSetupLink(now);
		say('Nothing is set up yet. Make the first organisation here; the link works once, for one hour:');
		say(`${address}\n`);
	}
	say('Ctrl-C stops everything.\n');
}

function endOnSignal(stop: (reason: string) => Promise<void>): void {
	let ending = false;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, async () => {
			if (ending) return;
			ending = true;
			say('Stopping …');
			await stop(signal);
			process.exit(0);
		});
	}
}
