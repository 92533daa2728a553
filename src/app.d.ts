import type { CodeHolder, Worker } from '#lib/kernel/actor.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import type { Helpline } from '#lib/directory/helpline.ts';
import type { Organisation } from '#lib/directory/organisation.ts';
import type { KeptForm } from '#lib/identity/kept-form.ts';
import type { Session } from '#lib/identity/session.ts';

declare global {
	namespace App {
		interface Locals {
			/** The moment this request came: the only clock of everything it does. */
			now: Date;
			language: Language;
			/** Where the request came from; counted only as a keyed hash that changes every hour. */
			from: string;
			session: Session | undefined;
			/** The database was away when this request was looked at. */
			away: boolean;
			/** The session was left alone and waits for the password. */
			locked: boolean;
			/** The organisation named in the address. */
			organisation: Organisation | undefined;
			/** Who works here, when somebody signed in does. */
			worker: Worker | undefined;
			codeHolder: CodeHolder | undefined;
			/** The mark in the form that was sent: whom its page was given to. */
			givenTo: string | undefined;
			/** A form that was sent and could not be taken. */
			kept: KeptForm | undefined;
		}
		interface Error {
			/** What happened, as a code: the page has a sentence for each. */
			code?:
				| 'not-found'
				| 'session-ended'
				| 'locked'
				| 'other-account'
				| 'other-code'
				| 'code-ended'
				| 'database-away'
				| 'disk-full'
				| 'broken'
				| 'too-large'
				| 'refused';
			/** What somebody had typed, so that nothing is lost: to be sent again from the page. */
			kept?: KeptForm;
			/** The same, sealed: it waits for the password. */
			sealedForm?: string;
		}
		interface PageData {
			language: Language;
			timeZone: string;
			/** These are invented people, and nobody reads what is asked. */
			demo: boolean;
			helplines: readonly Helpline[];
			/** The list to which a page of the desk belongs whose address does not say so. */
			under?: 'cases' | 'requests' | 'people';
		}
	}
}

export {};
