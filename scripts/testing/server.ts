// One embedded PostgreSQL for a whole run of tests; each test file asks it for a database of its own.
import type { TestProject } from 'vitest/node';
import { scratchServer } from '../scratch-database.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		server: { folder: string; sockets: string; password: string };
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await scratchServer();
	await server.database('first');
	project.provide('server', { folder: server.folder, sockets: server.sockets, password: server.password });
	return () => server.remove();
}
