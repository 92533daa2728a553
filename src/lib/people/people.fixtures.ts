import type { Act, Worker } from '#lib/kernel/actor.ts';
import { system } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { belongToTeams, screenOff } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import type { World } from '#lib/programmes/world.fixtures.ts';
import { findPersons, makePerson } from './people.server.ts';

/** The prefix that numbers of the tests' country begin with. */
export const PREFIX = '386';

/** Makes somebody known in a world, to its team unless told otherwise. */
export async function somebodyKnown(
	world: World,
	given: { name?: string; phone?: string; email?: string },
	teams: readonly Uuid[] = [world.teamId],
): Promise<Uuid> {
	const done = await transaction({ by: system(world.organisationId), at: world.now }, async (tx) => {
		const text = { name: '', phone: '', email: '', address: '', ...given, anonymous: !given.name };
		const { id } = await makePerson(tx, text, PREFIX);
		await belongToTeams(tx, id, teams);
		record(tx, { action: 'person.known', subjects: [id] });
		return ok(id);
	});
	if (!done.ok) throw new Error(done.problem);
	return done.value;
}

/** Keeps a person from a worker. */
export async function screen(world: World, worker: Act<Worker>, person: Uuid): Promise<void> {
	await transaction({ by: system(world.organisationId), at: world.now }, async (tx) => {
		await screenOff(tx, worker.by.workerId, person);
		record(tx, { action: 'person.changed', subjects: [person] });
		return ok();
	});
}

/** The names a worker finds with a query. */
export async function found(worker: Act<Worker>, query: string): Promise<readonly string[]> {
	const persons = await findPersons(worker, { query, countryPrefix: PREFIX });
	if (!persons.ok) throw new Error(persons.problem);
	return persons.value.persons.map((person) => person.name).toSorted();
}
