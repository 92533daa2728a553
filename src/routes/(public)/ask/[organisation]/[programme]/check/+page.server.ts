import { redirect } from '@sveltejs/kit';
import { here, keptWhenAway, refused, typedFrom, visitorAct } from '#lib/identity/doorway.server.ts';
import { firstOpen } from '#lib/intake/ask.ts';
import { letGoOfCarried } from '#lib/intake/carried-along.server.ts';
import { receiveRequest } from '#lib/intake/receive-request.server.ts';
import { refuse } from '#lib/kernel/result.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import { askPage, keepAsking, marginOf, requestOf } from '../../../asking.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await askPage(event);
	if (page.asking?.sent) redirect(303, `${page.base}/sent`);
	const { definition } = page.programme;
	const request = requestOf(event, page);
	if (!request) redirect(303, `${page.base}/${firstOpen(definition, page.asking) ?? 'who'}`);
	return {
		base: page.base,
		request,
		definition: {
			reasons: definition.reasons,
			routedFields: definition.routedFields,
			onlineReasons: definition.onlineReasons,
			sites: definition.sites,
		},
		margin: marginOf(event, page),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const typed = await typedFrom(event);
		const page = await askPage(event).catch((failure: unknown) => keptWhenAway(event, typed, failure));
		// The same form again, from the same browser: it was sent, and its code is where it was.
		if (page.asking?.sent) redirect(303, `${page.base}/sent`);
		const request = requestOf(event, page);
		if (!request || typed['command'] !== request.command || !isUuid(typed['command']))
			return refused(event, typed, refuse('changed-meanwhile'));
		const act = visitorAct(event, here(event).id);
		const done = await receiveRequest(act as never, { ...request, programme: page.programme.key }).catch(
			(failure: unknown) => keptWhenAway(event, typed, failure),
		);
		if (!done.ok) return refused(event, typed, done);
		await keepAsking(event, page, { command: request.command, answers: {}, sent: true });
		await letGoOfCarried(event, page.base);
		redirect(303, `${page.base}/sent`);
	},
};
