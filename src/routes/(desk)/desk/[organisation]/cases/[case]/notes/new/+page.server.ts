import * as v from 'valibot';
import { choice, commandId, day, optionalLine, text } from '#lib/kernel/fields.ts';
import { isUuid, type Uuid } from '#lib/kernel/ids.ts';
import { CASE_NOTE_KINDS } from '#lib/cases/case-note.ts';
import { writeCaseNote } from '#lib/cases/case-notes.server.ts';
import { may } from '#lib/access/access-table.ts';
import { colleaguesToChoose } from '#lib/identity/colleagues.server.ts';
import { idFrom, notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { casePage } from '../../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	kind: choice(CASE_NOTE_KINDS),
	heldOn: day(),
	workers: v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((given) => [...new Set(typeof given === 'string' ? [given] : given)].filter((one) => one !== '')),
		v.check((given) => given.every((one) => isUuid(one)), 'choose-some'),
		v.transform((given) => given as Uuid[]),
	),
	outside: optionalLine(),
	text: text(),
});

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { page, base, name, command } = await casePage(event, 'note');
	if (!may(act.by.roles, 'note.write', page.relation)) notFound();
	const colleagues = await colleaguesToChoose(act, 'note.write');
	return { base, name, command, today: page.today, draft: page.draft, colleagues, self: act.by.workerId };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => writeCaseNote(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}/notes`,
		}),
};
