import type { Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import type { Action } from '#lib/access/access-table.ts';
import { permit } from '#lib/access/access.server.ts';
import { organisationById } from '#lib/directory/organisations.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import type { CaseFacts } from './case.ts';
import { lockCase } from './cases.store.server.ts';

/** A case that is about to be changed: permitted, held against others, with its definition, its key and today's day there. */
export type CaseUnderChange = {
	readonly facts: CaseFacts;
	readonly definition: Definition;
	readonly key: SubjectKey;
	readonly today: CalendarDay;
};

/** Loads a case to change it. Refused as not found when the worker may not. */
export async function caseUnderChange(tx: Tx<Worker>, action: Action, caseId: Uuid): Promise<Result<CaseUnderChange>> {
	const allowed = await permit(tx, action, caseId);
	if (!allowed.ok) return allowed;
	const facts = await lockCase(tx, caseId);
	if (!facts) return refuse('not-found');
	const [definition, vault, today] = await Promise.all([
		definitionOf(tx, facts.programme, facts.version),
		openVault(tx),
		todayHere(tx),
	]);
	const key = (await vault.keysOf([caseId])).get(caseId);
	return key ? ok({ facts, definition, key, today }) : refuse('not-found');
}

/** Today, where the organisation is. */
export async function todayHere(tx: Tx): Promise<CalendarDay> {
	return dayOf(tx.act.at, await timeZoneHere(tx));
}

/** The organisation's time zone. */
export async function timeZoneHere(tx: Tx): Promise<string> {
	const organisation = await organisationById(tx.organisationId, tx.act.at);
	return organisation?.timeZone ?? 'Europe/Ljubljana';
}
