import { describe, expect, test } from 'vitest';
import { aCommand, aRequest, good, problemOf } from '#lib/intake/intake.fixtures.ts';
import { receiveRequest } from '#lib/intake/receive-request.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { TEMPLATES } from '../../../programmes/templates.ts';
import { smallDefinition } from './definition.fixtures.ts';
import type { Definition } from './definition.ts';
import { addLines, changeRow, saveFields } from './edit-draft.server.ts';
import { anAdministrator, draftOf, listShown, live, programme, publication, shown, words } from './editor.fixtures.ts';
import { hindrances } from './hindrances.ts';
import { giveToTeam, openOrClose, publishDraft } from './publish-draft.server.ts';
import { listProgrammes, readForAdministrator, readVersion } from './read-drafts.server.ts';
import { startProgramme, startVersion } from './start-draft.server.ts';
import { aWorld, type World } from './world.fixtures.ts';

const database = testDatabase();

/** What becomes of a request to a programme. */
async function receivedOrRefused(world: World, changes: object = {}): Promise<string> {
	const done = await receiveRequest(world.visitor(), aRequest(changes));
	return done.ok ? 'received' : done.problem;
}

describe('a draft of a programme that is published', () => {
	test('is changed section by section, and published as the next version, by whom and when [A1]', async () => {
		const world = await aWorld();
		const admin = await anAdministrator(world);
		expect(good(await startVersion(admin, { programme }))).toBe(programme);
		good(await saveFields(admin, { ...(await shown(admin, 'title')), typed: { title: words('Drugače') } }));
		expect((await live(world)).definition.title.sl).toBe('Small');
		expect(good(await publishDraft(admin, await publication(admin)))).toBe(2);
		const { version, definition, acceptsRequests } = await live(world);
		expect([version, definition.title.sl, acceptsRequests]).toEqual([2, 'Drugače', true]);
		const { versions, draft } = good(await readForAdministrator(admin, programme));
		expect(versions.map((one) => [one.version, one.by, one.at])).toEqual([
			[2, 'Vida Zgledna', world.now],
			[1, undefined, world.now],
		]);
		expect(draft).toBeUndefined();
		const second = good(await readVersion(admin, { programme, version: 2 }));
		expect([second.before?.title.sl, second.definition.title.sl]).toEqual(['Small', 'Drugače']);
		const { rows } = await database.superuser.query(
			`select action, reason from journal where organisation_id = $1 and actor_id = $2`,
			[world.organisationId, admin.by.workerId],
		);
		expect(rows.map((row) => row.action).toSorted()).toEqual([
			'programme.draft-changed',
			'programme.draft-changed',
			'programme.published',
		]);
		expect(new Set(rows.map((row) => row.reason))).toEqual(new Set([programme]));
	});

	test('keeps what two administrators change in different places, and overwrites neither where it is the same place [A1]', async () => {
		const world = await aWorld();
		const [one, other] = [await anAdministrator(world), await anAdministrator(world)];
		good(await startVersion(one, { programme }));
		const [title, sameTitle, meetings] = [
			await shown(one, 'title'),
			await shown(other, 'title'),
			await shown(other, 'meetings'),
		];
		good(await saveFields(one, { ...title, typed: { title: words('Ena') } }));
		good(await saveFields(other, { ...meetings, typed: { 'meetings.limit': 12 } }));
		const late = await saveFields(other, { ...sameTitle, typed: { title: words('Dva') } });
		expect(problemOf(late)).toBe('changed-meanwhile');
		const { definition } = await draftOf(one);
		expect([definition.title, (definition.meetings as Definition['meetings']).limit]).toEqual([words('Ena'), 12]);
	});

	test('takes a form that was sent twice once: a row is added once, moved once, removed once', async () => {
		const world = await aWorld();
		const admin = await anAdministrator(world);
		good(await startVersion(admin, { programme }));
		const at = { ...(await shown(admin, 'for-whom')), list: 'reasons' };
		for (const input of [at, at]) good(await addLines(admin, { ...input, lines: ['Samota'] }));
		const keys = async () => ((await draftOf(admin)).definition.reasons as Definition['reasons']).map((row) => row.key);
		expect(await keys()).toEqual(['grief', 'debts', 'other', 'samota']);
		const rowAt = async (row: string, to: 'up' | 'away') => ({
			...at,
			command: aCommand(),
			row,
			to,
			seen: listShown((await draftOf(admin)).definition, 'for-whom', 'reasons'),
		});
		const up = await rowAt('samota', 'up');
		for (const input of [up, up]) good(await changeRow(admin, input));
		expect(await keys()).toEqual(['grief', 'debts', 'samota', 'other']);
		const stale = await rowAt('debts', 'away');
		good(await changeRow(admin, await rowAt('grief', 'away')));
		expect(problemOf(await changeRow(admin, stale))).toBe('changed-meanwhile');
		expect(await keys()).toEqual(['debts', 'samota', 'other']);
	});

	test('is not published while something is wrong with it, nor unseen, nor when it is the same [A1]', async () => {
		const world = await aWorld();
		const admin = await anAdministrator(world);
		good(await startVersion(admin, { programme }));
		const unchanged = await publication(admin);
		expect(problemOf(await publishDraft(admin, unchanged))).toBe('nothing-changed');
		good(await saveFields(admin, { ...(await shown(admin, 'plan')), typed: { 'plan.goals': 'listed' } }));
		expect(problemOf(await publishDraft(admin, unchanged))).toBe('changed-meanwhile');
		const { faults } = await draftOf(admin);
		expect(faults.map(({ fault, section, field }) => [fault, section, field])).toEqual([
			['goals-list-empty', 'plan', 'plan-listed'],
		]);
		expect(problemOf(await publishDraft(admin, await publication(admin)))).toBe('draft-faults');
		expect((await live(world)).version).toBe(1);
	});

	test('published twice at the same moment is one version', async () => {
		const world = await aWorld();
		const admin = await anAdministrator(world);
		good(await startVersion(admin, { programme }));
		good(await saveFields(admin, { ...(await shown(admin, 'title')), typed: { title: words('Drugače') } }));
		const [input, another] = [await publication(admin), await publication(admin)];
		const done = await Promise.all([input, input, another].map((one) => publishDraft(admin, one)));
		expect(done.map((one) => (one.ok ? one.value : one.problem)).toSorted()).toEqual([2, 2, 'not-found']);
		expect((await live(world)).version).toBe(2);
	});
});

describe('a new programme', () => {
	test.each(['scratch', 'copy', 'template'] as const)(
		'begins from %s under an address nobody has [A1]',
		async (from) => {
			const world = await aWorld();
			const admin = await anAdministrator(world);
			const template = smallDefinition({ key: 'template', title: words('Predloga') });
			const source = { scratch: {}, copy: { copy: programme }, template: { template } }[from];
			const input = { title: 'Mala šola', address: '', ...source };
			const [key, second] = [good(await startProgramme(admin, input)), good(await startProgramme(admin, input))];
			expect([key, second]).toEqual(from === 'template' ? ['template', 'mala-sola'] : ['mala-sola', 'mala-sola-2']);
			const { definition, faults, published } = await draftOf(admin, key);
			expect([definition.key, (definition.title as { sl: string }).sl, published]).toEqual([
				key,
				'Mala šola',
				undefined,
			]);
			expect(faults.length).toBe(from === 'scratch' ? 8 : 0);
			for (const address of [key, programme])
				expect(problemOf(await startProgramme(admin, { ...input, address }))).toBe('fields');
		},
	);

	test('is published with a team, and takes requests from then on [A1]', async () => {
		const world = await aWorld();
		const admin = await anAdministrator(world);
		const key = good(await startProgramme(admin, { title: 'Druga', address: '', copy: programme }));
		expect(problemOf(await publishDraft(admin, await publication(admin, key)))).toBe('fields');
		good(await publishDraft(admin, await publication(admin, key, { team: world.teamId })));
		expect((await live(world, key)).version).toBe(1);
		expect(await receivedOrRefused(world, { programme: key })).toBe('received');
		const { drafts, programmes } = good(await listProgrammes(admin));
		expect([drafts.length, programmes.map((one) => one.key).toSorted()]).toEqual([0, ['druga', 'small']]);
	});
});

describe('the door of a programme', () => {
	test('is closed for new requests and opened again; what asks for more than the engine runs stays closed [A1]', async () => {
		const world = await aWorld();
		const admin = await anAdministrator(world);
		good(await openOrClose(admin, { programme, open: false }));
		expect(await receivedOrRefused(world)).toBe('not-accepting');
		good(await openOrClose(admin, { programme, open: true }));
		expect(await receivedOrRefused(world)).toBe('received');
		good(await startVersion(admin, { programme }));
		const fields = await shown(admin, 'help', { address: 'formsOfHelp.counselling' });
		good(await saveFields(admin, { ...fields, typed: { recordedAs: 'tutoring' } }));
		expect((await draftOf(admin)).hindrances).toEqual(['tutoring']);
		good(await publishDraft(admin, await publication(admin)));
		expect(await receivedOrRefused(world)).toBe('not-accepting');
		expect(problemOf(await openOrClose(admin, { programme, open: true }))).toBe('engine-lacks');
	});

	test('is no narrower than what runs today: no template that takes requests would be closed by being edited [A1]', () => {
		const open = TEMPLATES.filter((one) => one.acceptsRequests);
		expect(open.length).toBeGreaterThan(0);
		expect(open.flatMap((one) => hindrances(one).map((feature) => `${one.key}: ${feature}`))).toEqual([]);
	});

	test('leads to another team when an administrator says so', async () => {
		const world = await aWorld();
		const admin = await anAdministrator(world);
		const team = await world.anotherTeam();
		good(await giveToTeam(admin, { programme, team }));
		expect(good(await readForAdministrator(admin, programme)).team).toBe(team);
		expect(problemOf(await giveToTeam(admin, { programme, team: aCommand() }))).toBe('fields');
	});
});
