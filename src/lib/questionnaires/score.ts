import type { Answers } from './filling.ts';
import { maxOf } from './read-instrument.ts';
import type { Band, Instrument, NextStep, Question, SafetyRule, Scale, Trigger, Variant } from './instrument.ts';
import type { Reading } from './reading-links.ts';

// The result is worked out from the answers alone, on the server, each time it is looked at. Nothing that a browser says about
// points or levels is ever read.

/** One line of the working: a question, what was answered, and the points of that; none when it is missing or unknown. */
type WorkingRow = {
	readonly question: Question;
	readonly codes: readonly string[];
	readonly points: number | null;
};
type WorkingPart = {
	readonly key: string;
	readonly rows: readonly WorkingRow[];
	/** Null when an answer is missing: never a sum of what is there. */
	readonly total: number | null;
};
export type ScaleResult = {
	readonly scale: Scale;
	readonly parts: readonly WorkingPart[];
	readonly max: number;
	readonly total: number | null;
	readonly band: Band | null;
	/** The questions without an answer that can be scored. */
	readonly missing: readonly Question[];
};
export type Outcome = {
	readonly variant: Variant;
	/** Safety first: what was answered so that help stands before everything else. */
	readonly safety: readonly SafetyRule[];
	readonly scales: readonly ScaleResult[];
	/** The highest level reached; `none` when no scale could be scored. */
	readonly level: string;
	readonly steps: readonly NextStep[];
	readonly reading: readonly Reading[];
};

/** Scores the answers of a questionnaire by its own rules. */
export function score(instrument: Instrument, variant: Variant, answers: Answers): Outcome {
	const { scoring } = instrument;
	const scales = scoring.scales.map((scale) => scoreScale(instrument, scale, { variant, answers }));
	const safety = alarmsIn(instrument, answers);
	const rank = (band: Band) => scoring.levels.findIndex((level) => level.key === band.level);
	const bands = scales.flatMap(({ band }) => band ?? []).toSorted((a, b) => rank(b) - rank(a));
	// Safety before the scales, and the heavier scale before the lighter one.
	const also = scoring.also.filter((one) => hit(one, answers));
	const leads = [...safety, ...bands.filter((band) => rank(band) > 0), ...also];
	const light = bands.filter((band) => rank(band) === 0);
	const keys = new Set([...leads, ...light].flatMap((one) => one.steps).concat(scoring.always));
	return {
		variant,
		safety,
		scales,
		level: bands[0]?.level ?? 'none',
		steps: [...keys].map((key) => scoring.steps.find((step) => step.key === key)!),
		reading: [...new Set([...leads, ...light].flatMap((one) => one.reading))],
	};
}

/** The safety rules that some answers meet, whatever the totals. */
export function alarmsIn({ scoring }: Instrument, answers: Answers): readonly SafetyRule[] {
	return scoring.safety.filter((rule) => hit(rule, answers));
}

function hit({ item, codes }: Trigger, answers: Answers): boolean {
	return (answers[item] ?? []).some((code) => codes.includes(code));
}

function scoreScale(instrument: Instrument, scale: Scale, given: { variant: Variant; answers: Answers }): ScaleResult {
	const { scoring, forms } = instrument;
	const form = forms[given.variant];
	const parts = scale.parts.map(({ key, items }) => {
		const rows = items.map((id): WorkingRow => {
			const question = form.questions.find((one) => one.id === id)!;
			const codes = given.answers[id] ?? [];
			return { question, codes, points: pointsOf(instrument, question, codes) };
		});
		return { key, rows, total: sum(rows.map((row) => row.points)) };
	});
	const totals = parts.map((part) => part.total);
	const total = totals.includes(null) ? null : Math.max(...totals.map((one) => one ?? 0));
	return {
		scale,
		parts,
		max: maxOf(scale, form, scoring),
		total,
		band: total === null ? null : (scale.bands.find((band) => total >= band.from && total <= band.to) ?? null),
		missing: parts.flatMap((part) => part.rows.filter((row) => row.points === null).map((row) => row.question)),
	};
}

function pointsOf({ scoring }: Instrument, question: Question, codes: readonly string[]): number | null {
	const [code] = codes;
	if (code === undefined || scoring.unknownCodes.includes(code)) return null;
	const points = scoring.points[question.list] ?? {};
	return Object.hasOwn(points, code) ? points[code]! : null;
}

function sum(points: readonly (number | null)[]): number | null {
	return points.includes(null) ? null : points.reduce<number>((total, one) => total + (one ?? 0), 0);
}
