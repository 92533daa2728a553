// One embedded PostgreSQL for the journeys, with the demo in a database that each journey copies.
import type { TestProject } from 'vitest/node';
import { closePools } from '../../src/lib/platform/database.server.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { scratchServer } from '../scratch-database.ts';

/** The database with the demo in it; nobody may be connected to it while it is copied. */
export const DEMO = 'template_demo';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await scratchServer();
	Object.assign(process.env, await server.database(DEMO), { OPORA_DEMO: '1' });
	await loadDemo(() => {});
	await closePools();
	// The rooms' tests inherit this environment too, and begin with nothing.
	delete process.env.OPORA_DEMO;
	project.provide('server', { folder: server.folder, sockets: server.sockets, password: server.password });
	return () => server.remove();
}
