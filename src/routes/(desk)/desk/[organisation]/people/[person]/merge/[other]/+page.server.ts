import * as v from 'valibot';
import { redirect } from '@sveltejs/kit';
import { commandId, optionalChoice } from '#lib/kernel/fields.ts';
import { phonePrefix } from '#lib/directory/organisation.ts';
import { municipalityByCode } from '#lib/directory/settlements.server.ts';
import { found, here, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { readComparison } from '#lib/intake/read-comparison.server.ts';
import { mergePersons, sayNotSame, unmergePersons } from '#lib/people/merge-persons.server.ts';
import { DETAILS, detailOf, differing, SIDES, usualChoice, type Chosen } from '#lib/people/merging.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const pairOf = ({ params }: Pick<RequestEvent, 'params'>) => ({
	keptId: idFrom(params.person),
	mergedId: idFrom(params.other),
});
const personAddress = ({ params }: Pick<RequestEvent, 'params'>) =>
	`/desk/${params.organisation}/people/${params.person}`;

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { kept, merged, merge } = found(await readComparison(act, pairOf(event)));
	const people = `/desk/${event.params.organisation}/people`;
	const swapped = `${people}/${merged.id}/merge/${kept.id}`;
	// The other way round they can be merged, or are: a record that carries others stays.
	if (!merge && merged.standing === 'carries-others' && kept.standing === 'alone') redirect(303, swapped);
	if (!merge && (kept.standing === 'merged' || merged.standing === 'merged')) redirect(303, `${people}/${kept.id}`);
	return {
		kept,
		merged,
		merge,
		swapped: merged.standing === 'alone' && kept.standing === 'alone' ? swapped : undefined,
		base: `${people}/${kept.id}`,
		command: newId(act.at),
		details: DETAILS.map((detail) => ({
			detail,
			kept: shown(detail, detailOf(kept.told, detail)),
			merged: shown(detail, detailOf(merged.told, detail)),
			differs: differing(kept.told, merged.told).includes(detail),
			usual: usualChoice(kept.told, detail),
		})),
	};
};

const shown = (detail: (typeof DETAILS)[number], said: string) =>
	detail === 'municipality' ? (municipalityByCode(said || null)?.name ?? said) : said;

const side = () => optionalChoice(SIDES);
const SCHEMA = v.object({
	command: commandId(),
	name: side(),
	phone: side(),
	email: side(),
	address: side(),
	interpreter: side(),
	birthYear: side(),
	sex: side(),
	municipality: side(),
});

export const actions: Actions = {
	merge: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { command, ...sides }) => {
				const chosen = Object.fromEntries(DETAILS.map((detail) => [detail, sides[detail] ?? 'kept'])) as Chosen;
				return mergePersons(act, { ...pairOf(event), command, chosen, countryPrefix: phonePrefix(here(event)) });
			},
			goTo: () => personAddress(event),
		}),
	apart: (event) =>
		workerForm(event, {
			schema: v.object({}),
			run: (act) => sayNotSame(act, pairOf(event)),
			goTo: () => personAddress(event),
		}),
	unmerge: (event) =>
		workerForm(event, {
			schema: v.object({}),
			run: (act) => unmergePersons(act, { ...pairOf(event), countryPrefix: phonePrefix(here(event)) }),
			goTo: () => personAddress(event),
		}),
};
