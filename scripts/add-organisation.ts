// npm run organisation:add: a link that sets up one more organisation, for the operator of the installation.
import { makeSetupLink } from '../src/lib/identity/setup-link.server.ts';
import { closePools } from '../src/lib/platform/database.server.ts';
import { CannotStart } from './cannot-start.ts';
import { joinInstallation } from './open-installation.ts';

try {
	const serving = joinInstallation();
	process.env.ORIGIN ??= serving;
	const { address } = await makeSetupLink(new Date());
	console.log(`\n  One more organisation is set up here; the link works once, for one hour:\n  ${address}\n`);
	await closePools();
} catch (error) {
	if (!(error instanceof CannotStart)) throw error;
	console.error(`\n  ${error.message}\n`);
	process.exit(1);
}
