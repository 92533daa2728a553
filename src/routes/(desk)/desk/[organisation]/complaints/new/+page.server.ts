import * as v from 'valibot';
import { choice, chosenId, commandId, day, optionalId, optionalLine, text, tick } from '#lib/kernel/fields.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import { COMPLAINT_WAYS } from '#lib/cases/complaint.ts';
import { recordComplaint } from '#lib/cases/complaints.server.ts';
import { colleaguesToChoose } from '#lib/identity/colleagues.server.ts';
import { here, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	caseId: optionalId(),
	receivedOn: day(),
	way: choice(COMPLAINT_WAYS),
	anonymous: tick(),
	who: optionalLine(),
	reach: optionalLine(),
	words: text(),
	aboutWorker: optionalId(),
	dealtBy: chosenId(),
});

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const asked = event.url.searchParams.get('case');
	const [dealers, everybody] = await Promise.all([
		colleaguesToChoose(act, 'complaint.answer'),
		colleaguesToChoose(act, 'desk.enter'),
	]);
	return {
		command: newId(act.at),
		today: dayOf(act.at, here(event).timeZone),
		caseId: isUuid(asked ?? undefined) ? asked! : '',
		dealers,
		everybody,
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: recordComplaint,
			goTo: () => `/desk/${event.params.organisation}/complaints`,
		}),
};
