import * as v from 'valibot';
import {
	commandId,
	day,
	optionalChoice,
	optionalId,
	optionalLine,
	optionalNumber,
	optionalText,
	tick,
	ticked,
} from '#lib/kernel/fields.ts';
import { phonePrefix } from '#lib/directory/organisation.ts';
import { found, here, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { joinCase } from '#lib/cases/change-members.server.ts';
import { findPersons } from '#lib/people/people.server.ts';
import { SEXES } from '#lib/people/person.ts';
import { caseAddress, familyPage } from '../../../../parts/family-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const QUERY_MAX = 100;
const BIRTH_YEARS = { min: 1900, max: 2100 };
const SCHEMA = v.object({
	command: commandId(),
	person: optionalId(),
	name: optionalLine(),
	birthYear: optionalNumber(BIRTH_YEARS, 'year-unreal'),
	sex: optionalChoice(SEXES),
	roles: ticked(),
	livesWith: tick(),
	from: day(),
	ownView: optionalText(),
});

export const load: PageServerLoad = async (event) => {
	const page = await familyPage(event);
	const query = (event.url.searchParams.get('q') ?? '').slice(0, QUERY_MAX);
	const prefix = phonePrefix(here(event));
	const nobody = { persons: [], more: false };
	const { persons, more } =
		query.trim() === '' ? nobody : found(await findPersons(workerAct(event), { query, countryPrefix: prefix }));
	const there = new Set(page.members.map((member) => member.person));
	return {
		...page,
		query,
		more,
		persons: persons
			.filter((one) => !there.has(one.id))
			.map((one) => ({ id: one.id, name: one.name || one.label, phone: one.phone })),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { name, birthYear, sex, ...input }) =>
				joinCase(act, {
					...input,
					caseId: idFrom(event.params.case),
					newPerson: { name, birthYear: birthYear ?? null, sex: sex ?? null },
				}),
			goTo: () => `${caseAddress(event)}/family`,
		}),
};
