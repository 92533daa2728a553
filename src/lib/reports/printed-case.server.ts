import { stateOf } from '#lib/cases/case.ts';
import { thenAndNow } from '#lib/cases/own-view.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { PrintedDocument, PrintedFact, PrintedPart, PrintedSection } from '#lib/platform/printed-document.ts';
import { wordsIn, type Words } from '#lib/platform/words.server.ts';
import type { CaseToPrint } from './case-to-print.server.ts';
import type { Print } from './print.ts';
import { printedAgreement, printedPlan } from './printed-agreed.server.ts';
import { printedAttendance } from './printed-attendance.server.ts';
import {
	caseFacts,
	planSections,
	signatures,
	statedFacts,
	type PrintedBody,
	type ToPrint,
} from './printed-parts.server.ts';

const BODIES: Readonly<Record<Print['kind'], (print: ToPrint) => PrintedBody | undefined>> = {
	plan: printedPlan,
	agreement: printedAgreement,
	attendance: printedAttendance,
	summary: printedSummary,
};

/** A print as it is laid out; undefined when what was to be printed is no longer there. */
export function printedCase(asked: ToPrint['asked'], from: CaseToPrint): PrintedDocument | undefined {
	const { organisation, file, today } = from;
	const words = wordsIn(asked.language, organisation.timeZone);
	const body = BODIES[asked.kind]({ asked, from, words });
	if (!body) return undefined;
	const { address, phone, email, website } = organisation.about;
	return {
		language: asked.language,
		organisation: {
			name: organisation.name,
			contact: [address ?? '', [phone, email, website].filter(Boolean).join(' · ')].filter(Boolean),
		},
		...body,
		statement: (file.definition.funding?.statement ?? []).map((one) => words.local(one)),
		footer: words.t('print.printed', { number: file.facts.number, day: words.day(today) }),
	};
}

function printedSummary({ from, words }: ToPrint): PrintedBody {
	const { t, day } = words;
	const { facts } = from.file;
	const days: readonly (readonly [string, CalendarDayOrNone])[] = [
		[t('case.opened'), facts.openedOn],
		[t('print.active-from'), facts.activeFrom],
		[t('case.closed'), facts.closedOn],
	];
	return {
		title: t('print.kind.summary'),
		about: [
			...caseFacts(from, words),
			[t('case.state'), t(`case.state.${stateOf(facts)}`)],
			...days.flatMap(([term, on]): PrintedFact[] => (on ? [[term, day(on)]] : [])),
		],
		sections: filled([
			{ title: t('print.own-view'), parts: ownViews(from, words) },
			{ title: t('condition.title'), parts: factsPart(statedFacts(from, words)) },
			...planSections(from, words),
			{ title: t('print.meetings'), parts: meetingTable(from, words) },
			{ title: t('closure.title'), parts: factsPart(closureFacts(from, words)) },
		]),
		signatures: signatures(from, words).slice(-1),
	};
}

type CalendarDayOrNone = CaseToPrint['file']['facts']['closedOn'];

/** Sections that have something in them. */
const filled = (sections: readonly PrintedSection[]) => sections.filter((one) => one.parts.length > 0);
const factsPart = (rows: readonly PrintedFact[]): readonly PrintedPart[] =>
	rows.length > 0 ? [{ kind: 'facts', rows }] : [];

/** How each person saw it at the beginning, and last; with several, whose words they are. */
function ownViews({ file, members, names }: CaseToPrint, { day }: Words): readonly PrintedPart[] {
	const nameOf = (person: Uuid) => (members.length > 1 ? `${names.get(person) ?? ''}, ` : '');
	return thenAndNow(file.ownViews).flatMap(({ person, first, last }) =>
		[first, ...(last ? [last] : [])].flatMap((view): PrintedPart[] => [
			{ kind: 'heading', text: `${nameOf(person)}${day(view.on)}` },
			{ kind: 'quote', text: view.words },
		]),
	);
}

function meetingTable({ meetings }: CaseToPrint, { t, day, number }: Words): readonly PrintedPart[] {
	if (meetings.length === 0) return [];
	const head = [t('print.when'), t('print.what'), t('print.how'), t('print.minutes')];
	const rows = meetings.map((one) => [
		day(one.startedAt),
		one.ordinal === null ? t(`meeting.kind.${one.kind}`) : t('meeting.nth', { ordinal: one.ordinal }),
		t(`day.mode.${one.mode}`),
		number(one.minutes),
	]);
	return [{ kind: 'table', head, rows }];
}

function closureFacts({ file }: CaseToPrint, { t, local, day, list }: Words): readonly PrintedFact[] {
	const { closure, definition } = file;
	if (!closure || closure.reopened_on) return [];
	const reason = definition.reasonsToClose.find((one) => one.key === closure.reason);
	const reached = definition.outcomes.filter((one) => closure.outcomes.includes(one.key));
	return [
		[t('closure.on'), day(closure.closed_on)],
		...(reason ? [[t('closure.reason'), local(reason.text).text] as const] : []),
		...(reached.length > 0 ? [[t('closure.reached'), list(reached.map((one) => local(one.text).text))] as const] : []),
	];
}
