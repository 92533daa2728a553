import * as v from 'valibot';
import { choice, commandId, optionalChoice, optionalLine, optionalText } from '#lib/kernel/fields.ts';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { joinWaitingList, leaveWaitingList } from '#lib/intake/join-waiting-list.server.ts';
import { readWaitingCounts } from '#lib/intake/waiting-list.server.ts';
import { LEAVINGS, WAITING_PRIORITIES, WAITING_REASONS } from '#lib/intake/waiting.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const JOIN = v.object({
	command: commandId(),
	site: optionalLine(60),
	reason: choice(WAITING_REASONS),
	priority: optionalChoice(WAITING_PRIORITIES),
});
const LEAVE = v.object({ why: choice(LEAVINGS), note: optionalText() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await requestForm(event);
	const { definition, facts, course } = page;
	const counts = found(await readWaitingCounts(workerAct(event)));
	const at = (site: string | null) =>
		counts.find((one) => one.programme === facts.programme && one.site === site)?.count ?? 0;
	const stay = course.stays.find((one) => one.toAt === null);
	return {
		base,
		name,
		command,
		stay,
		anywhere: at(null),
		sites: definition.sites.map(({ key, title, address }) => ({ key, title, address, count: at(key) })),
		usual: { site: stay ? (stay.site ?? '') : (facts.site ?? ''), reason: stay?.reason, priority: stay?.priority },
	};
};

const address = ({ params }: { params: { organisation: string; request: string } }) =>
	`/desk/${params.organisation}/requests/${params.request}`;

export const actions: Actions = {
	join: (event) =>
		workerForm(event, {
			schema: JOIN,
			run: (act, { site, ...input }) =>
				joinWaitingList(act, { ...input, site: site || undefined, requestId: idFrom(event.params.request) }),
			goTo: () => address(event),
		}),
	leave: (event) =>
		workerForm(event, {
			schema: LEAVE,
			run: (act, input) => leaveWaitingList(act, { ...input, requestId: idFrom(event.params.request) }),
			goTo: () => address(event),
		}),
};
