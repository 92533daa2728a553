import * as v from 'valibot';
import { choice, chosenId, day, optionalText } from '#lib/kernel/fields.ts';
import { COMPLAINT_OUTCOMES } from '#lib/cases/complaint.ts';
import { answerComplaint, assignComplaint, closeComplaint } from '#lib/cases/complaints.server.ts';
import { readComplaint } from '#lib/cases/read-complaints.server.ts';
import { colleaguesToChoose } from '#lib/identity/colleagues.server.ts';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const complaint = found(await readComplaint(act, { complaintId: idFrom(event.params.complaint) }));
	const dealers = complaint.can.assign ? await colleaguesToChoose(act, 'complaint.answer') : [];
	return {
		complaint,
		dealers: dealers.filter((one) => one.id !== complaint.aboutWorker && one.id !== complaint.dealtBy),
	};
};

const complaintId = (event: { params: { complaint: string } }) => idFrom(event.params.complaint);
const list = (event: { params: { organisation: string } }) => `/desk/${event.params.organisation}/complaints`;

export const actions: Actions = {
	answer: (event) =>
		workerForm(event, {
			schema: v.object({ answeredOn: day(), outcome: choice(COMPLAINT_OUTCOMES), answer: optionalText() }),
			run: (act, input) => answerComplaint(act, { ...input, complaintId: complaintId(event) }),
			goTo: () => event.url.pathname,
		}),
	close: (event) =>
		workerForm(event, {
			schema: v.object({}),
			run: (act) => closeComplaint(act, { complaintId: complaintId(event) }),
			goTo: () => list(event),
		}),
	assign: (event) =>
		workerForm(event, {
			schema: v.object({ dealtBy: chosenId() }),
			run: (act, input) => assignComplaint(act, { ...input, complaintId: complaintId(event) }),
			goTo: () => list(event),
		}),
};
