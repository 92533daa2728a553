import * as v from 'valibot';
import { choice, commandId, day, number, optionalId, optionalLine, optionalText, time } from '#lib/kernel/fields.ts';
import { dayOf, momentOf, timeOf } from '#lib/kernel/calendar-day.ts';
import { here, idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { ATTENDANCES, MINUTES_MAX } from '#lib/meetings/meeting.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { MODES } from '#lib/programmes/definition.ts';
import { isUuid, type Uuid } from '#lib/kernel/ids.ts';
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
	goals: v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((given) => (typeof given === 'string' ? [given] : given).filter((one): one is Uuid => isUuid(one))),
	),
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

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { startedOn, startedAt, site, onlineReason, form, service, appointment, ...input }) =>
				recordMeeting(act, {
					...input,
					appointmentId: appointment,
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
