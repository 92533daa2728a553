// People, cases, meetings and the journal about them, as many as somebody asks for: sealed as the product seals them, in its own tables.
import pg from 'pg';
import { system, type Act, type Worker } from '../src/lib/kernel/actor.ts';
import type { Uuid } from '../src/lib/kernel/ids.ts';
import { ok } from '../src/lib/kernel/result.ts';
import { makeJournalParts } from '../src/lib/journal/journal-parts.server.ts';
import { sealJournal } from '../src/lib/journal/seal-journal.server.ts';
import { lookUp } from '../src/lib/platform/database.server.ts';
import { programmesHere, type Programme } from '../src/lib/programmes/programmes.server.ts';
import { openVault } from '../src/lib/vault/vault.server.ts';
import { copy, line, type Lines } from './copy.ts';
import { rowsOf, staffRows, type Staff } from './rows.ts';

/** How much there is to be of everything. */
export type Profile = {
	readonly people: number;
	readonly meetingsEach: number;
	readonly entriesEach: number;
	/** How many of them are there already. */
	readonly from?: number;
};

export const PROFILES: Readonly<Record<string, Profile>> = {
	usual: { people: 100_000, meetingsEach: 10, entriesEach: 50 },
	large: { people: 1_000_000, meetingsEach: 1, entriesEach: 50 },
};

/** Where it is put, and until when it happened. */
export type Target = {
	readonly organisation: Uuid;
	readonly now: Date;
	/** Connections of the superuser: as many chunks are written at once. */
	readonly lanes: readonly pg.Client[];
	readonly said?: (line: string) => void;
};

/** What was made: who may see three cases of all, and who sees them all. */
export type Generated = {
	readonly seesThree: Act<Worker>;
	readonly seesAll: Act<Worker>;
	readonly cases: number;
	readonly meetings: number;
	readonly entries: number;
};

/** How many entries are sealed at once, and how many one transaction writes: a seal takes whole transactions. */
const BATCH = 5_000;
const ENTRIES_AT_ONCE = 4_500;
const CHUNK_MAX = 200;
const DAY_MS = 86_400_000;
/** How long ago the first of them came. */
const DAYS = 700;
const A_MONTH_DAYS = 28;

/** Puts a profile into an organisation. */
export async function generate(target: Target, profile: Profile): Promise<Generated> {
	const programme = await programmeOf(target);
	const { staff, seesThree, seesAll } = await hireStaff(target, Math.max(4, Math.ceil(profile.people / 100)));
	for (let ago = DAYS + 2 * A_MONTH_DAYS; ago > 0; ago -= A_MONTH_DAYS)
		await makeJournalParts(new Date(target.now.getTime() - ago * DAY_MS)).catch(unlessWrittenAlready);
	const size = Math.max(1, Math.min(CHUNK_MAX, Math.floor(ENTRIES_AT_ONCE / Math.max(1, profile.entriesEach))));
	const { from: before = 0 } = profile;
	let next = before;
	const lane = async (client: pg.Client) => {
		while (next < profile.people) {
			const from = next;
			next = Math.min(profile.people, from + size);
			const ordinals = Array.from({ length: next - from }, (_, n) => from + n);
			await writeChunk(client, await chunk(target, profile, { programme, staff, seesThree, ordinals }));
			if ((from - before) % (size * 100) === 0) target.said?.(`${next} of ${profile.people} people`);
		}
	};
	await Promise.all(target.lanes.map(lane));
	await sealAll(target);
	await target.lanes[0]!.query('vacuum analyze');
	const made = profile.people - before;
	const { meetingsEach, entriesEach } = profile;
	return { seesThree, seesAll, cases: made, meetings: made * meetingsEach, entries: made * entriesEach };
}

/** What was written in a month before it had its part stays where it is, and so does what follows. */
function unlessWrittenAlready(error: { code?: string }): void {
	if (error.code !== '23514') throw error;
}

async function programmeOf({ organisation, now }: Target): Promise<Programme> {
	const found = await lookUp({ by: system(organisation), at: now }, async (tx) => ok(await programmesHere(tx)));
	const one = found.ok && found.value.find(({ definition }) => definition.unit.includes('person'));
	if (!one) throw new Error('The organisation has no programme for single persons.');
	return one;
}

/** Hires whoever carries the cases, one who may see three of them, and one who may see all. */
async function hireStaff({ organisation, now, lanes }: Target, carriers: number) {
	const made = await lookUp({ by: system(organisation), at: now }, async (tx) => {
		return ok(staffRows(await openVault(tx), { organisation, now, carriers }));
	});
	if (!made.ok) throw new Error(made.problem);
	await writeChunk(lanes[0]!, made.value.rows);
	const { staff, three, all } = made.value;
	const as = (workerId: Uuid, roles: Worker['roles']): Act<Worker> => ({
		by: { kind: 'worker', organisationId: organisation, workerId, roles },
		at: now,
	});
	return { staff, seesThree: as(three, ['professional']), seesAll: as(all, ['programme-lead']) };
}

type Chunk = { programme: Programme; staff: readonly Staff[]; seesThree: Act<Worker>; ordinals: readonly number[] };

async function chunk({ organisation, now }: Target, profile: Profile, of: Chunk): Promise<readonly Lines[]> {
	const { from = 0, people } = profile;
	const threes = [from, Math.floor((from + people) / 2), people - 1];
	const made = await lookUp({ by: system(organisation), at: now }, async (tx) => {
		const vault = await openVault(tx);
		const tables = new Map<string, string[]>();
		for (const ordinal of of.ordinals) {
			const openedAt = new Date(now.getTime() - DAYS * DAY_MS * (1 - ordinal / profile.people) - 30 * DAY_MS);
			const rows = rowsOf(vault, {
				organisation,
				ordinal,
				openedAt,
				now,
				profile,
				programme: of.programme,
				carrier: of.staff[ordinal % of.staff.length]!,
				alsoOf: threes.includes(ordinal) ? of.seesThree.by.workerId : undefined,
			});
			for (const [into, values] of rows) tables.set(into, [...(tables.get(into) ?? []), line(values)]);
		}
		return ok([...tables].map(([into, lines]) => ({ into, lines })));
	});
	if (!made.ok) throw new Error(made.problem);
	return made.value;
}

/** One transaction. Triggers and foreign keys are passed by, for speed: what they would see to is written as they would have it. */
async function writeChunk(client: pg.Client, tables: readonly Lines[]): Promise<void> {
	await client.query('begin');
	await client.query('set local session_replication_role = replica');
	await client.query('set local synchronous_commit = off');
	for (const table of tables) await copy(client, table);
	await client.query('commit');
}

/** The journal is sealed by the product itself, until nothing is left. */
async function sealAll({ organisation, now, said }: Target): Promise<void> {
	for (let batches = 1; ; batches += 1) {
		const sealed = await sealJournal({ by: system(organisation), at: now }, { atMost: BATCH });
		if (!sealed.ok) throw new Error(sealed.problem);
		if (sealed.value === 0) return;
		if (batches % 100 === 0) said?.(`${batches} batches of the journal sealed`);
	}
}
