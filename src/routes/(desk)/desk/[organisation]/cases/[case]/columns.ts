import { toTheLeft } from '#lib/design/columns.ts';
import type { PageData } from './$types';

/** The panels that stand on the left where the story of a case is short, and else on the right. */
export type Shifting = 'plan' | 'people' | 'documents';

/** A panel with its head and the space below it, and a line of words, at the width of a usual desk, pixels. */
const PANEL = 80;
const LINE = 22;
/** How much higher a panel is in the narrower column. */
const NARROWER = 1.04;
/** So many things that happened are told without a way to choose among them. */
const SHORT_STORY = 8;

/** Which panels stand on the left, so that neither column ends long before the other. */
export function leftOf(data: PageData): ReadonlySet<Shifting> {
	const shifting = { plan: planHigh(data), people: peopleHigh(data), documents: documentsHigh(data) };
	const right = besideHigh(data) + shifting.plan + shifting.people + shifting.documents;
	const movable = (['plan', 'people', 'documents'] as const).map((key) => ({
		key,
		left: shifting[key] / NARROWER,
		right: shifting[key],
	}));
	return toTheLeft({ left: storyHigh(data), right }, movable);
}

const lines = (text: string, signs: number) => Math.ceil(text.length / signs);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function storyHigh({ ownViews, definition, tasks, course, closure, timeline }: PageData): number {
	const told = timeline.rows.length * 66 + (timeline.told > SHORT_STORY ? 50 : 0) + (timeline.next ? 60 : 0);
	return (
		sum(ownViews.map((view) => lines(view.words, 70) * LINE)) +
		PANEL +
		(definition.agreedTask ? PANEL + 60 + lines(tasks[0]?.words ?? '', 70) * LINE : 0) +
		(course.length > 0 ? PANEL + course.length * 44 : 0) +
		(closure ? PANEL + 70 + closure.goals.size * 44 : 0) +
		PANEL +
		told
	);
}

/** What always stands on the right. */
function besideHigh(data: PageData): number {
	const { appointments, services, conditions, agreement, definition, contacts, advocacy, episode, given, chosen } =
		data;
	const reported = definition.targetGroups.length > 0 || definition.projectGoals.length > 0;
	return sum([
		data.counted > 0 || definition.limit !== null ? 120 : 0,
		PANEL + Math.max(0.5, Math.min(appointments.length, 6)) * 42,
		services.length > 0 ? PANEL + services.length * 38 : 0,
		PANEL + conditions.length * 50 + (agreement ? 70 : 0) + (data.can.change ? 70 : 0),
		definition.mediatedContacts ? PANEL + (data.can.change ? 50 : 0) + contacts.length * 50 : 0,
		definition.advocacyActs ? PANEL + (data.can.meet ? 70 : 20) + advocacy.length * 50 : 0,
		definition.stepUp ? PANEL + 70 : 0,
		episode ? PANEL + 95 : 0,
		given.length > 0 ? PANEL + given.length * 34 : 0,
		chosen.length > 0 ? PANEL + chosen.length * 130 : 0,
		reported ? PANEL + 140 : 0,
	]);
}

function planHigh({ plan, can }: PageData): number {
	if (!plan) return 250;
	const goals = plan.goals.map((goal) => 45 + goal.steps.length * 40);
	const texts = [plan.ownWords, plan.resources, plan.needs].filter(Boolean) as readonly string[];
	return PANEL + (can.change ? 90 : 0) + sum(goals) + sum(texts.map((text) => 45 + lines(text, 50) * LINE));
}

function peopleHigh({ members, workers, around, handovers }: PageData): number {
	const circles = new Set(around.map((one) => one.personId)).size;
	const passed = handovers.length > 0 ? 40 + handovers.length * 45 : 0;
	return PANEL + 70 + (members.length + workers.length) * 44 + circles * 45 + around.length * 68 + passed;
}

function documentsHigh({ documents, can }: PageData): number {
	return can.readDocuments ? PANEL + Math.max(documents.length, 0.5) * 40 : 0;
}
