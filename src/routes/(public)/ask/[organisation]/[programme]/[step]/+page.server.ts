import { redirect } from '@sveltejs/kit';
import { askedFor, firstOpen, forWhomOffered, isAskStep, readStep, stepsOf, type AskStep } from '#lib/intake/ask.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { here, keptWhenAway, notFound, refused, typedFrom } from '#lib/identity/doorway.server.ts';
import { askPage, keepAsking, marginOf, newAsking } from '../../../asking.server.ts';
import type { Actions, PageServerLoad } from './$types';

function stepOf(text: string): AskStep {
	return isAskStep(text) ? text : notFound();
}

export const load: PageServerLoad = async (event) => {
	const step = stepOf(event.params.step);
	const page = await askPage(event);
	const asking = page.asking?.sent ? undefined : page.asking;
	const steps = stepsOf(asking);
	const open = firstOpen(page.programme.definition, asking);
	// Pages ahead of the first open one are not there yet; pages behind it can always be gone back to.
	if (!steps.includes(step) || (open && steps.indexOf(step) > steps.indexOf(open)))
		redirect(303, `${page.base}/${open ?? 'who'}${event.url.search}`);
	const { definition } = page.programme;
	return {
		step,
		steps,
		base: page.base,
		query: event.url.search,
		typed: asking?.answers[step] ?? {},
		forWhom: askedFor(asking),
		wanted: { forWhom: event.url.searchParams.get('for') ?? '', mode: event.url.searchParams.get('mode') ?? '' },
		offered: forWhomOffered(definition),
		definition: {
			reasons: definition.reasons,
			fields: definition.routedFields,
			modes: definition.modes,
			onlineReasons: definition.onlineReasons,
			sites: definition.sites.filter((site) => site.kind === 'office'),
			proposals: definition.waysIn.filter((way) => way.from === 'proposal'),
		},
		today: dayOf(event.locals.now, here(event).timeZone),
		margin: marginOf(event, { ...page, asking }),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const step = stepOf(event.params.step);
		const typed = await typedFrom(event);
		const page = await askPage(event).catch((failure: unknown) => keptWhenAway(event, typed, failure));
		const before = page.asking && !page.asking.sent ? page.asking : newAsking(event);
		const read = readStep(page.programme.definition, step, {
			asking: before,
			typed,
			today: dayOf(event.locals.now, here(event).timeZone),
		});
		if (!read.ok) return refused(event, typed, read);
		const asking = { ...before, answers: { ...before.answers, [step]: typed } };
		await keepAsking(event, page, asking).catch((failure: unknown) => keptWhenAway(event, typed, failure));
		const steps = stepsOf(asking);
		const next = steps[steps.indexOf(step) + 1] ?? 'check';
		redirect(
			303,
			`${page.base}/${event.url.searchParams.has('change') ? (firstOpen(page.programme.definition, asking) ?? 'check') : next}${query(event.url)}`,
		);
	},
};

/** The wishes of the link somebody came by go along from page to page. */
function query(url: URL): string {
	const kept = new URLSearchParams([...url.searchParams].filter(([name]) => name === 'for' || name === 'mode'));
	return kept.size > 0 ? `?${kept}` : '';
}
