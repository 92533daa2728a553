import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { belongToTeams, makeOwn, teamsOf } from '#lib/access/access.server.ts';
import { phonePrefix } from '#lib/directory/organisation.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { likelyPersons } from '#lib/people/likely-persons.server.ts';
import { keepFacts, makePerson } from '#lib/people/people.server.ts';
import { holdFor } from '#lib/meetings/appointments.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { setAboutPerson } from './intake.store.server.ts';
import { requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';
import { whomItIsAbout } from './request.ts';

/**
 * Says whom a request is about: somebody known, or somebody new. Only persons who are likely (by phone, e-mail, name) or
 * whom the worker may open can be meant; anybody else is not found.
 */
export async function linkPerson(
	act: Act<Worker>,
	input: { requestId: Uuid; personId: Uuid | undefined },
): Promise<Result<{ personId: Uuid }>> {
	const link = async (tx: Tx<Worker>) => {
		const found = await requestUnderWork(tx, input.requestId);
		if (!found.ok) return found;
		if (found.value.facts.aboutPerson) return refuse('already-known');
		const personId = input.personId ? await known(tx, found.value, input.personId) : await newPerson(tx, found.value);
		if (!personId) return refuse('not-found');
		await setAboutPerson(tx, input.requestId, personId);
		await holdFor(tx, input.requestId, personId);
		await makeOwn(tx, found.value.facts.takenBy ?? act.by.workerId, [personId]);
		await belongToTeams(tx, personId, await teamsOf(tx, input.requestId));
		record(tx, {
			action: 'person.known',
			subjects: [personId, input.requestId],
			reason: input.personId ? 'returning' : 'new',
		});
		return ok({ personId });
	};
	return transaction(act, link, { holder_is_free: 'person-busy' });
}

async function known(tx: Tx<Worker>, { text }: RequestUnderWork, personId: Uuid): Promise<Uuid | undefined> {
	const likely = await likelyPersons(tx, whomItIsAbout(text), await prefixHere(tx));
	return likely.some(({ person }) => person.id === personId) ? personId : undefined;
}

async function newPerson(tx: Tx<Worker>, { facts, text }: RequestUnderWork): Promise<Uuid> {
	const about = whomItIsAbout(text);
	const anonymous = facts.anonymous || about.name === '';
	const made = await makePerson(
		tx,
		{
			name: about.name,
			phone: about.phone,
			email: about.email,
			address: text.about ? '' : text.place,
			interpreter: text.about ? '' : text.interpreter,
			anonymous,
		},
		await prefixHere(tx),
	);
	await keepFacts(tx, made.id, {
		facts: { birthYear: null, sex: null, municipality: facts.municipality },
		rules: text.about ? [] : text.rules,
	});
	return made.id;
}

async function prefixHere(tx: Tx): Promise<string> {
	const organisation = await organisationHere(tx);
	return phonePrefix(organisation ?? { country: 'si' });
}
