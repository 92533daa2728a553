import * as v from 'valibot';
import { commandId, day, number, optionalId, optionalText } from '#lib/kernel/fields.ts';
import { agreeTask } from '#lib/cases/agreed-task.server.ts';
import { currentTask } from '#lib/cases/agreed-task.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	basedOn: number({ min: 0, max: 100_000 }),
	agreedOn: day(),
	meetingId: optionalId(),
	words: optionalText(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event, 'task');
	if (!page.definition.plan.agreedTask) notFound();
	const held = page.meetings.filter((meeting) => meeting.attendance === 'came' && !meeting.voidedAt);
	return {
		base,
		name,
		command,
		today: page.today,
		draft: page.draft,
		task: currentTask(page.tasks),
		tasks: page.tasks,
		colleagues: page.colleagues,
		guideTitle: page.definition.guide.title,
		meetings: held.map(({ id, kind, ordinal, startedAt }) => ({ id, kind, ordinal, startedAt })),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => agreeTask(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
