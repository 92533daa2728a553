import { notFound, wordsOf } from '#lib/identity/doorway.server.ts';
import { casePage } from '../../../../parts/case-page.server.ts';
import { fileLimits, sendDocument } from '../../../../parts/document-page.server.ts';
import { caseTrail } from '../../../../parts/trails.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { base, name, command, can } = await casePage(event);
	if (!can.document) notFound();
	const desk = `/desk/${event.params.organisation}`;
	return {
		base,
		command,
		crumbs: caseTrail({ desk, base, name }, wordsOf(event).t),
		limits: fileLimits(),
	};
};

export const actions: Actions = { default: sendDocument };
