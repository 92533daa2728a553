import * as v from 'valibot';
import { choice, id } from '#lib/kernel/fields.ts';
import { codeForm, codeHolderAct, found } from '#lib/identity/doorway.server.ts';
import { answerOwnAppointment, readOwnRequest } from '#lib/intake/own-request.server.ts';
import { proposalStatusOf, statusOf } from '#lib/intake/own-status.ts';
import { ANSWERS } from '#lib/meetings/appointment.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ appointmentId: id(), answer: choice(ANSWERS) });

export const load: PageServerLoad = async (event) => {
	const act = codeHolderAct(event);
	const { facts, definition, appointments, text, additions, toField, answer } = found(await readOwnRequest(act));
	const site = (key: string | null) => definition.sites.find((one) => one.key === key);
	return {
		proposer: act.by.kind === 'proposer',
		status: statusOf(facts, appointments, act.at),
		proposal: proposalStatusOf(facts, answer),
		additions,
		toField,
		title: definition.title,
		receivedAt: facts.receivedAt,
		// The day that ends with it: at midnight the next one has begun.
		answerBy: new Date(facts.respondBy.getTime() - 1),
		waitingSince: facts.waitingSince,
		ended: facts.outcome !== null || answer !== undefined,
		appointments: appointments.map((one) => ({
			...one,
			siteTitle: site(one.site)?.title,
			address: site(one.site)?.address,
			past: one.startsAt <= act.at,
		})),
		words: text?.words ?? '',
		result: act.by.kind === 'proposer' ? undefined : text?.result,
		phones: [
			...definition.contacts.flatMap((one) => one.phone ?? []),
			...definition.sites.flatMap((one) => one.phones),
		].slice(0, 1),
	};
};

export const actions: Actions = {
	default: (event) =>
		codeForm(event, {
			schema: SCHEMA,
			run: answerOwnAppointment,
			goTo: () => '/code/request',
		}),
};
