import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { presentMembers } from './case-parts.server.ts';
import type { CaseUnderChange } from './case-under-change.server.ts';
import { recordInCase } from './record-in-case.server.ts';
import {
	checkContactMade,
	checkContactOutcome,
	checkWithdrawal,
	type ContactOutcome,
	type MediatedContact,
} from './beyond.ts';
import { changeContact, insertContact, loadContacts } from './beyond.store.server.ts';
import { checkDay } from './way.ts';

/** The client's agreement to a contact: with whom, about what, who agreed, when and how. */
export type AgreedContact = Pick<MediatedContact, 'provider' | 'whom' | 'about' | 'agreedOn'> & {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly agreedBy: Uuid | undefined;
	readonly agreedForm: 'oral' | 'written' | undefined;
};

const REFUSALS = {
	contact_while_agreed: 'agreement-withdrawn',
	agreed_by_a_member: 'choose-one',
	contact_after_the_agreement: 'before-agreement',
} as const;
const HOW = { may: 'case.change', journal: 'case.contact-mediated', refusals: REFUSALS } as const;
const place = (id: Uuid, column: 'sealed' | 'outcome_sealed') => ({ table: 'mediated_contact', column, row: id });

/** Records that the client agrees to a contact with another provider. Without it no contact is recorded (C9). */
export async function agreeContact(act: Act<Worker>, input: AgreedContact): Promise<Result<undefined>> {
	return recordInCase(act, { ...HOW, draft: 'mediated', input }, async (tx, under) => {
		const checked = await checkAgreement(tx, under, input);
		if (!checked.ok) return checked;
		const id = input.command;
		await insertContact(tx, {
			...input,
			...checked.value,
			id,
			by: act.by.workerId,
			sealed: under.key.seal(place(id, 'sealed'), { whom: input.whom, about: input.about }),
		});
		return ok();
	});
}

async function checkAgreement(
	tx: Tx,
	{ definition, today }: CaseUnderChange,
	{ caseId, agreedBy, agreedForm, agreedOn, whom, about }: AgreedContact,
): Promise<Result<{ agreedBy: Uuid; agreedForm: 'oral' | 'written' }>> {
	if (!definition.mediatedContacts) return refuse('not-found');
	if (whom === '') return refuseField('whom', 'write-something');
	if (about === '') return refuseField('about', 'write-something');
	const members = await presentMembers(tx, caseId);
	if (!agreedBy || !members.includes(agreedBy)) return refuseField('agreedBy', 'agreement-missing');
	if (!agreedForm) return refuseField('agreedForm', 'choose-one');
	const checked = checkDay('agreedOn', agreedOn, { today, earliest: EVER });
	return checked.ok ? ok({ agreedBy, agreedForm }) : checked;
}

/** An agreement may have been given before the case was opened: in the talk that led to it. */
const EVER = '0001-01-01' as CalendarDay;

type OfContact = { readonly command: Uuid; readonly caseId: Uuid; readonly contactId: Uuid; readonly on: CalendarDay };

/** Records that the contact was made. Refused once the agreement was withdrawn. */
export async function recordContactMade(act: Act<Worker>, input: OfContact): Promise<Result<undefined>> {
	return changeOf(act, input, (contact, { today }) => {
		const checked = checkContactMade(contact, input.on, today);
		return checked.ok ? ok({ made_on: input.on, made_by: act.by.workerId }) : checked;
	});
}

/** Records what came of a contact. */
export async function recordContactOutcome(
	act: Act<Worker>,
	input: OfContact & { readonly outcome: ContactOutcome; readonly words: string },
): Promise<Result<undefined>> {
	return changeOf(act, input, (contact, { today, key }) => {
		const checked = checkContactOutcome(contact, input.on, today);
		if (!checked.ok) return checked;
		const sealed = input.words === '' ? null : key.seal(place(contact.id, 'outcome_sealed'), input.words);
		return ok({ outcome: input.outcome, outcome_on: input.on, outcome_sealed: sealed });
	});
}

/** Records that the client no longer agrees: from then on the contact is not made. */
export async function withdrawContact(act: Act<Worker>, input: OfContact): Promise<Result<undefined>> {
	return changeOf(act, input, (contact, { today }) => {
		const checked = checkWithdrawal(contact, input.on, today);
		return checked.ok ? ok({ withdrawn_on: input.on, withdrawal_recorded_by: act.by.workerId }) : checked;
	});
}

async function changeOf(
	act: Act<Worker>,
	input: OfContact,
	decide: (contact: MediatedContact, under: CaseUnderChange) => Result<Parameters<typeof changeContact>[2]>,
): Promise<Result<undefined>> {
	return recordInCase(act, { ...HOW, input }, async (tx, under) => {
		const row = (await loadContacts(tx, input.caseId)).find((one) => one.id === input.contactId);
		if (!row) return refuse('not-found');
		const change = decide(openContact(under.key, row), under);
		if (!change.ok) return change;
		await changeContact(tx, { id: input.contactId, caseId: input.caseId }, change.value);
		return ok();
	});
}

export function openContact(key: SubjectKey, row: Awaited<ReturnType<typeof loadContacts>>[number]): MediatedContact {
	const words = key.open<{ whom: string; about: string }>(place(row.id, 'sealed'), row.sealed);
	return {
		id: row.id,
		provider: row.provider as MediatedContact['provider'],
		...words,
		agreedBy: row.agreed_by,
		agreedOn: row.agreed_on,
		agreedForm: row.agreed_form as 'oral' | 'written',
		by: row.recorded_by,
		withdrawnOn: row.withdrawn_on,
		madeOn: row.made_on,
		outcome: row.outcome
			? {
					kind: row.outcome as ContactOutcome,
					on: row.outcome_on!,
					words: row.outcome_sealed ? key.open<string>(place(row.id, 'outcome_sealed'), row.outcome_sealed) : '',
				}
			: null,
	};
}
