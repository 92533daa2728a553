import type { Role } from '#lib/kernel/actor.ts';

/**
 * How a worker stands to a request, a case or a person. `own`: theirs, or they stand in. `team`: their team's. `other-team`:
 * another team's of the organisation. `former`: was theirs. `screened`: kept from them. `none`: nothing to do with it.
 */
export const RELATIONS = ['own', 'team', 'other-team', 'former', 'screened', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What somebody may do. The first group needs no subject, only a role; the second depends on the relation to the subject. */
export const ACTIONS = [
	'desk.enter',
	'request.list',
	'request.enter',
	'case.list',
	'day.of-team',
	'figures.read',
	'person.search',
	'worker.list',
	'routing.list',
	'routing.change',
	'worker.change',
	'outbox.list',
	'helpline.change',
	'complaint.record',
	'complaint.list',
	'complaint.term',
	'programme.change',
	'retention.list',
	'retention.change',
	'access.list',
	'system.read',
	'system.change',
	'request.read',
	'request.take',
	'request.work',
	'request.assign',
	'request.hand-over',
	'case.read',
	'case.change',
	'case.close',
	'case.reopen',
	'case.print',
	'case.hand-over',
	'meeting.record',
	'note.read',
	'note.write',
	'complaint.read',
	'complaint.answer',
	'complaint.assign',
	'person.read',
	'person.change',
	'person.merge',
	'person.restrict',
	'document.read',
	'document.change',
	'journal.read',
] as const;
export type Action = (typeof ACTIONS)[number];

type Rights = Partial<Record<Action, readonly Relation[]>>;

const ANYWHERE: readonly Relation[] = ['none'];
const OWN: readonly Relation[] = ['own'];
const OWN_OR_TEAM: readonly Relation[] = ['own', 'team'];
const THE_ORGANISATION: readonly Relation[] = ['own', 'team', 'other-team'];
const EVERYTHING_BUT_SCREENED: readonly Relation[] = ['own', 'team', 'other-team', 'former', 'none'];

/** The one table: role × relation × action. Every use case reads it; row-level security is the wall behind it. */
export const ACCESS: Readonly<Record<Role, Rights>> = {
	professional: {
		'desk.enter': ANYWHERE,
		'request.list': ANYWHERE,
		'request.enter': ANYWHERE,
		'case.list': ANYWHERE,
		'person.search': ANYWHERE,
		'request.read': OWN_OR_TEAM,
		'request.take': ['team'],
		'request.work': OWN,
		'request.hand-over': OWN,
		'case.read': OWN,
		'case.change': OWN,
		'case.close': OWN,
		'case.reopen': OWN,
		'case.print': OWN,
		'case.hand-over': OWN,
		'meeting.record': OWN,
		'person.read': OWN_OR_TEAM,
		'person.change': OWN,
		'person.merge': OWN,
		'document.read': OWN,
		'document.change': OWN,
		'journal.read': OWN,
		'note.read': OWN,
		'note.write': OWN,
		'complaint.record': ANYWHERE,
		'complaint.list': ANYWHERE,
		'complaint.read': OWN,
		'complaint.answer': OWN,
	},
	advocate: {
		'desk.enter': ANYWHERE,
		'case.list': ANYWHERE,
		'case.read': OWN,
		'meeting.record': OWN,
		'person.read': OWN,
		'document.read': OWN,
		'note.read': OWN,
		'note.write': OWN,
		'complaint.record': ANYWHERE,
		'complaint.list': ANYWHERE,
		'complaint.read': OWN,
		'complaint.answer': OWN,
	},
	coordinator: {
		'desk.enter': ANYWHERE,
		'request.list': ANYWHERE,
		'request.enter': ANYWHERE,
		'case.list': ANYWHERE,
		'day.of-team': ANYWHERE,
		'figures.read': ANYWHERE,
		'person.search': ANYWHERE,
		'worker.list': ANYWHERE,
		'routing.list': ANYWHERE,
		'request.read': OWN_OR_TEAM,
		'request.take': ['team'],
		'request.work': OWN_OR_TEAM,
		'request.assign': ['team'],
		'request.hand-over': OWN_OR_TEAM,
		'case.read': OWN_OR_TEAM,
		'case.change': OWN_OR_TEAM,
		'case.close': OWN_OR_TEAM,
		'case.reopen': OWN_OR_TEAM,
		'case.print': OWN_OR_TEAM,
		'case.hand-over': OWN_OR_TEAM,
		'meeting.record': OWN_OR_TEAM,
		'person.read': OWN_OR_TEAM,
		'person.change': OWN_OR_TEAM,
		'person.merge': OWN_OR_TEAM,
		'document.read': OWN_OR_TEAM,
		'document.change': OWN_OR_TEAM,
		'journal.read': OWN_OR_TEAM,
		'note.read': OWN_OR_TEAM,
		'note.write': OWN_OR_TEAM,
		'complaint.record': ANYWHERE,
		'complaint.list': ANYWHERE,
		'complaint.read': OWN,
		'complaint.answer': OWN,
	},
	'programme-lead': {
		'desk.enter': ANYWHERE,
		'request.list': ANYWHERE,
		'case.list': ANYWHERE,
		'figures.read': ANYWHERE,
		'person.search': ANYWHERE,
		'worker.list': ANYWHERE,
		'routing.list': ANYWHERE,
		'request.read': THE_ORGANISATION,
		'request.assign': ['team', 'other-team'],
		'request.hand-over': THE_ORGANISATION,
		'case.read': THE_ORGANISATION,
		'case.reopen': THE_ORGANISATION,
		'case.hand-over': THE_ORGANISATION,
		'person.read': THE_ORGANISATION,
		'person.merge': THE_ORGANISATION,
		'document.read': THE_ORGANISATION,
		'journal.read': THE_ORGANISATION,
		'note.read': THE_ORGANISATION,
		'note.write': THE_ORGANISATION,
		'complaint.record': ANYWHERE,
		'complaint.list': ANYWHERE,
		'complaint.read': EVERYTHING_BUT_SCREENED,
		'complaint.answer': EVERYTHING_BUT_SCREENED,
		'complaint.assign': EVERYTHING_BUT_SCREENED,
	},
	volunteer: { 'desk.enter': ANYWHERE },
	'workshop-moderator': { 'desk.enter': ANYWHERE },
	administrator: {
		'desk.enter': ANYWHERE,
		'helpline.change': ANYWHERE,
		'programme.change': ANYWHERE,
		'worker.list': ANYWHERE,
		'routing.list': ANYWHERE,
		'routing.change': ANYWHERE,
		'worker.change': ANYWHERE,
		'outbox.list': ANYWHERE,
		'retention.list': ANYWHERE,
		'retention.change': ANYWHERE,
		'access.list': ANYWHERE,
		'system.read': ANYWHERE,
		'system.change': ANYWHERE,
		'complaint.record': ANYWHERE,
		'complaint.list': ANYWHERE,
		'complaint.read': EVERYTHING_BUT_SCREENED,
		'complaint.answer': EVERYTHING_BUT_SCREENED,
		'complaint.assign': EVERYTHING_BUT_SCREENED,
		'complaint.term': ANYWHERE,
	},
	'data-protection-officer': {
		'desk.enter': ANYWHERE,
		'retention.list': ANYWHERE,
		'access.list': ANYWHERE,
		'person.search': ANYWHERE,
		'person.read': EVERYTHING_BUT_SCREENED,
		'person.restrict': EVERYTHING_BUT_SCREENED,
		'journal.read': EVERYTHING_BUT_SCREENED,
	},
};

/** Tells whether one of the roles may do this, given how the worker stands to the subject. */
export function may(roles: readonly Role[], action: Action, relation: Relation = 'none'): boolean {
	return roles.some((role) => ACCESS[role][action]?.includes(relation) ?? false);
}

/** Tells whether one of the roles may do this to anything at all: who cannot is not even shown the way. */
export function mayEver(roles: readonly Role[], action: Action): boolean {
	return roles.some((role) => (ACCESS[role][action]?.length ?? 0) > 0);
}

/** The relations in which the roles may do this. */
export function relationsFor(roles: readonly Role[], action: Action): readonly Relation[] {
	return RELATIONS.filter((relation) => may(roles, action, relation));
}

/** One line of the table as people read it: what each role may do, to what it stands in which relation to. */
export type AccessLine = {
	readonly action: Action;
	readonly roles: readonly { readonly role: Role; readonly relations: readonly Relation[] }[];
	/** Concerns no single request, case or person: a role may, or may not. */
	readonly needsNoSubject: boolean;
};

/** The table, line by line: for all roles and actions, or for one of each. */
export function accessLines(
	roles: readonly Role[],
	only: { role?: Role | undefined; action?: Action | undefined } = {},
): readonly AccessLine[] {
	const shown = roles.filter((role) => only.role === undefined || role === only.role);
	const needsNoSubject = (action: Action) =>
		roles.every((role) => !ACCESS[role][action]?.some((one) => one !== 'none'));
	return ACTIONS.filter((action) => only.action === undefined || action === only.action)
		.map((action) => ({
			action,
			roles: shown.map((role) => ({ role, relations: ACCESS[role][action] ?? [] })),
			needsNoSubject: needsNoSubject(action),
		}))
		.filter((line) => only.role === undefined || line.roles.some((one) => one.relations.length > 0));
}
