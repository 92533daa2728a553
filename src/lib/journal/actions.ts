import type { Uuid } from '#lib/kernel/ids.ts';

/** Everything the journal can say that somebody did or saw. The word before the point is what it happened to. */
export const JOURNAL_ACTIONS = [
	'account.changed',
	'appointment.answered',
	'appointment.cancelled',
	'appointment.offered',
	'case.activated',
	'case.closed',
	'case.condition-stated',
	'case.listed',
	'case.opened',
	'case.plan-changed',
	'case.plan-read',
	'case.read',
	'case.reopened',
	'case.reviewed',
	'case.step-done',
	'case.withdrawn',
	'code.entered',
	'draft.discarded',
	'draft.saved',
	'export.asked',
	'export.downloaded',
	'export.made',
	'export.refused',
	'helpline.changed',
	'invitation.accepted',
	'invitation.sent',
	'job.retried',
	'journal.read',
	'meeting.read',
	'meeting.recorded',
	'meeting.voided',
	'message.queued',
	'message.sent',
	'organisation.made',
	'outbox.listed',
	'person.around-changed',
	'person.changed',
	'person.consent-changed',
	'person.found',
	'person.known',
	'person.read',
	'programme.door-changed',
	'programme.draft-changed',
	'programme.published',
	'proposer.answered',
	'request.added-to',
	'request.aid-decided',
	'request.answered-by-person',
	'request.declined',
	'request.concluded',
	'request.listed',
	'request.noticed',
	'request.read',
	'request.received',
	'request.routed',
	'request.taken',
	'request.withdrawn',
	'retention.changed',
	'routing.changed',
	'routing.listed',
	'session.ended',
	'session.refused',
	'session.started',
	'talk.recorded',
	'view.changed',
	'worker.changed',
	'worker.left',
	'worker.listed',
] as const;
export type JournalAction = (typeof JOURNAL_ACTIONS)[number];

/** What an entry tells, besides who and when. Ids and codes only; a reason in words is a sealed note elsewhere. */
export type Entry = {
	readonly action: JournalAction;
	/** Whom or what it was about: persons, cases, requests. A list names each one it showed. */
	readonly subjects: readonly Uuid[];
	/** The record that was written or read, where it is not the subject itself. */
	readonly record?: Uuid;
	readonly reason?: string;
};
