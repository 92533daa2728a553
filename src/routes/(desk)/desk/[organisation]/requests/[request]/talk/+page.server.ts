import * as v from 'valibot';
import { commandId } from '#lib/kernel/fields.ts';
import { dayOf, momentOf, timeOf } from '#lib/kernel/calendar-day.ts';
import { found, here, idFrom, keptWhenAway, refused, typedFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { readRequest } from '#lib/intake/read-requests.server.ts';
import { recordTalk } from '#lib/intake/record-talk.server.ts';
import { readTalk } from '#lib/intake/talk-form.ts';
import { standing } from '#lib/meetings/appointment.ts';
import { readForm } from '#lib/platform/form.ts';
import { redirect } from '@sveltejs/kit';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command, now, can } = await requestForm(event, 'talk');
	const { timeZone } = here(event);
	const agreed = standing(page.appointments);
	const started = agreed && agreed.startsAt <= now ? agreed.startsAt : now;
	return {
		base,
		name,
		command,
		may: can.talk,
		waitsFor: can.notice ? ('notice' as const) : ('answer' as const),
		draft: page.draft,
		guide: page.definition.guide,
		lists: {
			reasons: page.definition.reasons,
			contents: page.definition.contents,
			outcomes: page.definition.outcomes,
			services: page.definition.services,
		},
		fields: page.definition.routedFields.map((one) => ({ ...one, team: page.course.fieldTeams[one.key] })),
		touched: page.course.fields.map((one) => one.key),
		options: page.definition.options,
		counselling: page.definition.counsellingKinds,
		told: { words: page.text.words, reasons: page.reasons, receivedAt: page.facts.receivedAt },
		place: { modes: page.definition.modes, sites: page.definition.sites, onlineReasons: page.definition.onlineReasons },
		usual: {
			on: dayOf(started, timeZone),
			time: timeOf(started, timeZone),
			minutes: '',
			mode: agreed?.mode ?? page.facts.mode,
			site: agreed?.site ?? page.facts.site ?? '',
			onlineReason: page.facts.onlineReason ?? '',
		},
		earlier: page.talks.length,
		title: page.definition.title,
	};
};

export const actions: Actions = {
	default: async (event) => {
		const typed = await typedFrom(event);
		const act = workerAct(event, typed);
		const requestId = idFrom(event.params.request);
		const base = `/desk/${event.params.organisation}/requests/${requestId}`;
		try {
			const { definition } = found(await readRequest(act, { requestId }));
			const [command, talk] = [readForm(typed, v.object({ command: commandId() })), readTalk(definition, typed)];
			if (!command.ok) return refused(event, typed, command);
			if (!talk.ok) return refused(event, typed, talk);
			const { startedOn, startedAt, ...said } = talk.value;
			const done = await recordTalk(act, {
				...said,
				command: command.value.command,
				requestId,
				form: undefined,
				service: undefined,
				startedAt: momentOf(startedOn, startedAt, here(event).timeZone),
			});
			if (!done.ok) return refused(event, typed, done);
		} catch (failure) {
			keptWhenAway(event, typed, failure);
		}
		redirect(303, base);
	},
};
