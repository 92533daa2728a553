import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { aCommand, good } from '#lib/intake/intake.fixtures.ts';
import { makePerson } from '#lib/people/people.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Condition, Definition } from '#lib/programmes/definition.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import type { World } from '#lib/programmes/world.fixtures.ts';
import { activateCase } from './activate-case.server.ts';
import { caseFile, type CaseFile } from './case-file.server.ts';
import type { Closing } from './close-case.server.ts';
import { openCase } from './open-case.server.ts';
import type { TypedPlan } from './plan.ts';
import { stateCondition, type StatedCondition } from './state-condition.server.ts';

/** A case with so many members, opened without a request; its definition has to run in the world. */
export async function aCase(
	world: World,
	worker: Act<Worker>,
	given: { definition?: Definition; members?: number } = {},
): Promise<{ caseId: Uuid; people: readonly Uuid[] }> {
	const definition = given.definition ?? smallDefinition();
	const done = await transaction(worker, async (tx) => {
		const people: Uuid[] = [];
		for (let i = 0; i < (given.members ?? 1); i += 1) {
			const text = { name: `Zala Vzorčnik ${i}`, phone: '', email: '', address: '', anonymous: false };
			people.push((await makePerson(tx, text, '386')).id);
		}
		const id = newId(worker.at);
		await openCase(tx, {
			id,
			programme: definition.key,
			version: 1,
			definition,
			requestId: null,
			unit: people.length > 1 ? 'family' : 'person',
			members: people.map((person) => ({ person, roles: ['client'] })),
			teams: [world.teamId],
			timeZone: 'Europe/Ljubljana',
		});
		record(tx, { action: 'case.opened', subjects: [id] });
		return ok({ caseId: id, people });
	});
	return good(done);
}

/** A condition somebody states aloud or in writing. */
export const aCondition = (key: string, changes: Partial<Condition> = {}): Condition => ({
	key,
	text: { sl: key, cs: key, en: key },
	party: 'each-client',
	kind: 'statement',
	forms: ['oral', 'written'],
	setsPeriod: false,
	...changes,
});

/** What a party states on the first day of a world. */
export function aStatement(
	of: { caseId: Uuid; people: readonly Uuid[] },
	condition: string,
	changes: Partial<StatedCondition> = {},
): StatedCondition {
	return {
		command: aCommand(),
		caseId: of.caseId,
		condition,
		partyId: of.people[0]!,
		statedOn: DAY,
		form: 'oral',
		until: condition === 'oral-commitment' ? ('2027-05-31' as CalendarDay) : undefined,
		...changes,
	};
}

/** The first day of a world, and days around it. */
export const DAY = '2026-11-23' as CalendarDay;
export const day = (text: string) => text as CalendarDay;

/** An agreement that says nothing of how long, for programmes whose conditions set no period. */
export const NO_PERIOD: Definition['agreement'] = { ...smallDefinition().agreement, period: 'none' };

export const THREE = ['expressed-wish', 'plan-cooperation', 'oral-commitment'] as const;

/** States all three conditions of the small programme. */
export async function stateAll(worker: Act<Worker>, of: { caseId: Uuid; people: readonly Uuid[] }): Promise<void> {
	for (const condition of THREE) good(await stateCondition(worker, aStatement(of, condition)));
}

/** The file of a case as it stands. */
export async function fileOf(worker: Act<Worker>, caseId: Uuid): Promise<CaseFile> {
	const done = await transaction(worker, async (tx) => {
		record(tx, { action: 'case.read', subjects: [caseId] });
		return ok(await caseFile(tx, caseId));
	});
	const file = good(done);
	if (!file) throw new Error('the case is not here');
	return file;
}

/** An active case of the small programme. */
export async function anActiveCase(world: World, worker: Act<Worker>) {
	const of = await aCase(world, worker);
	await stateAll(worker, of);
	good(await activateCase(worker, { caseId: of.caseId, from: DAY }));
	return of;
}

/** A plan with these goals. */
export const aPlan = (...goals: readonly (string | { id: Uuid; text: string })[]): TypedPlan => ({
	resources: 'sestra',
	needs: 'spanje',
	goals: goals.map((goal) => ({
		id: typeof goal === 'string' ? null : goal.id,
		text: typeof goal === 'string' ? goal : goal.text,
		steps: [],
	})),
});

/** Everything that has to be said when a case is closed. */
export const aClosing = (caseId: Uuid, changes: Partial<Closing> = {}): Closing => ({
	command: aCommand(),
	caseId,
	closedOn: DAY,
	reason: 'goals-achieved',
	goals: {},
	outcomes: [],
	note: '',
	...changes,
});
