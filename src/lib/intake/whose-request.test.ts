import { describe, expect, test } from 'vitest';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { prvaSocialnaPomoc } from '../../../programmes/prva-socialna-pomoc.ts';
import { concludeRequest, declineRequest } from './decide-request.server.ts';
import { aCommand, aRequest, aTalk, good, problemOf, someWords, takenRequest } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';
import { readRequest } from './read-requests.server.ts';
import { enterRequest } from './receive-request.server.ts';
import { recordTalk } from './record-talk.server.ts';

const database = testDatabase();
const PSP = { programme: prvaSocialnaPomoc.key, reasons: [], mode: 'office' as const };

describe('whoever stays anonymous', () => {
	const anonymous = { anonymous: true, text: someWords({ name: '', phone: '', email: '' }) };

	test('is advised, talked with and counted, and no name of theirs is anywhere [A4]', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const requestId = await takenRequest(world, worker, anonymous);
		good(await recordTalk(worker, aTalk(worker, requestId)));
		const { personId } = good(await linkPerson(worker, { requestId, personId: undefined }));
		const page = good(await readRequest(worker, { requestId }));
		expect([page.facts.anonymous, page.text.name, page.talks.length, page.likely]).toEqual([true, '', 1, []]);
		expect(page.person).toMatchObject({ id: personId, anonymous: true });
		expect(page.person?.name).toMatch(/^[A-Z]+-\d+$/);
		const { rows } = await database.superuser.query('select hashes from person_search where person_id = $1', [
			personId,
		]);
		expect(rows).toEqual([{ hashes: [] }]);
	});

	test.each([true, false])(
		'is enrolled under a pseudonym where the programme says so: %s [A4]',
		async (pseudonymMayBeIncluded) => {
			const world = await aWorld([smallDefinition({ pseudonymMayBeIncluded })]);
			const worker = await world.hire(['professional']);
			const requestId = await takenRequest(world, worker, anonymous);
			good(await linkPerson(worker, { requestId, personId: undefined }));
			const opened = await openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' });
			expect(problemOf(opened)).toBe(pseudonymMayBeIncluded ? undefined : 'needs-person');
		},
	);
});

describe('whoever is known already', () => {
	test('is recognised with the reason, and joined with what is known, so that nobody tells their story twice', async () => {
		const world = await aWorld();
		const [worker, colleague] = [await world.hire(['professional']), await world.hire(['professional'])];
		const first = await takenRequest(world, worker);
		const { personId } = good(await linkPerson(worker, { requestId: first, personId: undefined }));
		const second = await takenRequest(world, colleague, {
			text: someWords({ name: 'zala vzorcnik', email: '', phone: '+386 41 123 456' }),
		});
		const { likely } = good(await readRequest(colleague, { requestId: second }));
		expect(likely.map((one) => [one.person.id, ...one.why])).toEqual([[personId, 'same-phone', 'same-name']]);
		good(await linkPerson(colleague, { requestId: second, personId }));
		expect(good(await readRequest(colleague, { requestId: second })).person?.id).toBe(personId);
		expect(problemOf(await linkPerson(colleague, { requestId: second, personId: undefined }))).toBe('already-known');
	});

	test('nobody is joined whom nothing points to, of this organisation or another [A2]', async () => {
		const [world, other] = [await aWorld(), await aWorld()];
		const [worker, foreigner] = [await world.hire(['professional']), await other.hire(['professional'])];
		const miha = someWords({ name: 'Miha Izmišljen', phone: '041 000 999', email: '' });
		const known = await takenRequest(world, worker, { text: miha });
		const { personId } = good(await linkPerson(worker, { requestId: known, personId: undefined }));
		const requestId = await takenRequest(world, worker);
		expect(problemOf(await linkPerson(worker, { requestId, personId }))).toBe('not-found');
		const theirs = await takenRequest(other, foreigner, { text: miha });
		expect(good(await readRequest(foreigner, { requestId: theirs })).likely).toEqual([]);
		expect(problemOf(await linkPerson(foreigner, { requestId: theirs, personId }))).toBe('not-found');
	});

	test('somebody in treatment comes again with a new distress, and it is a request of its own [P5]', async () => {
		const world = await aWorld([prvaSocialnaPomoc]);
		const worker = await world.hire(['professional']);
		const { requestId } = good(await enterRequest(worker, aRequest(PSP)));
		const { personId } = good(await linkPerson(worker, { requestId, personId: undefined }));
		good(await openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' }));
		const again = good(await enterRequest(worker, aRequest(PSP))).requestId;
		good(await linkPerson(worker, { requestId: again, personId }));
		good(await recordTalk(worker, aTalk(worker, again, { mode: 'office' })));
		expect(good(await readRequest(worker, { requestId: again })).talks).toHaveLength(1);
	});
});

test('a request is declined for a reason of the programme, once, with words for those who work there', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const requestId = await takenRequest(world, worker);
	const decline = (reason: string) => declineRequest(worker, { requestId, reason, note: 'Polni smo.' });
	expect(await decline('made-up')).toMatchObject({ fields: [{ field: 'reason', problem: 'choose-one' }] });
	good(await decline('no-capacity'));
	expect(good(await readRequest(worker, { requestId })).outcome).toMatchObject({
		kind: 'declined',
		reason: 'no-capacity',
		note: 'Polni smo.',
	});
	expect(problemOf(await decline('no-capacity'))).toBe('already-decided');
});

test('a request of another organisation or another team is not there [A2]', async () => {
	const world = await aWorld();
	const requestId = await takenRequest(world, await world.hire(['professional']));
	const foreigner = await (await aWorld()).hire(['coordinator', 'programme-lead']);
	const elsewhere = await world.hire(['coordinator'], { team: await world.anotherTeam() });
	for (const outsider of [foreigner, elsewhere]) {
		const tried = [
			await readRequest(outsider, { requestId }),
			await recordTalk(outsider, aTalk(outsider, requestId)),
			await declineRequest(outsider, { requestId, reason: 'no-capacity', note: '' }),
			await linkPerson(outsider, { requestId, personId: undefined }),
			await concludeRequest(outsider, { requestId, agreement: 'none', note: '' }),
		];
		expect(tried.map(problemOf)).toEqual(tried.map(() => 'not-found'));
	}
});
