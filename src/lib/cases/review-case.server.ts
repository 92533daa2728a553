import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { dropDraft } from '#lib/identity/drafts.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Life } from './case.ts';
import { caseUnderChange, type CaseUnderChange } from './case-under-change.server.ts';
import { eventPlace, viewPlace } from './case-file.server.ts';
import { loadMembers } from './cases.store.server.ts';
import { insertEvent, insertReview } from './course.store.server.ts';
import { insertAgreement, insertOwnView, loadAgreement } from './inclusion.store.server.ts';

/** A review: the person's own view now, what was talked about, when the next one is, and until when the agreement goes on. */
export type Review = {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly on: CalendarDay;
	readonly ownView: string;
	readonly note: string;
	/** How the quality of life has changed since the talk or review before, as the person sees it; where they were asked. */
	readonly life?: Life | undefined;
	readonly nextOn: CalendarDay | undefined;
	/** A later end of the agreed period; undefined leaves it. */
	readonly renewedUntil: CalendarDay | undefined;
};

/** Records a review of a case, and renews the agreed period where that was agreed (B3, B20). */
export async function reviewCase(act: Act<Worker>, input: Review): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await caseUnderChange(tx, 'case.change', input.caseId);
		if (!found.ok) return found;
		const checked = check(found.value, input);
		if (!checked.ok) return checked;
		if (await claim(tx, input.command, 'review-case')) {
			const renewed = await renew(tx, input);
			if (!renewed.ok) return renewed;
			await keep(tx, found.value, input);
		}
		dropDraft(tx, { form: 'review', subjectId: input.caseId });
		record(tx, { action: 'case.reviewed', subjects: [input.caseId], record: input.command });
		return ok();
	});
}

function check({ facts, today }: CaseUnderChange, input: Review): Result<undefined> {
	if (facts.closedOn) return refuse('case-closed');
	if (input.on > today) return refuseField('on', 'in-the-future');
	if (input.on < facts.openedOn) return refuseField('on', 'too-early');
	if (input.nextOn && input.nextOn <= input.on) return refuseField('nextOn', 'not-in-the-future');
	if (input.renewedUntil && facts.unit === 'family') return refuseField('renewedUntil', 'agreement-asks-everyone');
	if (input.renewedUntil && input.renewedUntil <= input.on) return refuseField('renewedUntil', 'not-in-the-future');
	return ok();
}

async function renew(tx: Tx<Worker>, input: Review): Promise<Result<undefined>> {
	if (!input.renewedUntil) return ok();
	const before = await loadAgreement(tx, input.caseId);
	if (!before) return refuse('conditions-unmet', { count: 1 });
	if (before.to_on && input.renewedUntil <= before.to_on) return refuseField('renewedUntil', 'not-in-the-future');
	const parties = (await loadMembers(tx, [input.caseId]))
		.filter((member) => !member.to_on)
		.map((member) => member.person_id);
	await insertAgreement(tx, {
		caseId: input.caseId,
		version: before.version + 1,
		form: before.form as 'oral' | 'written',
		from: input.on,
		to: input.renewedUntil,
		by: tx.act.by.workerId,
		parties,
	});
	await insertEvent(tx, {
		id: newId(tx.act.at),
		caseId: input.caseId,
		kind: 'renewed',
		on: input.on,
		by: tx.act.by.workerId,
	});
	return ok();
}

async function keep(tx: Tx<Worker>, { key }: CaseUnderChange, input: Review): Promise<void> {
	const by = tx.act.by.workerId;
	const sealed = input.note === '' ? undefined : key.seal(eventPlace(input.command), { note: input.note });
	await insertEvent(tx, { id: input.command, caseId: input.caseId, kind: 'reviewed', on: input.on, by, sealed });
	const { life = null, nextOn = null } = input;
	await insertReview(tx, { eventId: input.command, caseId: input.caseId, nextOn, life });
	if (input.ownView === '') return;
	const [member] = (await loadMembers(tx, [input.caseId])).filter((one) => !one.to_on);
	const id = newId(tx.act.at);
	const view = key.seal(viewPlace(id), input.ownView);
	await insertOwnView(tx, {
		id,
		caseId: input.caseId,
		person: member?.person_id ?? input.caseId,
		statedOn: input.on,
		by,
		sealed: view,
	});
}

/** Keeps a person's own view of what is hard, in their words. Part of a use case that journals. */
export async function keepOwnView(
	tx: Tx<Worker>,
	given: { caseId: Uuid; person: Uuid; on: CalendarDay; words: string; key: CaseUnderChange['key'] },
): Promise<void> {
	if (given.words === '') return;
	const id = newId(tx.act.at);
	await insertOwnView(tx, {
		id,
		caseId: given.caseId,
		person: given.person,
		statedOn: given.on,
		by: tx.act.by.workerId,
		sealed: given.key.seal(viewPlace(id), given.words),
	});
}
