/** Why the processing of a record is restricted: the four grounds of article 18(1) of the GDPR. */
export const GROUNDS = ['accuracy-contested', 'unlawful', 'needed-for-claims', 'objection'] as const;
export type Ground = (typeof GROUNDS)[number];

/** A restriction of a person's record, in force or lifted. */
export type Restriction = {
	readonly ground: Ground;
	readonly words: string;
	readonly setAt: Date;
	readonly setBy: string;
	readonly lifted: { readonly at: Date; readonly by: string; readonly words: string } | null;
};
