import * as v from 'valibot';
import { choice, commandId, day, optionalDay } from '#lib/kernel/fields.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { isAcceptance, versionIn, versionToAccept } from '#lib/cases/agreement.ts';
import { stateCondition } from '#lib/cases/state-condition.server.ts';
import { casePage } from '../../../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	statedOn: day(),
	form: choice(['oral', 'written']),
	until: optionalDay(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event);
	const condition = page.definition.conditions.find((one) => one.key === event.params.condition);
	const asked = page.conditions.some(
		(one) => one.condition === event.params.condition && one.partyId === event.params.party,
	);
	if (!condition || !asked) notFound();
	return {
		base,
		name,
		command,
		condition,
		periodRequired: page.definition.agreement.period === 'required',
		accepts: isAcceptance(condition)
			? versionToAccept(versionIn(page.agreement), page.stated, idFrom(event.params.party))
			: undefined,
		who: page.people.get(idFrom(event.params.party))?.name ?? name,
		today: page.today,
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) =>
				stateCondition(act, {
					...input,
					caseId: idFrom(event.params.case),
					condition: event.params.condition,
					partyId: idFrom(event.params.party),
				}),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
