import { dayOf } from '#lib/kernel/calendar-day.ts';
import { stateOf } from '#lib/cases/case.ts';
import type { CaseColumn } from '#lib/cases/case-list.ts';
import type { CaseRow } from '#lib/cases/list-cases.server.ts';
import type { RequestRow } from '#lib/intake/read-requests.server.ts';
import { whomItIsAbout } from '#lib/intake/request.ts';
import { wordsIn, type MessageKey, type Words } from '#lib/platform/words.server.ts';
import type { ExportedPart } from './ask-export.server.ts';
import type { Export, FileColumn, Row } from './export.ts';
import { unitOf, type Unit } from './figures.ts';
import type { MeetingOfFigure } from './read-figures.server.ts';

type Labelled = readonly [MessageKey, FileColumn['kind']];
const CASE_CELLS: Readonly<Record<CaseColumn | 'meetings', Labelled>> = {
	number: ['case.number', 'words'],
	programme: ['case.programme', 'words'],
	state: ['case.state', 'words'],
	'key-worker': ['case.key-worker', 'words'],
	opened: ['case.opened', 'day'],
	closed: ['case.closed', 'day'],
	workers: ['case.workers', 'words'],
	meetings: ['export.meetings', 'figure'],
	'last-met': ['case.last-met', 'day'],
};
/** What stands in an export of cases for which nobody chose columns. */
const EVERY_CASE_CELL = [
	'number',
	'programme',
	'state',
	'opened',
	'closed',
	'workers',
	'meetings',
	'last-met',
] as const;
/** Which cells of a case an export has. */
export const cellsOf = (part: ExportedPart) => part.columns ?? EVERY_CASE_CELL;

const REQUEST_CELLS: readonly Labelled[] = [
	['export.label', 'words'],
	['case.programme', 'words'],
	['case.state', 'words'],
	['request.urgency', 'words'],
	['export.received', 'day'],
	['export.respond-by', 'day'],
	['export.responded', 'day'],
	['export.taken-by', 'words'],
];

const MEETING_CELLS: readonly Labelled[] = [
	['export.of', 'words'],
	['meeting.kind', 'words'],
	['figure.when', 'day'],
	['figure.mode', 'words'],
];
/** Of people there is their name, or nothing. */
const CELLS: Readonly<Record<Unit, (part: ExportedPart) => readonly Labelled[]>> = {
	case: (part) => cellsOf(part).map((one) => CASE_CELLS[one]),
	request: () => REQUEST_CELLS,
	meeting: () => MEETING_CELLS,
	person: () => [],
};
/** What a row of an export is. */
const unitIn = ({ list }: Pick<Export, 'list'>, { figure }: ExportedPart): Unit =>
	list === 'cases' ? 'case' : (list === 'figures' && figure && unitOf(figure.figure)) || 'request';

/** The columns of an export, in its language. */
export function columnsOf(
	made: Pick<Export, 'list' | 'language' | 'names'>,
	part: ExportedPart,
): readonly FileColumn[] {
	const { t } = wordsIn(made.language);
	const cells = CELLS[unitIn(made, part)](part);
	const columns = cells.map(([label, kind]) => ({ label: t(label), kind }));
	return made.names ? [...columns, { label: t('case.people'), kind: 'words' }] : columns;
}

/** The cells of a case. */
export function rowOfCase(
	{ facts, definition, people, workers, keyWorker }: CaseRow,
	given: { held: number; names: boolean; cells: readonly (CaseColumn | 'meetings')[]; words: Words },
): Row {
	const { t, local } = given.words;
	const values: Readonly<Record<CaseColumn | 'meetings', Row[number]>> = {
		number: facts.number,
		programme: local(definition.title).text,
		state: t(`case.state.${stateOf(facts)}`),
		'key-worker': keyWorker,
		opened: facts.openedOn,
		closed: facts.closedOn,
		workers: workers.join(', '),
		meetings: given.held,
		'last-met': facts.lastMetOn,
	};
	return [...given.cells.map((cell) => values[cell]), ...(given.names ? [namesOf(people, given.words)] : [])];
}

/** The cells of a request. */
export function rowOfRequest(
	{ facts, text, definition, takenBy }: RequestRow,
	names: boolean,
	{ t, local, timeZone }: Words,
): Row {
	const state = facts.outcome
		? (`request.outcome.${facts.outcome}` as const)
		: facts.takenBy
			? 'request.taken'
			: 'request.new';
	const day = (moment: Date | null) => moment && dayOf(moment, timeZone);
	return [
		facts.label,
		local(definition.title).text,
		t(state),
		t(`export.urgency.${facts.urgency}`),
		day(facts.receivedAt),
		// The end of a day is the beginning of the next.
		day(new Date(facts.respondBy.getTime() - 1)),
		day(facts.respondedAt),
		takenBy,
		...(names ? [whomItIsAbout(text).name] : []),
	];
}

/** The cells of a talk, a meeting or a contact: of which case or request it was, and how. */
export function rowOfMeeting({ meeting, case: of, request }: MeetingOfFigure, names: boolean, words: Words): Row {
	const { t } = words;
	return [
		of?.facts.number ?? request?.facts.label ?? null,
		t(`meeting.kind.${meeting.kind}`),
		dayOf(meeting.startedAt, words.timeZone),
		t(`desk.mode.${meeting.mode}`),
		...(names ? [of ? namesOf(of.people, words) : request ? whomItIsAbout(request.text).name : null] : []),
	];
}

const namesOf = (people: readonly string[], { t }: Words) =>
	people.map((name) => name || t('person.withheld')).join(', ');
