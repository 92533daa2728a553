import { redirect } from '@sveltejs/kit';
import { keptWhenAway, notFound, typedFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { discardDraft, saveDraft } from '#lib/identity/drafts.server.ts';
import { safeReturn } from '#lib/identity/kept-form.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import type { Actions, PageServerLoad } from './$types';

const FORMS = ['talk', 'plan', 'meeting', 'review', 'closure', 'note', 'task', 'mediated', 'advocacy', 'step-up'];

export const load: PageServerLoad = (event) => redirect(303, `/desk/${event.params.organisation}`);

function nameOf(url: URL) {
	const [form, subjectId] = [url.searchParams.get('form'), url.searchParams.get('subject')];
	if (!form || !FORMS.includes(form) || !isUuid(subjectId)) notFound();
	return { form, subjectId };
}

export const actions: Actions = {
	default: async (event) => {
		const typed = await typedFrom(event);
		const act = workerAct(event, typed);
		const { command: _, ...fields } = typed;
		const name = nameOf(event.url);
		const kept = event.url.searchParams.has('discard') ? discardDraft(act, name) : saveDraft(act, { ...name, fields });
		await kept.catch((failure: unknown) => keptWhenAway(event, typed, failure));
		redirect(303, safeReturn(event.url.searchParams.get('to')) ?? `/desk/${event.params.organisation}`);
	},
};
