import * as v from 'valibot';
import {
	choice,
	commandId,
	day,
	number,
	optionalId,
	optionalLine,
	optionalText,
	tick,
	tickedIds,
	time,
} from '#lib/kernel/fields.ts';
import { dayOf, momentOf, timeOf } from '#lib/kernel/calendar-day.ts';
import { here, idFrom, keptWhenAway, refused, typedFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { ATTENDANCES, MINUTES_MAX } from '#lib/meetings/meeting.ts';
import { currentTask } from '#lib/cases/agreed-task.ts';
import { currentPhase } from '#lib/cases/way.ts';
import { courseOf } from '#lib/meetings/course.ts';
import { readSaid } from '#lib/meetings/meeting-guide.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { MODES, promptItems, type Definition, type Mode, type Phase } from '#lib/programmes/definition.ts';
import { modesOfForm, modesOfMeetings } from '#lib/programmes/modes.ts';
import { readForm } from '#lib/platform/form.ts';
import { redirect } from '@sveltejs/kit';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { CasePage } from '#lib/meetings/read-case-page.server.ts';
import { casePage } from '../../../../parts/case-page.server.ts';
import { goalsShown } from '../../goals-shown.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	kind: choice(['meeting', 'contact']),
	startedOn: day(),
	startedAt: time(),
	minutes: number({ min: 0, max: MINUTES_MAX }, 'minutes-unreal'),
	mode: choice(MODES),
	site: optionalLine(60),
	onlineReason: optionalLine(60),
	form: optionalLine(60),
	service: optionalLine(60),
	attendance: choice(ATTENDANCES),
	done: optionalText(),
	appointment: optionalId(),
	goals: tickedIds(),
	present: tickedIds(),
	ledWith: tickedIds(),
	/** Sent by a form that asks who was there. */
	asked: tick(),
});

const minutesOf = (one: { startsAt: Date; endsAt: Date }) => (one.endsAt.getTime() - one.startsAt.getTime()) / 60_000;

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command, now, can } = await casePage(event, 'meeting');
	const { timeZone } = here(event);
	const { definition, facts } = page;
	// Last values are offered: most meetings are like the one before.
	const asked = event.url.searchParams.get('appointment');
	const agreed = page.appointments.find((one) => one.id === asked && one.startsAt <= now);
	const last = page.meetings.find((meeting) => meeting.kind !== 'contact' && !meeting.voidedAt);
	const offered = modesOfMeetings(definition);
	const mode = agreed?.mode ?? last?.mode ?? definition.modes[0]!;
	return {
		base,
		name,
		command,
		appointment: agreed?.id,
		draft: page.draft,
		next: definition.meetings.limit === null ? null : { number: page.counted + 1, of: definition.meetings.limit },
		full: definition.meetings.limit !== null && page.counted >= facts.meetingLimit,
		party: partyToAsk(page, workerAct(event).by.workerId),
		counted: page.counted,
		guide: guideOf(page, can.change),
		goals: goalsShown(definition, page.plan),
		place: { modes: offered, sites: definition.sites, onlineReasons: definition.onlineReasons },
		forms: formsToChoose(definition, offered),
		services: definition.services,
		usual: {
			on: dayOf(agreed?.startsAt ?? now, timeZone),
			time: timeOf(agreed?.startsAt ?? now, timeZone),
			minutes: agreed ? String(minutesOf(agreed)) : last ? String(last.minutes || '') : '',
			mode,
			site: (agreed ?? last)?.site ?? '',
			onlineReason: last?.onlineReason ?? '',
			form: last?.form && modesOfForm(definition, last.form).includes(mode) ? last.form : '',
			service: last?.service ?? '',
		},
	};
};

/** The forms of help of a meeting; one that is given in some of the modes only with those. */
function formsToChoose(definition: Definition, offered: readonly Mode[]) {
	return definition.formsOfHelp
		.filter((one) => one.recordedAs === 'meeting')
		.map(({ key, text }) => {
			const modes = modesOfForm(definition, key);
			return { key, text, only: modes.length < offered.length ? modes : [] };
		});
}

/** Who could have been there and who could have led it too, where there is somebody to choose from. */
function partyToAsk(page: Omit<CasePage, 'key'>, self: Uuid) {
	const present = page.members.filter((member) => !member.left);
	const others = page.workers.filter((one) => one.worker !== self);
	if (present.length < 2 && others.length === 0) return null;
	return {
		members: present.map(({ person }) => ({ value: person, label: page.people.get(person)?.name ?? '' })),
		workers: others.map(({ worker }) => ({ value: worker, label: page.colleagues.get(worker) ?? '' })),
		several: page.facts.unit === 'family',
	};
}

/** What the programme asks at each meeting. The agreed task is offered to those who may change it. */
function guideOf(page: Awaited<ReturnType<typeof casePage>>['page'], mayChange: boolean) {
	const { definition, meetings, tasks, phases } = page;
	const phase = currentPhase(definition, phases);
	const task = currentTask(tasks);
	return {
		course: courseOf(definition, meetings),
		phase: phase && phase.prompts.length > 0 ? { text: phase.text, prompts: promptsOf(definition, phase) } : undefined,
		counselling: definition.counsellingKinds,
		options: definition.options,
		task:
			definition.plan.agreedTask && mayChange ? { version: task?.version ?? 0, words: task?.words ?? '' } : undefined,
	};
}

const promptsOf = (definition: Definition, phase: Phase) =>
	phase.prompts.map((prompt) => ({ prompt, items: promptItems(definition, prompt) ?? [] }));

/** A meeting as the use case takes it: what was not chosen is not said. */
function metAs(given: v.InferOutput<typeof SCHEMA>, timeZone: string) {
	const { startedOn, startedAt, site, onlineReason, form, service, ...others } = given;
	const { appointment, present, ledWith, asked, ...input } = others;
	return {
		...input,
		appointmentId: appointment,
		...(asked ? { present, ledWith } : {}),
		site: site || undefined,
		onlineReason: onlineReason || undefined,
		form: form || undefined,
		service: service || undefined,
		startedAt: momentOf(startedOn, startedAt, timeZone),
	};
}

export const actions: Actions = {
	default: async (event) => {
		const typed = await typedFrom(event);
		const act = workerAct(event, typed);
		const caseId = idFrom(event.params.case);
		const base = `/desk/${event.params.organisation}/cases/${caseId}`;
		try {
			const head = readForm(typed, SCHEMA);
			if (!head.ok) return refused(event, typed, head);
			const met = metAs(head.value, here(event).timeZone);
			const said = (definition: Definition, phase?: Phase) => readSaid(definition, phase, typed);
			const done = await recordMeeting(act, { ...met, caseId, said });
			if (!done.ok) return refused(event, typed, done);
		} catch (failure) {
			keptWhenAway(event, typed, failure);
		}
		redirect(303, base);
	},
};
