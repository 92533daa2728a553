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
import { here, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { ATTENDANCES, MINUTES_MAX } from '#lib/meetings/meeting.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { MODES } from '#lib/programmes/definition.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { CasePage } from '#lib/meetings/read-case-page.server.ts';
import { casePage } from '../../../../parts/case-page.server.ts';
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
	const { page, base, name, command, now } = await casePage(event, 'meeting');
	const { timeZone } = here(event);
	const { definition, facts } = page;
	// Last values are offered: most meetings are like the one before.
	const asked = event.url.searchParams.get('appointment');
	const agreed = page.appointments.find((one) => one.id === asked && one.startsAt <= now);
	const last = page.meetings.find((meeting) => meeting.kind !== 'contact' && !meeting.voidedAt);
	return {
		base,
		name,
		command,
		appointment: agreed?.id,
		draft: page.draft,
		next: definition.meetings.limit === null ? null : { number: page.counted + 1, of: definition.meetings.limit },
		full: definition.meetings.limit !== null && page.counted >= facts.meetingLimit,
		party: partyToAsk(page, workerAct(event).by.workerId),
		goals: page.plan?.goals.map(({ id, text: goal }) => ({ id, text: goal })) ?? [],
		place: { modes: definition.modes, sites: definition.sites, onlineReasons: definition.onlineReasons },
		forms: definition.formsOfHelp
			.filter((one) => one.recordedAs === 'meeting')
			.map(({ key, text: words }) => ({ key, text: words })),
		services: definition.services,
		usual: {
			startedOn: dayOf(agreed?.startsAt ?? now, timeZone),
			startedAt: timeOf(agreed?.startsAt ?? now, timeZone),
			minutes: agreed ? String(minutesOf(agreed)) : last ? String(last.minutes || '') : '',
			mode: agreed?.mode ?? last?.mode ?? definition.modes[0]!,
			site: (agreed ?? last)?.site ?? '',
			onlineReason: last?.onlineReason ?? '',
			form: last?.form ?? '',
			service: last?.service ?? '',
		},
	};
};

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

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (
				act,
				{ startedOn, startedAt, site, onlineReason, form, service, appointment, present, ledWith, asked, ...input },
			) =>
				recordMeeting(act, {
					...input,
					appointmentId: appointment,
					...(asked ? { present, ledWith } : {}),
					site: site || undefined,
					onlineReason: onlineReason || undefined,
					form: form || undefined,
					service: service || undefined,
					caseId: idFrom(event.params.case),
					startedAt: momentOf(startedOn, startedAt, here(event).timeZone),
				}),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
