import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language, LocalWords } from '#lib/kernel/local-words.ts';

/** An organisation that runs programmes here: what everybody may know of it. */
export type Organisation = {
	readonly id: Uuid;
	/** Its part of the address: lower-case letters, digits and hyphens. */
	readonly slug: string;
	readonly name: string;
	readonly country: 'si' | 'cz';
	readonly language: Language;
	readonly timeZone: string;
	readonly about: OrganisationProfile;
};
export type OrganisationProfile = {
	readonly words: LocalWords;
	readonly address: string | null;
	readonly phone: string | null;
	readonly email: string | null;
	readonly website: string | null;
	/** A sample that does not exist: its page says so. */
	readonly invented?: boolean;
	/** What there is to say about reaching it. */
	readonly note?: LocalWords | null;
};

const PREFIXES = { si: '386', cz: '420' } as const;

/** The telephone prefix of an organisation's country. */
export function phonePrefix(organisation: Pick<Organisation, 'country'>): string {
	return PREFIXES[organisation.country];
}

/** Tells whether a text can be an organisation's part of the address. */
export function isSlug(text: string): boolean {
	return /^[a-z0-9][a-z0-9-]{1,59}$/.test(text);
}
