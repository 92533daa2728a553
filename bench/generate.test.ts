import { beforeAll, expect, test, vi } from 'vitest';
import { system } from '../src/lib/kernel/actor.ts';
import { listCases } from '../src/lib/cases/list-cases.server.ts';
import { good } from '../src/lib/intake/intake.fixtures.ts';
import { readJournal } from '../src/lib/journal/read-journal.server.ts';
import { sealJournal, verifyJournal } from '../src/lib/journal/seal-journal.server.ts';
import { readCasePage, readMeeting } from '../src/lib/meetings/read-case-page.server.ts';
import { findPersons } from '../src/lib/people/people.server.ts';
import { testDatabase } from '../src/lib/platform/database.fixtures.ts';
import { aWorld, type World } from '../src/lib/programmes/world.fixtures.ts';
import { generate, type Generated } from './generate.ts';

const database = testDatabase();
const PEOPLE = 30;
let world: World;
let made: Generated;
beforeAll(async () => {
	world = await aWorld();
	made = await generate(
		{ organisation: world.organisationId, now: world.now, lanes: [database.superuser] },
		{ people: PEOPLE, meetingsEach: 3, entriesEach: 4 },
	);
});

const listed = async (by: Generated['seesAll']) => good(await listCases(by, { filter: { order: 'newest' } })).rows;

test('whoever sees all cases gets a page of the generated ones, and one who may see three gets three', async () => {
	expect(await listed(made.seesThree)).toHaveLength(3);
	const rows = await listed(made.seesAll);
	expect(rows.length).toBeGreaterThan(10);
	for (const row of rows) expect(row.people.join()).toMatch(/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u);
});

test('a generated case opens with its meetings and their words, and its file says who opened it', async () => {
	const [row] = await listed(made.seesThree);
	const caseId = row!.facts.id;
	const page = good(await readCasePage(made.seesThree, { caseId }));
	expect(page.meetings.map((one) => one.ordinal)).toEqual([3, 2, 1]);
	expect(page.counted).toBe(3);
	const read = good(await readMeeting(made.seesThree, { caseId, meetingId: page.meetings[0]!.id }));
	expect(read.meeting.texts['notes']?.['done']).toMatch(/^Pogovor o spanju/);
	const entries = good(await readJournal(made.seesThree, { subjectId: caseId })).entries;
	expect(entries.filter((one) => one.action === 'case.read').length).toBeGreaterThanOrEqual(4 + 1);
});

test('generated people are found by the beginning of a name, by those who may find them', async () => {
	const search = (by: Generated['seesAll']) => findPersons(by, { query: 'novov', countryPrefix: '386' });
	const found = good(await search(made.seesAll)).persons;
	expect(found.length).toBeGreaterThan(0);
	for (const person of found) expect(person.name).toMatch(/ Novovzorec$/);
});

test('the journal of what was generated is sealed, and whole', async () => {
	const act = { by: system(world.organisationId), at: world.now };
	// Entries wait while an older transaction is under way anywhere on the server, also in the database of another test.
	const wholly = async () => {
		good(await sealJournal(act));
		return good(await verifyJournal(act)).entries >= PEOPLE * 4;
	};
	await vi.waitUntil(wholly, { timeout: 20_000 });
	expect(good(await verifyJournal(act)).brokenAt).toBeUndefined();
});

test('it stands as the product would have it: what is counted agrees, and no key points to nothing', async () => {
	const { superuser } = database;
	const { rows: wrong } = await superuser.query(`select c.number from case_ c where
		c.counted <> (select count(m.ordinal) from meeting m where m.case_id = c.id)
		or c.last_met_on <> (select max(m.occurred_on) from meeting m where m.case_id = c.id and m.attendance = 'came')
		or c.unmet <> (select count(*) from case_condition o where o.case_id = c.id and not exists (
			select 1 from inclusion_fact f where f.case_id = c.id and f.condition = o.condition and f.party_id = o.party_id))
		or (c.active_from is null) = exists (select 1 from case_active_period p where p.case_id = c.id)`);
	expect(wrong).toEqual([]);
	const orphans = await orphansIn();
	expect(orphans.checked).toBeGreaterThan(50);
	expect(orphans.found).toEqual([]);
	await superuser.query(`set session_replication_role = replica`);
	await superuser.query(`delete from case_ where number = (select min(number) from case_ where number like '%-100%')`);
	await superuser.query(`set session_replication_role = origin`);
	expect((await orphansIn()).found).toContain('case_member_organisation_id_case_id_fkey');
});

/** The foreign keys that point to nothing: triggers were passed by while the rows were written. */
async function orphansIn(): Promise<{ checked: number; found: string[] }> {
	const { rows } = await database.superuser.query<{ name: string; query: string }>(`
		select c.conname as name, format('select 1 from %s a where %s and not exists (select 1 from %s b where %s) limit 1', c.conrelid::regclass,
			string_agg(format('a.%I is not null', l.attname), ' and '), c.confrelid::regclass,
			string_agg(format('a.%I = b.%I', l.attname, r.attname), ' and ')) as query
		from pg_constraint c cross join unnest(c.conkey, c.confkey) as k(l, r)
		join pg_attribute l on l.attrelid = c.conrelid and l.attnum = k.l join pg_attribute r on r.attrelid = c.confrelid and r.attnum = k.r
		where c.contype = 'f' and c.conparentid = 0 group by c.oid, c.conname, c.conrelid, c.confrelid`);
	const found: string[] = [];
	for (const { name, query } of rows) if ((await database.superuser.query(query)).rowCount) found.push(name);
	return { checked: rows.length, found };
}
