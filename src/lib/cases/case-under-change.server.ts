import type { Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import type { Action } from '#lib/access/access-table.ts';
import { permit } from '#lib/access/access.server.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import type { CaseFacts } from './case.ts';
import { lockCase } from './held-case.store.server.ts';

/** A case that is about to be changed: permitted, held against others, with its definition, its key and today's day there. */
export type CaseUnderChange = {
	readonly facts: CaseFacts;
	readonly definition: Definition;
	readonly key: SubjectKey;
	readonly today: CalendarDay;
};

/** Loads a case to change it. Refused as not found when the worker may not. */
export async function caseUnderChange(tx: Tx<Worker>, action: Action, caseId: Uuid): Promise<Result<CaseUnderChange>> {
	const [allowed, held] = await Promise.all([permit(tx, action, caseId), heldCase(tx, caseId)]);
	return allowed.ok ? held : allowed;
}

/** Holds a case against others, whoever asks: for what has been permitted otherwise. */
export async function heldCase(tx: Tx, caseId: Uuid): Promise<Result<CaseUnderChange>> {
	const [vault, { facts, wrapped }] = await Promise.all([openVault(tx), lockCase(tx, caseId)]);
	if (!facts || !wrapped) return refuse('not-found');
	const key = vault.keyOf(caseId, wrapped);
	const [definition, today] = await Promise.all([definitionOf(tx, facts.programme, facts.version), todayHere(tx)]);
	return ok({ facts, definition, key, today });
}

/** Today, where the organisation is. */
export async function todayHere(tx: Tx): Promise<CalendarDay> {
	return dayOf(tx.act.at, await timeZoneHere(tx));
}

/** The organisation's time zone. */
export async function timeZoneHere(tx: Tx): Promise<string> {
	const organisation = await organisationHere(tx);
	return organisation?.timeZone ?? 'Europe/Ljubljana';
}
