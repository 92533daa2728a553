import * as v from 'valibot';
import { commandId, ticked } from '#lib/kernel/fields.ts';
import { isUuid, type Uuid } from '#lib/kernel/ids.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { groupsField, isReported } from '#lib/cases/reported.ts';
import { recordReported } from '#lib/cases/reported.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import { caseAddress } from '../../../parts/family-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.looseObject({ command: commandId(), goals: ticked() });
const GROUPS = groupsField('' as Uuid);

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event);
	const { targetGroups, projectGoals } = page.definition;
	if (!isReported(page.definition)) notFound();
	const { groups, goals } = page.reported;
	const people = page.members.map(({ person }) => ({
		id: person,
		name: page.people.get(person)?.name ?? '',
		field: groupsField(person),
		groups: groups.filter((one) => recordOf(page.people, one.person) === person).map((one) => one.group),
	}));
	return { base, name, command, targetGroups, projectGoals, people, goals };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { command, goals, ...rest }) =>
				recordReported(act, { command, goals, groups: groupsIn(rest), caseId: idFrom(event.params.case) }),
			goTo: () => caseAddress(event),
		}),
};

/** Which record stays of a person. */
const recordOf = (people: ReadonlyMap<Uuid, { readonly id: Uuid }>, asked: Uuid) => people.get(asked)?.id ?? asked;

/** The groups of each person of the form: `of` says of whom it asked, `groups-<id>` what was ticked of them. */
function groupsIn(rest: Readonly<Record<string, unknown>>): Record<Uuid, readonly string[]> {
	const given = v.safeParse(ticked(), rest['of']);
	const people = given.success ? given.output.filter((one): one is Uuid => isUuid(one)) : [];
	return Object.fromEntries(people.map((person) => [person, tickedIn(rest[`${GROUPS}${person}`])]));
}

function tickedIn(field: unknown): readonly string[] {
	const read = v.safeParse(ticked(), field);
	return read.success ? read.output : [];
}
