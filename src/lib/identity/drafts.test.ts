import { beforeAll, describe, expect, test } from 'vitest';
import { system, type Act, type Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { changePlan } from '#lib/cases/change-plan.server.ts';
import { activeCase, aCommand, good, today } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { discardDraft, draftOf, forgetExpiredDrafts, saveDraft, type DraftName } from './drafts.server.ts';

const database = testDatabase();
const FIELDS = { done: 'Zala ne spi od poletja 🙏🏽', goals: ['prvi', 'drugi'] };
let world: World;
let [worker, colleague] = [] as unknown as [Act<Worker>, Act<Worker>];
beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional']);
	colleague = await world.hire(['professional', 'coordinator', 'administrator']);
});

const name = (subjectId: Uuid = newId(new Date()), form = 'meeting'): DraftName => ({ form, subjectId });
async function draft(act: Act<Worker>, one: DraftName) {
	const done = await lookUp(act, async (tx) => ok(await draftOf(tx, one)));
	return done.ok ? done.value : undefined;
}
async function rows(subject: Uuid): Promise<{ worker_id: Uuid; sealed: Buffer; all: string }[]> {
	const text =
		'select worker_id, sealed, to_json(d)::text as all from draft d where subject_id = $1 order by worker_id';
	return (await database.superuser.query(text, [subject])).rows;
}

describe('a draft', () => {
	test('is given back as it was typed, and says when it was saved', async () => {
		const one = name();
		expect(await saveDraft(worker, { ...one, fields: FIELDS })).toEqual(ok({ savedAt: worker.at }));
		expect(await draft(worker, one)).toEqual({ fields: FIELDS, savedAt: worker.at });
	});

	test('is one for each form and subject: the newest', async () => {
		const one = name();
		await saveDraft(worker, { ...one, fields: FIELDS });
		const later = world.at(worker, { minutes: 5 });
		await saveDraft(later, { ...one, fields: { done: 'drugače' } });
		await saveDraft(later, { ...name(one.subjectId, 'plan'), fields: { needs: 'spanje' } });
		expect(await draft(worker, one)).toEqual({ fields: { done: 'drugače' }, savedAt: later.at });
		expect(await rows(one.subjectId)).toHaveLength(2);
	});

	test('lies sealed: no word of it can be read', async () => {
		const one = name();
		await saveDraft(worker, { ...one, fields: FIELDS });
		const [row] = await rows(one.subjectId);
		for (const words of ['Zala', 'poletja', 'drugi', 'done'])
			expect([row!.all.includes(words), row!.sealed.toString('latin1').includes(words)]).toEqual([false, false]);
	});

	test('is its worker’s alone: a colleague with every right has their own', async () => {
		const one = name();
		await saveDraft(worker, { ...one, fields: FIELDS });
		expect(await draft(colleague, one)).toBeUndefined();
		await saveDraft(colleague, { ...one, fields: { done: 'moje' } });
		expect((await draft(worker, one))?.fields).toEqual(FIELDS);
		expect((await draft(colleague, one))?.fields).toEqual({ done: 'moje' });
		await discardDraft(colleague, one);
		expect((await draft(worker, one))?.fields).toEqual(FIELDS);
	});

	test('put into a colleague’s name does not open for them', async () => {
		const one = name();
		await saveDraft(worker, { ...one, fields: FIELDS });
		await database.superuser.query('update draft set worker_id = $1 where subject_id = $2', [
			colleague.by.workerId,
			one.subjectId,
		]);
		await expect(draft(colleague, one)).rejects.toThrow();
	});

	test('put under another form or subject does not open there', async () => {
		const one = name();
		await saveDraft(worker, { ...one, fields: FIELDS });
		await database.superuser.query(`update draft set form = 'plan' where subject_id = $1`, [one.subjectId]);
		await expect(draft(worker, { ...one, form: 'plan' })).rejects.toThrow();
	});

	test('is thrown away at its worker’s wish', async () => {
		const one = name();
		await saveDraft(worker, { ...one, fields: FIELDS });
		expect(await discardDraft(worker, one)).toEqual(ok());
		expect(await rows(one.subjectId)).toEqual([]);
	});

	test('is gone after thirty days, also from the disk', async () => {
		const one = name();
		await saveDraft(worker, { ...one, fields: FIELDS });
		const tidy = (days: number) =>
			lookUp(world.at({ by: system(world.organisationId), at: world.now }, { days }), async (tx) =>
				ok(await forgetExpiredDrafts(tx)),
			);
		await tidy(29);
		expect(await draft(world.at(worker, { days: 29 }), one)).toBeDefined();
		expect(await draft(world.at(worker, { days: 30 }), one)).toBeUndefined();
		await tidy(30);
		expect(await rows(one.subjectId)).toEqual([]);
	});

	test('leaves no entry in the journal: nobody else can see it', async () => {
		const one = name();
		await saveDraft(worker, { ...one, fields: FIELDS });
		await discardDraft(worker, one);
		const { rowCount } = await database.superuser.query('select 1 from journal where $1 = any (subject_ids)', [
			one.subjectId,
		]);
		expect(rowCount).toBe(0);
	});
});

test('when the record is made, its worker’s draft of it is gone; a colleague’s and other drafts stay', async () => {
	const { caseId } = await activeCase(world, worker);
	const plan = name(caseId, 'plan');
	for (const act of [worker, colleague]) await saveDraft(act, { ...plan, fields: FIELDS });
	await saveDraft(worker, { ...name(caseId, 'meeting'), fields: FIELDS });
	const change = { resources: 'sestra', needs: 'spanje', goals: [] };
	const input = { command: aCommand(), caseId, basedOn: 0, madeOn: today(world), plan: change };
	expect(await changePlan(worker, { ...input, basedOn: 7 })).toMatchObject({ ok: false });
	expect(await draft(worker, plan)).toBeDefined();
	good(await changePlan(worker, { ...input, command: aCommand() }));
	expect(await draft(worker, plan)).toBeUndefined();
	expect(await draft(colleague, plan)).toBeDefined();
	expect(await draft(worker, name(caseId, 'meeting'))).toBeDefined();
});
