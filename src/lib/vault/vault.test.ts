import { beforeAll, describe, expect, test } from 'vitest';
import { system } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { keyFor } from './root-key.server.ts';
import { openBytes } from './sealing.server.ts';
import { openVault, type Vault } from './vault.server.ts';

const database = testDatabase();
let [here, elsewhere] = [] as unknown as [World, World];
beforeAll(async () => {
	here = await aWorld();
	elsewhere = await aWorld();
});

const place = { table: 'person_text', column: 'sealed', row: 'r' };
async function inVault<Value>(world: World, work: (vault: Vault, tx: Tx) => Promise<Value>): Promise<Value> {
	const act = { by: system(world.organisationId), at: world.now };
	const done = await lookUp(act, async (tx) => ok(await work(await openVault(tx), tx)));
	if (!done.ok) throw new Error(done.problem);
	return done.value;
}
const someone = () => newId(new Date());
const newSubject = (world: World, subject = someone()) =>
	inVault(world, async (vault) => {
		const key = await vault.newKey('person', subject);
		return { subject, sealed: key.seal(place, 'Od poletja ne spim') };
	});
async function wrappedKey(subject: Uuid): Promise<Buffer> {
	const { rows } = await database.superuser.query('select wrapped from subject_key where subject_id = $1', [subject]);
	return rows[0].wrapped as Buffer;
}

describe('the key of a subject', () => {
	test('opens later what it sealed', async () => {
		const { subject, sealed } = await newSubject(here);
		const open = await inVault(here, async (vault) =>
			(await vault.keysOf([subject])).get(subject)?.open(place, sealed),
		);
		expect(open).toBe('Od poletja ne spim');
	});

	test('does not open what another subject’s sealed', async () => {
		const [one, other] = [await newSubject(here), await newSubject(here)];
		await inVault(here, async (vault) => {
			const key = (await vault.keysOf([other.subject])).get(other.subject)!;
			expect(() => key.open(place, one.sealed)).toThrow();
		});
	});

	test('does not unwrap as the key of another subject', async () => {
		const [one, other] = [await newSubject(here), await newSubject(here)];
		const wrapped = await wrappedKey(one.subject);
		await inVault(here, async (vault) => {
			expect(() => vault.keyOf(other.subject, wrapped)).toThrow();
			expect(vault.keyOf(one.subject, wrapped).open(place, one.sealed)).toBe('Od poletja ne spim');
		});
	});

	test('is not there for another organisation, and does not unwrap under its key', async () => {
		const { subject } = await newSubject(here);
		const wrapped = await wrappedKey(subject);
		await inVault(elsewhere, async (vault) => {
			expect(await vault.keysOf([subject])).toEqual(new Map());
			expect(() => vault.keyOf(subject, wrapped)).toThrow();
		});
	});

	test('of two organisations is not the same, even for one id: what one sealed the other does not open', async () => {
		const subject = someone();
		const [one, other] = [await newSubject(here, subject), await newSubject(elsewhere, subject)];
		await inVault(elsewhere, async (vault) => {
			const key = (await vault.keysOf([subject])).get(subject)!;
			expect(() => key.open(place, one.sealed)).toThrow();
			expect(key.open(place, other.sealed)).toBe('Od poletja ne spim');
		});
	});

	test('is missing once the subject was erased', async () => {
		const [one, other] = [await newSubject(here), await newSubject(here)];
		await database.superuser.query('delete from subject_key where subject_id = $1', [one.subject]);
		const left = await inVault(here, async (vault) => [...(await vault.keysOf([one.subject, other.subject])).keys()]);
		expect(left).toEqual([other.subject]);
	});
});

describe('the key of an organisation', () => {
	const wrappedOf = async (organisation: Uuid) => {
		const text = 'select wrapped from organisation_key where organisation_id = $1';
		return (await database.superuser.query(text, [organisation])).rows[0].wrapped as Buffer;
	};
	const nameOf = (organisation: Uuid) => `organisation_key/${organisation}`;

	test('opens under the root key as its own, and not as another organisation’s', async () => {
		const wrapped = await wrappedOf(here.organisationId);
		const root = keyFor('organisation-keys');
		expect(openBytes(root, nameOf(here.organisationId), wrapped)).toHaveLength(32);
		expect(() => openBytes(root, nameOf(elsewhere.organisationId), wrapped)).toThrow();
		expect(() => openBytes(keyFor('cookies'), nameOf(here.organisationId), wrapped)).toThrow();
	});

	test('makes search hashes that no other organisation makes', async () => {
		const hash = (world: World, text: string) => inVault(world, async (vault) => vault.searchHash(text));
		expect(await hash(here, 'vzorcnik')).toBe(await hash(here, 'vzorcnik'));
		expect(await hash(here, 'vzorcnik')).not.toBe(await hash(here, 'vzorcni'));
		expect(await hash(here, 'vzorcnik')).not.toBe(await hash(elsewhere, 'vzorcnik'));
	});
});
