import type { Uuid } from '#lib/kernel/ids.ts';
import { aCommand } from '#lib/intake/intake.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { krizovaIntervence } from '../../../programmes/krizova-intervence.ts';
import type { NewAct } from './advocacy.server.ts';
import type { TaskChange } from './agreed-task.server.ts';
import { aCase, DAY } from './cases.fixtures.ts';
import type { AgreedContact } from './mediated-contact.server.ts';

/** A crisis case with two workers of its team, opened without a request. */
export async function aCrisisCase() {
	const world = await aWorld([krizovaIntervence]);
	const worker = await world.hire(['professional']);
	const colleague = await world.hire(['coordinator']);
	const { caseId, people } = await aCase(world, worker, { definition: krizovaIntervence });
	return { world, worker, colleague, caseId, client: people[0]! };
}

/** A task agreed today, as a form sends it. */
export const aTask = (caseId: Uuid, words: string, basedOn = 0): TaskChange => ({
	command: aCommand(),
	caseId,
	basedOn,
	words,
	agreedOn: DAY,
	meetingId: undefined,
});

/** What was done on somebody's behalf today; what came of it is not known yet. */
export const anAct = (caseId: Uuid, changes: Partial<NewAct> = {}): NewAct => ({
	command: aCommand(),
	caseId,
	on: DAY,
	towards: 'office',
	whom: 'Izmišljeni urad',
	about: 'Vloga za denarno pomoč',
	result: undefined,
	resultWords: '',
	...changes,
});

/** A contact that the client agreed to today, aloud. */
export const anAgreedContact = (caseId: Uuid, client: Uuid, changes: Partial<AgreedContact> = {}): AgreedContact => ({
	command: aCommand(),
	caseId,
	provider: 'mental-health',
	whom: 'Ambulance Vymyšlená',
	about: 'Termín u psychiatra',
	agreedBy: client,
	agreedForm: 'oral',
	agreedOn: DAY,
	...changes,
});
