// Who can sign in to the demo: printed at the start, and shown on the sign-in page.
import { DEMO_PASSWORD } from '../../src/lib/identity/demo-accounts.server.ts';
import { STAFF } from './staff.ts';

/** The demo's accounts as lines for the terminal. */
export function signInSheet(): string {
	const lines = STAFF.map(
		({ email, roles, organisation }) => `  ${email.padEnd(34)} ${roles.join(', ').padEnd(26)} ${organisation}`,
	);
	return [
		`  The demo's people, all invented. Password of all: ${DEMO_PASSWORD}`,
		'  The code of the second factor is shown on the sign-in page.',
		...lines,
		'',
	].join('\n');
}
