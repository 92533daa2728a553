import * as v from 'valibot';
import { choice, commandId } from '#lib/kernel/fields.ts';
import { LEAVING_REASONS } from '#lib/cases/handover.ts';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { handOverHoldings, readHoldings } from '#lib/intake/leaving-worker.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { chosenFor } from '../../../../parts/chosen-for.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.looseObject({ command: commandId(), reason: choice(LEAVING_REASONS) });

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const workerId = idFrom(event.params.worker);
	const { holdings, ...page } = found(await readHoldings(act, { workerId }));
	return {
		...page,
		workerId,
		command: newId(act.at),
		cases: holdings.cases.map(({ row, ...one }) => ({
			...one,
			id: row.facts.id,
			number: row.facts.number,
			title: row.definition.title,
		})),
		requests: holdings.requests.map(({ facts, times }) => ({ id: facts.id, label: facts.label, times })),
		times: holdings.times.map(({ appointment, label }) => ({
			id: appointment.id,
			startsAt: appointment.starts_at,
			label,
		})),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { command, reason, ...rest }) =>
				handOverHoldings(act, { command, reason, workerId: idFrom(event.params.worker), to: chosenFor(rest) }),
			goTo: () => event.url.pathname,
		}),
};
