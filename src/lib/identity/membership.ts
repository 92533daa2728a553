import type { Uuid } from '#lib/kernel/ids.ts';

/** A worker's place in an organisation. */
export type Membership = { readonly organisationId: Uuid; readonly workerId: Uuid };

/** What a call of the sign-in library came to, for the journal. */
export type SignInEvent =
	| { readonly kind: 'started' | 'ended'; readonly userId: string }
	| { readonly kind: 'refused'; readonly address: string }
	| { readonly kind: 'nothing' };
