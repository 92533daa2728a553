import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { colleaguesWho, whoLeft } from '#lib/identity/colleagues.server.ts';
import { namesOf, type Colleague } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { REASONS_TO_REOPEN } from './case.ts';
import { caseUnderChange, type CaseUnderChange } from './case-under-change.server.ts';
import { eventPlace } from './case-file.server.ts';
import { loadCaseWorkers } from './cases.store.server.ts';
import { insertEvent, reopenClosure } from './course.store.server.ts';
import { closeCaseWorker } from './handover.store.server.ts';
import { HANDOVER_REFUSALS, passCase } from './pass-case.server.ts';

/** Why a closed case is opened again; words go with it when "other" says too little. */
export type Reopening = {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly reason: (typeof REASONS_TO_REOPEN)[number];
	readonly note: string;
	/** Who comes in the place of each worker of the case who has left meanwhile. */
	readonly instead: Readonly<Record<Uuid, Uuid>>;
};

/** Opens a closed case again. It waits or is ready as its conditions say; nobody becomes active by itself, and nobody who has left carries it. */
export async function reopenCase(act: Act<Worker>, input: Reopening): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.reopen', input.caseId);
			if (!found.ok) return found;
			if (input.reason === 'other' && input.note === '') return refuseField('note', 'reason-missing');
			if (await claim(tx, input.command, 'reopen-case')) {
				const reopened = await reopen(tx, found.value, input);
				if (!reopened.ok) return reopened;
			}
			record(tx, { action: 'case.reopened', subjects: [input.caseId], record: input.command, reason: input.reason });
			return ok();
		},
		HANDOVER_REFUSALS,
	);
}

async function reopen(tx: Tx<Worker>, under: CaseUnderChange, input: Reopening): Promise<Result<undefined>> {
	const { today, key } = under;
	const by = tx.act.by.workerId;
	if (!(await reopenClosure(tx, input.caseId, { on: today, by }))) return refuse('case-not-closed');
	const replaced = await replaceWhoLeft(tx, under, input.instead);
	if (!replaced.ok) return replaced;
	const sealed = input.note === '' ? undefined : key.seal(eventPlace(input.command), { note: input.note });
	const { command: id, caseId, reason } = input;
	await insertEvent(tx, { id, caseId, kind: 'reopened', on: today, by, reason, sealed });
	return ok();
}

/** The place of each worker who has left goes to somebody else; only the key worker’s has to. */
async function replaceWhoLeft(
	tx: Tx<Worker>,
	under: CaseUnderChange,
	instead: Reopening['instead'],
): Promise<Result<undefined>> {
	for (const { worker, role } of await gone(tx, under.facts.id)) {
		const to = instead[worker] === worker ? undefined : instead[worker];
		if (!to && role === 'key-worker') return refuseField(`to-${worker}`, 'choose-one');
		if (!to) {
			await closeCaseWorker(tx, under.facts.id, worker);
			continue;
		}
		const terms = { ...DEPARTED, from: undefined, to: undefined };
		const passed = await passCase(tx, under, { id: newId(tx.act.at), from: worker, to, terms });
		const [refused] = passed.ok ? [] : (passed.fields ?? []);
		if (!passed.ok) return refused ? refuseField(`to-${worker}`, refused.problem) : passed;
	}
	return ok();
}

const DEPARTED = {
	kind: 'for-good',
	reason: 'departure',
	agreement: 'to-be-asked',
	note: '',
	withDrafts: false,
} as const;

async function gone(tx: Tx, caseId: Uuid): Promise<readonly { readonly worker: Uuid; readonly role: string }[]> {
	const workers = await loadCaseWorkers(tx, [caseId]);
	const left = await whoLeft(
		tx,
		workers.map((one) => one.worker_id),
	);
	return workers.filter((one) => left.has(one.worker_id)).map((one) => ({ worker: one.worker_id, role: one.role }));
}

/** What the form of a reopening asks about workers: whom of the case is no longer here, and who could come instead. */
type Replacing = {
	readonly gone: readonly { readonly id: Uuid; readonly name: string; readonly role: string }[];
	readonly colleagues: readonly Colleague[];
};

/** The same for the form, for whoever may open the case again. */
export async function readReplacing(act: Act<Worker>, input: { caseId: Uuid }): Promise<Result<Replacing>> {
	return lookUp(act, async (tx) => {
		const allowed = await permit(tx, 'case.reopen', input.caseId);
		if (!allowed.ok) return allowed;
		const left = await gone(tx, input.caseId);
		if (left.length === 0) return ok({ gone: [], colleagues: [] });
		const ids = left.map((one) => one.worker);
		const [names, colleagues] = await Promise.all([namesOf(tx, ids), colleaguesWho(tx, 'case.change')]);
		return ok({
			gone: left.map(({ worker, role }) => ({ id: worker, name: names.get(worker) ?? '', role })),
			colleagues,
		});
	});
}
