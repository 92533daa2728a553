import close from '../../../questionnaires/how-am-i/close.questionnaire.json' with { type: 'json' };
import scoring from '../../../questionnaires/how-am-i/scoring.json' with { type: 'json' };
import self from '../../../questionnaires/how-am-i/self.questionnaire.json' with { type: 'json' };
import { uuidv7 } from '#lib/kernel/ids.ts';
import type { Answers, Filling } from './filling.ts';
import type { Instrument, Variant } from './instrument.ts';
import { readInstrument } from './read-instrument.ts';

/** The files of the questionnaire, as they lie in the repository. */
export const FILES = { self, close, scoring };

/** The questionnaire itself. */
export function theInstrument(): Instrument {
	const read = readInstrument(FILES);
	if ('faults' in read) throw new Error(read.faults.join('\n'));
	return read.instrument;
}

/** Every question answered with what weighs least, but for what is said. A question that is given no code is left out. */
export function answers(
	instrument: Instrument,
	changes: Readonly<Record<string, string | readonly string[]>> = {},
): Answers {
	const lightest: Readonly<Record<string, string>> = {
		age: '30-64',
		living: 'family',
		events: 'none',
		duration: 'nothing',
	};
	const all = instrument.forms.self.questions.map(({ id, options }): [string, readonly string[]] => {
		const given = changes[id] ?? lightest[id] ?? options[0]!.code;
		return [id, typeof given === 'string' ? [given] : given];
	});
	return Object.fromEntries(all.filter(([, codes]) => codes.length > 0));
}

/** A questionnaire that somebody is filling in. */
export function aFilling(instrument: Instrument, given: Answers = {}, variant: Variant = 'self'): Filling {
	const command = uuidv7(Date.UTC(2026, 10, 23), new Uint8Array(10));
	return { command, variant, version: instrument.forms[variant].version, answers: given, skipped: [] };
}
