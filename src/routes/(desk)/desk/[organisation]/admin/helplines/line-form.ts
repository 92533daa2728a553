import * as v from 'valibot';
import { choice, line, optionalLine, tick } from '#lib/kernel/fields.ts';
import { LANGUAGES, type LocalWords } from '#lib/kernel/local-words.ts';
import { ok, refuseFields, type Result } from '#lib/kernel/result.ts';
import { COUNTRIES, type HelplineEntry } from '#lib/directory/helpline.ts';

const LONGEST = 200;

/** The form of one helpline: its number, and its name and hours in each language. */
export const LINE = v.object({
	number: line(40),
	country: choice(COUNTRIES),
	danger: tick(),
	'name-sl': optionalLine(LONGEST),
	'hours-sl': optionalLine(LONGEST),
	'name-cs': optionalLine(LONGEST),
	'hours-cs': optionalLine(LONGEST),
	'name-en': optionalLine(LONGEST),
	'hours-en': optionalLine(LONGEST),
});
type Line = v.InferOutput<typeof LINE>;

/** The line that was typed. In each language it has both name and hours, or neither; in one at least both. */
export function lineFrom(typed: Line): Result<HelplineEntry> {
	const given = LANGUAGES.filter((code) => typed[`name-${code}`] !== '' || typed[`hours-${code}`] !== '');
	const wanted = given.length > 0 ? given : LANGUAGES.slice(0, 1);
	const missing = wanted
		.flatMap((code) => [`name-${code}`, `hours-${code}`] as const)
		.filter((field) => typed[field] === '');
	if (missing.length > 0) return refuseFields(missing.map((field) => ({ field, problem: 'write-something' })));
	const words = (part: 'name' | 'hours') =>
		Object.fromEntries(given.map((code) => [code, typed[`${part}-${code}`]])) as LocalWords;
	const { number, country, danger } = typed;
	return ok({ number, country, danger, name: words('name'), hours: words('hours') });
}
