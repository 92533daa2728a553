// The product as every way of running it needs it: an open installation with its first content, said to whoever started it.
import { performance } from 'node:perf_hooks';
import { organisations } from '../src/lib/directory/organisations.server.ts';
import { makeSetupLink } from '../src/lib/identity/setup-link.server.ts';
import { closePools } from '../src/lib/platform/database.server.ts';
import { refuseWrongSettings, sayRunning, sayStopped, sentenceOf, type Failure } from './cannot-start.ts';
import { signInSheet } from './demo/sign-ins.ts';
import { openInstallation, type Installation } from './open-installation.ts';
import { refreshTemplates } from './refresh-templates.ts';

/** A line for whoever looks at the terminal. */
export const say = (line: string) => console.log(`  ${line}`);

/** Opens the product, lets `serve` begin, and ends everything with Ctrl-C, also while it starts. What keeps it from starting is said in a sentence. */
export async function run(serve: () => Promise<(reason: string) => Promise<void>>): Promise<void> {
	const open: Closer[] = [];
	const ending = endOnSignal(open);
	try {
		refuseWrongSettings();
		const opening = openInstallation(say);
		// Waited for also by somebody who stops it meanwhile: its database would outlive this process.
		open.push(() =>
			opening.then(
				(installation) => installation.stop(),
				() => {},
			),
		);
		const installation = await opening;
		open.push(closePools);
		open.push(await begin(installation, serve));
		open.unshift(async () => sayStopped());
		sayRunning(process.env.ORIGIN!);
		await announce(installation);
	} catch (error) {
		if (ending()) return;
		await closeAll(open, 'it cannot start');
		const why = sentenceOf(error as Failure);
		if (why === undefined) throw error;
		console.error(`\n  ${why}\n`);
		process.exit(1);
	}
}

/** Ends one thing that was opened. */
type Closer = (reason: string) => Promise<void>;

async function closeAll(open: Closer[], reason: string): Promise<void> {
	for (let close = open.pop(); close; close = open.pop()) await close(reason);
}

async function begin<Stop>(installation: Installation, serve: () => Promise<Stop>): Promise<Stop> {
	// What loads the demo is the whole product once more: nobody who starts again needs it in memory.
	if (installation.fresh && installation.demo) await (await import('./demo/load-demo.ts')).loadDemo(say);
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

/** What was opened last is closed first. Returns whether the end has begun. */
function endOnSignal(open: Closer[]): () => boolean {
	let ending = false;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, async () => {
			if (ending) return;
			ending = true;
			say('Stopping …');
			await closeAll(open, signal);
			process.exit(0);
		});
	}
	return () => ending;
}
