import * as v from 'valibot';
import { chosenId, commandId, day, optionalText } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { withdraw } from '#lib/cases/withdraw.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId(), factId: chosenId(), on: day(), note: optionalText() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event);
	const standing = page.stated.filter((fact) => !fact.withdrawnOn);
	const facts = standing.map((fact) => ({
		id: fact.id,
		statedOn: fact.statedOn,
		whose: page.members.length > 1 ? (page.people.get(fact.partyId)?.name ?? '') : '',
		text: page.definition.conditions.find((one) => one.key === fact.condition)?.text ?? {},
	}));
	return { base, name, command, today: page.today, stated: facts, active: page.facts.activeFrom !== null };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => withdraw(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
