import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, refuseFields, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { heldCase } from '#lib/cases/case-under-change.server.ts';
import type { Handover, HandoverTerms } from '#lib/cases/handover.ts';
import { handoversFrom, openCasesOf, openStepsOf } from '#lib/cases/handovers.server.ts';
import { caseFactsById, type CaseRow } from '#lib/cases/list-cases.server.ts';
import { HANDOVER_REFUSALS } from '#lib/cases/pass-case.server.ts';
import { endWork } from '#lib/identity/change-worker.server.ts';
import { colleaguesWho } from '#lib/identity/colleagues.server.ts';
import { namesOf, type Colleague } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { passOneTime, timesHeldBy, type HeldAppointment } from '#lib/meetings/pass-times.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { passWholeCase, passWholeRequest } from './hand-over.server.ts';
import { loadRequestsById, lockRequest } from './intake.store.server.ts';
import { loadTakenBy } from './decisions.store.server.ts';
import type { RequestFacts } from './request.ts';

/** Everything a worker holds. Numbers, labels and days; no names of people, for whoever hands it over need not know them. */
type Holdings = {
	readonly cases: readonly {
		readonly row: Pick<CaseRow, 'facts' | 'definition'>;
		readonly role: string;
		readonly steps: number;
		readonly times: number;
	}[];
	readonly requests: readonly { readonly facts: RequestFacts; readonly times: number }[];
	/** Appointments of something that is no longer theirs, or never was: double-booked ones, second workers'. */
	readonly times: readonly { readonly appointment: HeldAppointment; readonly label: string }[];
};
type LeavingPage = {
	readonly name: string;
	readonly holdings: Holdings;
	readonly colleagues: readonly Colleague[];
	/** What went from them to others, newest first. */
	readonly handovers: readonly { readonly handover: Handover; readonly label: string; readonly to: string }[];
};

/** Shows what a worker holds, for whoever looks after workers, before their work here ends. */
export async function readHoldings(act: Act<Worker>, input: { workerId: Uuid }): Promise<Result<LeavingPage>> {
	const allowed = permitRole(act.by, 'worker.change');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const [holdings, colleagues, done, names] = await Promise.all([
			holdingsOf(tx, input.workerId),
			colleaguesWho(tx, 'case.change'),
			handoversFrom(tx, input.workerId),
			namesOf(tx, [input.workerId]),
		]);
		const name = names.get(input.workerId);
		if (name === undefined) return refuse('not-found');
		record(tx, { action: 'worker.listed', subjects: [input.workerId] });
		return ok({
			name,
			holdings,
			colleagues: colleagues.filter((one) => one.id !== input.workerId),
			handovers: await named(tx, done),
		});
	});
}

/** To whom each case, request and appointment goes, by its id; what is not named stays. */
type HandedOn = {
	readonly command: Uuid;
	readonly workerId: Uuid;
	readonly reason: HandoverTerms['reason'];
	readonly to: Readonly<Record<Uuid, Uuid>>;
};

/** Hands over in one go what a leaving worker holds, each to a colleague of its own. Nothing, when one of them cannot be. */
export async function handOverHoldings(act: Act<Worker>, input: HandedOn): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'worker.change');
	if (!allowed.ok) return allowed;
	return transaction(
		act,
		async (tx) => {
			if (await claim(tx, input.command, 'hand-over-holdings')) {
				const done = await passHoldings(tx, input);
				if (!done.ok) return done;
			}
			record(tx, { action: 'case.handed-over', subjects: [input.workerId, ...(Object.keys(input.to) as Uuid[])] });
			return ok();
		},
		HANDOVER_REFUSALS,
	);
}

/** Ends somebody's work here, once nothing is theirs any more. */
export function letWorkerGo(act: Act<Worker>, input: { workerId: Uuid }): Promise<Result<undefined>> {
	return endWork(act, { workerId: input.workerId, openWork: countOpen });
}

async function countOpen(tx: Tx, worker: Uuid): Promise<number> {
	const { cases, requests, times } = await holdingsOf(tx, worker);
	return cases.length + requests.length + times.length;
}

async function passHoldings(tx: Tx<Worker>, input: HandedOn): Promise<Result<undefined>> {
	const { cases, requests, times } = await holdingsOf(tx, input.workerId);
	const [first] = [...cases, ...requests, ...times];
	if (first && Object.keys(input.to).length === 0) return refuseFields([fieldOf(first)]);
	for (const { row } of cases) {
		const done = await passOne(tx, input, { of: 'case', id: row.facts.id });
		if (!done.ok) return atRow(done, row.facts.id);
	}
	for (const { facts } of requests) {
		const done = await passOne(tx, input, { of: 'request', id: facts.id });
		if (!done.ok) return atRow(done, facts.id);
	}
	for (const { appointment } of times) {
		const to = input.to[appointment.id];
		if (to && !(await passOneTime(tx, { from: input.workerId, to, appointment })))
			return refuseField(`to-${appointment.id}`, 'worker-busy');
	}
	return ok();
}

const fieldOf = (one: Holdings['cases'][number] | Holdings['requests'][number] | Holdings['times'][number]) => {
	const id = 'row' in one ? one.row.facts.id : 'facts' in one ? one.facts.id : one.appointment.id;
	return { field: `to-${id}`, problem: 'choose-one' as const };
};

/** A refusal about the next worker stands at the row where they were chosen. */
function atRow(refused: Extract<Result<undefined>, { ok: false }>, id: Uuid): Result<undefined> {
	const [first] = refused.fields ?? [];
	return first ? refuseField(`to-${id}`, first.problem) : refused;
}

async function passOne(
	tx: Tx<Worker>,
	input: HandedOn,
	{ of, id }: { of: 'case' | 'request'; id: Uuid },
): Promise<Result<undefined>> {
	const to = input.to[id];
	if (!to) return ok();
	const terms = {
		kind: 'for-good',
		reason: input.reason,
		agreement: 'to-be-asked',
		note: '',
		withDrafts: false,
	} as const;
	const passing = {
		id: newId(tx.act.at),
		from: input.workerId,
		to,
		terms: { ...terms, from: undefined, to: undefined },
	};
	if (of === 'case') {
		const held = await heldCase(tx, id);
		return held.ok ? passWholeCase(tx, held.value, passing) : held;
	}
	const [facts, keys] = await Promise.all([lockRequest(tx, id), openVault(tx).then((vault) => vault.keysOf([id]))]);
	const key = keys.get(id);
	return facts && key ? passWholeRequest(tx, { facts, key }, passing) : refuse('not-found');
}

async function holdingsOf(tx: Tx, worker: Uuid): Promise<Holdings> {
	const [carried, taken, held] = await Promise.all([
		openCasesOf(tx, worker),
		loadTakenBy(tx, worker),
		timesHeldBy(tx, worker),
	]);
	const ids = carried.map((one) => one.id);
	const [rows, steps, requests] = await Promise.all([
		unnamedCases(tx, [...ids, ...held.flatMap((one) => one.case_id ?? [])]),
		openStepsOf(tx, ids),
		loadRequestsById(tx, [...taken, ...held.flatMap((one) => one.request_id ?? [])]),
	]);
	const timesOf = (id: Uuid, request: Uuid | null = null) =>
		held.filter((one) => one.case_id === id || one.request_id === id || (request && one.request_id === request)).length;
	const theirs = new Set<Uuid | null>([...taken, ...ids, ...ids.map((id) => rows.get(id)?.facts.requestId ?? null)]);
	return {
		cases: carried.flatMap(({ id, role }) => {
			const row = rows.get(id);
			return row ? [{ row, role, steps: steps.get(id) ?? 0, times: timesOf(id, row.facts.requestId) }] : [];
		}),
		requests: requests
			.filter((facts) => taken.includes(facts.id))
			.map((facts) => ({ facts, times: timesOf(facts.id) })),
		times: held
			.filter((one) => !theirs.has(one.case_id ?? one.request_id))
			.map((appointment) => ({
				appointment,
				label: appointment.case_id
					? (rows.get(appointment.case_id)?.facts.number ?? '')
					: (requests.find((facts) => facts.id === appointment.request_id)?.label ?? ''),
			})),
	};
}

/** Cases with their programmes: nobody's name is unsealed for them. */
async function unnamedCases(tx: Tx, ids: readonly Uuid[]) {
	const rows = (await caseFactsById(tx, ids)).map(async (facts) => {
		const definition = await definitionOf(tx, facts.programme, facts.version);
		return [facts.id, { facts, definition }] as const;
	});
	return new Map(await Promise.all(rows));
}

async function named(tx: Tx, handovers: readonly Handover[]): Promise<LeavingPage['handovers']> {
	const [names, cases, requests] = await Promise.all([
		namesOf(
			tx,
			handovers.map((one) => one.toWorker),
		),
		caseFactsById(
			tx,
			handovers.flatMap((one) => one.caseId ?? []),
		),
		loadRequestsById(
			tx,
			handovers.flatMap((one) => one.requestId ?? []),
		),
	]);
	return handovers.map((handover) => ({
		handover,
		to: names.get(handover.toWorker) ?? '',
		label: handover.caseId
			? (cases.find((one) => one.id === handover.caseId)?.number ?? '')
			: (requests.find((one) => one.id === handover.requestId)?.label ?? ''),
	}));
}
