import { NO_LIMIT } from '#lib/cases/case.ts';
import type { PlanStep } from '#lib/cases/plan.ts';
import type { PrintedDocument, PrintedFact, PrintedPart, PrintedSection } from '#lib/platform/printed-document.ts';
import type { Words } from '#lib/platform/words.server.ts';
import type { CaseToPrint } from './case-to-print.server.ts';
import type { Print } from './print.ts';

/** What one kind of print says besides what each says. */
export type PrintedBody = Pick<PrintedDocument, 'title' | 'about' | 'sections' | 'signatures'>;
/** A print to be made: what was asked for, of which case, in which words. */
export type ToPrint = {
	readonly asked: Pick<Print, 'kind' | 'language' | 'personId' | 'meetingId'>;
	readonly from: CaseToPrint;
	readonly words: Words;
};

/** The goals of a plan with their steps, what one can lean on, and what is needed; nothing while there is no plan. */
export function planSections({ file }: CaseToPrint, words: Words): readonly PrintedSection[] {
	const { t } = words;
	const { plan, closure } = file;
	if (!plan) return [];
	const goals = plan.goals.flatMap((goal): PrintedPart[] => {
		const grade = closure && !closure.reopened_on ? closure.goals.get(goal.id) : undefined;
		return [
			{ kind: 'heading', text: grade ? `${goal.text} (${t(`grade.${grade}`)})` : goal.text },
			...(goal.steps.length > 0
				? [{ kind: 'list' as const, items: goal.steps.map((step) => printedStep(step, words)) }]
				: []),
		];
	});
	const worded: readonly (readonly [string, string])[] = [
		[t('plan.own-words'), plan.ownWords],
		[t('plan.resources'), plan.resources],
		[t('plan.needs'), plan.needs],
	];
	return [
		...(goals.length > 0 ? [{ title: t('print.goals'), parts: goals }] : []),
		...worded
			.filter(([, text]) => text !== '')
			.map(([title, text]) => ({ title, parts: [{ kind: 'text' as const, text }] })),
	];
}

function printedStep({ text, who, byOn, doneOn }: PlanStep, { t, day }: Words): string {
	const when = doneOn ? t('plan.done-on', { day: day(doneOn) }) : byOn ? t('plan.by', { day: day(byOn) }) : '';
	return `${text}\n${[t(`plan.who.${who}`), when].filter(Boolean).join(', ')}`;
}

/** Each condition and how it stands, party by party. */
export function statedFacts({ file, members, names }: CaseToPrint, { t, local, day }: Words): readonly PrintedFact[] {
	return file.definition.conditions.flatMap((condition) =>
		file.conditions
			.filter((one) => one.condition === condition.key)
			.map((one): PrintedFact => {
				const fact = file.stated.find(
					(stated) => stated.condition === one.condition && stated.partyId === one.partyId && !stated.withdrawnOn,
				);
				const whose = members.length > 1 ? names.get(one.partyId) : undefined;
				const how = fact ? `${day(fact.statedOn)}, ${t(`condition.form.${fact.form}`)}` : t('print.not-yet');
				return [[local(condition.text).text, whose].filter(Boolean).join(' – '), how];
			}),
	);
}

/** Which case it is, whose, and who works on it. */
export function caseFacts({ file, members, keyWorker }: CaseToPrint, { t, local }: Words): readonly PrintedFact[] {
	return [
		[t('case.number'), file.facts.number],
		[t('case.programme'), local(file.definition.title).text],
		[t('case.people'), members.map((one) => one.name).join('\n')],
		[t('case.key-worker'), keyWorker],
		...meetingCount(file.facts, t),
	];
}

/** How many of its meetings are used, where there is a limit. */
const meetingCount = (
	{ counted, meetingLimit }: CaseToPrint['file']['facts'],
	t: Words['t'],
): readonly PrintedFact[] =>
	meetingLimit < NO_LIMIT ? [[t('meeting.count'), t('meeting.counted-of', { count: counted, of: meetingLimit })]] : [];

/** Lines for signatures: each member's, and the worker's last. */
export function signatures({ members, keyWorker, organisation }: CaseToPrint, { t }: Words): readonly string[] {
	return [...members.map((one) => `${one.name}\n${t('print.sign')}`), `${keyWorker}\n${organisation.name}`];
}
