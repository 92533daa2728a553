// Stories that become cases.
import type { CalendarDay } from '../../src/lib/kernel/calendar-day.ts';
import { addDays, dayOf } from '../../src/lib/kernel/calendar-day.ts';
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { ok, type Result } from '../../src/lib/kernel/result.ts';
import { activateCase } from '../../src/lib/cases/activate-case.server.ts';
import { changePlan, markStep } from '../../src/lib/cases/change-plan.server.ts';
import { closeCase } from '../../src/lib/cases/close-case.server.ts';
import { reopenCase } from '../../src/lib/cases/reopen-case.server.ts';
import { reviewCase } from '../../src/lib/cases/review-case.server.ts';
import { stateCondition } from '../../src/lib/cases/state-condition.server.ts';
import { withdraw } from '../../src/lib/cases/withdraw.server.ts';
import { openCaseFromRequest } from '../../src/lib/intake/open-case-from-request.server.ts';
import { readCasePage } from '../../src/lib/meetings/read-case-page.server.ts';
import { recordMeeting } from '../../src/lib/meetings/record-meeting.server.ts';
import { changePerson, readPersonForDemo } from './facts.ts';
import { modesOfForm } from '../../src/lib/programmes/modes.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { putLetters } from './documents.ts';
import { surround } from './surroundings.ts';
import type { Scene } from './scene.ts';
import { good } from './organisations.ts';
import { acting, definitionOf, talked } from './request-stories.ts';
import { saidBy } from './said.ts';

/** Of so many cases one has letters. */
const LETTERS_EVERY = 3;
/** By how many days a step of the demo may be late. */
const LATE_DAYS = 5;

export type Opened = { readonly caseId: Uuid; readonly personId: Uuid; readonly at: Date };

/** Whether a case is one person's or a family's, and which kinds of service it is given where its conditions depend on them. */
type Kind = { readonly unit: 'person' | 'family'; readonly services?: readonly string[] };
const OF_ONE: Kind = { unit: 'person' };

export async function opened(scene: Scene, daysAgo: number, kind = OF_ONE): Promise<Opened> {
	const { requestId, personId, at } = good(await talked(scene, { daysAgo, conclude: undefined }));
	const { caseId } = good(
		await openCaseFromRequest(acting(scene, at), {
			command: newId(at),
			requestId,
			...kind,
			indications: indicated(scene, daysAgo),
		}),
	);
	if (scene.chance.odds(0.8)) await changePerson(scene, at, await readPersonForDemo(scene, at, personId));
	await surround(scene, at, personId);
	return { caseId, personId, at };
}

/** Why they come, where the programme names what for. */
function indicated(scene: Scene, daysAgo: number): readonly string[] {
	const { indications } = definitionOf(scene);
	const one = indications[(daysAgo + scene.person.birthYear) % Math.max(1, indications.length)];
	return one ? [one.key] : [];
}

export const dayIn = (scene: Scene, at: Date): CalendarDay => dayOf(at, scene.organisation.timeZone);
export const plusDays = (scene: Scene, at: Date, days: number) => scene.after(at, days * 24);

async function state(scene: Scene, { caseId, personId, at }: Opened, count: number): Promise<void> {
	const on = dayIn(scene, at);
	const asked = definitionOf(scene).conditions.filter((one) => !one.forServices);
	for (const condition of asked.slice(0, count)) {
		const form = condition.forms[0]!;
		good(
			await stateCondition(acting(scene, at), {
				command: newId(at),
				caseId,
				condition: condition.key,
				partyId: personId,
				statedOn: on,
				form,
				until: condition.setsPeriod ? addDays(on, 180) : undefined,
			}),
		);
	}
}

export async function waitingForConditions(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const made = await opened(scene, daysAgo);
	await state(scene, made, scene.chance.between(0, 2));
	return ok();
}

export async function inclusion(scene: Scene, daysAgo: number, kind = OF_ONE): Promise<Result<Opened>> {
	const made = await opened(scene, daysAgo, kind);
	await state(scene, made, definitionOf(scene).conditions.length);
	return ok(made);
}

export async function active(scene: Scene, daysAgo: number, kind = OF_ONE): Promise<Opened> {
	const made = good(await inclusion(scene, daysAgo, kind));
	good(await activateCase(acting(scene, made.at), { caseId: made.caseId, from: dayIn(scene, made.at) }));
	if (daysAgo % LETTERS_EVERY === 0) await putLetters(scene, made.at, made);
	return made;
}

async function plan(scene: Scene, { caseId, at }: Opened, days: number): Promise<void> {
	const { capabilities } = definitionOf(scene).plan;
	const goals = scene.chance.some(saidBy(scene).goals, 2).map((goal, nth) => ({
		id: null,
		text: goal.text,
		capability: capabilities[nth % Math.max(1, capabilities.length)]?.key ?? null,
		steps: goal.steps.map((text) => ({
			id: null,
			text,
			who: scene.chance.pick(['person', 'together'] as const),
			byOn: addDays(dayIn(scene, at), scene.chance.between(14, days + 30)),
		})),
	}));
	good(
		await changePlan(acting(scene, at), {
			command: newId(at),
			caseId,
			basedOn: 0,
			madeOn: dayIn(scene, at),
			plan: { resources: scene.chance.pick(saidBy(scene).resources), needs: '', goals },
		}),
	);
}

async function meet(scene: Scene, caseId: Uuid, at: Date): Promise<void> {
	const { chance } = scene;
	const definition = definitionOf(scene);
	const came = chance.odds(0.88);
	const minutes = came ? chance.pick([45, 50, 60, 75]) : 0;
	const page = good(await readCasePage(acting(scene, at), { caseId }));
	// Where a case is given certain kinds of service, a meeting is of one of them.
	const given = page.givenServices;
	const services = definition.services.filter((one) => given.length === 0 || given.includes(one.key));
	const kind = chance.odds(0.85) ? 'meeting' : 'contact';
	const mode = chance.pick(definition.modes);
	const forms = definition.formsOfHelp.filter(
		(one) => one.recordedAs === 'meeting' && modesOfForm(definition, one.key).includes(mode),
	);
	good(
		await recordMeeting(acting(scene, at), {
			command: newId(at),
			caseId,
			kind,
			startedAt: new Date(at.getTime() - minutes * 60_000 - 1),
			minutes,
			mode,
			site: undefined,
			onlineReason: undefined,
			form: chance.pick(forms).key,
			service: services.length > 0 ? chance.pick(services).key : undefined,
			attendance: came ? 'came' : chance.pick(['did-not-come', 'cancelled'] as const),
			done: came ? chance.pick(saidBy(scene).notes) : '',
			goals: chance.some(page.plan?.goals.map((goal) => goal.id) ?? [], 1),
			ledWith: page.workers.map((one) => one.worker).filter((worker) => worker !== scene.worker.by.workerId),
		}),
	);
}

export async function course(
	scene: Scene,
	made: Opened,
	{ days, meetings }: { days: number; meetings: number },
): Promise<void> {
	await plan(scene, made, days);
	for (let i = 1; i <= meetings; i += 1)
		await meet(scene, made.caseId, plusDays(scene, made.at, (days * i) / (meetings + 1)));
	const page = good(await readCasePage(acting(scene, made.at), { caseId: made.caseId }));
	// What was to be done long ago has been done; a step that is late is late by days.
	const before = addDays(dayIn(scene, scene.now), -LATE_DAYS);
	const steps = page.plan?.goals.flatMap((goal) => goal.steps) ?? [];
	for (const step of steps.filter((one) => one.byOn && one.byOn < before))
		good(
			await markStep(acting(scene, plusDays(scene, made.at, days)), {
				caseId: made.caseId,
				stepId: step.id,
				done: true,
			}),
		);
}

export async function activeFor(
	scene: Scene,
	{ daysAgo, meetings }: { daysAgo: number; meetings: number },
): Promise<Result<Opened>> {
	const made = await active(scene, daysAgo);
	await course(scene, made, { days: daysAgo - 6, meetings });
	if (daysAgo > 100) {
		const at = plusDays(scene, made.at, 90);
		good(
			await reviewCase(acting(scene, at), {
				command: newId(at),
				caseId: made.caseId,
				on: dayIn(scene, at),
				ownViews: new Map([[made.personId, scene.chance.pick(saidBy(scene).later)]]),
				note: 'Pogledala sva, kaj se je spremenilo.',
				nextOn: addDays(dayIn(scene, at), 90),
				renewedUntil: undefined,
			}),
		);
	}
	return ok(made);
}

export async function inactiveAgain(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const made = await active(scene, daysAgo);
	await course(scene, made, { days: daysAgo / 2, meetings: 3 });
	const at = plusDays(scene, made.at, daysAgo / 2);
	const page = good(await readCasePage(acting(scene, at), { caseId: made.caseId }));
	const fact = page.stated.find((one) => !one.withdrawnOn)!;
	return withdraw(acting(scene, at), {
		command: newId(at),
		caseId: made.caseId,
		factId: fact.id,
		on: dayIn(scene, at),
		note: '',
	});
}

export async function closed(scene: Scene, daysAgo: number): Promise<Result<{ made: Opened; at: Date }>> {
	const made = await active(scene, daysAgo);
	await course(scene, made, { days: daysAgo - 60, meetings: scene.chance.between(5, 10) });
	const at = plusDays(scene, made.at, daysAgo - 40);
	const page = good(await readCasePage(acting(scene, at), { caseId: made.caseId }));
	const definition = definitionOf(scene);
	good(
		await closeCase(acting(scene, at), {
			command: newId(at),
			caseId: made.caseId,
			closedOn: dayIn(scene, at),
			reason: scene.chance.pick(definition.reasonsToClose).key,
			goals: Object.fromEntries(
				(page.plan?.goals ?? []).map((goal) => [goal.id, scene.chance.pick(['achieved', 'partly', 'not'] as const)]),
			),
			outcomes: scene.chance.some(
				definition.outcomes.map((one) => one.key),
				1,
			),
			note: 'Poslovila sva se. Ve, da se lahko vrne.',
		}),
	);
	return ok({ made, at });
}

export async function reopened(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const { made, at } = good(await closed(scene, daysAgo));
	const then = plusDays(scene, at, 14);
	return reopenCase(acting(scene, then), {
		command: newId(then),
		caseId: made.caseId,
		reason: 'person-returned',
		note: '',
		instead: {},
	});
}
