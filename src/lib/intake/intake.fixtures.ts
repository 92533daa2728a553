import { randomBytes } from 'node:crypto';
import type { Act, CodeHolder, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { uuidv7, type Uuid } from '#lib/kernel/ids.ts';
import type { ProblemKey } from '#lib/kernel/problems.ts';
import type { Result } from '#lib/kernel/result.ts';
import { activateCase } from '#lib/cases/activate-case.server.ts';
import { changePlan } from '#lib/cases/change-plan.server.ts';
import { stateCondition } from '#lib/cases/state-condition.server.ts';
import type { World } from '#lib/programmes/world.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import type { OfferedTime } from './offer-time.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';
import { enterCode } from './own-request.server.ts';
import { receiveRequest, type NewRequest } from './receive-request.server.ts';
import type { RecordedTalk } from './record-talk.server.ts';
import type { RequestText } from './request.ts';
import { takeRequest } from './take-request.server.ts';

/** A fresh id, as a form carries one. */
export const aCommand = (): Uuid => uuidv7(Date.now(), randomBytes(10));
/** The value of a result that has to be good. */
export function good<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`refused: ${result.problem} ${JSON.stringify(result.fields ?? '')}`);
	return result.value;
}

/** What somebody writes who asks for help for themselves. */
export function someWords(changes: Partial<RequestText> = {}): RequestText {
	return {
		name: 'Zala Vzorčnik',
		phone: '041 123 456',
		email: 'zala@primer.invalid',
		words: 'Od poletja ne spim.',
		place: 'Celje',
		when: 'dopoldne',
		rules: [],
		interpreter: '',
		language: 'sl',
		about: null,
		proposer: null,
		...changes,
	};
}

/** A request from the door, for oneself. */
export function aRequest(changes: Partial<NewRequest> = {}): NewRequest {
	return {
		command: aCommand(),
		programme: 'small',
		forWhom: 'self',
		wayIn: undefined,
		urgency: 'ordinary',
		mode: 'phone',
		onlineReason: undefined,
		site: undefined,
		anonymous: false,
		reasons: ['grief'],
		text: someWords(),
		...changes,
	};
}

/** A request that this worker has taken. */
export async function takenRequest(
	world: World,
	worker: Act<Worker>,
	changes: Partial<NewRequest> = {},
): Promise<Uuid> {
	const request = aRequest(changes);
	good(await receiveRequest(world.visitor(), request));
	good(await takeRequest(worker, { command: aCommand(), requestId: request.command }));
	return request.command;
}

/** A case opened from a taken request, with all its conditions unmet. */
export async function openedCase(
	world: World,
	worker: Act<Worker>,
	changes: Partial<NewRequest> = {},
): Promise<{ caseId: Uuid; personId: Uuid; requestId: Uuid }> {
	const requestId = await takenRequest(world, worker, changes);
	const { personId } = good(await linkPerson(worker, { requestId, personId: undefined }));
	const { caseId } = good(await openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' }));
	return { caseId, personId, requestId };
}

/** An active case: all three facts stated today. */
export async function activeCase(
	world: World,
	worker: Act<Worker>,
	changes: Partial<NewRequest> = {},
): Promise<{ caseId: Uuid; personId: Uuid; requestId: Uuid }> {
	const opened = await openedCase(world, worker, changes);
	for (const condition of ['expressed-wish', 'plan-cooperation', 'oral-commitment']) {
		good(
			await stateCondition(worker, {
				command: aCommand(),
				caseId: opened.caseId,
				condition,
				partyId: opened.personId,
				statedOn: today(world),
				form: 'oral',
				until: '2027-05-31' as CalendarDay,
			}),
		);
	}
	good(await activateCase(worker, { caseId: opened.caseId, from: today(world) }));
	return opened;
}

/** The day it is in a world. */
export const today = (world: World): CalendarDay => world.now.toISOString().slice(0, 10) as CalendarDay;

/** Why a result was refused; undefined when it was not. */
export const problemOf = (result: Result<unknown>): ProblemKey | undefined => (result.ok ? undefined : result.problem);

/** Somebody who holds a code, at the moment of a world. */
export async function holderOf(world: World, code: string): Promise<Act<CodeHolder>> {
	return { by: good(await enterCode(`test-${aCommand()}`, code, world.now)), at: world.now };
}

/** A request that somebody sent, with the code it is opened with. */
export async function sentRequest(
	world: World,
	changes: Partial<NewRequest> = {},
): Promise<{ requestId: Uuid; code: string }> {
	const request = aRequest(changes);
	const { code } = good(await receiveRequest(world.visitor(), request));
	return { requestId: request.command, code };
}

/** A proposal of a professional of another organisation, about somebody. */
export const aProposal = (changes: Partial<NewRequest> = {}): Partial<NewRequest> => ({
	forWhom: 'proposal',
	proposal: { proposer: 'professional', agreedOn: '2026-11-20' as CalendarDay },
	text: someWords({
		name: 'Petra Predlagateljica',
		email: 'petra@primer.invalid',
		about: { name: 'Zala Vzorčnik', phone: '041 000 555', email: '', relation: '', knows: 'yes' },
		proposer: { organisation: 'Izmišljeni zavod', role: 'svetovalka' },
	}),
	...changes,
});

/** A talk with somebody who asked for help, half an hour long, that ended an hour ago. */
export function aTalk(worker: Act<Worker>, requestId: Uuid, changes: Partial<RecordedTalk> = {}): RecordedTalk {
	return {
		command: aCommand(),
		requestId,
		startedAt: new Date(worker.at.getTime() - 90 * 60_000),
		minutes: 30,
		mode: 'phone',
		site: undefined,
		onlineReason: undefined,
		form: undefined,
		service: undefined,
		attendance: 'came',
		texts: {},
		codes: {},
		partMinutes: {},
		...changes,
	};
}

/** A time for a talk tomorrow. */
export const aTime = (requestId: Uuid, changes: Partial<OfferedTime> = {}): OfferedTime => ({
	command: aCommand(),
	requestId,
	on: '2026-11-24' as CalendarDay,
	time: '10:00',
	minutes: 45,
	mode: 'phone',
	site: undefined,
	agreed: false,
	...changes,
});

/** The first plan of a case: one goal, with steps to be done by a day. */
export async function plannedSteps(
	act: Act<Worker>,
	caseId: Uuid,
	steps: readonly { text: string; byOn: CalendarDay | null }[],
): Promise<void> {
	const goal = {
		id: null,
		text: 'Spanje',
		steps: steps.map((step) => ({ id: null, who: 'person' as const, ...step })),
	};
	const madeOn = act.at.toISOString().slice(0, 10) as CalendarDay;
	const plan = { resources: '', needs: '', goals: [goal] };
	good(await changePlan(act, { command: aCommand(), caseId, basedOn: 0, madeOn, plan }));
}
