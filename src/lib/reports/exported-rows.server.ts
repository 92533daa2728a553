import type { Worker } from '#lib/kernel/actor.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { stateOf } from '#lib/cases/case.ts';
import type { CaseColumn, CaseKey } from '#lib/cases/case-list.ts';
import { casesFrom, countCasesOf, type CaseRow } from '#lib/cases/list-cases.server.ts';
import { timeZoneHere } from '#lib/cases/case-under-change.server.ts';
import { countRequestsOf, requestsFrom, type RequestRow } from '#lib/intake/read-requests.server.ts';
import { whomItIsAbout } from '#lib/intake/request.ts';
import { heldMeetings } from '#lib/meetings/meetings-of.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { wordsIn, type MessageKey, type Words } from '#lib/platform/words.server.ts';
import type { ExportedPart } from './ask-export.server.ts';
import type { Export, FileColumn, Row } from './export.ts';

/** Where the next piece of a list begins. Kept as JSON: a moment is a number. */
export type PageKey = CaseKey | { readonly id: Uuid; readonly respondByMs: number };
/** Some rows, whom they are about, and where the next ones begin. */
type RowPage = {
	readonly rows: readonly Row[];
	readonly subjects: readonly Uuid[];
	readonly next: PageKey | undefined;
};

type Asked = { readonly made: Export; readonly part: ExportedPart };

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
const cellsOf = (part: ExportedPart) => part.columns ?? EVERY_CASE_CELL;

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

/** The columns of an export, in its language. */
export function columnsOf(
	made: Pick<Export, 'list' | 'language' | 'names'>,
	part: ExportedPart,
): readonly FileColumn[] {
	const { t } = wordsIn(made.language);
	const cells = made.list === 'cases' ? cellsOf(part).map((one) => CASE_CELLS[one]) : REQUEST_CELLS;
	const columns = cells.map(([label, kind]) => ({ label: t(label), kind }));
	return made.names ? [...columns, { label: t('case.people'), kind: 'words' }] : columns;
}

/** The next rows of a list, read as the worker of the transaction. */
export async function pageOfRows(
	tx: Tx<Worker>,
	{ made, part }: Asked,
	page: { after: PageKey | undefined; atMost: number },
): Promise<RowPage> {
	const timeZone = await timeZoneHere(tx);
	const words = wordsIn(made.language, timeZone);
	return made.list === 'cases'
		? pageOfCases(tx, { made, part, words }, page)
		: pageOfRequests(tx, { made, part, words }, page);
}

/** How many rows a list has for the worker of the transaction. */
export function countRows(tx: Tx<Worker>, { made, part }: Asked): Promise<number> {
	return made.list === 'cases'
		? countCasesOf(tx, part.cases ?? { order: 'newest' })
		: countRequestsOf(tx, part.requests ?? 'waiting');
}

type Page = { after: PageKey | undefined; atMost: number };

async function pageOfCases(
	tx: Tx<Worker>,
	{ made, part, words }: Asked & { words: Words },
	page: Page,
): Promise<RowPage> {
	const after = page.after as CaseKey | undefined;
	const { rows, next } = await casesFrom(tx, part.cases ?? { order: 'newest' }, { after, atMost: page.atMost });
	const ids = rows.map((row) => row.facts.id);
	const held = await heldMeetings(tx, ids);
	return {
		rows: rows.map((row) =>
			rowOfCase(row, { held: held.get(row.facts.id) ?? 0, names: made.names, cells: cellsOf(part), words }),
		),
		subjects: [...ids, ...(made.names ? rows.flatMap((row) => row.personIds) : [])],
		next,
	};
}

function rowOfCase(
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
	return [
		...given.cells.map((cell) => values[cell]),
		...(given.names ? [people.map((name) => name || t('person.withheld')).join(', ')] : []),
	];
}

async function pageOfRequests(
	tx: Tx<Worker>,
	{ made, part, words }: Asked & { words: Words },
	page: Page,
): Promise<RowPage> {
	const key = page.after as { id: Uuid; respondByMs: number } | undefined;
	const after = key && { id: key.id, respondBy: new Date(key.respondByMs) };
	const { rows, more } = await requestsFrom(tx, part.requests ?? 'waiting', { after, atMost: page.atMost });
	const last = more ? rows.at(-1)!.facts : undefined;
	return {
		rows: rows.map((row) => rowOfRequest(row, made.names, words)),
		subjects: rows.flatMap((row) => [row.facts.id, ...(made.names ? row.personIds : [])]),
		next: last && { id: last.id, respondByMs: last.respondBy.getTime() },
	};
}

function rowOfRequest(
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
