import { notFound, wordsOf } from '#lib/identity/doorway.server.ts';
import { casePage } from '../../../../parts/case-page.server.ts';
import { fileLimits, sendDocument } from '../../../../parts/document-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command, can } = await casePage(event);
	if (!can.document) notFound();
	const cases = { label: wordsOf(event).t('nav.cases'), href: `/desk/${event.params.organisation}/cases` };
	return {
		base,
		command,
		crumbs: [cases, { label: `${name}, ${page.facts.number}`, href: base }],
		limits: fileLimits(),
	};
};

export const actions: Actions = { default: sendDocument };
