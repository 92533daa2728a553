import { randomBytes, randomInt } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ok } from '#lib/kernel/result.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { found, PREFIX, somebodyKnown } from './people.fixtures.ts';
import { queryTerms } from './person.ts';

const PEOPLE = 10_000;
const TERMS_EACH = 40;
const AT_MOST = 50;
const database = testDatabase();
let world: World;
let lead: Act<Worker>;
let words: string;

/** Rows as the use case makes them, without the words: ids, a sealed text that says nothing, and as many hashes as a name has. */
async function fill(): Promise<void> {
	const rows = Array.from({ length: PEOPLE }, () => ({
		id: `01900000-0000-7000-8000-${randomBytes(6).toString('hex')}`,
		hashes: Array.from({ length: TERMS_EACH }, () => randomInt(-(2 ** 31), 2 ** 31)),
	}));
	const people = `with row as (select (r ->> 'id')::uuid as id, array(select h::integer from jsonb_array_elements_text(r -> 'hashes') h) as hashes
		from jsonb_array_elements($1::jsonb) r)`;
	const given = [JSON.stringify(rows), world.organisationId];
	const { superuser } = database;
	await superuser.query(
		`${people} insert into person (organisation_id, id, label, anonymous, first_seen_at) select $2, id, 'LIPA-42', false, now() from row`,
		given,
	);
	await superuser.query(
		`${people} insert into person_text (organisation_id, person_id, sealed) select $2, id, decode(repeat('ab', 60), 'hex') from row`,
		given,
	);
	await superuser.query(
		`${people} insert into person_search (organisation_id, person_id, hashes) select $2, id, hashes from row`,
		given,
	);
	await superuser.query('vacuum analyze person_search');
}

beforeAll(async () => {
	world = await aWorld();
	lead = await world.hire(['programme-lead']);
	await somebodyKnown(world, { name: 'Zala Vzorčnik' });
	await fill();
	const hashes = await lookUp(lead, async (tx) => {
		const vault = await openVault(tx);
		return ok(queryTerms('zala vzorcnig', PREFIX).map((terms) => terms.map(vault.searchHash)));
	});
	words = JSON.stringify(hashes.ok && hashes.value);
});

/** How the search ran inside, as the role of the application: the plans of the statements within the function. */
async function plansOfSearch(
	onlyMine: boolean,
	{ change, asked = words }: { change?: string; asked?: string } = {},
): Promise<{ plans: string; ids: number; found: readonly string[] }> {
	const client = database.superuser;
	const said: string[] = [];
	const listen = (notice: { message?: string }) => said.push(notice.message ?? '');
	client.on('notice', listen);
	await client.query('begin');
	try {
		if (change) await client.query(change);
		await client.query(`load 'auto_explain'`);
		for (const [name, value] of [
			['auto_explain.log_min_duration', '0'],
			['auto_explain.log_nested_statements', 'on'],
			['auto_explain.log_level', 'notice'],
			['app.organisation_id', world.organisationId],
			['app.actor_kind', 'worker'],
			['app.worker_id', lead.by.workerId],
			['app.subject_id', ''],
			['role', 'opora_app'],
		])
			await client.query('select set_config($1, $2, true)', [name, value]);
		const { rows } = await client.query<{ id: string }>(
			`select person_id as id from finder.find_persons($1::jsonb, $2, ${AT_MOST})`,
			[asked, onlyMine],
		);
		const plans = said.filter((one) => one.includes('person_search')).join('\n');
		return { plans, ids: rows.length, found: rows.map(({ id }) => id) };
	} finally {
		await client.query('rollback');
		client.off('notice', listen);
	}
}

/** What is wrong with a plan: the names were not read through an index, that of the words, or of the people the worker has. */
function faultsOf(plans: string, onlyMine: boolean): readonly string[] {
	const through = onlyMine ? /Index Scan on person_search_(hashes|pkey)/ : /Index Scan on person_search_hashes/;
	const faults = [];
	if (/Seq Scan on person_search/.test(plans)) faults.push('reads every name');
	if (!through.test(plans)) faults.push('does not use the index of the names');
	return faults;
}

test.each([false, true])(
	`among ${PEOPLE} people a name is found through an index, as the application asks (only mine: %s)`,
	async (onlyMine) => {
		const { plans, ids } = await plansOfSearch(onlyMine);
		expect(faultsOf(plans, onlyMine)).toEqual([]);
		expect(ids).toBe(1);
		expect(await found(lead, 'zala vzorcnig')).toEqual(['Zala Vzorčnik']);
	},
);

test('without the index the check reports it', async () => {
	const { plans, ids } = await plansOfSearch(false, { change: 'drop index person_search_hashes' });
	expect(ids).toBe(1);
	expect(faultsOf(plans, false)).toEqual(['does not use the index of the names']);
});

/** Gives one more hash to so many of those who fill the table, from a place on, and says to whom. */
async function called(hash: number, from: number, many: number): Promise<ReadonlySet<string>> {
	const { rows } = await database.superuser.query<{ id: string }>(
		`update person_search set hashes = hashes || $1::integer where person_id in (select person_id from person_search
			where person_id::text like '01900000-%' order by person_id offset $2 limit $3) returning person_id as id`,
		[hash, from, many],
	);
	return new Set(rows.map(({ id }) => id));
}

test('whoever begins with what was typed is found before whoever nearly does', async () => {
	const [begins, nearly] = [700_001, 700_002];
	await called(nearly, 0, 200);
	const those = await called(begins, 200, AT_MOST + 10);
	const many = await plansOfSearch(false, { asked: JSON.stringify([[begins, nearly]]) });
	expect(many.found.filter((one) => !those.has(one))).toEqual([]);
	expect(many.ids).toBe(AT_MOST);
	const few = await plansOfSearch(false, { asked: JSON.stringify([[begins + 99, nearly]]) });
	expect(few.ids).toBe(AT_MOST);
});

test('where thousands begin with it enough of them are found, and of two words whoever has both', async () => {
	const [common, other] = [700_011, 700_012];
	const those = await called(common, 0, PEOPLE);
	const both = await called(other, 4_000, PEOPLE / 2);
	const one = await plansOfSearch(false, { asked: JSON.stringify([[common]]) });
	expect(one.ids).toBe(AT_MOST);
	expect(one.found.every((id) => those.has(id))).toBe(true);
	const two = await plansOfSearch(false, { asked: JSON.stringify([[common], [other]]) });
	expect(two.ids).toBe(AT_MOST);
	expect(two.found.every((id) => both.has(id))).toBe(true);
});
