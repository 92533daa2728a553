import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Result } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { readAppointment } from './attend-appointment.server.ts';
import { findRequestsAndCases } from './find-on-desk.server.ts';
import { aCommand, aTime, good, someWords, takenRequest } from './intake.fixtures.ts';
import { joinWaitingList } from './join-waiting-list.server.ts';
import { linkPerson } from './link-person.server.ts';
import { offerTime } from './offer-time.server.ts';
import { readDay } from './read-day.server.ts';
import { listRequests, readRequest } from './read-requests.server.ts';
import { listWaiting } from './waiting-list.server.ts';

const database = testDatabase();
let world: World;
let worker: Act<Worker>;
let [talked, waits] = [] as unknown as [About, About];
let appointment: Uuid;

type About = { readonly requestId: Uuid; readonly personId: Uuid };

beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional']);
	[talked, waits] = [await aboutSomebody('Zala Vzorčnik'), await aboutSomebody('Miha Izmišljen')];
	const time = aTime(talked.requestId);
	good(await offerTime(worker, time));
	appointment = time.command;
	const joining = { command: aCommand(), requestId: waits.requestId, site: 'celje', priority: undefined };
	good(await joinWaitingList(worker, { ...joining, reason: 'no-place' }));
});

async function aboutSomebody(name: string): Promise<About> {
	const requestId = await takenRequest(world, worker, { text: someWords({ name }) });
	const { personId } = good(await linkPerson(worker, { requestId, personId: undefined }));
	return { requestId, personId };
}

/** Of how many of the entries that reading something wrote somebody is a subject. */
async function toldOf(person: Uuid, read: (act: Act<Worker>) => Promise<Result<unknown>>): Promise<number> {
	const count = async () => {
		const { rows } = await database.superuser.query<{ count: number }>(
			'select count(*)::int as count from journal where $1 = any (subject_ids)',
			[person],
		);
		return rows[0]!.count;
	};
	const before = await count();
	good(await read(worker));
	return (await count()) - before;
}

describe('whoever’s name a request shows stands in the journal as read, where it is shown', () => {
	test.each<[string, () => Uuid, (act: Act<Worker>) => Promise<Result<unknown>>]>([
		['on its own page', () => talked.personId, (act) => readRequest(act, { requestId: talked.requestId })],
		['in a list of requests', () => talked.personId, (act) => listRequests(act, { view: 'mine' })],
		['in a day', () => talked.personId, (act) => readDay(act, { of: 'own' })],
		['among what was searched for', () => talked.personId, (act) => findRequestsAndCases(act, 'Zala')],
		['at an appointment', () => talked.personId, (act) => readAppointment(act, { id: appointment })],
		['on the waiting list', () => waits.personId, (act) => listWaiting(act, { filter: {}, after: undefined })],
	])('%s', async (_, person, read) => {
		expect(await toldOf(person(), read)).toBe(1);
	});

	test('and whom nothing showed does not', async () => {
		expect(await toldOf(waits.personId, (act) => findRequestsAndCases(act, 'Zala'))).toBe(0);
	});
});
