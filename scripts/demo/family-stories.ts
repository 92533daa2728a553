// Stories of children and families: talks, support at home, a step up, an end; each with the target groups and goals it is
// reported by.
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { ok, type Result } from '../../src/lib/kernel/result.ts';
import { addDays } from '../../src/lib/kernel/calendar-day.ts';
import { joinCase } from '../../src/lib/cases/change-members.server.ts';
import { closeCase } from '../../src/lib/cases/close-case.server.ts';
import { recordReported } from '../../src/lib/cases/reported.server.ts';
import { reviewCase } from '../../src/lib/cases/review-case.server.ts';
import { stepUp } from '../../src/lib/cases/way.server.ts';
import { readCasePage } from '../../src/lib/meetings/read-case-page.server.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { active, course, dayIn, plusDays, type Opened } from './case-stories.ts';
import { good } from './organisations.ts';
import { acting, definitionOf } from './request-stories.ts';
import type { Scene } from './scene.ts';
import { saidBy } from './said.ts';
import { FIRST_NAMES, SURNAMES } from './words.ts';

const MENTAL = 'mental-health-problems';
const YOUNG = 'children-and-adolescents';
const EXCLUDED = 'high-social-exclusion';

/** The client of a scene with a name: where a programme includes nobody without one. */
export function named(scene: Scene): Scene {
	const { person, chance } = scene;
	const name = person.name || `${chance.pick(FIRST_NAMES)} ${chance.pick(SURNAMES)}`;
	return { ...scene, person: { ...person, name, anonymous: false } };
}

/** The client of a scene as a child. */
export function asChild(scene: Scene): Scene {
	const { person, ...rest } = named(scene);
	return { ...rest, young: true, person: { ...person, birthYear: scene.chance.between(2009, 2017) } };
}

/** What the case is reported by; of one in five nobody has recorded it yet. */
async function report(
	scene: Scene,
	{ caseId, at }: Opened,
	groups: Readonly<Record<Uuid, readonly string[]>>,
): Promise<void> {
	if (scene.chance.odds(0.2)) return;
	const goals = scene.chance.some(
		definitionOf(scene).projectGoals.map((one) => one.key),
		scene.chance.between(1, 3),
	);
	good(await recordReported(acting(scene, at), { command: newId(at), caseId, groups, goals }));
}

async function review(scene: Scene, { caseId, at }: Opened, days: number): Promise<void> {
	const then = plusDays(scene, at, days);
	const on = dayIn(scene, then);
	good(
		await reviewCase(acting(scene, then), {
			command: newId(then),
			caseId,
			on,
			ownView: scene.chance.pick(saidBy(scene).later),
			life: scene.chance.pick(['better', 'better', 'same', 'worse'] as const),
			note: 'Pogledali smo, kaj se je doma in v šoli spremenilo.',
			nextOn: addDays(on, 90),
			renewedUntil: undefined,
		}),
	);
}

export async function childTalks(
	scene: Scene,
	{ daysAgo, meetings }: { daysAgo: number; meetings: number },
): Promise<Result<Opened>> {
	const child = asChild(scene);
	const made = await active(child, daysAgo);
	await report(child, made, { [made.personId]: child.chance.odds(0.5) ? [YOUNG] : [YOUNG, MENTAL] });
	await course(child, made, { days: daysAgo - 5, meetings });
	return ok(made);
}

/** A parent with the same surname joins the case. */
export async function joinedByParent(scene: Scene, made: Opened, roles: readonly string[]): Promise<Uuid> {
	const surname = scene.person.name.split(' ').at(-1)!;
	const parent = { name: `${scene.chance.pick(FIRST_NAMES)} ${surname}`, birthYear: 1983, sex: null };
	const { personId } = good(
		await joinCase(acting(scene, made.at), {
			command: newId(made.at),
			caseId: made.caseId,
			person: undefined,
			newPerson: parent,
			roles,
			livesWith: true,
			from: dayIn(scene, made.at),
			ownView: 'Sama ne zmorem več vsega, otrok pa se vse bolj zapira.',
		}),
	);
	return personId!;
}

/** A child and a parent, at home; both belong to groups of their own. */
export async function familyAtHome(
	scene: Scene,
	{ daysAgo, meetings }: { daysAgo: number; meetings: number },
): Promise<Result<unknown>> {
	const child = asChild(scene);
	const made = await active(child, daysAgo, { unit: 'family' });
	const personId = await joinedByParent(child, made, ['client', 'parent']);
	await report(child, made, { [made.personId]: [YOUNG, EXCLUDED], [personId]: [EXCLUDED] });
	await course(child, made, { days: daysAgo - 8, meetings });
	await review(child, made, daysAgo - 10);
	return ok();
}

export async function childSteppedUp(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const made = good(await childTalks(scene, { daysAgo, meetings: 6 }));
	const then = plusDays(scene, made.at, daysAgo / 2);
	return stepUp(acting(scene, then), {
		command: newId(then),
		caseId: made.caseId,
		on: dayIn(scene, then),
		reason: scene.chance.pick(['talks-not-enough', 'distress-deeper', 'asked-by-person'] as const),
		words: 'Razbremenilni pogovori ne zadoščajo; dogovorili smo se za redno psihološko svetovanje.',
	});
}

export async function helped(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const made = good(await childTalks(scene, { daysAgo, meetings: 7 }));
	await review({ ...scene, young: true }, made, 90);
	const at = plusDays(scene, made.at, daysAgo - 30);
	const page = good(await readCasePage(acting(scene, at), { caseId: made.caseId }));
	const definition = definitionOf(scene);
	return closeCase(acting(scene, at), {
		command: newId(at),
		caseId: made.caseId,
		closedOn: dayIn(scene, at),
		reason: scene.chance.pick(definition.reasonsToClose.filter((one) => one.key !== 'died')).key,
		goals: Object.fromEntries(
			(page.plan?.goals ?? []).map((goal) => [goal.id, scene.chance.pick(['achieved', 'partly'] as const)]),
		),
		outcomes: scene.chance.some(
			definition.outcomes.map((one) => one.key),
			scene.chance.between(1, 2),
		),
		note: 'Poslovili smo se. Vedo, da se lahko vrnejo.',
	});
}
