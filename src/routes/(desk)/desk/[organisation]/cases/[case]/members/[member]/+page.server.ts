import * as v from 'valibot';
import { commandId, day, text, tick, ticked } from '#lib/kernel/fields.ts';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { changeMember, leaveCase } from '#lib/cases/change-members.server.ts';
import { noteInConfidence, screenMember } from '#lib/cases/change-family.server.ts';
import { readMember } from '#lib/cases/read-family.server.ts';
import { caseAddress, familyPage } from '../../../../parts/family-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { notes, name } = found(await readMember(workerAct(event), which(event)));
	const page = await familyPage(event);
	// Of somebody who left, what they said in confidence can still be read.
	return { ...page, notes, title: name.name, member: page.members.find((one) => one.person === event.params.member) };
};

const which = ({ params }: { params: { case: string; member: string } }) => ({
	caseId: idFrom(params.case),
	person: idFrom(params.member),
});
const here = (event: Parameters<typeof caseAddress>[0] & { params: { member: string } }) =>
	`${caseAddress(event)}/members/${event.params.member}`;

export const actions: Actions = {
	change: (event) =>
		workerForm(event, {
			schema: v.object({ roles: ticked(), livesWith: tick() }),
			run: (act, input) => changeMember(act, { ...which(event), ...input }),
			goTo: () => here(event),
		}),
	leave: (event) =>
		workerForm(event, {
			schema: v.object({ leftOn: day() }),
			run: (act, { leftOn }) => leaveCase(act, { ...which(event), on: leftOn }),
			goTo: () => `${caseAddress(event)}/family`,
		}),
	note: (event) =>
		workerForm(event, {
			schema: v.object({ command: commandId(), on: day(), words: text() }),
			run: (act, input) => noteInConfidence(act, { ...which(event), ...input }),
			goTo: () => here(event),
		}),
	screen: (event) =>
		workerForm(event, {
			schema: v.object({ command: commandId(), screened: tick() }),
			run: (act, input) => screenMember(act, { ...which(event), ...input }),
			goTo: () => here(event),
		}),
};
