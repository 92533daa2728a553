// Stories of a crisis course: a talk, a case with its task, goals and phases, at most twelve meetings, a closure, another episode.
import { dayOf, type CalendarDay } from '../../src/lib/kernel/calendar-day.ts';
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { ok, type Result } from '../../src/lib/kernel/result.ts';
import { activateCase } from '../../src/lib/cases/activate-case.server.ts';
import { changePlan } from '../../src/lib/cases/change-plan.server.ts';
import { closeCase } from '../../src/lib/cases/close-case.server.ts';
import {
	agreeContact,
	recordContactMade,
	recordContactOutcome,
	withdrawContact,
} from '../../src/lib/cases/mediated-contact.server.ts';
import { assessGoals, beginPhase } from '../../src/lib/cases/way.server.ts';
import { linkPerson } from '../../src/lib/intake/link-person.server.ts';
import { openCaseFromRequest, type CaseOpening } from '../../src/lib/intake/open-case-from-request.server.ts';
import type { SaidAtMeeting } from '../../src/lib/meetings/meeting-guide.ts';
import { readCasePage } from '../../src/lib/meetings/read-case-page.server.ts';
import { recordMeeting } from '../../src/lib/meetings/record-meeting.server.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { changePerson, readPersonForDemo } from './facts.ts';
import { good } from './organisations.ts';
import { acting, definitionOf, talk, talked, taken } from './request-stories.ts';
import type { Scene } from './scene.ts';
import { INSIGHTS_CS, NOTES_CS, OWN_PLANS_CS, TASKS_CS, THEMES_CS } from './words-cs.ts';

type Opened = { readonly caseId: Uuid; readonly personId: Uuid; readonly at: Date };
const dayIn = (scene: Scene, at: Date): CalendarDay => dayOf(at, scene.organisation.timeZone);
const later = (scene: Scene, at: Date, days: number) => scene.after(at, days * 24);

async function opened(
	scene: Scene,
	from: { requestId: Uuid; personId: Uuid; at: Date },
	episode?: CaseOpening['episode'],
): Promise<Opened> {
	const { requestId, personId, at } = from;
	const opening = { command: newId(at), requestId, unit: 'person' as const, ...(episode && { episode }) };
	const { caseId } = good(await openCaseFromRequest(acting(scene, at), opening));
	good(await activateCase(acting(scene, at), { caseId, from: dayIn(scene, at) }));
	await changePerson(scene, at, await readPersonForDemo(scene, at, personId));
	return { caseId, personId, at };
}

/** The client's own plan and the goals that were set with them: the first of the list, never one that is set only if required. */
async function plan(scene: Scene, { caseId, at }: Opened): Promise<void> {
	const { listed } = definitionOf(scene).plan;
	const set = listed.filter((goal) => !goal.ifRequired).slice(0, scene.chance.between(3, 6));
	const page = good(await readCasePage(acting(scene, at), { caseId }));
	const goals = set.map((goal) => ({ id: null, definitionKey: goal.key, text: '', steps: [] }));
	const ownWords = scene.chance.pick(OWN_PLANS_CS);
	const change = { command: newId(at), caseId, basedOn: page.plan?.version ?? 0, madeOn: dayIn(scene, at) };
	good(await changePlan(acting(scene, at), { ...change, plan: { ownWords, resources: '', needs: '', goals } }));
}

function saidAt(scene: Scene, nth: number, of: { afterAcute: boolean; basedOn: number }): SaidAtMeeting {
	const { course, counsellingKinds } = definitionOf(scene);
	const step = course[Math.min(nth, course.length - 1)]!;
	const kinds = scene.chance.some(counsellingKinds, scene.chance.between(0, 2));
	const words = { escort: 'První cesta na úřad, sama by ji nezvládla.', other: 'Jak mluvit s dětmi.' };
	return {
		steps: { [step.key]: scene.chance.pick(NOTES_CS) },
		stepsDone: course.slice(0, Math.min(nth, course.length - 1)).map((one) => one.key),
		texts: of.afterAcute
			? { insight: scene.chance.pick(INSIGHTS_CS), 'themes-named-in-words': scene.chance.pick(THEMES_CS) }
			: {},
		codes: of.afterAcute ? { outcomes: ['certain-insight'] } : {},
		counselling: kinds.map((kind) => ({
			kind: kind.key,
			words: kind.needsReason ? words.escort : kind.needsWords ? words.other : '',
		})),
		options: [],
		task: nth === 2 ? { basedOn: of.basedOn, words: scene.chance.pick(TASKS_CS) } : undefined,
	};
}

async function meet(
	scene: Scene,
	{ caseId }: Opened,
	{ at, nth, afterAcute }: { at: Date; nth: number; afterAcute: boolean },
) {
	const page = good(await readCasePage(acting(scene, at), { caseId }));
	const minutes = scene.chance.pick([45, 50, 60]);
	const when = { startedAt: new Date(at.getTime() - minutes * 60_000 - 1), minutes };
	const what = {
		site: undefined,
		onlineReason: undefined,
		form: 'crisis-meeting',
		service: undefined,
		attendance: 'came' as const,
	};
	const goals = scene.chance.some(page.plan?.goals.map((goal) => goal.id) ?? [], 2);
	const told = saidAt(scene, nth, { afterAcute, basedOn: page.tasks[0]?.version ?? 0 });
	const said = () => ok(told);
	const meeting = { ...when, ...what, mode: 'office' as const, kind: 'meeting' as const, done: '', goals, said };
	good(await recordMeeting(acting(scene, at), { command: newId(at), caseId, ...meeting }));
	if (nth % 3 !== 0) return;
	const call = {
		...meeting,
		...what,
		kind: 'contact' as const,
		mode: 'phone' as const,
		minutes: 5,
		done: 'Bezpečnostní telefonát.',
		said: undefined,
		goals: [],
	};
	good(await recordMeeting(acting(scene, at), { command: newId(at), caseId, ...call, form: undefined }));
}

async function contact(
	scene: Scene,
	{ caseId, personId }: Opened,
	{ at, withdrawn }: { at: Date; withdrawn: boolean },
) {
	const contactId = newId(at);
	const agreed = { agreedBy: personId, agreedForm: 'oral' as const, agreedOn: dayIn(scene, at) };
	const who = {
		provider: 'mental-health' as const,
		whom: 'Ambulance Smyšlenka (vymyšlená)',
		about: 'Termín u psychiatra.',
	};
	const act = acting(scene, at);
	good(await agreeContact(act, { command: contactId, caseId, ...agreed, ...who }));
	const on = { caseId, contactId, on: dayIn(scene, at) };
	if (withdrawn) good(await withdrawContact(act, { command: newId(at), ...on }));
	else {
		good(await recordContactMade(act, { command: newId(at), ...on }));
		good(
			await recordContactOutcome(act, {
				command: newId(at),
				...on,
				outcome: 'waiting',
				words: 'Termín za šest týdnů.',
			}),
		);
	}
}

/** A case with so many counting meetings, its first talk among them; after the acute phase from the seventh on. */
async function course(
	scene: Scene,
	made: Opened,
	{ meetings, days }: { meetings: number; days: number },
): Promise<void> {
	await plan(scene, made);
	for (let nth = 1; nth < meetings; nth += 1) {
		const at = later(scene, made.at, (days * nth) / meetings);
		const act = acting(scene, at);
		const phase = { command: newId(at), caseId: made.caseId, phase: 'after-acute', from: dayIn(scene, at) };
		if (nth === 6) good(await beginPhase(act, phase));
		await meet(scene, made, { at, nth, afterAcute: nth >= 6 });
		if (nth === 3) await contact(scene, made, { at, withdrawn: scene.chance.odds(0.4) });
		if (nth === 4 || nth === 8) await assess(scene, made, at);
	}
}

async function assess(scene: Scene, { caseId }: Opened, at: Date): Promise<void> {
	const page = good(await readCasePage(acting(scene, at), { caseId }));
	const goals = page.plan?.goals ?? [];
	const standings = Object.fromEntries(
		goals.map((goal) => [goal.id, scene.chance.pick(['begun', 'partly', 'reached'] as const)]),
	);
	good(await assessGoals(acting(scene, at), { command: newId(at), caseId, on: dayIn(scene, at), standings }));
}

/** A crisis course under way. */
export async function inCrisis(
	scene: Scene,
	{ daysAgo, meetings }: { daysAgo: number; meetings: number },
): Promise<Result<Opened>> {
	const made = await opened(scene, good(await talked(scene, { daysAgo, conclude: undefined })));
	await course(scene, made, { meetings, days: daysAgo - 4 });
	return ok(made);
}

/** A crisis course that has ended. */
export async function crisisOver(
	scene: Scene,
	{ daysAgo, meetings }: { daysAgo: number; meetings: number },
): Promise<Result<Opened>> {
	const made = await opened(scene, good(await talked(scene, { daysAgo, conclude: undefined })));
	await course(scene, made, { meetings, days: daysAgo / 2 });
	const at = later(scene, made.at, daysAgo / 2 + 2);
	const page = good(await readCasePage(acting(scene, at), { caseId: made.caseId }));
	const goals = (page.plan?.goals ?? []).map((goal) => [goal.id, scene.chance.pick(['achieved', 'partly'] as const)]);
	const said = { reason: 'goals-achieved', outcomes: ['wider-coping'], note: 'Ví, že se může vrátit.' };
	const ending = {
		command: newId(at),
		caseId: made.caseId,
		closedOn: dayIn(scene, at),
		goals: Object.fromEntries(goals),
	};
	good(await closeCase(acting(scene, at), { ...ending, ...said }));
	return ok({ ...made, at });
}

/** Somebody whose crisis was over comes again with another: a case of its own, with its reason and the first one beside it. */
export async function anotherCrisis(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const first = good(await crisisOver(scene, { daysAgo, meetings: 9 }));
	const { requestId, at } = good(await taken(scene, 25));
	const then = later(scene, at, 2);
	good(await linkPerson(acting(scene, then), { requestId, personId: first.personId }));
	good(await talk(scene, requestId, then));
	const episode = { reason: 'new-crisis' as const, words: 'Nová ztráta, půl roku po první krizi.' };
	const made = await opened(scene, { requestId, personId: first.personId, at: then }, episode);
	await course(scene, made, { meetings: 3, days: 15 });
	return ok();
}
