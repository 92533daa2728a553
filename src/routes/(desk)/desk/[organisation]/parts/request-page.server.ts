import { found, idFrom, notFound, workerAct, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { readRequest, type RequestPage } from '#lib/intake/read-requests.server.ts';
import { may } from '#lib/access/access-table.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { requestName } from './request-words.ts';

type Event = RouteEvent & { readonly params: { readonly organisation: string; readonly request: string } };

/** What every page of a request needs: the request itself, what the worker may do, and a new id for its form. */
export async function requestPage(event: Event, form?: string) {
	const act = workerAct(event);
	const page = found(await readRequest(act, { requestId: idFrom(event.params.request), form }));
	const base = `/desk/${event.params.organisation}/requests/${page.facts.id}`;
	return {
		page,
		base,
		name: requestName(page),
		now: act.at,
		command: newId(act.at),
		can: rightsOf(page, act.by.roles),
	};
}

/** What the page of a form needs: the request, for whoever may work on it. What somebody cannot send, they do not fill in. */
export async function requestForm(event: Event, form?: string) {
	const shown = await requestPage(event, form);
	if (!may(workerAct(event).by.roles, 'request.work', shown.page.relation)) notFound();
	return shown;
}

function rightsOf({ facts, relation, talks }: RequestPage, roles: Parameters<typeof may>[0]) {
	const open = !facts.outcome;
	const talked = talks.some((talk) => talk.attendance === 'came');
	const work = may(roles, 'request.work', relation);
	const wishGiven = facts.needsOwnWish === 'given' || facts.initiative === 'accepted';
	const informed = !facts.needsNotice || facts.noticed;
	const mayTalk = (facts.needsOwnWish !== 'before-talk' || wishGiven) && informed;
	return {
		take: open && !facts.takenBy && may(roles, 'request.take', relation),
		work: open && work,
		assign: open && !facts.takenBy && may(roles, 'request.assign', relation),
		giveBack: open && work && facts.takenBy !== null,
		tellProposer: work && facts.forWhom === 'proposal',
		answer: open && work && facts.needsOwnWish !== 'given' && !facts.initiative,
		notice: open && work && facts.needsNotice && !facts.noticed,
		talk: (open || facts.outcome === 'accepted') && work && mayTalk,
		offer: open && work && mayTalk,
		link: open && work && !facts.aboutPerson,
		talked,
		conclude: open && work && talked,
		open: open && work && wishGiven && informed && facts.aboutPerson !== null,
		handOver: open && facts.takenBy !== null && may(roles, 'request.hand-over', relation),
		journal: may(roles, 'journal.read', relation),
	};
}
