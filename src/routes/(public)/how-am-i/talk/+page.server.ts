import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { choice, choices } from '#lib/kernel/fields.ts';
import { readForm } from '#lib/platform/form.ts';
import { organisations } from '#lib/directory/organisations.server.ts';
import { keptWhenAway, refused, typedFrom, visitorAct, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { MODES } from '#lib/programmes/definition.ts';
import { publishedProgrammes } from '#lib/programmes/programmes.server.ts';
import { carriedResult, tickable } from '#lib/questionnaires/carried-result.ts';
import { HOW_AM_I } from '#lib/questionnaires/instruments.server.ts';
import { score } from '#lib/questionnaires/score.ts';
import { carryAlong } from '#lib/intake/carried-along.server.ts';
import { fillingPage } from '../filling-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whom one can ask for a talk: first those whose programme names a questionnaire's result as a way in. */
async function whomToAsk(event: RouteEvent) {
	const [all, programmes] = await Promise.all([
		organisations(event.locals.now),
		publishedProgrammes(visitorAct(event)),
	]);
	const offers = programmes.flatMap((programme) => {
		const organisation = all.find((one) => one.id === programme.organisationId);
		if (!organisation || !programme.acceptsRequests) return [];
		const { title, summary, waysIn } = programme.definition;
		const expects = waysIn.some((way) => way.from === 'questionnaire');
		return [
			{ value: `${organisation.slug}/${programme.key}`, organisation: organisation.name, title, summary, expects },
		];
	});
	return offers.toSorted((a, b) => Number(b.expects) - Number(a.expects));
}

export const load: PageServerLoad = async (event) => {
	const [{ filling, form }, offers] = await Promise.all([fillingPage(event), whomToAsk(event)]);
	const { scoring } = HOW_AM_I;
	const outcome = score(HOW_AM_I, filling.variant, filling.answers);
	return {
		offers,
		name: scoring.name,
		wanted: event.url.searchParams.get('mode') ?? '',
		along: tickable(outcome).map((key) => {
			const found = outcome.scales.find((one) => one.scale.key === key);
			const level = found?.band && scoring.levels.find((one) => one.key === found.band!.level)!.title;
			return { key, title: found?.scale.title, level: level || undefined };
		}),
		alarming: outcome.safety.map((rule) => form.questions.find((one) => one.id === rule.item)!.short),
		answered: Object.keys(filling.answers).length,
	};
};

export const actions: Actions = {
	default: async (event) => {
		const typed = await typedFrom(event);
		const away = (failure: unknown) => keptWhenAway(event, typed, failure);
		const [{ filling }, offers] = await Promise.all([fillingPage(event), whomToAsk(event)]).catch(away);
		const outcome = score(HOW_AM_I, filling.variant, filling.answers);
		const read = readForm(
			typed,
			v.object({
				mode: choice(MODES),
				programme: choice(offers.map((one) => one.value)),
				along: choices(tickable(outcome)),
			}),
		);
		if (!read.ok) return refused(event, typed, read);
		const { mode, programme, along } = read.value;
		const { language, now } = event.locals;
		const carried = carriedResult({ instrument: HOW_AM_I, filling, outcome }, along, {
			language,
			filledOn: dayOf(now, 'Europe/Ljubljana'),
		});
		const address = `/ask/${programme}`;
		await carryAlong(event, { address, carried }).catch(away);
		redirect(303, `${address}?for=${filling.variant === 'self' ? 'self' : 'other'}&mode=${mode}`);
	},
};
