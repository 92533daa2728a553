import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ROLES, system } from '#lib/kernel/actor.ts';
import { aCommand, good, problemOf } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from './definition.fixtures.ts';
import { saveFields } from './edit-draft.server.ts';
import { anAdministrator, draftOf, live, programme, publication, shown, words } from './editor.fixtures.ts';
import { giveToTeam, openOrClose, publishDraft } from './publish-draft.server.ts';
import { publishTemplate } from './publish-template.server.ts';
import { listProgrammes, readDraft, readForAdministrator, readVersion } from './read-drafts.server.ts';
import { discardDraft, putOfferAside, startProgramme, startVersion, takeOffer } from './start-draft.server.ts';
import { aWorld, type World } from './world.fixtures.ts';

testDatabase();

describe('a changed template', () => {
	const changed = smallDefinition({ title: words('Iz predloge') });
	const refresh = (world: World, definition = changed) =>
		publishTemplate({ by: system(world.organisationId), at: world.now }, definition);

	test('is offered to whoever edited the programme, taken as a draft, or put aside [A1]', async () => {
		const world = await aWorld();
		const admin = await anAdministrator(world);
		good(await startVersion(admin, { programme }));
		good(await saveFields(admin, { ...(await shown(admin, 'title')), typed: { title: words('Naše') } }));
		good(await publishDraft(admin, await publication(admin)));
		expect(good(await refresh(world))).toBe('offered');
		expect((await live(world)).definition.title.sl).toBe('Naše');
		good(await takeOffer(admin, { programme }));
		expect((await draftOf(admin)).definition.title).toEqual(words('Iz predloge'));
		expect(good(await readForAdministrator(admin, programme)).offer).toBeUndefined();
		expect(good(await refresh(world, smallDefinition({ title: words('Spet') })))).toBe('offered');
		expect(problemOf(await takeOffer(admin, { programme }))).toBe('draft-there');
		good(await putOfferAside(admin, { programme }));
		expect(problemOf(await takeOffer(admin, { programme }))).toBe('already-decided');
	});

	test('does not go past a draft somebody is working on', async () => {
		const world = await aWorld();
		const admin = await anAdministrator(world);
		good(await startVersion(admin, { programme }));
		expect(good(await refresh(world))).toBe('offered');
		expect((await live(world)).version).toBe(1);
		good(await discardDraft(admin, { programme }));
		expect(problemOf(await readDraft(admin, programme))).toBe('not-found');
	});
});

test('nobody but an administrator sees a draft or changes anything, and nobody of another organisation [A1, A2]', async () => {
	const world = await aWorld();
	const admin = await anAdministrator(world);
	good(await startVersion(admin, { programme }));
	const at = await shown(admin, 'title');
	const elsewhere = await anAdministrator(await aWorld());
	const others = await Promise.all(ROLES.filter((one) => one !== 'administrator').map((one) => world.hire([one])));
	const deeds: readonly ((act: Act<Worker>) => Promise<{ ok: boolean }>)[] = [
		(act) => readDraft(act, programme),
		(act) => saveFields(act, { ...at, command: aCommand(), typed: { title: words('Tuje') } }),
		async (act) => publishDraft(act, { command: aCommand(), programme, revision: 1, open: true }),
	];
	for (const act of [...others, elsewhere])
		for (const deed of deeds) expect(await deed(act)).toMatchObject({ ok: false, problem: 'not-found' });
	for (const act of others)
		for (const deed of [
			() => listProgrammes(act),
			() => readForAdministrator(act, programme),
			() => readVersion(act, { programme, version: 1 }),
			() => startVersion(act, { programme }),
			() => startProgramme(act, { title: 'Tuja', address: '' }),
			() => openOrClose(act, { programme, open: false }),
			() => giveToTeam(act, { programme, team: world.teamId }),
			() => discardDraft(act, { programme }),
			() => putOfferAside(act, { programme }),
		])
			expect(await deed()).toMatchObject({ ok: false, problem: 'not-found' });
	expect((await draftOf(admin)).revision).toBe(1);
});
