import * as v from 'valibot';
import { commandId, day, optionalLine, optionalText } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { GRADES, type Grade } from '#lib/cases/case.ts';
import { closeCase } from '#lib/cases/close-case.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import { goalsShown } from '../goals-shown.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.looseObject({
	command: commandId(),
	closedOn: day(),
	reason: optionalLine(60),
	outcomes: v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((given) => (typeof given === 'string' ? [given] : given)),
	),
	note: optionalText(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event, 'closure');
	const { reasonsToClose, outcomes } = page.definition;
	return {
		base,
		name,
		command,
		today: page.today,
		draft: page.draft,
		goals: goalsShown(page.definition, page.plan),
		reasons: reasonsToClose,
		outcomes,
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { command, closedOn, reason, outcomes, note, ...rest }) =>
				closeCase(act, {
					command,
					closedOn,
					reason,
					outcomes,
					note,
					goals: gradesIn(rest),
					caseId: idFrom(event.params.case),
				}),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};

/** The grades of the form's goals: `goal-<id>`. */
function gradesIn(rest: Readonly<Record<string, unknown>>): Record<string, Grade | undefined> {
	const given = Object.entries(rest).filter(([name]) => name.startsWith('goal-'));
	return Object.fromEntries(
		given.map(([name, grade]) => [name.slice('goal-'.length), GRADES.find((one) => one === grade)]),
	);
}
