import * as v from 'valibot';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { may } from '#lib/access/access-table.ts';
import { readMeeting } from '#lib/meetings/read-case-page.server.ts';
import { voidMeeting } from '#lib/meetings/record-meeting.server.ts';
import { goalsShown } from '../../goals-shown.ts';
import { partsOf } from './meeting-parts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { meeting, file, name, recordedBy, relation } = found(
		await readMeeting(act, { caseId: idFrom(event.params.case), meetingId: idFrom(event.params.meeting) }),
	);
	const { guide, options, reasons, contents, outcomes, services, sites, onlineReasons, formsOfHelp } = file.definition;
	return {
		base: `/desk/${event.params.organisation}/cases/${file.facts.id}`,
		name,
		meeting,
		recordedBy,
		definition: { guide, options, reasons, contents, outcomes, services, sites, onlineReasons, formsOfHelp },
		goals: goalsShown(file.definition, file.plan).filter((goal) => meeting.goals.includes(goal.id)),
		task: file.tasks.find((task) => task.meetingId === meeting.id)?.words ?? '',
		parts: partsOf(file.definition, meeting),
		mayVoid:
			!file.facts.closedOn &&
			!meeting.voidedAt &&
			meeting.kind !== 'talk' &&
			may(act.by.roles, 'meeting.record', relation),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: v.object({}),
			run: (act) => voidMeeting(act, { caseId: idFrom(event.params.case), meetingId: idFrom(event.params.meeting) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
