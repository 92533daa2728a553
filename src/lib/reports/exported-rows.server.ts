import type { Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { CaseKey } from '#lib/cases/case-list.ts';
import { casesFrom, countCasesOf } from '#lib/cases/list-cases.server.ts';
import { timeZoneHere } from '#lib/cases/case-under-change.server.ts';
import { countRequestsOf, requestsFrom } from '#lib/intake/read-requests.server.ts';
import { heldMeetings } from '#lib/meetings/meetings-of.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { wordsIn, type Words } from '#lib/platform/words.server.ts';
import type { ExportedPart } from './ask-export.server.ts';
import type { Export, Row } from './export.ts';
import { cellsOf, rowOfCase, rowOfMeeting, rowOfRequest } from './exported-cells.server.ts';
import { countNumber, numberHere, numberRows, type FigureRows } from './read-figures.server.ts';

/** Where the next piece of a list begins. Kept as JSON: a moment is a number. */
export type PageKey = CaseKey | { readonly id: Uuid; readonly respondByMs: number } | { readonly unit: Uuid };
/** Some rows, whom they are about, and where the next ones begin. */
type RowPage = {
	readonly rows: readonly Row[];
	readonly subjects: readonly Uuid[];
	readonly next: PageKey | undefined;
};

type Asked = { readonly made: Export; readonly part: ExportedPart };

/** The next rows of a list, read as the worker of the transaction. */
export async function pageOfRows(
	tx: Tx<Worker>,
	{ made, part }: Asked,
	page: { after: PageKey | undefined; atMost: number },
): Promise<RowPage> {
	const words = wordsIn(made.language, await timeZoneHere(tx));
	return PAGES[made.list](tx, { made, part, words }, page);
}

/** How many rows a list has for the worker of the transaction. */
export async function countRows(tx: Tx<Worker>, { made, part }: Asked): Promise<number> {
	if (made.list === 'cases') return countCasesOf(tx, part.cases ?? { order: 'newest' });
	if (made.list === 'requests') return countRequestsOf(tx, part.requests ?? 'waiting');
	const found = part.figure && (await numberHere(tx, part.figure));
	return found?.ok ? countNumber(tx, found.value) : 0;
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

async function pageOfFigure(
	tx: Tx<Worker>,
	{ made, part, words }: Asked & { words: Words },
	page: Page,
): Promise<RowPage> {
	const found = part.figure && (await numberHere(tx, part.figure));
	// An empty piece would end the file: half of it would pass for the whole.
	if (!found?.ok) throw new Error('the figure of an export is not there any more');
	const after = (page.after as { unit: Uuid } | undefined)?.unit;
	const { opened, subjects, people, next } = await numberRows(tx, found.value, { after, atMost: page.atMost });
	const rows = await rowsOfFigure(tx, opened, { names: made.names, words });
	return { rows, subjects: made.names ? [...subjects, ...people] : subjects, next: next && { unit: next } };
}

async function rowsOfFigure(
	tx: Tx<Worker>,
	opened: FigureRows,
	{ names, words }: { names: boolean; words: Words },
): Promise<readonly Row[]> {
	if (opened.unit === 'request') return opened.rows.map((row) => rowOfRequest(row, names, words));
	if (opened.unit === 'meeting') return opened.rows.map((row) => rowOfMeeting(row, names, words));
	if (opened.unit === 'person') return opened.rows.map((row) => [row.withheld ? words.t('person.withheld') : row.name]);
	const held = await heldMeetings(
		tx,
		opened.rows.map((row) => row.facts.id),
	);
	return opened.rows.map((row) =>
		rowOfCase(row, { held: held.get(row.facts.id) ?? 0, names, cells: cellsOf({}), words }),
	);
}

const PAGES = { cases: pageOfCases, requests: pageOfRequests, figures: pageOfFigure } as const;
