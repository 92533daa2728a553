import * as v from 'valibot';
import { choice, chosenId, commandId, id } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { endRelationship, relate } from '#lib/cases/change-family.server.ts';
import { RELATIONSHIPS } from '#lib/cases/family.ts';
import { genogram } from '#lib/cases/genogram.ts';
import { caseAddress, familyPage } from '../../../parts/family-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const RELATION = v.object({ command: commandId(), one: chosenId(), kind: choice(RELATIONSHIPS), other: chosenId() });

export const load: PageServerLoad = async (event) => {
	const page = await familyPage(event);
	const drawn = page.members.map((member) => ({ id: member.person, sex: member.sex }));
	const there = new Set(drawn.map((one) => one.id));
	const relationships = page.relationships.filter((one) => there.has(one.one) && there.has(one.other));
	return { ...page, relationships, genogram: genogram(drawn, relationships) };
};

export const actions: Actions = {
	relate: (event) =>
		workerForm(event, {
			schema: RELATION,
			run: (act, input) => relate(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `${caseAddress(event)}/family`,
		}),
	unrelate: (event) =>
		workerForm(event, {
			schema: v.object({ relationship: id() }),
			run: (act, { relationship }) => endRelationship(act, { caseId: idFrom(event.params.case), relationship }),
			goTo: () => `${caseAddress(event)}/family`,
		}),
};
