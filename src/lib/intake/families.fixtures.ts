// Families with a case: of a programme that asks something of each member, and has two workers.
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { activateCase } from '#lib/cases/activate-case.server.ts';
import { aCase, aCondition, aStatement, DAY, day } from '#lib/cases/cases.fixtures.ts';
import type { Joining } from '#lib/cases/change-members.server.ts';
import { addCaseWorker } from '#lib/cases/change-team.server.ts';
import type { Review } from '#lib/cases/review-case.server.ts';
import { stateCondition } from '#lib/cases/state-condition.server.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aCommand, good } from './intake.fixtures.ts';

/** A programme that works with families as the seeds describe it: two conditions of each member, two workers. */
export const forFamilies = () =>
	smallDefinition({
		conditions: [
			aCondition('motivated', { party: 'each-member', kind: 'assessment', forms: ['written'] }),
			aCondition('agreed', { party: 'each-member', kind: 'agreement', setsPeriod: true }),
		],
		team: { minimum: 2, text: { sl: 'Dva' } },
		agreement: { ...smallDefinition().agreement, period: 'optional' },
		indications: [{ key: 'two-or-more', text: { sl: 'Dva' }, membersMin: 2 }],
	});

type Family = { world: World; key: Act<Worker>; second: Act<Worker>; caseId: Uuid; people: readonly Uuid[] };

export async function aFamily(members = 2): Promise<Family> {
	const definition = forFamilies();
	const world = await aWorld([definition]);
	const [key, second] = [await world.hire(['professional']), await world.hire(['professional'])];
	return { world, key, second, ...(await aCase(world, key, { definition, members })) };
}

export const motivated = (of: Family, person: Uuid) =>
	stateCondition(of.key, aStatement(of, 'motivated', { partyId: person, form: 'written' }));
export const agreed = (of: Family, person: Uuid) =>
	stateCondition(of.key, aStatement(of, 'agreed', { partyId: person, until: day('2027-05-31') }));
export const joinSecond = (of: Family) =>
	addCaseWorker(of.key, {
		command: aCommand(),
		caseId: of.caseId,
		worker: of.second.by.workerId,
		role: 'second-worker',
	});
export const activate = (of: Family) => activateCase(of.key, { caseId: of.caseId, from: DAY });

export async function anActiveFamily(): Promise<Family> {
	const of = await aFamily();
	for (const person of of.people) {
		good(await motivated(of, person));
		good(await agreed(of, person));
	}
	good(await joinSecond(of));
	good(await activate(of));
	return of;
}

export const aJoining = (of: Family, changes: Partial<Joining> = {}): Joining => ({
	command: aCommand(),
	caseId: of.caseId,
	person: undefined,
	newPerson: { name: 'Teta Izmišljena', birthYear: 1975, sex: 'female' },
	roles: ['child'],
	livesWith: true,
	from: DAY,
	ownView: '',
	...changes,
});

/** A review of a family, in which nobody says anything unless a test has them do so. */
export const aReview = (of: { caseId: Uuid }, changes: Partial<Review> = {}): Review => ({
	command: aCommand(),
	caseId: of.caseId,
	on: DAY,
	ownViews: new Map(),
	note: '',
	nextOn: undefined,
	renewedUntil: undefined,
	...changes,
});
