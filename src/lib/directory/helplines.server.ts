import { choose, type Language, type LocalWords } from '#lib/kernel/local-words.ts';
import rows from '../../../data/helplines.json' with { type: 'json' };

/** A number somebody can call at once. */
export type Helpline = {
	readonly number: string;
	readonly name: string;
	readonly hours: string;
	readonly danger: boolean;
};
type Row = { country: 'si' | 'cz'; number: string; danger?: boolean; name: LocalWords; hours: LocalWords };

/** The helplines of a country, in a language; the country of the language where nothing says another. */
export function helplines(language: Language, country?: 'si' | 'cz'): readonly Helpline[] {
	const wanted = country ?? (language === 'cs' ? 'cz' : 'si');
	return (rows as Row[])
		.filter((row) => row.country === wanted)
		.map((row) => ({
			number: row.number,
			danger: row.danger === true,
			name: choose(row.name, language).text,
			hours: choose(row.hours, language).text,
		}));
}
