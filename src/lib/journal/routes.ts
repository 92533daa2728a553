import type { Action } from '#lib/access/access-table.ts';
import type { JournalAction } from './actions.ts';

/**
 * Who may enter a route. `everybody`: no account, no code. `code`: somebody with a code. `link`: somebody with the secret
 * link in its address. `signed-in`: anybody with an account. An action: workers of the organisation in the address whose
 * roles may ever do that; what of it they may do is decided by the use case.
 */
export type Entry = 'everybody' | 'code' | 'link' | 'signed-in' | Action;

export type RouteRule = {
	readonly enter: Entry;
	/** The journal entry of looking at it. */
	readonly reads: JournalAction | 'nothing-personal';
	/** The journal entries of what can be done there. */
	readonly writes: readonly JournalAction[];
};

const open = (writes: readonly JournalAction[] = []): RouteRule => ({
	enter: 'everybody',
	reads: 'nothing-personal',
	writes,
});
const desk = (enter: Action, reads: RouteRule['reads'], writes: readonly JournalAction[] = []): RouteRule => ({
	enter,
	reads,
	writes,
});

const REQUEST = '/(desk)/desk/[organisation]/requests/[request]';
const CASE = '/(desk)/desk/[organisation]/cases/[case]';
const PERSON = '/(desk)/desk/[organisation]/people/[person]';
const FIGURES = '/(desk)/desk/[organisation]/programmes';
const ADMIN = '/(desk)/desk/[organisation]/admin';

const PROGRAMME = `${ADMIN}/programmes/[programme]`;

/** Every route there is. One that is missing here is refused when it is asked for, and fails the build. */
export const ROUTES: Readonly<Record<string, RouteRule>> = {
	'/live': open(),
	'/ready': open(),
	'/design': open(),
	'/design/desk': open(),
	'/exit': open(),
	'/closed': open(),
	'/manifest.webmanifest': open(),
	'/robots.txt': open(),
	'/sitemap.xml': open(),
	'/(public)': open(),
	'/(public)/about': open(),
	'/(public)/accessibility': open(),
	'/(public)/calm': open(),
	'/(public)/leaving': open(),
	'/(public)/near': open(),
	'/(public)/offline': open(),
	'/(public)/privacy': open(),
	'/(public)/reading': open(),
	'/(public)/reading/[text]': open(),
	'/(public)/safe-browsing': open(),
	'/(public)/tour': open(),
	'/(public)/p/[organisation]': open(),
	'/(public)/p/[organisation]/[programme]': open(),
	'/(public)/how-am-i': open(),
	'/(public)/how-am-i/question/[place]': open(),
	'/(public)/how-am-i/help': open(),
	'/(public)/how-am-i/result': open(),
	'/(public)/how-am-i/talk': open(),
	'/(public)/how-am-i/keeping': open(),
	'/(public)/how-am-i/deletion': open(),
	'/(public)/ask': open(),
	'/(public)/ask/[organisation]/[programme]': open(),
	'/(public)/ask/[organisation]/[programme]/[step]': open(),
	'/(public)/ask/[organisation]/[programme]/check': open(['request.received']),
	'/(public)/ask/[organisation]/[programme]/sent': open(),
	'/(mine)/code': open(['code.entered']),
	'/(mine)/code/lost': open(),
	'/(mine)/code/request': { enter: 'code', reads: 'request.read', writes: ['appointment.answered'] },
	'/(mine)/code/request/addition': { enter: 'code', reads: 'request.read', writes: ['request.added-to'] },
	'/(mine)/code/request/kept': { enter: 'code', reads: 'request.read', writes: [] },
	'/(mine)/code/request/withdrawal': { enter: 'code', reads: 'request.read', writes: ['request.withdrawn'] },

	'/(account)/sign-in': open(['session.started', 'session.refused']),
	'/(account)/unlock': { enter: 'signed-in', reads: 'nothing-personal', writes: [] },
	'/(account)/sign-out': { enter: 'signed-in', reads: 'nothing-personal', writes: ['session.ended'] },
	'/(account)/invitation/[token]': {
		enter: 'link',
		reads: 'nothing-personal',
		writes: ['invitation.accepted', 'session.started'],
	},
	'/(account)/set-up/[token]': {
		enter: 'link',
		reads: 'nothing-personal',
		writes: ['organisation.made', 'invitation.sent'],
	},
	'/(account)/desk': { enter: 'signed-in', reads: 'nothing-personal', writes: [] },

	'/(desk)/desk/[organisation]': desk('desk.enter', 'request.listed'),
	'/(desk)/desk/[organisation]/account': desk('desk.enter', 'nothing-personal', ['account.changed']),
	'/(desk)/desk/[organisation]/drafts': desk('desk.enter', 'nothing-personal'),

	// What is not there, or may not be seen, is answered by this page: always with 404.
	'/(desk)/desk/[organisation]/nowhere': desk('desk.enter', 'nothing-personal'),

	'/(desk)/desk/[organisation]/find': desk('desk.enter', 'request.listed'),
	// Which list, and of it what one may read, is decided when it is asked for and again when it is made.
	'/(desk)/desk/[organisation]/exports/new': desk('case.list', 'nothing-personal', ['export.asked']),
	'/(desk)/desk/[organisation]/exports/[export]': desk('case.list', 'nothing-personal'),
	'/(desk)/desk/[organisation]/exports/[export]/file': desk('case.list', 'export.downloaded'),

	// Whether somebody may say how an appointment was is decided by what it is of.
	'/(desk)/desk/[organisation]/appointments/[appointment]': desk('meeting.record', 'request.read', [
		'appointment.attended',
	]),
	// Whose case, and whether they may still print it, is decided by the use case; both show only to whoever asked.
	'/(desk)/desk/[organisation]/prints/[print]': desk('case.print', 'nothing-personal', ['print.asked']),
	'/(desk)/desk/[organisation]/prints/[print]/file': desk('case.print', 'print.given'),

	'/(desk)/desk/[organisation]/requests': desk('request.list', 'request.listed'),
	'/(desk)/desk/[organisation]/requests/waiting': desk('request.list', 'request.listed'),
	'/(desk)/desk/[organisation]/requests/new': desk('request.enter', 'nothing-personal', ['request.received']),
	[REQUEST]: desk('request.read', 'request.read'),
	[`${REQUEST}/taking`]: desk('request.take', 'request.read', ['request.taken']),
	[`${REQUEST}/assignment`]: desk('request.assign', 'request.read', ['request.assigned']),
	[`${REQUEST}/waiting`]: desk('request.work', 'request.read', ['request.waiting', 'request.waited']),
	[`${REQUEST}/return`]: desk('request.work', 'request.read', ['request.taken']),
	[`${REQUEST}/time`]: desk('request.work', 'request.read', ['appointment.offered']),
	[`${REQUEST}/answer`]: desk('request.work', 'request.read', ['request.answered-by-person']),
	[`${REQUEST}/notice`]: desk('request.work', 'request.read', ['request.noticed']),
	[`${REQUEST}/application`]: desk('request.work', 'request.read', ['request.aid-decided']),
	[`${REQUEST}/proposer`]: desk('request.work', 'request.read', ['proposer.answered']),
	[`${REQUEST}/routing`]: desk('request.work', 'request.read', ['request.routed']),
	[`${REQUEST}/person`]: desk('request.work', 'request.read', ['person.known']),
	[`${REQUEST}/talk`]: desk('request.work', 'request.read', ['talk.recorded']),
	[`${REQUEST}/talks/[meeting]`]: desk('request.read', 'request.read'),
	[`${REQUEST}/decline`]: desk('request.work', 'request.read', ['request.declined']),
	[`${REQUEST}/conclusion`]: desk('request.work', 'request.read', ['request.concluded']),
	[`${REQUEST}/case`]: desk('request.work', 'request.read', ['case.opened']),
	[`${REQUEST}/handover`]: desk('request.hand-over', 'request.read', ['request.handed-over']),
	[`${REQUEST}/journal`]: desk('journal.read', 'journal.read'),

	'/(desk)/desk/[organisation]/cases': desk('case.list', 'case.listed'),
	'/(desk)/desk/[organisation]/views/[list]': desk('desk.enter', 'nothing-personal', ['view.changed']),
	'/(desk)/desk/[organisation]/views/[list]/new': desk('desk.enter', 'nothing-personal', ['view.changed']),
	[CASE]: desk('case.read', 'case.read'),
	[`${CASE}/conditions/[condition]/[party]`]: desk('case.change', 'case.read', ['case.condition-stated']),
	[`${CASE}/activation`]: desk('case.change', 'case.read', ['case.activated']),
	[`${CASE}/withdrawal`]: desk('case.change', 'case.read', ['case.withdrawn']),
	[`${CASE}/plan`]: desk('case.change', 'case.read', ['case.plan-changed']),
	[`${CASE}/plan/versions`]: desk('case.read', 'case.read'),
	[`${CASE}/plan/versions/[version]`]: desk('case.read', 'case.plan-read'),
	[`${CASE}/steps/[step]`]: desk('case.change', 'nothing-personal', ['case.step-done']),
	[`${CASE}/appointments/new`]: desk('meeting.record', 'case.read', ['appointment.offered']),
	[`${CASE}/task`]: desk('case.change', 'case.read', ['case.task-agreed']),
	[`${CASE}/goals`]: desk('case.change', 'case.read', ['case.goals-assessed']),
	[`${CASE}/phase`]: desk('case.change', 'case.read', ['case.phase-begun']),
	[`${CASE}/step-up`]: desk('case.change', 'case.read', ['case.stepped-up']),
	[`${CASE}/advocacy/new`]: desk('meeting.record', 'case.read', ['case.advocated']),
	[`${CASE}/advocacy/[act]`]: desk('case.read', 'case.read', ['case.advocated']),
	[`${CASE}/contacts/new`]: desk('case.change', 'case.read', ['case.contact-mediated']),
	[`${CASE}/contacts/[contact]`]: desk('case.read', 'case.read', ['case.contact-mediated']),
	[`${CASE}/meetings/new`]: desk('meeting.record', 'case.read', ['meeting.recorded']),
	[`${CASE}/meetings/[meeting]`]: desk('case.read', 'meeting.read', ['meeting.voided']),
	[`${CASE}/review`]: desk('case.change', 'case.read', ['case.reviewed']),
	[`${CASE}/closure`]: desk('case.close', 'case.read', ['case.closed']),
	[`${CASE}/reopening`]: desk('case.reopen', 'case.read', ['case.reopened']),
	[`${CASE}/family`]: desk('case.read', 'case.family-read', ['case.related']),
	[`${CASE}/members/new`]: desk('case.change', 'case.family-read', ['case.member-joined']),
	[`${CASE}/members/[member]`]: desk('case.change', 'case.family-read', [
		'case.member-changed',
		'case.member-left',
		'case.member-screened',
		'case.noted-in-confidence',
	]),
	[`${CASE}/team`]: desk('case.change', 'case.family-read', ['case.team-changed']),
	[`${CASE}/links`]: desk('case.change', 'case.family-read', ['case.linked', 'case.parent-view-decided']),
	[`${CASE}/services`]: desk('case.change', 'case.read', ['case.services-changed']),
	[`${CASE}/reported`]: desk('case.change', 'case.read', ['case.reported']),
	[`${CASE}/agreement`]: desk('case.change', 'case.read', ['case.agreement-renewed']),
	[`${CASE}/prints/new`]: desk('case.print', 'case.read', ['print.asked']),
	[`${CASE}/documents/new`]: desk('document.change', 'case.read', ['document.added']),
	[`${CASE}/documents/[document]`]: desk('document.read', 'document.seen', ['document.removed']),
	[`${CASE}/documents/[document]/file`]: desk('document.read', 'document.given'),
	[`${CASE}/handover`]: desk('case.hand-over', 'case.read', ['case.handed-over']),
	[`${CASE}/notes`]: desk('note.read', 'note.read'),
	[`${CASE}/notes/new`]: desk('note.write', 'case.read', ['note.written']),
	[`${CASE}/journal`]: desk('journal.read', 'journal.read'),

	// Whose rows are counted, and that they may be opened, is decided by the use case.
	[FIGURES]: desk('figures.read', 'figures.read'),
	[`${FIGURES}/[programme]`]: desk('figures.read', 'figures.read'),
	[`${FIGURES}/[programme]/[figure]`]: desk('figures.read', 'figures.opened'),

	'/(desk)/desk/[organisation]/complaints': desk('complaint.list', 'complaint.listed', ['complaint.term-set']),
	'/(desk)/desk/[organisation]/complaints/new': desk('complaint.record', 'nothing-personal', ['complaint.recorded']),
	'/(desk)/desk/[organisation]/complaints/[complaint]': desk('complaint.read', 'complaint.read', ['complaint.changed']),

	// Between whom it was, who recorded it, and who may open what it is about: the use case decides.
	'/(desk)/desk/[organisation]/handovers/[handover]': desk('desk.enter', 'handover.read', ['handover.changed']),

	'/(desk)/desk/[organisation]/people': desk('person.search', 'person.found'),
	'/(desk)/desk/[organisation]/people/duplicates': desk('person.merge', 'person.found'),
	[PERSON]: desk('person.read', 'person.read'),
	[`${PERSON}/details`]: desk('person.change', 'person.read', ['person.changed']),
	[`${PERSON}/around/new`]: desk('person.change', 'person.read', ['person.around-changed']),
	[`${PERSON}/around/[around]`]: desk('person.change', 'person.read', [
		'person.around-changed',
		'person.consent-changed',
	]),
	[`${PERSON}/merge/[other]`]: desk('person.merge', 'person.read', [
		'person.merged',
		'person.not-same',
		'person.unmerged',
	]),
	[`${PERSON}/consents`]: desk('person.read', 'person.read', ['person.consent-changed']),
	[`${PERSON}/restriction`]: desk('person.restrict', 'person.read', ['person.restricted', 'person.restriction-lifted']),
	[`${PERSON}/documents/new`]: desk('document.change', 'person.read', ['document.added']),
	[`${PERSON}/documents/[document]`]: desk('document.read', 'document.seen', ['document.removed']),
	[`${PERSON}/documents/[document]/file`]: desk('document.read', 'document.given'),
	[`${PERSON}/journal`]: desk('journal.read', 'journal.read'),

	[`${ADMIN}/workers`]: desk('worker.list', 'worker.listed'),
	[`${ADMIN}/workers/new`]: desk('worker.change', 'worker.listed', ['invitation.sent']),
	[`${ADMIN}/workers/[worker]`]: desk('worker.change', 'worker.listed', [
		'worker.changed',
		'worker.left',
		'invitation.sent',
	]),
	[`${ADMIN}/workers/[worker]/leaving`]: desk('worker.change', 'worker.listed', ['case.handed-over']),
	[`${ADMIN}/routing`]: desk('routing.list', 'routing.listed', ['routing.changed']),
	[`${ADMIN}/routing/new`]: desk('routing.change', 'routing.listed', ['routing.changed']),
	[`${ADMIN}/outbox`]: desk('outbox.list', 'outbox.listed'),
	[`${ADMIN}/helplines`]: desk('helpline.change', 'nothing-personal', ['helpline.changed']),
	[`${ADMIN}/helplines/new`]: desk('helpline.change', 'nothing-personal', ['helpline.changed']),
	[`${ADMIN}/helplines/[line]`]: desk('helpline.change', 'nothing-personal', ['helpline.changed']),
	[`${ADMIN}/retention`]: desk('retention.list', 'nothing-personal'),
	[`${ADMIN}/retention/[kind]`]: desk('retention.change', 'nothing-personal', ['retention.changed']),
	[`${ADMIN}/access`]: desk('access.list', 'worker.listed'),
	[`${ADMIN}/system`]: desk('system.read', 'nothing-personal', ['job.retried']),
	[`${ADMIN}/sites`]: desk('programme.change', 'nothing-personal'),
	[`${ADMIN}/programmes`]: desk('programme.change', 'nothing-personal'),
	[`${ADMIN}/programmes/new`]: desk('programme.change', 'nothing-personal', ['programme.draft-changed']),
	[PROGRAMME]: desk('programme.change', 'nothing-personal', ['programme.draft-changed', 'programme.door-changed']),
	[`${PROGRAMME}/versions/[version]`]: desk('programme.change', 'nothing-personal'),
	[`${PROGRAMME}/draft`]: desk('programme.change', 'nothing-personal', ['programme.draft-changed']),
	[`${PROGRAMME}/draft/preview`]: desk('programme.change', 'nothing-personal'),
	[`${PROGRAMME}/draft/differences`]: desk('programme.change', 'nothing-personal'),
	[`${PROGRAMME}/draft/publication`]: desk('programme.change', 'nothing-personal', ['programme.published']),
	[`${PROGRAMME}/draft/[section]`]: desk('programme.change', 'nothing-personal', ['programme.draft-changed']),
	[`${PROGRAMME}/draft/[section]/[place]`]: desk('programme.change', 'nothing-personal', ['programme.draft-changed']),
};

/** The rule of a route, by the id the framework gives it; undefined for one nobody listed. */
export function ruleOf(routeId: string | null): RouteRule | undefined {
	return routeId === null ? undefined : ROUTES[routeId];
}
