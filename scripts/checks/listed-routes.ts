// Every route names who may enter it and its journal entry. One that nobody listed fails the build.
import { readdirSync } from 'node:fs';
import { ROUTES } from '../../src/lib/journal/routes.ts';

const PAGE = /^\+(page(\.server)?\.(svelte|ts)|server\.ts)$/;

/** The ids of the routes under a folder, as the framework names them. */
export function routesUnder(folder: string, id = ''): readonly string[] {
	const entries = readdirSync(folder, { withFileTypes: true });
	const below = entries.filter((one) => one.isDirectory());
	return [
		...(entries.some((one) => PAGE.test(one.name)) ? [id || '/'] : []),
		...below.flatMap((one) => routesUnder(`${folder}/${one.name}`, `${id}/${one.name}`)),
	];
}

/** What is wrong with the list of routes, in sentences; empty when it is whole. */
export function routeFaults(folder: string, listed: Readonly<Record<string, unknown>> = ROUTES): readonly string[] {
	const found = new Set(routesUnder(folder));
	return [
		...[...found].filter((id) => !(id in listed)).map((id) => `The route ${id} is not listed in journal/routes.ts.`),
		...Object.keys(listed)
			.filter((id) => !found.has(id))
			.map((id) => `journal/routes.ts lists ${id}, and there is no such route.`),
	];
}

/** Fails the build when a route is not listed. */
export function listedRoutes(folder: string) {
	return {
		name: 'opora-listed-routes',
		buildStart() {
			const faults = routeFaults(folder);
			if (faults.length > 0) throw new Error(faults.join('\n'));
		},
	};
}
