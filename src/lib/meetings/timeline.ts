import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Life } from '#lib/cases/case.ts';
import type { Handover } from '#lib/cases/handover.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { wayMarks, type ToldWay, type WayMark } from './way-marks.ts';
import type { Attendance, Meeting, MeetingKind } from './meeting.ts';

/** Something that happened in a case, when it happened. The journal tells who recorded it when; this tells the story. */
export type Happening =
	| {
			readonly kind: 'meeting';
			readonly at: string;
			readonly moment: Date;
			readonly id: Uuid;
			readonly meeting: MeetingKind;
			readonly ordinal: number | null;
			readonly attendance: Attendance;
			readonly minutes: number;
			readonly by: Uuid;
			readonly voided: boolean;
	  }
	| {
			readonly kind: 'fact';
			readonly at: string;
			readonly id: Uuid;
			readonly condition: string;
			readonly withdrawn: boolean;
			readonly by: Uuid;
	  }
	| {
			readonly kind: 'plan';
			readonly at: string;
			readonly id: Uuid | string;
			readonly version: number;
			readonly by: Uuid;
	  }
	| {
			readonly kind: 'handover';
			readonly at: string;
			readonly id: Uuid;
			readonly by: Uuid;
			readonly to: Uuid;
			readonly until: CalendarDay | null;
	  }
	| {
			readonly kind: 'event';
			readonly at: string;
			readonly id: Uuid;
			readonly event: string;
			readonly reason: string | null;
			readonly note: string;
			readonly life: Life | null;
			readonly by: Uuid;
	  }
	| WayMark;

type Told = Partial<ToldWay> & {
	readonly stated: readonly { id: Uuid; condition: string; statedOn: CalendarDay; recordedBy: Uuid }[];
	readonly events: readonly {
		id: Uuid;
		kind: string;
		on: CalendarDay;
		by: Uuid;
		reason: string | null;
		note: string;
		life?: Life | null;
	}[];
	readonly plans?: readonly { version: number; made_on: CalendarDay; made_by: Uuid }[];
	readonly handovers?: readonly Handover[];
};

/** The timeline of a case, newest first. On one day what was decided stands above what led to it. */
export function timelineOf(file: Told, meetings: readonly Meeting[]): readonly Happening[] {
	const happenings: Happening[] = [
		...meetings.map((meeting) => ({
			kind: 'meeting' as const,
			at: meeting.startedAt.toISOString().slice(0, 10),
			moment: meeting.startedAt,
			id: meeting.id,
			meeting: meeting.kind,
			ordinal: meeting.ordinal,
			attendance: meeting.attendance,
			minutes: meeting.minutes,
			by: meeting.recordedBy,
			voided: meeting.voidedAt !== null,
		})),
		...file.stated.map((fact) => ({
			kind: 'fact' as const,
			at: fact.statedOn,
			id: fact.id,
			condition: fact.condition,
			withdrawn: false,
			by: fact.recordedBy,
		})),
		...file.events.map((event) => ({
			kind: 'event' as const,
			at: event.on,
			id: event.id,
			event: event.kind,
			reason: event.reason,
			note: event.note,
			life: event.life ?? null,
			by: event.by,
		})),
		...plansAndHandovers(file),
		...wayMarks(file),
	];
	return happenings.sort((a, b) => b.at.localeCompare(a.at) || rank(b) - rank(a) || b.id.localeCompare(a.id));
}

/** What stands higher on the same day. */
function rank(happening: Happening): number {
	if (happening.kind === 'way') return 3;
	if (happening.kind === 'event') return happening.event === 'opened' ? 0 : 3;
	return happening.kind === 'meeting' ? 2 : 1;
}

function plansAndHandovers({ plans = [], handovers = [] }: Told): readonly Happening[] {
	return [
		...plans.map((plan) => ({
			kind: 'plan' as const,
			at: plan.made_on,
			id: `plan-${plan.version}`,
			version: plan.version,
			by: plan.made_by,
		})),
		...handovers.map((one) => ({
			kind: 'handover' as const,
			at: one.fromOn,
			id: one.id,
			by: one.fromWorker,
			to: one.toWorker,
			until: one.toOn,
		})),
	];
}
