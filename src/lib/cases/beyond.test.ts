import { describe, expect, test, vi } from 'vitest';
import { endOwn, makeOwn } from '#lib/access/access.server.ts';
import { ok } from '#lib/kernel/result.ts';
import { aCommand, good, problemOf } from '#lib/intake/intake.fixtures.ts';
import { record } from '#lib/journal/journal.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { atSize, PROOF_TIMEOUT_MS } from '#lib/platform/proof.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { blizu } from '../../../programmes/blizu.ts';
import { recordAdvocacy, recordAdvocacyResult } from './advocacy.server.ts';
import { contactState } from './beyond.ts';
import { aCase, aClosing, DAY, day, fileOf } from './cases.fixtures.ts';
import { closeCase } from './close-case.server.ts';
import { agreeContact, recordContactMade, recordContactOutcome, withdrawContact } from './mediated-contact.server.ts';
import { aCrisisCase, anAct, anAgreedContact } from './way.fixtures.ts';

const RACES = atSize(40, 2_000);
vi.setConfig({ testTimeout: PROOF_TIMEOUT_MS });
const database = testDatabase();

const fieldRefusal = (field: string, problem: string) => ({
	ok: false,
	problem: 'fields',
	fields: [expect.objectContaining({ field, problem })],
});

describe('what is done on the client’s behalf', () => {
	async function aBlizuCase() {
		const world = await aWorld([blizu]);
		const worker = await world.hire(['professional']);
		const advocate = await world.hire(['advocate']);
		const { caseId } = await aCase(world, worker, { definition: blizu });
		const relate = (change: typeof makeOwn | typeof endOwn) =>
			transaction(worker, async (tx) => {
				if (change === makeOwn) await makeOwn(tx, advocate.by.workerId, [caseId]);
				else await endOwn(tx, advocate.by.workerId, caseId);
				record(tx, { action: 'worker.changed', subjects: [advocate.by.workerId] });
				return ok();
			});
		return { world, worker, advocate, caseId, relate };
	}

	test('an act says towards whom, about what, on which day and with what result, by the advocate or the worker [B8]', async () => {
		const { worker, advocate, caseId, relate } = await aBlizuCase();
		expect(problemOf(await recordAdvocacy(advocate, anAct(caseId)))).toBe('not-found');
		good(await relate(makeOwn));
		const first = anAct(caseId);
		good(await recordAdvocacy(advocate, first));
		good(
			await recordAdvocacy(worker, anAct(caseId, { towards: 'bank', result: 'refused', resultWords: 'Brez odloga.' })),
		);
		const told = {
			command: aCommand(),
			caseId,
			actId: first.command,
			result: 'achieved',
			on: DAY,
			words: 'Odobreno.',
		} as const;
		good(await recordAdvocacyResult(advocate, told));
		const acts = (await fileOf(worker, caseId)).advocacy;
		expect(new Set(acts.map((act) => act.by))).toEqual(new Set([advocate.by.workerId, worker.by.workerId]));
		expect(acts.find((act) => act.id === first.command)).toEqual({
			id: first.command,
			on: DAY,
			towards: 'office',
			whom: 'Izmišljeni urad',
			about: 'Vloga za denarno pomoč',
			by: advocate.by.workerId,
			result: { kind: 'achieved', on: DAY, words: 'Odobreno.' },
		});
		expect(acts.find((act) => act.towards === 'bank')?.result?.kind).toBe('refused');
		expect(problemOf(await recordAdvocacyResult(worker, { ...told, command: aCommand() }))).toBe('already-decided');
		good(await relate(endOwn));
		expect(problemOf(await recordAdvocacy(advocate, anAct(caseId)))).toBe('not-found');
	});

	test('an act without its words is refused, its words stand sealed, and a programme without advocacy records none [B8]', async () => {
		const { worker, caseId } = await aBlizuCase();
		expect(await recordAdvocacy(worker, anAct(caseId, { whom: '' }))).toEqual(fieldRefusal('whom', 'write-something'));
		expect(await recordAdvocacy(worker, anAct(caseId, { about: '' }))).toEqual(
			fieldRefusal('about', 'write-something'),
		);
		expect(await recordAdvocacy(worker, anAct(caseId, { on: day('2026-11-25') }))).toEqual(
			fieldRefusal('on', 'in-the-future'),
		);
		good(await recordAdvocacy(worker, anAct(caseId, { result: 'partly', resultWords: 'Delno odobreno' })));
		const { rows } = await database.superuser.query(
			'select towards, result, sealed, result_sealed from advocacy_act where case_id = $1',
			[caseId],
		);
		expect(rows.map(({ towards, result }) => [towards, result])).toEqual([['office', 'partly']]);
		expect(
			[rows[0].sealed, rows[0].result_sealed].some((bytes: Buffer) => /urad|odobreno/.test(bytes.toString('latin1'))),
		).toBe(false);
		const crisis = await aCrisisCase();
		expect(problemOf(await recordAdvocacy(crisis.worker, anAct(crisis.caseId)))).toBe('not-found');
	});
});

describe('a contact with another provider', () => {
	const of = (caseId: string, contactId: string, on = DAY) =>
		({ command: aCommand(), caseId, contactId, on }) as Parameters<typeof recordContactMade>[1];

	test('goes from the client’s agreement to the contact and to what came of it, each on its day [C9]', async () => {
		const { worker, caseId, client } = await aCrisisCase();
		const agreed = anAgreedContact(caseId, client);
		good(await agreeContact(worker, agreed));
		const state = async () => contactState((await fileOf(worker, caseId)).contacts[0]!);
		expect(await state()).toBe('agreed');
		const outcome = { ...of(caseId, agreed.command), outcome: 'waiting', words: 'Za šest týdnů.' } as const;
		expect(problemOf(await recordContactOutcome(worker, outcome))).toBe('contact-not-made');
		good(await recordContactMade(worker, of(caseId, agreed.command)));
		expect(await state()).toBe('made');
		good(await recordContactOutcome(worker, { ...outcome, command: aCommand() }));
		expect((await fileOf(worker, caseId)).contacts).toEqual([
			{
				id: agreed.command,
				provider: 'mental-health',
				whom: 'Ambulance Vymyšlená',
				about: 'Termín u psychiatra',
				agreedBy: client,
				agreedOn: DAY,
				agreedForm: 'oral',
				by: worker.by.workerId,
				withdrawnOn: null,
				madeOn: DAY,
				outcome: { kind: 'waiting', on: DAY, words: 'Za šest týdnů.' },
			},
		]);
	});

	test('is not recorded without the agreement: of nobody, of somebody who is no client, or after the contact [C9]', async () => {
		const { world, worker, caseId, client } = await aCrisisCase();
		const agree = (changes: object) => agreeContact(worker, anAgreedContact(caseId, client, changes));
		expect(await agree({ agreedBy: undefined })).toEqual(fieldRefusal('agreedBy', 'agreement-missing'));
		expect(await agree({ agreedForm: undefined })).toEqual(fieldRefusal('agreedForm', 'choose-one'));
		const other = await aCase(world, worker, { definition: (await fileOf(worker, caseId)).definition });
		expect(await agree({ agreedBy: other.people[0]! })).toEqual(fieldRefusal('agreedBy', 'agreement-missing'));
		const agreed = anAgreedContact(caseId, client);
		good(await agreeContact(worker, agreed));
		expect(await recordContactMade(worker, of(caseId, agreed.command, day('2026-11-22')))).toEqual(
			fieldRefusal('on', 'before-agreement'),
		);
		good(await closeCase(worker, aClosing(caseId)));
		expect(problemOf(await recordContactMade(worker, of(caseId, agreed.command)))).toBe('case-closed');
	});

	test('is not made once the agreement was withdrawn, by the rule and by the database [C9]', async () => {
		const { world, worker, caseId, client } = await aCrisisCase();
		const agreed = anAgreedContact(caseId, client);
		good(await agreeContact(worker, agreed));
		good(await withdrawContact(worker, of(caseId, agreed.command)));
		expect(problemOf(await recordContactMade(worker, of(caseId, agreed.command)))).toBe('agreement-withdrawn');
		const direct = (change: string) =>
			database.superuser.query(`update mediated_contact set ${change} where id = $1`, [agreed.command]);
		await expect(direct(`made_on = agreed_on, made_by = recorded_by`)).rejects.toThrow('was withdrawn');
		await expect(direct(`withdrawn_on = null, withdrawal_recorded_by = null`)).rejects.toThrow('kept as it was given');
		await expect(direct(`agreed_on = '2026-01-01'`)).rejects.toThrow('kept as it was given');
		await expect(direct(`outcome = 'waiting', outcome_on = agreed_on`)).rejects.toThrow('outcome_of_a_contact_made');
		const other = await aCase(world, worker, { definition: (await fileOf(worker, caseId)).definition });
		const row = `insert into mediated_contact (organisation_id, id, case_id, provider, agreed_by, agreed_on, agreed_form, recorded_by, recorded_at, sealed)
			select organisation_id, gen_random_uuid(), case_id, provider, $2::uuid, agreed_on, agreed_form, recorded_by, recorded_at, sealed from mediated_contact where id = $1`;
		await expect(database.superuser.query(row, [agreed.command, null])).rejects.toThrow('no member');
		await expect(database.superuser.query(row, [agreed.command, other.people[0]])).rejects.toThrow('no member');
	});

	test(`of ${RACES} contacts made and agreements withdrawn at once none is made after its withdrawal [C9]`, async () => {
		const { worker, colleague, caseId, client } = await aCrisisCase();
		const seen: string[] = [];
		for (let i = 0; i < RACES / 2; i += 1) {
			const agreed = anAgreedContact(caseId, client);
			good(await agreeContact(worker, agreed));
			const both = [
				() => recordContactMade(worker, of(caseId, agreed.command)),
				() => withdrawContact(colleague, of(caseId, agreed.command)),
			];
			const order = i % 2 === 0 ? both : both.toReversed();
			const done = await Promise.all(order.map((one) => one()));
			const made = done[i % 2]!;
			expect(done[1 - (i % 2)]!.ok).toBe(true);
			seen.push(made.ok ? 'made first' : made.problem);
		}
		expect(seen.filter((one) => one !== 'made first' && one !== 'agreement-withdrawn')).toEqual([]);
		const { rows } = await database.superuser.query(
			'select count(*)::int as n from mediated_contact where case_id = $1 and made_on is not null',
			[caseId],
		);
		expect(rows[0].n).toBe(seen.filter((one) => one === 'made first').length);
	});
});
