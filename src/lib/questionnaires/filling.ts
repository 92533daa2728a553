import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Form, Instrument, Question, Variant } from './instrument.ts';

/** The codes chosen, by question. A question that is not in it has no answer. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** A questionnaire being filled in: nobody's, kept under a token or a code. */
export type Filling = {
	/** Made when it was begun: the same button pressed twice does things once. */
	readonly command: Uuid;
	readonly variant: Variant;
	/** The version of the questionnaire the answers were given to. */
	readonly version: string;
	readonly answers: Answers;
	readonly skipped: readonly string[];
	/** Until when it is kept under a code, as an ISO moment; undefined while nobody asked for a code. */
	readonly keptUntil?: string;
};

/** The question at a place, from 1. */
export function questionAt(form: Form, place: number): Question | undefined {
	return Number.isInteger(place) ? form.questions[place - 1] : undefined;
}

/** Answers the question at a place with the codes that were chosen. */
export function answerAt(form: Form, filling: Filling, { place, codes }: Chosen): Result<Filling> {
	const question = questionAt(form, place);
	if (!question) return refuseField('answer', 'choose-one');
	const known = codes.filter((code) => question.options.some((option) => option.code === code));
	if (known.length !== codes.length || known.length === 0 || (known.length > 1 && !question.several))
		return refuseField('answer', question.several ? 'choose-some' : 'choose-one');
	const skipped = filling.skipped.filter((id) => id !== question.id);
	return ok({ ...filling, answers: { ...filling.answers, [question.id]: [...new Set(known)] }, skipped });
}
type Chosen = { readonly place: number; readonly codes: readonly string[] };

/** Leaves the question at a place without an answer; one that was given before is taken back. */
export function skipAt(form: Form, filling: Filling, place: number): Filling {
	const question = questionAt(form, place);
	if (!question) return filling;
	const { [question.id]: _, ...answers } = filling.answers;
	return { ...filling, answers, skipped: [...new Set([...filling.skipped, question.id])] };
}

/** The place of the first question that was neither answered nor skipped; undefined when none is left. */
export function firstOpen(form: Form, filling: Filling): number | undefined {
	const place = form.questions.findIndex((one) => stateOf(filling, one) === 'ahead');
	return place < 0 ? undefined : place + 1;
}

/** How far it is, question by question. */
export function progressOf(form: Form, filling: Filling): readonly ('done' | 'skipped' | 'ahead')[] {
	return form.questions.map((one) => stateOf(filling, one));
}

function stateOf({ answers, skipped }: Filling, { id }: Question): 'done' | 'skipped' | 'ahead' {
	if (answers[id]) return 'done';
	return skipped.includes(id) ? 'skipped' : 'ahead';
}

/**
 * A filling as the questionnaire is today: what it no longer asks, or no longer offers as an answer, is left out, so that
 * nothing is scored that nobody said. `changed` says that it was begun with another version.
 */
export function bringUpToDate(instrument: Instrument, filling: Filling): { filling: Filling; changed: boolean } {
	const form = instrument.forms[filling.variant];
	const answers = Object.fromEntries(
		form.questions.flatMap((question) => {
			const given = filling.answers[question.id] ?? [];
			const known = given.filter((code) => question.options.some((option) => option.code === code));
			return known.length > 0 ? [[question.id, question.several ? known : known.slice(0, 1)]] : [];
		}),
	);
	const skipped = filling.skipped.filter((id) => form.questions.some((one) => one.id === id));
	const changed = filling.version !== form.version;
	return { filling: { ...filling, answers, skipped, version: form.version }, changed };
}
