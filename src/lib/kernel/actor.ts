import type { Uuid } from './ids.ts';

/** The work somebody is trusted with in an organisation (decision 35). */
export const ROLES = [
	'professional',
	'advocate',
	'coordinator',
	'programme-lead',
	'volunteer',
	'workshop-moderator',
	'administrator',
	'data-protection-officer',
] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who works here, signed in. */
export type Worker = {
	readonly kind: 'worker';
	readonly organisationId: Uuid;
	readonly workerId: Uuid;
	readonly roles: readonly Role[];
};
/** Somebody at the door whom nobody knows. Bound to an organisation only while they send it something. */
export type Visitor = { readonly kind: 'visitor'; readonly organisationId?: Uuid };
/** Somebody who came back with a code: sees the one request that the code opens. */
export type CodeHolder = {
	readonly kind: 'code-holder' | 'proposer';
	readonly organisationId: Uuid;
	readonly subjectId: Uuid;
};
/** The product itself, for one organisation. */
export type System = { readonly kind: 'system'; readonly organisationId: Uuid };

export type Actor = Worker | Visitor | CodeHolder | System;

/** Who does something, and when. Every use case takes one: the clock is an argument. */
export type Act<Who extends Actor = Actor> = { readonly by: Who; readonly at: Date };

/** The product itself acting for an organisation. */
export function system(organisationId: Uuid): System {
	return { kind: 'system', organisationId };
}
