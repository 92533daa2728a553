// A family with a case: its client, somebody who takes part besides, how they are related, and who is absent.
import type { Act, Worker } from '../src/lib/kernel/actor.ts';
import type { CalendarDay } from '../src/lib/kernel/calendar-day.ts';
import type { Uuid } from '../src/lib/kernel/ids.ts';
import { aCase } from '../src/lib/cases/cases.fixtures.ts';
import { noteInConfidence, relate } from '../src/lib/cases/change-family.server.ts';
import { recordAbsence } from '../src/lib/cases/change-team.server.ts';
import { aCommand, good } from '../src/lib/intake/intake.fixtures.ts';
import type { World } from '../src/lib/programmes/world.fixtures.ts';

/** Makes a family's case, led by one worker; `mark` makes its words recognisable. */
export async function aFamily(world: World, worker: Act<Worker>, mark: (field: string) => string) {
	const { caseId, people } = await aCase(world, worker, { members: 2 });
	const [parent, child] = people as [Uuid, Uuid];
	const today = worker.at.toISOString().slice(0, 10) as CalendarDay;
	const [relationship, absence] = [aCommand(), aCommand()];
	good(await relate(worker, { command: relationship, caseId, one: parent, other: child, kind: 'parent' }));
	const gone = { worker: worker.by.workerId, from: today, to: undefined, reason: 'illness' as const };
	good(await recordAbsence(worker, { command: absence, caseId, ...gone }));
	const said = { caseId, person: child, on: today, words: mark('in-confidence') };
	good(await noteInConfidence(worker, { command: aCommand(), ...said }));
	return { family: caseId, member: child, relationship, absence };
}
