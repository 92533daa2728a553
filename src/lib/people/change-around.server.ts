import type { Act, Worker } from '#lib/kernel/actor.ts';
import { dayOf, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { keptAround, type AroundSaid, type AroundText } from './around.ts';
import { endAroundOn, insertAround, insertConsent, updateAround, withdrawConsentOn } from './around.store.server.ts';
import { aroundPlace, peopleAround } from './people-around.server.ts';

type Which = { readonly personId: Uuid; readonly aroundId: Uuid };

// Whoever's consent is in force neither leaves nor stops deciding before it is withdrawn.
const WHILE_IN_FORCE = { consent_of_who_decides: 'consent-in-force' } as const;

/** Records somebody around a person, from today on. */
export async function addAround(
	act: Act<Worker>,
	input: { command: Uuid; personId: Uuid; said: AroundSaid },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const allowed = await permit(tx, 'person.change', input.personId);
		if (!allowed.ok) return allowed;
		const { command: id, personId } = input;
		const said = keptAround(input.said);
		const [sealed, from] = await Promise.all([seal(tx, { personId, aroundId: id }, said), today(tx)]);
		if (!sealed) return refuse('not-found');
		if (await claim(tx, id, 'add-around'))
			await insertAround(tx, { id, personId, codes: said, from, by: act.by.workerId, sealed });
		record(tx, { action: 'person.around-changed', subjects: [personId], record: id, reason: 'added' });
		return ok();
	});
}

/** Changes what is recorded of somebody around a person. */
export async function changeAround(act: Act<Worker>, input: Which & { said: AroundSaid }): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await standing(tx, input);
			if (!found.ok) return found;
			const { id, recordId: personId } = found.value.around;
			const said = keptAround(input.said);
			const sealed = await seal(tx, { personId, aroundId: id }, said);
			if (!sealed) return refuse('not-found');
			if (!(await updateAround(tx, { id, personId }, { codes: said, sealed }))) return refuse('around-ended');
			record(tx, {
				action: 'person.around-changed',
				subjects: [input.personId],
				record: input.aroundId,
				reason: 'changed',
			});
			return ok();
		},
		WHILE_IN_FORCE,
	);
}

/** Somebody is no longer around a person. What was recorded stays, with its days. */
export async function endAround(act: Act<Worker>, input: Which & { on: CalendarDay }): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await standing(tx, input);
			if (!found.ok) return found;
			const { around, day } = found.value;
			if (input.on > day) return refuseField('endedOn', 'in-the-future');
			if (input.on < around.fromOn) return refuseField('endedOn', 'too-early');
			if (!(await endAroundOn(tx, { id: around.id, personId: around.recordId }, input.on)))
				return refuse('around-ended');
			record(tx, { action: 'person.around-changed', subjects: [input.personId], record: around.id, reason: 'ended' });
			return ok();
		},
		WHILE_IN_FORCE,
	);
}

/** Records that somebody who decides for a child consents to the help. */
export async function giveConsent(
	act: Act<Worker>,
	input: Which & { command: Uuid; on: CalendarDay },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await standing(tx, input);
			if (!found.ok) return found;
			if (input.on > found.value.day) return refuseField('givenOn', 'in-the-future');
			const { aroundId, on } = input;
			if (await claim(tx, input.command, 'give-consent'))
				await insertConsent(tx, { id: input.command, aroundId, on, by: act.by.workerId });
			record(tx, { action: 'person.consent-changed', subjects: [input.personId], record: aroundId, reason: 'given' });
			return ok();
		},
		{ parental_consent_once: 'already-stated', consent_of_who_decides: 'needs-responsibility' },
	);
}

/** Records that somebody withdrew their consent. */
export async function withdrawConsent(
	act: Act<Worker>,
	input: Which & { on: CalendarDay },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await standing(tx, input);
		if (!found.ok) return found;
		const { around, day } = found.value;
		const given = around.consents.find((one) => one.withdrawnOn === null);
		if (!given) return refuse('already-stated');
		if (input.on > day) return refuseField('withdrawnOn', 'in-the-future');
		if (input.on < given.givenOn) return refuseField('withdrawnOn', 'too-early');
		const withdrawn = { aroundId: around.id, on: input.on, by: act.by.workerId };
		if (!(await withdrawConsentOn(tx, withdrawn))) return refuse('already-stated');
		record(tx, {
			action: 'person.consent-changed',
			subjects: [input.personId],
			record: around.id,
			reason: 'withdrawn',
		});
		return ok();
	});
}

/** Somebody who is around a person the worker may change, and the day it is. */
async function standing(tx: Tx<Worker>, { personId, aroundId }: Which) {
	const [allowed, all, day] = await Promise.all([
		permit(tx, 'person.change', personId),
		peopleAround(tx, [personId]),
		today(tx),
	]);
	if (!allowed.ok) return allowed;
	const around = all.find((one) => one.id === aroundId);
	if (!around) return refuse('not-found');
	return around.endedOn === null ? ok({ around, day }) : refuse('around-ended');
}

async function seal(tx: Tx, { personId, aroundId }: Which, { name, reach, roleWords, note }: AroundText) {
	const keys = await (await openVault(tx)).keysOf([personId]);
	return keys.get(personId)?.seal(aroundPlace(aroundId), { name, reach, roleWords, note });
}

async function today(tx: Tx): Promise<CalendarDay> {
	const organisation = await organisationHere(tx);
	return dayOf(tx.act.at, organisation?.timeZone ?? 'Europe/Ljubljana');
}
