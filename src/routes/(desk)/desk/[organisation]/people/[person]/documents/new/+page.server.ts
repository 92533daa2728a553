import { may } from '#lib/access/access-table.ts';
import { found, idFrom, notFound, workerAct, wordsOf } from '#lib/identity/doorway.server.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { fileLimits, sendDocument } from '../../../../parts/document-page.server.ts';
import { personTrail } from '../../../../parts/trails.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { person, relation } = found(await readPersonPage(act, { personId: idFrom(event.params.person) }));
	if (!may(act.by.roles, 'document.change', relation)) notFound();
	const desk = `/desk/${event.params.organisation}`;
	const base = `${desk}/people/${person.id}`;
	const crumbs = personTrail({ desk, base, name: person.name || person.label }, wordsOf(event).t);
	return { base, command: newId(act.at), crumbs, limits: fileLimits() };
};

export const actions: Actions = { default: sendDocument };
