import type { Words } from '#lib/platform/words.server.ts';
import { choice, commandId, day, number, optionalLine, time } from '#lib/kernel/fields.ts';
import { APPOINTMENT_MAX, APPOINTMENT_MIN } from '#lib/meetings/appointment.ts';
import { MINUTES_MAX } from '#lib/meetings/meeting.ts';
import { MODES, type Definition } from '#lib/programmes/definition.ts';

/** What TimeAndPlace.svelte calls the day and the hour, and how many minutes it takes: of what is to be, and of what was. */
export const FIELDS_OF = {
	planned: { on: 'on', time: 'time', min: APPOINTMENT_MIN, max: APPOINTMENT_MAX },
	held: { on: 'startedOn', time: 'startedAt', min: 0, max: MINUTES_MAX },
} as const;

/** What TimeAndPlace.svelte asks of what is to be, with the command of its form. */
export const TIME_AND_PLACE = {
	command: commandId(),
	on: day(),
	time: time(),
	minutes: number({ min: APPOINTMENT_MIN, max: APPOINTMENT_MAX }, 'appointment-minutes-unreal'),
	mode: choice(MODES),
	site: optionalLine(60),
};

/** The sites of a programme to choose from, each with its address. */
export function sitesToChoose(sites: Definition['sites'], { local }: Words) {
	return sites.map((site) => ({
		value: site.key,
		label: [local(site.title).text, site.address].filter(Boolean).join(', '),
	}));
}
