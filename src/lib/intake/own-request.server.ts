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
import { additionsOf, type Addition } from './own-additions.server.ts';
import { endAppointmentsOfOwnProposal, loadProposerAnswer } from './proposal.store.server.ts';
import type { ProposerAnswer } from './proposal.ts';
import { loadRoutings } from './routing.store.server.ts';
import { requestTextPlace } from './request-under-work.server.ts';
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

/** What a code shows. A proposer sees that their proposal arrived, was read and was answered, and nothing of the person. */
type OwnRequest = {
	readonly facts: RequestFacts;
	readonly definition: Definition;
	readonly appointments: readonly Appointment[];
	readonly text: RequestText | undefined;
	/** What they added since. */
	readonly additions: readonly Addition[];
	/** It went to the workers of a special field (P13). */
	readonly toField: boolean;
	/** What a proposer is told; undefined for everybody else, and while there is nothing to tell. */
	readonly answer: ProposerAnswer | undefined;
};

/** Reads the request that a code opens. */
export async function readOwnRequest(act: Act<CodeHolder>): Promise<Result<OwnRequest>> {
	return transaction(act, async (tx) => {
		const id = act.by.subjectId;
		const [facts, appointments, [text], vault, [routing], answered] = await Promise.all([
			loadRequest(tx, id),
			appointmentsOf(tx, id),
			loadTexts(tx, [id]),
			openVault(tx),
			loadRoutings(tx, id),
			loadProposerAnswer(tx, id),
		]);
		if (!facts) return refuse('not-found');
		const definition = await definitionOf(tx, facts.programme, facts.version);
		const key = text && vault.keyOf(id, text.wrapped);
		record(tx, { action: 'request.read', subjects: [id] });
		return ok({
			facts: act.by.kind === 'proposer' ? withoutPerson(facts) : facts,
			definition,
			appointments,
			text: text && key?.open<RequestText>(requestTextPlace(id), text.sealed),
			additions: await additionsOf(tx, id, key),
			toField: routing?.why === 'field',
			answer: answered?.answer,
		});
	});
}

/** What a proposer may know of a request: not who it is about, nor whether anybody talked with them. */
function withoutPerson(facts: RequestFacts): RequestFacts {
	return { ...facts, aboutPerson: null, respondedAt: null, municipality: null, firstTalkAt: null, waitingSince: null };
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
	const [facts, answered] = await Promise.all([loadRequest(tx, requestId), loadProposerAnswer(tx, requestId)]);
	if (!facts) return refuse('not-found');
	// Once a proposal was answered it is the person's, whatever they said to it.
	if (facts.outcome || answered) return refuse('already-decided');
	// First what holds the mark of the request, as all who work on it do: begun with the appointment, each would wait for the other.
	await insertOutcome(tx, { requestId, kind: 'withdrawn', by: null });
	if (tx.act.by.kind === 'proposer') await endAppointmentsOfOwnProposal(tx);
	else await endStanding(tx, requestId, { state: 'cancelled', cancelledBy: 'person' });
	return ok();
}
