import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { relationsFor } from '#lib/access/access-table.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { personNames } from '#lib/people/people.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import type { CaseFacts } from './case.ts';
import {
	loadCaseByNumber,
	loadCaseOfRequest,
	loadCasesById,
	loadCasesOfPerson,
	loadCaseWorkers,
	loadMembers,
	loadNewestCases,
	type CaseScope,
} from './cases.store.server.ts';

/** A case as a list shows it. */
export type CaseRow = {
	readonly facts: CaseFacts;
	readonly definition: Definition;
	readonly people: readonly string[];
	/** Of whom the names are: whoever shows them journals these. */
	readonly personIds: readonly Uuid[];
	readonly keyWorker: string;
};

const PAGE = 20;

/** The newest cases the worker may read: their own, their team's, or the organisation's, as their roles say. */
export async function listCases(
	act: Act<Worker>,
	input: { before?: Uuid },
): Promise<Result<{ rows: readonly CaseRow[]; more: boolean }>> {
	const allowed = permitRole(act.by, 'case.list');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const found = await loadNewestCases(tx, scopeOf(act.by), { before: input.before, atMost: PAGE + 1 });
		const { rows, subjects } = await open(tx, found.slice(0, PAGE));
		record(tx, { action: 'case.listed', subjects });
		return ok({ rows, more: found.length > PAGE });
	});
}

/** The newest cases that are the worker's own, or their team's: for a page that journals. */
export async function newestCases(
	tx: Tx,
	of: 'own' | 'team',
	atMost: number,
): Promise<{ rows: readonly CaseRow[]; more: boolean }> {
	const found = await loadNewestCases(tx, of, { before: undefined, atMost: atMost + 1 });
	const { rows } = await open(tx, found.slice(0, atMost));
	return { rows, more: found.length > atMost };
}

/** The cases of one person, for the person's page, which journals. */
export async function casesOfPerson(tx: Tx, personId: Uuid): Promise<readonly CaseRow[]> {
	const { rows } = await open(tx, await loadCasesOfPerson(tx, personId));
	return rows;
}

/** Cases by their ids, with the names of their people, for whoever shows them and journals. */
export async function casesById(tx: Tx, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, CaseRow>> {
	const { rows } = await open(tx, await loadCasesById(tx, ids));
	return new Map(rows.map((row) => [row.facts.id, row]));
}

/** The case that has a number. */
export const caseByNumber = loadCaseByNumber;
/** The case that came of a request. */
export const caseOfRequest = loadCaseOfRequest;

function scopeOf(worker: Worker): CaseScope {
	const relations = relationsFor(worker.roles, 'case.read');
	if (relations.includes('other-team')) return 'organisation';
	return relations.includes('team') ? 'team' : 'own';
}

async function open(
	tx: Tx,
	found: readonly CaseFacts[],
): Promise<{ rows: readonly CaseRow[]; subjects: readonly Uuid[] }> {
	const ids = found.map((facts) => facts.id);
	const [members, workers] = await Promise.all([loadMembers(tx, ids), loadCaseWorkers(tx, ids)]);
	const [people, colleagues, definitions] = await Promise.all([
		personNames(
			tx,
			members.map((member) => member.person_id),
		),
		namesOf(
			tx,
			workers.map((worker) => worker.worker_id),
		),
		Promise.all(found.map((facts) => definitionOf(tx, facts.programme, facts.version))),
	]);
	const rows = found.map((facts, i) => {
		const key = workers.find((worker) => worker.case_id === facts.id && worker.role === 'key-worker');
		const personIds = members
			.filter((member) => member.case_id === facts.id && !member.to_on)
			.map((member) => member.person_id);
		return {
			facts,
			definition: definitions[i]!,
			people: personIds.map((id) => people.get(id)?.name ?? ''),
			personIds,
			keyWorker: key ? (colleagues.get(key.worker_id) ?? '') : '',
		};
	});
	return { rows, subjects: [...ids, ...members.map((member) => member.person_id)] };
}
