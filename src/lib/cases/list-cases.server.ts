import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { relationsFor } from '#lib/access/access-table.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { namesOf, type Colleague } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { personNames } from '#lib/people/open-persons.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { definitionOf, programmesHere } from '#lib/programmes/programmes.server.ts';
import { keyOf, type CaseFilter, type CaseKey, type ListedCase } from './case-list.ts';
import { countCases, loadCarriers, loadCasePage, type CaseScope } from './case-list.store.server.ts';
import {
	loadCaseByNumber,
	loadCaseOfRequest,
	loadCasesById,
	loadCaseWorkers,
	loadMembers,
} from './cases.store.server.ts';
import { loadCasesOfPerson } from './cases-of.store.server.ts';
import { callCase } from './name-of-case.ts';

/** A case as a list shows it. */
export type CaseRow = {
	readonly facts: ListedCase;
	readonly definition: Definition;
	/** By whom it is called. */
	readonly name: string;
	readonly people: readonly string[];
	readonly keyWorker: string;
	/** Everybody who carries it now. */
	readonly workers: readonly string[];
	/** Of whom the names are: whoever shows them journals these. */
	readonly personIds: readonly Uuid[];
};

/** How many cases a list counts; beyond that it says “more than”. */
export const COUNTED_MAX = 1_000;
const PAGE = 20;
const COUNTED_TO_THE_END = 1_000_000_000;

/** A page of a list of cases. `count` goes no further than one more than is counted. */
export type CasePage = {
	readonly rows: readonly CaseRow[];
	readonly next: CaseKey | undefined;
	readonly count: number;
};

/** The cases the worker may read: their own, their team's, or the organisation's, as their roles say. */
export async function listCases(
	act: Act<Worker>,
	input: { filter?: CaseFilter; after?: CaseKey | undefined },
): Promise<Result<CasePage>> {
	const allowed = permitRole(act.by, 'case.list');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const { filter = { order: 'newest' }, after } = input;
		const [page, count] = await Promise.all([
			casesFrom(tx, filter, { after, atMost: PAGE }),
			countCasesOf(tx, filter, COUNTED_MAX + 1),
		]);
		record(tx, {
			action: 'case.listed',
			subjects: page.rows.flatMap((row) => [row.facts.id, ...row.personIds]),
		});
		return ok({ ...page, count });
	});
}

/** Some cases of a list, from a place on, for whoever asks; the caller has asked whether they may list, and journals. */
export async function casesFrom(
	tx: Tx<Worker>,
	filter: CaseFilter,
	page: { after: CaseKey | undefined; atMost: number },
): Promise<Omit<CasePage, 'count'>> {
	const list = { scope: scopeOf(tx.act.by), filter };
	const found = await loadCasePage(tx, list, { after: page.after, atMost: page.atMost + 1 });
	const last = found.length > page.atMost ? found[page.atMost - 1] : undefined;
	return { rows: await open(tx, found.slice(0, page.atMost)), next: last && keyOf(last, filter.order) };
}

/** How many cases a list has for whoever asks, counted no further than `atMost`. */
export function countCasesOf(tx: Tx<Worker>, filter: CaseFilter, atMost = COUNTED_TO_THE_END): Promise<number> {
	return countCases(tx, { scope: scopeOf(tx.act.by), filter }, atMost);
}

/** What a list of cases may be narrowed by: the programmes here, and whoever carries cases now, for those who may know who works here. */
export async function caseChoices(act: Act<Worker>): Promise<{
	readonly programmes: readonly { readonly key: string; readonly definition: Definition }[];
	readonly workers: readonly Colleague[];
}> {
	const choices = await lookUp(act, async (tx) => {
		const knowsWorkers = permitRole(act.by, 'worker.list').ok && scopeOf(act.by) !== 'own';
		const [programmes, ids] = await Promise.all([programmesHere(tx), knowsWorkers ? loadCarriers(tx) : []]);
		const names = ids.length > 0 ? await namesOf(tx, ids) : new Map<Uuid, string>();
		return ok({ programmes, workers: [...names].map(([id, name]) => ({ id, name })) });
	});
	return choices.ok ? choices.value : { programmes: [], workers: [] };
}

/** The newest cases that are the worker's own, or their team's: for a page that journals. */
export async function newestCases(
	tx: Tx,
	of: 'own' | 'team',
	atMost: number,
): Promise<{ rows: readonly CaseRow[]; more: boolean }> {
	const list = { scope: of, filter: { order: 'newest' } } as const;
	const found = await loadCasePage(tx, list, { after: undefined, atMost: atMost + 1 });
	return { rows: await open(tx, found.slice(0, atMost)), more: found.length > atMost };
}

/** Somebody in a case, and when they were last met there. */
export type PersonOfCase = {
	readonly id: Uuid;
	readonly name: string;
	readonly case: Pick<ListedCase, 'id' | 'number' | 'lastMetOn'>;
};

/** Who is in the worker's own active cases, whom they met last first; each once, and nobody who is kept from them. */
export async function peopleOfOwnCases(act: Act<Worker>, atMost: number): Promise<Result<readonly PersonOfCase[]>> {
	const allowed = permitRole(act.by, 'case.list');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const list = { scope: 'own', filter: { order: 'met-latest', state: 'active' } } as const;
		const rows = await open(tx, await loadCasePage(tx, list, { after: undefined, atMost }));
		const all = rows.flatMap(({ facts, personIds, people }) =>
			personIds.map((id, i) => ({ id, name: people[i]!, case: facts })),
		);
		const known = [...Map.groupBy(all, (one) => one.id).values()].map(([first]) => first!).filter((one) => one.name);
		const shown = known.slice(0, atMost);
		record(tx, { action: 'case.listed', subjects: [...new Set(shown.flatMap((one) => [one.case.id, one.id]))] });
		return ok(shown);
	});
}

/** The cases of one person, for the person's page, which journals. */
export async function casesOfPerson(tx: Tx, personId: Uuid): Promise<readonly CaseRow[]> {
	return open(tx, await loadCasesOfPerson(tx, personId));
}

/** Cases by their ids, with the names of their people, for whoever shows them and journals. */
export async function casesById(tx: Tx, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, CaseRow>> {
	const rows = await open(tx, await loadCasesById(tx, ids));
	return new Map(rows.map((row) => [row.facts.id, row]));
}

/** Cases by their ids, with nobody's name. */
export const caseFactsById = loadCasesById;
/** The case that has a number. */
export const caseByNumber = loadCaseByNumber;
/** The case that came of a request. */
export const caseOfRequest = loadCaseOfRequest;

function scopeOf(worker: Worker): CaseScope {
	const relations = relationsFor(worker.roles, 'case.read');
	if (relations.includes('other-team')) return 'organisation';
	return relations.includes('team') ? 'team' : 'own';
}

async function open(tx: Tx, found: readonly ListedCase[]): Promise<readonly CaseRow[]> {
	const ids = found.map((facts) => facts.id);
	const [members, workers] = await Promise.all([loadMembers(tx, ids), loadCaseWorkers(tx, ids)]);
	const [people, colleagues, definitions] = await Promise.all([
		personNames(
			tx,
			members.map((member) => member.person_id),
		),
		namesOf(tx, [...new Set(workers.map((worker) => worker.worker_id))]),
		Promise.all(found.map((facts) => definitionOf(tx, facts.programme, facts.version))),
	]);
	const membersOf = Map.groupBy(members, (member) => member.case_id);
	const workersOf = Map.groupBy(workers, (worker) => worker.case_id);
	return found.map((facts, i) => {
		const [theirs, carrying] = [membersOf.get(facts.id) ?? [], workersOf.get(facts.id) ?? []];
		const present = theirs.filter((member) => !member.to_on).map((member) => member.person_id);
		const nameOf = (worker: Uuid | undefined) => (worker && colleagues.get(worker)) ?? '';
		return {
			facts,
			definition: definitions[i]!,
			...callCase(facts, present, people),
			keyWorker: nameOf(carrying.find((worker) => worker.role === 'key-worker')?.worker_id),
			workers: carrying.map((worker) => nameOf(worker.worker_id)),
		};
	});
}
