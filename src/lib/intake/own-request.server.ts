import { readCrockford } from '#lib/kernel/crockford.ts';
import type { Act, CodeHolder } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { attemptKeys, countFailure, forgetTries, holdBack } from '#lib/identity/attempts.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { answer, appointmentsOf, endStanding, APPOINTMENT_REFUSALS } from '#lib/meetings/appointments.server.ts';
import type { Appointment, AppointmentAnswer } from '#lib/meetings/appointment.ts';
import { claim } from '#lib/platform/command.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import { mac } from '#lib/vault/root-key.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { insertOutcome } from './decisions.store.server.ts';
import { loadRequest, loadTexts } from './intake.store.server.ts';
import { findReturnCode } from './return-codes.store.server.ts';
import type { RequestFacts, RequestText } from './request.ts';

const CODE_LENGTH = 12;

/** Opens a request with its code. Failures slow down, nobody is locked out; where they come from is counted only as a changing hash. */
export async function enterCode(from: string, typed: string, at: Date): Promise<Result<CodeHolder>> {
	const keys = attemptKeys([`code/${from}`], at);
	await holdBack(keys, at);
	const code = readCrockford(typed, CODE_LENGTH);
	const found =
		code &&
		(await lookUp({ by: { kind: 'visitor' }, at }, async (tx) =>
			ok(await findReturnCode(tx, mac('return-code-index', code))),
		));
	const row = found && found.ok ? found.value : undefined;
	if (!row) {
		await countFailure(keys, at);
		return refuseField('code', 'code-unknown');
	}
	await forgetTries(keys);
	const holder: CodeHolder = { kind: row.holder, organisationId: row.organisation_id, subjectId: row.subject_id };
	await transaction({ by: holder, at }, async (tx) => {
		record(tx, { action: 'code.entered', subjects: [holder.subjectId] });
		return ok();
	});
	return ok(holder);
}

/** What a code shows. A proposer sees that their proposal arrived and was read, and nothing of the person. */
export type OwnRequest = {
	readonly facts: RequestFacts;
	readonly definition: Definition;
	readonly appointments: readonly Appointment[];
	readonly text: RequestText | undefined;
};

/** Reads the request that a code opens. */
export async function readOwnRequest(act: Act<CodeHolder>): Promise<Result<OwnRequest>> {
	return transaction(act, async (tx) => {
		const id = act.by.subjectId;
		const [facts, appointments, [text], vault] = await Promise.all([
			loadRequest(tx, id),
			appointmentsOf(tx, id),
			loadTexts(tx, [id]),
			openVault(tx),
		]);
		if (!facts) return refuse('not-found');
		const definition = await definitionOf(tx, facts.programme, facts.version);
		const opened =
			text &&
			vault
				.keyOf(id, text.wrapped)
				.open<RequestText>({ table: 'request_text', column: 'sealed', row: id }, text.sealed);
		record(tx, { action: 'request.read', subjects: [id] });
		return ok({ facts, definition, appointments, text: opened });
	});
}

/** Answers a time that was offered, or cancels one that was accepted. */
export async function answerOwnAppointment(
	act: Act<CodeHolder>,
	input: { appointmentId: Uuid; answer: AppointmentAnswer },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const answered = await answer(tx, act.by.subjectId, input);
			if (!answered.ok) return answered;
			record(tx, {
				action: 'appointment.answered',
				subjects: [act.by.subjectId],
				record: input.appointmentId,
				reason: input.answer,
			});
			return ok();
		},
		APPOINTMENT_REFUSALS,
	);
}

/** Takes a request back. No reason is asked. */
export async function withdrawOwnRequest(act: Act<CodeHolder>, input: { command: Uuid }): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			if (await claim(tx, input.command, 'withdraw-request')) {
				const withdrawn = await withdrawNow(tx);
				if (!withdrawn.ok) return withdrawn;
			}
			record(tx, { action: 'request.withdrawn', subjects: [act.by.subjectId] });
			return ok();
		},
		{ request_outcome_pkey: 'already-decided' },
	);
}

async function withdrawNow(tx: Tx<CodeHolder>): Promise<Result<undefined>> {
	const requestId = tx.act.by.subjectId;
	const facts = await loadRequest(tx, requestId);
	if (!facts) return refuse('not-found');
	if (facts.outcome) return refuse('already-decided');
	await endStanding(tx, requestId, 'cancelled');
	await insertOutcome(tx, { requestId, kind: 'withdrawn', by: null });
	return ok();
}
