import * as v from 'valibot';
import { choice, commandId, optionalId } from '#lib/kernel/fields.ts';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { askPrint, readPrintable } from '#lib/reports/ask-print.server.ts';
import { printableOf } from '#lib/reports/case-to-print.server.ts';
import { kindsFor, PRINT_KINDS } from '#lib/reports/print.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	kind: choice(PRINT_KINDS),
	language: choice(LANGUAGES),
	person: optionalId(),
	meeting: optionalId(),
});

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const from = found(await readPrintable(act, { caseId: idFrom(event.params.case) }));
	const kinds = kindsFor(printableOf(from));
	return {
		kinds,
		kind: kinds.find((one) => one === event.url.searchParams.get('kind')),
		language: from.language,
		name: from.name,
		members: from.members,
		meetings: from.meetings.toReversed().map(({ id, startedAt }) => ({ id, startedAt })),
		base: `/desk/${event.params.organisation}/cases/${from.file.facts.id}`,
		command: newId(act.at),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { person, meeting, ...asked }) =>
				askPrint(act, { ...asked, caseId: idFrom(event.params.case), personId: person, meetingId: meeting }),
			goTo: (id) => `/desk/${event.params.organisation}/prints/${id}`,
		}),
};
