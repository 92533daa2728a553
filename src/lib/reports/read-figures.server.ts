import type { Act, Worker } from '#lib/kernel/actor.ts';
import { addDays, dayOf, momentOf } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { LocalWords } from '#lib/kernel/local-words.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { relationsFor } from '#lib/access/access-table.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { timeZoneHere } from '#lib/cases/case-under-change.server.ts';
import { casesById, type CaseRow } from '#lib/cases/list-cases.server.ts';
import { rowsOf as requestsById, type RequestRow } from '#lib/intake/read-requests.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { meetingsById, type ListedMeeting } from '#lib/meetings/meetings-of.server.ts';
import { personNames, type PersonName } from '#lib/people/open-persons.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { definitionOf, newestProgramme, programmesHere } from '#lib/programmes/programmes.server.ts';
import { figuresOf, NOT_RECORDED, TOTALS, type Figure } from './figures.ts';
import {
	countFigure,
	countFigures,
	loadFigureRows,
	loadFirstTalk,
	loadFirstYear,
	type AskedFigures,
	type FirstTalk,
} from './figures.store.server.ts';
import { periodOf, type Period } from './period.ts';

/** A figure with how many rows each of its codes has; codes nobody lists any more, and rows with nothing recorded, last. */
export type CountedFigure = Figure & { readonly counts: ReadonlyMap<string, number> };
type ProgrammeFigures = {
	readonly programme: string;
	readonly title: LocalWords;
	readonly figures: readonly CountedFigure[];
	readonly firstTalk: FirstTalk | null;
	/** The years there is anything of, the newest first. */
	readonly years: readonly number[];
	readonly scope: AskedFigures['scope'];
};

/** How much there was of a programme in a year: what came, was opened, held and closed. */
type YearTotals = { readonly period: Period; readonly totals: readonly CountedFigure[] };
type ProgrammeTotals = {
	readonly key: string;
	readonly title: LocalWords;
	/** This year, and the one before. */
	readonly years: readonly YearTotals[];
};

/** The programmes whose figures one may look at, each with how much there was of it this year and the one before. */
export async function readTotals(
	act: Act<Worker>,
): Promise<Result<{ programmes: readonly ProgrammeTotals[]; scope: AskedFigures['scope'] }>> {
	const allowed = permitRole(act.by, 'figures.read');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const [here, timeZone] = await Promise.all([programmesHere(tx), timeZoneHere(tx)]);
		const year = Number(dayOf(act.at, timeZone).slice(0, 4));
		const programmes = here.map(async ({ key, definition }) => {
			const figures = figuresOf([definition]).filter((figure) => TOTALS.includes(figure.source));
			const years = [year, year - 1].map(async (one) => {
				const period = periodOf(one);
				const counts = await countFigures(tx, figures, askedOf(tx, { programme: key, period, timeZone }));
				return { period, totals: figures.map((figure, i) => ({ ...figure, counts: counts[i]! })) };
			});
			return { key, title: definition.title, years: await Promise.all(years) };
		});
		record(tx, { action: 'figures.read', subjects: [] });
		return ok({ programmes: await Promise.all(programmes), scope: scopeOf(act.by) });
	});
}

/** Every figure of a programme for a period, of what the worker may read: their teams', or the whole organisation's. */
export async function readFigures(
	act: Act<Worker>,
	input: { programme: string; period: Period },
): Promise<Result<ProgrammeFigures>> {
	const allowed = permitRole(act.by, 'figures.read');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const found = await figuresHere(tx, input);
		if (!found.ok) return found;
		const { asked, figures, title } = found.value;
		const [counts, firstTalk, first, timeZone] = await Promise.all([
			countFigures(tx, figures, asked),
			loadFirstTalk(tx, asked),
			loadFirstYear(tx, input.programme),
			timeZoneHere(tx),
		]);
		record(tx, { action: 'figures.read', subjects: [] });
		const now = Number(dayOf(act.at, timeZone).slice(0, 4));
		const years = Array.from({ length: Math.max(1, now - (first ?? now) + 1) }, (_, i) => now - i);
		const counted = figures.map((figure, i) => ({ ...figure, counts: counts[i]! }));
		return ok({ programme: input.programme, title, figures: counted, firstTalk, years, scope: asked.scope });
	});
}

/** The rows behind one number, as their lists show them. */
export type FigureRows =
	| { readonly unit: 'request'; readonly rows: readonly RequestRow[] }
	| { readonly unit: 'case'; readonly rows: readonly CaseRow[] }
	| { readonly unit: 'person'; readonly rows: readonly PersonName[] }
	| { readonly unit: 'meeting'; readonly rows: readonly MeetingOfFigure[] };
export type MeetingOfFigure = {
	readonly meeting: ListedMeeting;
	readonly case: CaseRow | undefined;
	readonly request: RequestRow | undefined;
};
type OpenedFigure = {
	readonly title: LocalWords;
	readonly figure: Figure;
	readonly code: string;
	readonly count: number;
	readonly opened: FigureRows;
	readonly next: Uuid | undefined;
	readonly timeZone: string;
};

const PAGE = 50;

/** A number of a programme: one code of a figure, in a period. */
export type AskedNumber = {
	readonly programme: string;
	readonly period: Period;
	readonly figure: string;
	readonly code: string;
};

/** Opens the rows that one number counts (A8). */
export async function openFigure(
	act: Act<Worker>,
	input: Omit<AskedNumber, 'code'> & { code: string | undefined; after?: Uuid | undefined },
): Promise<Result<OpenedFigure>> {
	const allowed = permitRole(act.by, 'figures.read');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const found = await numberHere(tx, input);
		if (!found.ok) return found;
		const { asked, title, figure, code, timeZone } = found.value;
		const [{ opened, subjects, people, next }, counts] = await Promise.all([
			numberRows(tx, found.value, { after: input.after, atMost: PAGE }),
			countFigure(tx, figure, asked),
		]);
		const count = counts.get(code) ?? 0;
		if (count === 0 && code !== NOT_RECORDED && !figure.items.some((one) => one.code === code))
			return refuse('not-found');
		record(tx, { action: 'figures.opened', subjects: [...new Set([...subjects, ...people])] });
		return ok({ title, figure, code, count, opened, next, timeZone });
	});
}

/** One number of a programme; the first of a figure where none is named. */
export async function numberHere(tx: Tx<Worker>, input: Omit<AskedNumber, 'code'> & { code: string | undefined }) {
	const found = await figuresHere(tx, input);
	if (!found.ok) return found;
	const { asked, figures, title, timeZone } = found.value;
	const figure = figures.find((one) => one.key === input.figure);
	if (!figure) return refuse('not-found');
	return ok({ asked, title, timeZone, figure, code: input.code ?? figure.items[0]?.code ?? NOT_RECORDED });
}

/** How many rows a number counts. */
export async function countNumber(
	tx: Tx<Worker>,
	{ figure, code, asked }: { figure: Figure; code: string; asked: AskedFigures },
): Promise<number> {
	return (await countFigure(tx, figure, asked)).get(code) ?? 0;
}

/** Rows of a number, newest first; what they are of (`subjects`), and apart from it the people they name. */
export async function numberRows(
	tx: Tx<Worker>,
	{ figure, code, asked }: { figure: Figure; code: string; asked: AskedFigures },
	{ after, atMost }: { after: Uuid | undefined; atMost: number },
) {
	const ids = await loadFigureRows(tx, { ...figure, code, asked }, { after, atMost: atMost + 1 });
	const shown = ids.slice(0, atMost);
	const opened = await open(tx, figure.unit, shown);
	return {
		opened,
		subjects: [...new Set([...shown, ...behind(opened)])],
		people: [...new Set(namedIn(opened))],
		next: ids.length > atMost ? shown.at(-1) : undefined,
	};
}

async function figuresHere(tx: Tx<Worker>, { programme, period }: { programme: string; period: Period }) {
	const found = await newestProgramme(tx, programme);
	if (!found.ok) return refuse('not-found');
	const { version, definition } = found.value;
	const numbers = Array.from({ length: version }, (_, i) => version - i);
	const [timeZone, ...versions] = await Promise.all([
		timeZoneHere(tx),
		...numbers.map((one) => definitionOf(tx, programme, one)),
	]);
	const asked = askedOf(tx, { programme, period, timeZone });
	return ok({ asked, figures: figuresOf(versions), title: definition.title, timeZone });
}

type Of = { readonly programme: string; readonly period: Period; readonly timeZone: string };
function askedOf(tx: Tx<Worker>, { programme, period: { from, to }, timeZone }: Of): AskedFigures {
	const begins = momentOf(from, '00:00', timeZone);
	const ends = momentOf(addDays(to, 1), '00:00', timeZone);
	return { programme, from, to, begins, ends, scope: scopeOf(tx.act.by) };
}

/** Of how much of the organisation one counts: no further than one may read both requests and cases. */
function scopeOf({ roles }: Worker): AskedFigures['scope'] {
	const everywhere = (action: 'request.read' | 'case.read') => relationsFor(roles, action).includes('other-team');
	return everywhere('request.read') && everywhere('case.read') ? 'organisation' : 'team';
}

async function open(tx: Tx<Worker>, unit: Figure['unit'], ids: readonly Uuid[]): Promise<FigureRows> {
	if (unit === 'request') return { unit, rows: inOrder(ids, await requestsById(tx, ids), (row) => row.facts.id) };
	if (unit === 'case') return { unit, rows: [...(await casesOf(tx, ids))] };
	if (unit === 'person') {
		const names = await personNames(tx, ids);
		return { unit, rows: ids.flatMap((id) => names.get(id) ?? []) };
	}
	const meetings = inOrder(ids, await meetingsById(tx, ids), (one) => one.id);
	const [cases, requests] = await Promise.all([
		casesById(
			tx,
			meetings.flatMap((one) => one.caseId ?? []),
		),
		requestsById(
			tx,
			meetings.flatMap((one) => (one.caseId ? [] : (one.requestId ?? []))),
		),
	]);
	const rows = meetings.map((meeting) => ({
		meeting,
		case: meeting.caseId ? cases.get(meeting.caseId) : undefined,
		request: requests.find((one) => one.facts.id === meeting.requestId),
	}));
	return { unit, rows };
}

async function casesOf(tx: Tx<Worker>, ids: readonly Uuid[]): Promise<readonly CaseRow[]> {
	const found = await casesById(tx, ids);
	return ids.flatMap((id) => found.get(id) ?? []);
}

function inOrder<Row>(ids: readonly Uuid[], rows: readonly Row[], idOf: (row: Row) => Uuid): readonly Row[] {
	const found = new Map(rows.map((row) => [idOf(row), row]));
	return ids.flatMap((id) => found.get(id) ?? []);
}

/** The cases and requests that opened meetings were of. */
function behind(opened: FigureRows): readonly Uuid[] {
	if (opened.unit !== 'meeting') return [];
	return opened.rows.flatMap(({ case: of, request }) => [of, request].flatMap((row) => row?.facts.id ?? []));
}

/** Whom opened rows name: the journal says so of each. */
function namedIn(opened: FigureRows): readonly Uuid[] {
	if (opened.unit === 'person') return opened.rows.map((row) => row.id);
	if (opened.unit !== 'meeting') return opened.rows.flatMap((row) => row.personIds);
	return opened.rows.flatMap(({ case: of, request }) => [of, request].flatMap((row) => row?.personIds ?? []));
}
