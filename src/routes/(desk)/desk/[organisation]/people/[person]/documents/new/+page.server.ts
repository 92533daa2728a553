import { may } from '#lib/access/access-table.ts';
import { found, idFrom, notFound, workerAct, wordsOf } from '#lib/identity/doorway.server.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { fileLimits, sendDocument } from '../../../../parts/document-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { person, relation } = found(await readPersonPage(act, { personId: idFrom(event.params.person) }));
	if (!may(act.by.roles, 'document.change', relation)) notFound();
	const people = `/desk/${event.params.organisation}/people`;
	const base = `${people}/${person.id}`;
	const crumbs = [
		{ label: wordsOf(event).t('nav.people'), href: people },
		{ label: person.name || person.label, href: base },
	];
	return { base, command: newId(act.at), crumbs, limits: fileLimits() };
};

export const actions: Actions = { default: sendDocument };
