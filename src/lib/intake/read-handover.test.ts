import { beforeAll, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { handOverCase, handOverRequest } from './hand-over.server.ts';
import { FOR_GOOD, requestHandedOver } from './handover.fixtures.ts';
import { aCommand, activeCase, good, takenRequest } from './intake.fixtures.ts';
import { readHoldings } from './leaving-worker.server.ts';
import { linkPerson } from './link-person.server.ts';
import { numberOf } from './number-of.server.ts';
import { readHandover } from './read-handover.server.ts';

const database = testDatabase();
let world: World;
let [worker, next] = [] as unknown as [Act<Worker>, Act<Worker>];
beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional']);
	next = await world.hire(['professional'], { team: null });
});

/** Hands a request over to somebody of no team, and back: they may not open it any more. */
async function handedBack(requestId: Uuid): Promise<Uuid> {
	good(await handOverRequest(worker, requestHandedOver({ requestId, from: worker, to: next })));
	const later = world.at(next, { minutes: 1 });
	return good(await handOverRequest(later, requestHandedOver({ requestId, from: next, to: worker }))).handoverId;
}

/** Does something while the keys of some subjects cannot be opened. */
async function unreadable(subjects: readonly Uuid[], run: () => Promise<void>): Promise<void> {
	const reversed = 'update subject_key set wrapped = reverse(wrapped) where subject_id = any ($1)';
	await database.superuser.query(reversed, [subjects]);
	await run().finally(() => database.superuser.query(reversed, [subjects]));
}

test('a request that was handed over is called by its person for who may open it, who is then told of in the journal; for others by its label [W3]', async () => {
	const requestId = await takenRequest(world, worker);
	const { personId } = good(await linkPerson(worker, { requestId, personId: undefined }));
	const handoverId = await handedBack(requestId);
	const label = good(await numberOf(worker, { of: 'request', id: requestId }));
	expect(good(await readHandover(worker, { handoverId }))).toMatchObject({ name: 'Zala Vzorčnik', label });
	expect(good(await readHandover(next, { handoverId }))).toMatchObject({ name: label, label });
	const { rows } = await database.superuser.query(
		`select actor_id, subject_ids from journal where action = 'handover.read' and record_id = $1 order by written_by`,
		[handoverId],
	);
	expect(rows).toEqual([
		{ actor_id: worker.by.workerId, subject_ids: [requestId, personId] },
		{ actor_id: next.by.workerId, subject_ids: [requestId] },
	]);
});

test('for whoever may not open what was handed over no name is unsealed: its page stands even where the words cannot be opened', async () => {
	const { caseId, personId } = await activeCase(world, worker);
	const requestId = await takenRequest(world, worker);
	const terms = { fromWorker: worker.by.workerId, toWorker: next.by.workerId, terms: FOR_GOOD };
	const ofCase = good(await handOverCase(worker, { command: aCommand(), caseId, ...terms })).handoverId;
	const ofRequest = await handedBack(requestId);
	await unreadable([personId, requestId], async () => {
		const shut = async (act: Act<Worker>, handoverId: Uuid) => {
			const { name, label } = good(await readHandover(act, { handoverId }));
			expect(name).toBe(label);
		};
		await shut(worker, ofCase);
		await shut(next, ofRequest);
		await expect(readHandover(next, { handoverId: ofCase })).rejects.toThrow();
		await expect(readHandover(worker, { handoverId: ofRequest })).rejects.toThrow();
	});
});

test('nor is a name unsealed for a list of what somebody holds, or handed over, which names nobody', async () => {
	const administrator = await world.hire(['administrator']);
	const leaving = await world.hire(['professional']);
	const [held, gone] = [await activeCase(world, leaving), await activeCase(world, leaving)];
	const terms = { fromWorker: leaving.by.workerId, toWorker: next.by.workerId, terms: FOR_GOOD };
	good(await handOverCase(leaving, { command: aCommand(), caseId: gone.caseId, ...terms }));
	await unreadable([held.personId, gone.personId], async () => {
		const { holdings, handovers } = good(await readHoldings(administrator, { workerId: leaving.by.workerId }));
		expect(holdings.cases.map(({ row }) => row.facts.id)).toEqual([held.caseId]);
		const number = good(await numberOf(administrator, { of: 'case', id: gone.caseId }));
		expect(handovers.map((one) => one.label)).toEqual([number]);
	});
});
