// Records that need looking after in the demo: one person who was entered twice, and one whose processing is restricted.
import type { Act, Role, Worker } from '../../src/lib/kernel/actor.ts';
import { dayOf } from '../../src/lib/kernel/calendar-day.ts';
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { ok } from '../../src/lib/kernel/result.ts';
import { belongToTeams, makeOwn, teamsHere } from '../../src/lib/access/access.server.ts';
import { record } from '../../src/lib/journal/journal.server.ts';
import { recordConsent, takeConsentBack } from '../../src/lib/people/consents.server.ts';
import { changePerson, makePerson } from '../../src/lib/people/people.server.ts';
import { restrictPerson } from '../../src/lib/people/restrict-person.server.ts';
import { transaction } from '../../src/lib/platform/database.server.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { good, type DemoOrganisation } from './organisations.ts';

const PREFIX = '386';
const ENTERED_DAYS_AGO = [200, 12] as const;
const TWICE = [
	{ name: 'Živa Podvojena', phone: '041 000 981', email: '', address: 'Izmišljena ulica 3, Celje', birthYear: 1984 },
	{ name: 'Ziva Podvojna', phone: '+386 41 000 981', email: 'ziva@primer.invalid', address: '', birthYear: 1984 },
] as const;
const RESTRICTED = { name: 'Skrita Ugovornik', phone: '041 000 982', email: '', address: '', birthYear: 1971 } as const;

/** Enters somebody twice, and somebody who has objected. */
export async function loadRecords(organisation: DemoOrganisation, now: Date): Promise<void> {
	const [longAgo, lately] = ENTERED_DAYS_AGO.map((days) => new Date(now.getTime() - days * 86_400_000)) as [Date, Date];
	const first = await entered(actingAs(organisation, 'professional', longAgo), TWICE[0]);
	await consented(actingAs(organisation, 'professional', longAgo), first);
	await entered(actingAs(organisation, 'professional', lately), TWICE[1]);
	const personId = await entered(actingAs(organisation, 'professional', longAgo), RESTRICTED);
	const officer = actingAs(organisation, 'data-protection-officer', lately);
	const words = 'Pisno je ugovarjala obdelavi. Odločamo do konca meseca.';
	good(await restrictPerson(officer, { command: newId(lately), personId, ground: 'objection', words }));
}

function actingAs(organisation: DemoOrganisation, role: Role, at: Date): Act<Worker> {
	return { by: organisation.workers.find((one) => one.roles.includes(role))!.by, at };
}

async function consented(act: Act<Worker>, personId: Uuid): Promise<void> {
	for (const purpose of ['reminders', 'photographs'] as const) {
		const given = { personId, purpose, on: dayOf(act.at, 'Europe/Ljubljana'), form: 'oral', expiresOn: null } as const;
		const command = newId(act.at);
		good(await recordConsent(act, { ...given, command }));
		if (purpose === 'photographs') good(await takeConsentBack(act, { personId, consentId: command }));
	}
}

type Entered = { name: string; phone: string; email: string; address: string; birthYear: number };

async function entered(act: Act<Worker>, { birthYear, ...said }: Entered): Promise<Uuid> {
	const personId = good(
		await transaction(act, async (tx) => {
			const { id } = await makePerson(tx, { ...said, anonymous: false }, PREFIX);
			await makeOwn(tx, act.by.workerId, [id]);
			const teams = await teamsHere(tx);
			await belongToTeams(
				tx,
				id,
				teams.map((team) => team.id),
			);
			record(tx, { action: 'person.known', subjects: [id], reason: 'new' });
			return ok(id);
		}),
	);
	good(
		await changePerson(act, {
			personId,
			text: { ...said, interpreter: '' },
			anonymous: false,
			facts: { birthYear, sex: 'female', municipality: null },
			rules: said.email === '' ? ['no-voicemail'] : [],
			countryPrefix: PREFIX,
		}),
	);
	return personId;
}
