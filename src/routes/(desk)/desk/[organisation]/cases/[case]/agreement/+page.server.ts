import * as v from 'valibot';
import { choice, commandId, day, optionalDay, optionalText } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { renewAgreement } from '#lib/cases/renew-agreement.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import { caseAddress } from '../../../parts/family-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const FORMS = ['oral', 'written'] as const;
const SCHEMA = v.object({
	command: commandId(),
	form: choice(FORMS),
	from: day(),
	to: optionalDay(),
	note: optionalText(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event);
	const { form } = page.definition.agreement;
	return {
		base,
		name,
		command,
		today: page.today,
		forms: form === 'either' ? FORMS : [form],
		newest: page.agreement,
		active: page.facts.activeFrom !== null,
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => renewAgreement(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => caseAddress(event),
		}),
};
