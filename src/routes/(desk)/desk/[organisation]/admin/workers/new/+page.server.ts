import * as v from 'valibot';
import { choice, choices, email, line, optionalId } from '#lib/kernel/fields.ts';
import { ROLES } from '#lib/kernel/actor.ts';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { found, refused, typedFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { inviteWorker } from '#lib/identity/invite-worker.server.ts';
import { listWorkers } from '#lib/identity/workers.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { readForm } from '#lib/platform/form.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	name: line(),
	email: email(),
	language: choice(LANGUAGES),
	roles: v.pipe(choices(ROLES), v.minLength(1, 'choose-some')),
	team: optionalId(),
});

export const load: PageServerLoad = async (event) => {
	const { teams } = found(await listWorkers(workerAct(event)));
	return { teams };
};

export const actions: Actions = {
	default: async (event) => {
		const typed = await typedFrom(event);
		const act = workerAct(event, typed);
		const read = readForm(typed, SCHEMA);
		if (!read.ok) return refused(event, typed, read);
		const { team, ...invited } = read.value;
		const done = await inviteWorker(act, { ...invited, teams: team ? [{ id: team, isLead: false }] : [] });
		if (!done.ok) return refused(event, typed, done);
		// Where mail goes out, the link goes by mail only: whoever invites never holds it.
		return { invited: { name: invited.name, link: config.smtpUrl && !config.demo ? undefined : done.value.link } };
	},
};
