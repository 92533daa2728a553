import type { Act, Worker } from '#lib/kernel/actor.ts';
import { dayOf, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { CONSENT_TEXTS, inForce, type Consent, type ConsentForm, type ConsentText, type Purpose } from './consent.ts';
import { insertConsent, keepText, loadConsentsOf, withdrawConsentRow } from './consents.store.server.ts';
import { lockPersons } from './merges.store.server.ts';
import { personsById } from './open-persons.server.ts';

/** A consent as it is recorded. */
export type GivenConsent = {
	readonly command: Uuid;
	readonly personId: Uuid;
	readonly purpose: Purpose;
	readonly on: CalendarDay;
	readonly form: ConsentForm;
	readonly expiresOn: CalendarDay | null;
};

/** The consents of a person, newest first. Journaled by whoever shows them. */
export async function consentsOf(tx: Tx, personId: Uuid): Promise<readonly Consent[]> {
	const rows = await loadConsentsOf(tx, personId);
	return rows.map((row) => ({
		id: row.id,
		purpose: row.purpose as Purpose,
		shown: row.words as unknown as ConsentText,
		version: row.text_version,
		givenOn: row.given_on,
		form: row.form as ConsentForm,
		expiresOn: row.expires_on,
		recordedBy: row.recorded_by,
		recordedAt: row.recorded_at,
		withdrawn:
			row.withdrawn_on && row.withdrawal_recorded_by && row.withdrawal_recorded_at
				? { on: row.withdrawn_on, by: row.withdrawal_recorded_by, at: row.withdrawal_recorded_at }
				: null,
	}));
}

/** Records that a person consents to something, with the text that is shown now. */
export async function recordConsent(act: Act<Worker>, input: GivenConsent): Promise<Result<undefined>> {
	const { command: id, personId, purpose, on, form, expiresOn } = input;
	const give = async (tx: Tx<Worker>) => {
		const found = await consentsToChange(tx, personId);
		if (!found.ok) return found;
		const { today, consents } = found.value;
		if (on > today) return refuseField('givenOn', 'in-the-future');
		if (expiresOn && expiresOn < on) return refuseField('expiresOn', 'too-early');
		record(tx, { action: 'person.consent-changed', subjects: [personId], record: id, reason: 'given' });
		if (!(await claim(tx, id, 'record-consent'))) return ok();
		if (inForce(consents, purpose, today)) return refuse('already-stated');
		const version = await keepText(tx, purpose, CONSENT_TEXTS[purpose]);
		await insertConsent(tx, { id, personId, purpose, version, on, form, expiresOn, by: act.by.workerId });
		return ok();
	};
	return transaction(act, give, { consent_not_twice_at_once: 'already-stated' });
}

/** Records that a person takes a consent back, today. It needs no reason and no form. */
export async function takeConsentBack(
	act: Act<Worker>,
	{ personId, consentId }: { personId: Uuid; consentId: Uuid },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await consentsToChange(tx, personId);
		if (!found.ok) return found;
		const { today, consents } = found.value;
		const given = consents.find((one) => one.id === consentId);
		if (!given) return refuse('not-found');
		// Of all records of the person: what is withdrawn is in force nowhere.
		const same = consents.filter((one) => one.purpose === given.purpose && one.withdrawn === null);
		if (given.withdrawn) return refuse('already-stated');
		for (const { id } of same) await withdrawConsentRow(tx, { id, on: today, by: act.by.workerId });
		record(tx, { action: 'person.consent-changed', subjects: [personId], record: consentId, reason: 'withdrawn' });
		return ok();
	});
}

async function consentsToChange(tx: Tx<Worker>, personId: Uuid) {
	const [allowed, , [person], consents, organisation] = await Promise.all([
		permit(tx, 'person.change', personId),
		lockPersons(tx, [personId]),
		personsById(tx, [personId]),
		consentsOf(tx, personId),
		organisationHere(tx),
	]);
	if (!allowed.ok) return allowed;
	if (person?.id !== personId) return refuse('not-found');
	return ok({ consents, today: dayOf(tx.act.at, organisation?.timeZone ?? 'Europe/Ljubljana') });
}
