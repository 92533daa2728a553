import { found, idFrom, workerAct, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { readCasePage, type CasePage } from '#lib/meetings/read-case-page.server.ts';
import { may } from '#lib/access/access-table.ts';
import { stateOf } from '#lib/cases/case.ts';
import { newId } from '#lib/platform/ids.server.ts';

type Event = RouteEvent & { readonly params: { readonly organisation: string; readonly case: string } };

/** What every page of a case needs: the case itself, what the worker may do, and a new id for its form. */
export async function casePage(event: Event, form?: string) {
	const act = workerAct(event);
	const { key: _, ...page } = found(await readCasePage(act, { caseId: idFrom(event.params.case), form }));
	const base = `/desk/${event.params.organisation}/cases/${page.facts.id}`;
	return {
		page,
		base,
		name: page.name,
		now: act.at,
		command: newId(act.at),
		can: rightsOf(page, act.by.roles),
	};
}

function rightsOf(page: Pick<CasePage, 'facts' | 'relation'>, roles: Parameters<typeof may>[0]) {
	const state = stateOf(page.facts);
	const open = state !== 'closed';
	return {
		change: open && may(roles, 'case.change', page.relation),
		activate: (state === 'ready' || state === 'waiting') && may(roles, 'case.change', page.relation),
		meet: open && may(roles, 'meeting.record', page.relation),
		close: open && may(roles, 'case.close', page.relation),
		reopen: !open && may(roles, 'case.reopen', page.relation),
		print: may(roles, 'case.print', page.relation),
		document: may(roles, 'document.change', page.relation),
		readDocuments: may(roles, 'document.read', page.relation),
		handOver: open && may(roles, 'case.hand-over', page.relation),
		notes: may(roles, 'note.read', page.relation),
		writeNote: open && may(roles, 'note.write', page.relation),
		complain: may(roles, 'complaint.record'),
		journal: may(roles, 'journal.read', page.relation),
	};
}
