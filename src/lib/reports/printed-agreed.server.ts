import type { Words } from '#lib/platform/words.server.ts';
import { NO_LIMIT, nextReviewOn } from '#lib/cases/case.ts';
import type { PrintedSection } from '#lib/platform/printed-document.ts';
import type { CaseToPrint } from './case-to-print.server.ts';
import {
	caseFacts,
	planSections,
	signatures,
	statedFacts,
	type PrintedBody,
	type ToPrint,
} from './printed-parts.server.ts';

/** Left free to be written by hand. */
const BLANK = '____________________';

/** The plan, to be signed by those who made it. */
export function printedPlan({ from, words }: ToPrint): PrintedBody | undefined {
	const { plan, facts, definition, nextReviewSaid } = from.file;
	const { t, local, day } = words;
	if (!plan) return undefined;
	const review = facts.closedOn ? null : nextReviewOn(definition, nextReviewSaid, facts.activeFrom);
	return {
		title: local(definition.plan.title).text,
		about: [
			...caseFacts(from, words),
			[t('print.made-on'), t('print.version', { day: day(plan.madeOn), version: plan.version })],
			...(review ? [[t('print.next-review'), day(review)] as const] : []),
		],
		sections: planSections(from, words),
		signatures: signatures(from, words),
	};
}

/** What was agreed, to be signed; what was not said yet is left free. */
export function printedAgreement({ from, words }: ToPrint): PrintedBody {
	const { t, local, day } = words;
	const { definition, agreement } = from.file;
	const period = agreement
		? [day(agreement.from_on), agreement.to_on ? day(agreement.to_on) : null]
		: [BLANK, definition.agreement.period === 'required' ? BLANK : null];
	const [begins, ends] = period as [string, string | null];
	const conditions = statedFacts(from, words);
	return {
		title: local(definition.agreement.title).text,
		about: [
			...caseFacts(from, words),
			[
				t('print.period'),
				ends ? t('agreement.until', { from: begins, to: ends }) : t('agreement.open', { from: begins }),
			],
		],
		sections: [
			{
				title: t('print.what-help'),
				parts: [{ kind: 'text', text: local(definition.summary).text }, ...helpParts(from, words)],
			},
			...(conditions.length > 0
				? [{ title: t('condition.title'), parts: [{ kind: 'facts' as const, rows: conditions }] }]
				: []),
			{
				title: t('print.your-rights'),
				parts: [{ kind: 'list', items: [t('print.right.end'), t('print.right.seen'), t('print.right.copy')] }],
			},
		],
		signatures: signatures(from, words),
	};
}

function helpParts({ file }: CaseToPrint, { t, local }: Words): PrintedSection['parts'] {
	const { formsOfHelp, duration } = file.definition;
	const limit = file.facts.meetingLimit;
	return [
		{ kind: 'list', items: formsOfHelp.map((one) => local(one.text).text) },
		{
			kind: 'text',
			text: [local(duration.text).text, limit < NO_LIMIT ? t('print.limit', { count: limit }) : '']
				.filter(Boolean)
				.join('\n'),
		},
	];
}
