import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	choices,
	optionalChoice,
	optionalEmail,
	optionalLine,
	optionalNumber,
	optionalPhone,
	tick,
} from '#lib/kernel/fields.ts';
import { may } from '#lib/access/access-table.ts';
import { phonePrefix } from '#lib/directory/organisation.ts';
import { MUNICIPALITIES } from '#lib/directory/settlements.server.ts';
import { found, here, idFrom, notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { changePerson } from '#lib/people/people.server.ts';
import { CONTACT_RULES, SEXES } from '#lib/people/person.ts';
import type { Actions, PageServerLoad } from './$types';

const BORN_FROM = 1900;
const schema = (thisYear: number) =>
	v.object({
		name: optionalLine(),
		anonymous: tick(),
		phone: optionalPhone(),
		email: optionalEmail(),
		address: optionalLine(),
		interpreter: optionalLine(),
		birthYear: optionalNumber({ min: BORN_FROM, max: thisYear }, 'year-unreal'),
		sex: optionalChoice(SEXES),
		municipality: optionalChoice(MUNICIPALITIES.map((one) => one.code)),
		rules: choices(CONTACT_RULES),
	});

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { person, facts, rules, relation } = found(
		await readPersonPage(act, { personId: idFrom(event.params.person) }),
	);
	if (!may(act.by.roles, 'person.change', relation)) notFound();
	const base = `/desk/${event.params.organisation}/people/${person.id}`;
	if (person.id !== event.params.person) redirect(303, `${base}/details`);
	return {
		person,
		name: person.name || person.label,
		facts,
		rules,
		base,
		municipalities: here(event).country === 'si' ? MUNICIPALITIES : [],
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: schema(event.locals.now.getFullYear()),
			run: (act, { name, phone, email, address, interpreter, anonymous, rules, birthYear, sex, municipality }) =>
				changePerson(act, {
					personId: idFrom(event.params.person),
					text: { name, phone, email, address, interpreter },
					anonymous: anonymous || name === '',
					facts: { birthYear: birthYear ?? null, sex: sex ?? null, municipality: municipality ?? null },
					rules,
					countryPrefix: phonePrefix(here(event)),
				}),
			goTo: () => `/desk/${event.params.organisation}/people/${event.params.person}`,
		}),
};
