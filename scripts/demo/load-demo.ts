// Loads the demo through the product's own use cases: four organisations, their staff, and 294 invented clients.
import { performance } from 'node:perf_hooks';
import { ORGANISATIONS } from '../../programmes/organisations.ts';
import { loadClients } from './clients.ts';
import { loadOrganisation, type DemoOrganisation } from './organisations.ts';
import { openAccounts } from './accounts.ts';
import { loadRecords } from './records.ts';
import { shareWork } from './teamwork.ts';

/** Fills an empty database with the demo, as seen from a moment. */
export async function loadDemo(say: (line: string) => void, now = new Date()): Promise<void> {
	const began = performance.now();
	say('Loading the demo: four organisations, their staff, 294 invented clients …');
	const loaded = new Map<string, DemoOrganisation>();
	for (const template of ORGANISATIONS) loaded.set(template.slug, await loadOrganisation(template, now));
	await openAccounts([...loaded.values()]);
	const people = await loadClients(loaded, now);
	await loadRecords(loaded.get('slovenska-karitas')!, now);
	await shareWork(loaded.get('slovenska-karitas')!, now);
	say(`The demo is loaded: ${people} clients in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}
