import { beforeAll, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCommand, aTalk, good, takenRequest } from '#lib/intake/intake.fixtures.ts';
import { linkPerson } from '#lib/intake/link-person.server.ts';
import { recordTalk } from '#lib/intake/record-talk.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { askExport } from './ask-export.server.ts';
import { ALL } from './figures.ts';
import { makeExport } from './make-export.server.ts';
import { periodOf } from './period.ts';
import { openFigure } from './read-figures.server.ts';

const database = testDatabase();
let world: World;
let worker: Act<Worker>;
let lead: Act<Worker>;
let [requestId, personId, talk] = [] as unknown as [Uuid, Uuid, Uuid];

beforeAll(async () => {
	world = await aWorld();
	[worker, lead] = [await world.hire(['professional']), await world.hire(['programme-lead'])];
	requestId = await takenRequest(world, worker);
	({ personId } = good(await linkPerson(worker, { requestId, personId: undefined })));
	const recorded = aTalk(worker, requestId);
	good(await recordTalk(worker, recorded));
	talk = recorded.command;
});

async function told(action: string): Promise<readonly Uuid[]> {
	const { rows } = await database.superuser.query<{ subject_ids: Uuid[] }>(
		'select subject_ids from journal where action = $1 order by written_by desc limit 1',
		[action],
	);
	return rows[0]!.subject_ids;
}

test('whoever is named by a request or a talk behind a number stands in the journal as read', async () => {
	const open = (figure: string) =>
		openFigure(lead, { programme: 'small', period: periodOf(), figure, code: ALL }).then(good);
	expect((await open('all-came')).opened.rows).toHaveLength(1);
	expect(await told('figures.opened')).toEqual([requestId, personId]);
	expect((await open('all-held')).opened.rows).toHaveLength(1);
	expect(await told('figures.opened')).toEqual([talk, requestId, personId]);
});

test('whoever is named in a list of requests that is taken out does too, and nobody where it names nobody', async () => {
	const make = async (names: boolean) => {
		const part = { list: 'requests', part: { requests: 'mine' }, names } as const;
		const form = { format: 'csv', language: 'en', reason: 'planning', words: '' } as const;
		const id = good(await askExport(worker, { command: aCommand(), ...part, ...form }));
		await makeExport(world.organisationId, id, worker.at);
		return told('export.made');
	};
	expect(await make(true)).toEqual([requestId, personId]);
	expect(await make(false)).toEqual([requestId]);
});
