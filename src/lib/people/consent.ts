import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { LocalWords } from '#lib/kernel/local-words.ts';

/** What a consent may be asked for. None of it is needed for help: whoever says no takes part all the same. */
export const PURPOSES = ['reminders', 'share-with-provider', 'involve-others', 'after-the-end', 'photographs'] as const;
export type Purpose = (typeof PURPOSES)[number];
export const CONSENT_FORMS = ['oral', 'written'] as const;
export type ConsentForm = (typeof CONSENT_FORMS)[number];

/** A text as it is shown to the person: what it is called, and what they consent to. */
export type ConsentText = { readonly title: LocalWords; readonly text: LocalWords };

/** A consent as it was given, with the text that was shown then. */
export type Consent = {
	readonly id: Uuid;
	readonly purpose: Purpose;
	readonly shown: ConsentText;
	readonly version: number;
	readonly givenOn: CalendarDay;
	readonly form: ConsentForm;
	readonly expiresOn: CalendarDay | null;
	readonly recordedBy: Uuid;
	readonly recordedAt: Date;
	readonly withdrawn: { readonly on: CalendarDay; readonly by: Uuid; readonly at: Date } | null;
};

/**
 * The consent for a purpose that is in force on a day. Of somebody with several records the stricter holds: what was
 * withdrawn in one after it was given in another is not in force.
 */
export function inForce(consents: readonly Consent[], purpose: Purpose, today: CalendarDay): Consent | undefined {
	const ofPurpose = consents.filter((one) => one.purpose === purpose);
	const lastWithdrawal = Math.max(...ofPurpose.map((one) => one.withdrawn?.at.getTime() ?? -Infinity));
	return ofPurpose.find(
		(one) =>
			one.withdrawn === null &&
			one.givenOn <= today &&
			(one.expiresOn === null || one.expiresOn >= today) &&
			one.recordedAt.getTime() >= lastWithdrawal,
	);
}

/** The texts that are shown now. A changed one is kept as a new version when the next consent to it is given. */
export const CONSENT_TEXTS: Readonly<Record<Purpose, ConsentText>> = {
	reminders: {
		title: {
			sl: 'Opomniki na dogovorjena srečanja',
			cs: 'Připomínky domluvených setkání',
			en: 'Reminders of meetings',
		},
		text: {
			sl: 'Strinjam se, da me pred dogovorjenim srečanjem opomnite s sporočilom. Sporočilo ne pove, za katero pomoč gre.',
			cs: 'Souhlasím s tím, abyste mi před domluveným setkáním poslali připomínku. Zpráva neprozradí, o jakou pomoc jde.',
			en: 'I agree to be reminded of a meeting by a message. The message does not say what help it is about.',
		},
	},
	'share-with-provider': {
		title: {
			sl: 'Posredovanje drugi organizaciji',
			cs: 'Předání jiné organizaci',
			en: 'Passing on to another organisation',
		},
		text: {
			sl: 'Strinjam se, da podatke, o katerih se prej dogovorimo, posredujete organizaciji, ki mi lahko pomaga naprej.',
			cs: 'Souhlasím s tím, abyste údaje, na kterých se předem domluvíme, předali organizaci, která mi může dál pomoci.',
			en: 'I agree that what we settle on beforehand is passed to an organisation that can help me further.',
		},
	},
	'involve-others': {
		title: { sl: 'Vključitev ljudi ob meni', cs: 'Zapojení lidí kolem mě', en: 'Involving people around me' },
		text: {
			sl: 'Strinjam se, da se o pomoči pogovarjate z ljudmi, ki jih navedem, v obsegu, ki ga določim.',
			cs: 'Souhlasím s tím, abyste o pomoci mluvili s lidmi, které uvedu, v rozsahu, který určím.',
			en: 'I agree that you talk about the help with people I name, as far as I allow.',
		},
	},
	'after-the-end': {
		title: {
			sl: 'Vprašanje po koncu pomoči',
			cs: 'Dotaz po skončení pomoci',
			en: 'A question after the help has ended',
		},
		text: {
			sl: 'Strinjam se, da me po koncu pomoči enkrat vprašate, kako mi gre.',
			cs: 'Souhlasím s tím, abyste se mě po skončení pomoci jednou zeptali, jak se mi daří.',
			en: 'I agree to be asked once, after the help has ended, how I am.',
		},
	},
	photographs: {
		title: {
			sl: 'Fotografije s skupnih srečanj',
			cs: 'Fotografie ze společných setkání',
			en: 'Photographs of gatherings',
		},
		text: {
			sl: 'Strinjam se, da me na skupnih srečanjih fotografirate in fotografije objavite v poročilu o programu.',
			cs: 'Souhlasím s tím, abyste mě na společných setkáních fotografovali a fotografie zveřejnili ve zprávě o programu.',
			en: 'I agree to be photographed at gatherings, and that the photographs appear in the programme’s report.',
		},
	},
};
