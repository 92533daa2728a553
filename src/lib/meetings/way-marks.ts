import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { AgreedTask } from '#lib/cases/agreed-task.ts';
import type { AdvocacyAct, MediatedContact } from '#lib/cases/beyond.ts';
import type { PhaseBegun, StepUp } from '#lib/cases/way.ts';

/** What marks the way of a case on its timeline. */
const WAY_MARKS = [
	'task-agreed',
	'phase-begun',
	'stepped-up',
	'advocated',
	'contact-agreed',
	'contact-made',
	'contact-withdrawn',
] as const;

export type WayMark = {
	readonly kind: 'way';
	readonly at: CalendarDay;
	readonly id: string;
	readonly mark: (typeof WAY_MARKS)[number];
	/** A phase's key, or nothing. */
	readonly code: string | null;
	readonly note: string;
	readonly by: Uuid;
};

/** What of a case's way the timeline tells. */
export type ToldWay = {
	readonly tasks: readonly AgreedTask[];
	readonly phases: readonly PhaseBegun[];
	readonly stepUp: StepUp | undefined;
	readonly advocacy: readonly AdvocacyAct[];
	readonly contacts: readonly MediatedContact[];
};

/** Everything on the way of a case that its timeline tells, each on the day it happened. */
export function wayMarks({
	tasks = [],
	phases = [],
	stepUp,
	advocacy = [],
	contacts = [],
}: Partial<ToldWay>): readonly WayMark[] {
	return [
		...tasks.map((task) =>
			markOf('task-agreed', `task-${task.version}`, { ...task, at: task.agreedOn, note: task.words }),
		),
		...phases.map((one) => markOf('phase-begun', `phase-${one.phase}`, { at: one.from, by: one.by, code: one.phase })),
		...(stepUp ? [markOf('stepped-up', 'step-up', { at: stepUp.on, by: stepUp.by, note: stepUp.words })] : []),
		...advocacy.map((act) =>
			markOf('advocated', act.id, { at: act.on, by: act.by, note: `${act.whom}: ${act.about}` }),
		),
		...contacts.flatMap(contactMarks),
	];
}

function contactMarks(contact: MediatedContact): readonly WayMark[] {
	const days = [
		['contact-agreed', contact.agreedOn],
		['contact-made', contact.madeOn],
		['contact-withdrawn', contact.withdrawnOn],
	] as const;
	return days.flatMap(([mark, at]) =>
		at ? [markOf(mark, `${mark}-${contact.id}`, { at, by: contact.by, note: contact.whom })] : [],
	);
}

function markOf(
	mark: WayMark['mark'],
	id: string,
	told: { at: CalendarDay; by: Uuid; note?: string; code?: string },
): WayMark {
	return { kind: 'way', mark, id, at: told.at, by: told.by, note: told.note ?? '', code: told.code ?? null };
}
