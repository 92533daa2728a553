// npm run demo:reset: empties the demo and loads it again. What is in earnest is never touched.
import { closePools } from '../../src/lib/platform/database.server.ts';
import { CannotStart } from '../cannot-start.ts';
import { emptyDemo, openInstallation } from '../open-installation.ts';
import { loadDemo } from './load-demo.ts';

const say = (line: string) => console.log(`  ${line}`);

try {
	await emptyDemo(say);
	const installation = await openInstallation(say);
	await loadDemo(say);
	await installation.markReady();
	await closePools();
	await installation.stop();
} catch (error) {
	if (!(error instanceof CannotStart)) throw error;
	console.error(`\n  ${error.message}\n`);
	process.exit(1);
}
