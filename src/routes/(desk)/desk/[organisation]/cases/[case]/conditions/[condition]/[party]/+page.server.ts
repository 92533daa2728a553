import * as v from 'valibot';
import { choice, commandId, day, optionalDay, tickedIds } from '#lib/kernel/fields.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { isAcceptance, versionIn, versionToAccept } from '#lib/cases/agreement.ts';
import { namesAsked } from '#lib/cases/case.ts';
import type { PersonAround } from '#lib/people/around.ts';
import { stateCondition } from '#lib/cases/state-condition.server.ts';
import { casePage } from '../../../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	statedOn: day(),
	form: choice(['oral', 'written']),
	until: optionalDay(),
	named: tickedIds(),
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
		naming: namesAsked(condition) === 0 ? null : { min: namesAsked(condition), people: nameable(page) },
		client: page.members.find((member) => !member.left)?.person,
		who: page.people.get(idFrom(event.params.party))?.name ?? name,
		today: page.today,
	};
};

/** Who of those around the members can be named: never somebody who must not be contacted. */
const nameable = (page: { readonly around: readonly PersonAround[] }) =>
	page.around.filter((one) => !one.neverContact).map((one) => ({ id: one.id, name: one.name, role: one.role }));

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
