import type { Act, Role, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { endOwn, makeOwn, staffing } from '#lib/access/access.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { caseUnderChange } from './case-under-change.server.ts';
import { insertCaseWorker, loadCaseWorkers } from './cases.store.server.ts';
import { loadPresent } from './members.store.server.ts';
import { JOINING_ROLES, type AbsenceReason, type JoiningRole } from './team.ts';
import { endAbsenceOn, endCaseWorker, insertAbsence } from './team.store.server.ts';

const TOO_SMALL = { team_is_enough: 'team-too-small' } as const;
/** The role somebody has in the organisation who can be this in a case. */
const ROLE_NEEDED: Readonly<Record<JoiningRole, Role>> = {
	'second-worker': 'professional',
	advocate: 'advocate',
	volunteer: 'volunteer',
};

/** A colleague joins a case: the second professional of a family, an advocate, a volunteer. It and its members are theirs, too. */
export async function addCaseWorker(
	act: Act<Worker>,
	input: { command: Uuid; caseId: Uuid; worker: Uuid; role: JoiningRole },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.change', input.caseId);
			if (!found.ok) return found;
			if (found.value.facts.closedOn) return refuse('case-closed');
			const able = (await colleaguesByRole(tx)).find((one) => one.id === input.worker);
			if (!able?.as.includes(input.role)) return refuseField('worker', 'choose-one');
			if (await claim(tx, input.command, 'add-case-worker')) {
				await insertCaseWorker(tx, input.caseId, { worker: input.worker, role: input.role });
				const people = (await loadPresent(tx, input.caseId)).map((one) => one.person);
				await makeOwn(tx, input.worker, [input.caseId, ...people]);
			}
			record(tx, { action: 'case.team-changed', subjects: [input.caseId], record: input.worker, reason: 'joined' });
			return ok();
		},
		{ case_worker_once: 'already-in-the-team', case_worker_pkey: 'already-in-the-team' },
	);
}

/** A colleague no longer works in a case; refused where an active case would be left with too few. Its key worker hands it over instead. */
export async function endWorkInCase(
	act: Act<Worker>,
	input: { caseId: Uuid; worker: Uuid },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.change', input.caseId);
			if (!found.ok) return found;
			if (!(await endCaseWorker(tx, input))) return refuse('already-decided');
			await endOwn(tx, input.worker, input.caseId);
			record(tx, { action: 'case.team-changed', subjects: [input.caseId], record: input.worker, reason: 'ended' });
			return ok();
		},
		TOO_SMALL,
	);
}

/** Records that somebody of the team is not there, and why (D4): what one does alone meanwhile is on record as such. */
export async function recordAbsence(
	act: Act<Worker>,
	input: {
		command: Uuid;
		caseId: Uuid;
		worker: Uuid | undefined;
		from: CalendarDay;
		to: CalendarDay | undefined;
		reason: AbsenceReason;
	},
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await caseUnderChange(tx, 'case.change', input.caseId);
		if (!found.ok) return found;
		if (found.value.facts.closedOn) return refuse('case-closed');
		if (input.to && input.to < input.from) return refuseField('to', 'ends-before-start');
		const team = await loadCaseWorkers(tx, [input.caseId]);
		// Nobody is away only where one of several is still looked for.
		const known = input.worker
			? team.some((one) => one.worker_id === input.worker)
			: found.value.definition.team.minimum > 1;
		if (!known) return refuseField('absent', 'choose-one');
		if (await claim(tx, input.command, 'record-absence'))
			await insertAbsence(tx, { ...input, id: input.command, by: act.by.workerId });
		record(tx, { action: 'case.team-changed', subjects: [input.caseId], record: input.command, reason: 'absence' });
		return ok();
	});
}

/** Somebody is back, or was found. Refused where an active case would be left with too few. */
export async function endAbsence(act: Act<Worker>, input: { caseId: Uuid; absence: Uuid }): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.change', input.caseId);
			if (!found.ok) return found;
			if (!(await endAbsenceOn(tx, input, found.value.today))) return refuse('already-decided');
			record(tx, { action: 'case.team-changed', subjects: [input.caseId], record: input.absence, reason: 'back' });
			return ok();
		},
		TOO_SMALL,
	);
}

/** Colleagues who work here, by name, with what each can be in a case. */
export async function colleaguesByRole(
	tx: Tx,
): Promise<readonly { readonly id: Uuid; readonly name: string; readonly as: readonly JoiningRole[] }[]> {
	const { roles } = await staffing(tx);
	const able = (worker: Uuid) =>
		JOINING_ROLES.filter((role) => roles.some((one) => one.worker_id === worker && one.role === ROLE_NEEDED[role]));
	const names = await namesOf(
		tx,
		roles.map((one) => one.worker_id),
	);
	return [...names]
		.map(([id, name]) => ({ id, name, as: able(id) }))
		.filter((one) => one.as.length > 0)
		.toSorted((a, b) => a.name.localeCompare(b.name, 'sl'));
}
