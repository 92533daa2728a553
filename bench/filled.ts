// A profile put beside the demo, once; what was found out while it grew is kept with it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import pg from 'pg';
import type { Act, Worker } from '../src/lib/kernel/actor.ts';
import { ok } from '../src/lib/kernel/result.ts';
import { casePage, type CaseScope } from '../src/lib/cases/case-list.store.server.ts';
import { organisationBySlug } from '../src/lib/directory/organisations.server.ts';
import { closePools, lookUp } from '../src/lib/platform/database.server.ts';
import { prepareCluster, type Cluster } from '../scripts/postgres-cluster.ts';
import { environmentOf } from '../scripts/scratch-database.ts';
import { generate, PROFILES, type Generated, type Profile, type Target } from './generate.ts';

/** A figure that is one number, and what it is held to. */
export type Found = { readonly name: string; readonly value: number; readonly unit: string } & {
	readonly gate: number;
	readonly aim: number;
};
/** What is known of a profile that was put there. */
export type Filled = { readonly figures: readonly Found[] };

const LARGE = 'slovenska-karitas';
/** The organisation that gets one of a hundred. */
const SMALL = 'csd-izmisljeno-polje';
const FEW = 1_000;
const LANES = 2;
const A_MINUTE_S = 60;

/** A profile by its name, or a part of it; nothing for the demo alone. */
export function profileNamed(name: string, scale: number): Profile | undefined {
	if (name === 'demo') return undefined;
	const found = PROFILES[name];
	if (!found || !(scale > 0 && scale <= 1)) throw new Error(`There is no profile ${name} at a scale of ${scale}.`);
	return { ...found, people: Math.max(100, Math.round(found.people * scale)) };
}

type Where = {
	readonly folder: string;
	readonly settings: Readonly<Record<string, string>>;
	readonly said: (line: string) => void;
};

/** Fills the product’s database, which is running, unless it is filled already. */
export async function filledWith(profile: Profile, { folder, settings, said }: Where): Promise<Filled> {
	const known = path.join(folder, 'filled.json');
	if (existsSync(known)) return JSON.parse(readFileSync(known, 'utf8')) as Filled;
	const cluster = prepareCluster(path.join(settings['OPORA_DATA']!, 'postgres'));
	// The passwords of the roles lie beside the root key, so where that is has to be known first.
	Object.assign(process.env, settings);
	Object.assign(process.env, environmentOf(cluster, 'opora'));
	const lanes = await Promise.all(Array.from({ length: LANES }, () => superuserOf(cluster)));
	try {
		const figures = await fill(profile, { now: new Date(), lanes, said });
		writeFileSync(known, JSON.stringify({ figures }));
		return { figures };
	} finally {
		await Promise.all([closePools(), ...lanes.map((one) => one.end())]);
	}
}

async function fill(profile: Profile, target: Omit<Target, 'organisation'>): Promise<readonly Found[]> {
	const [large, small] = [await idOf(LARGE, target.now), await idOf(SMALL, target.now)];
	const began = performance.now();
	const few = Math.min(FEW, Math.floor(profile.people / 2));
	const first = await generate({ ...target, organisation: large }, { ...profile, people: few });
	const amongFew = await listsOf(first, few);
	await generate({ ...target, organisation: small }, { ...profile, people: Math.ceil(profile.people / 100) });
	const rest = await generate({ ...target, organisation: large }, { ...profile, from: few });
	const tookS = Math.round((performance.now() - began) / 1_000);
	const held = { gate: 15 * A_MINUTE_S, aim: 15 * A_MINUTE_S };
	return [
		{ name: `${profile.people} people generated`, value: tookS, unit: 's', ...held },
		...amongFew,
		...(await listsOf(rest, profile.people)),
	];
}

async function idOf(slug: string, now: Date) {
	const found = await organisationBySlug(slug, now);
	if (!found) throw new Error(`The demo has no organisation ${slug}.`);
	return found.id;
}

/** How many pages of the database the newest twenty cases touch, asked as the application asks. */
async function listsOf({ seesAll, seesThree }: Generated, cases: number): Promise<readonly Found[]> {
	const held = { unit: 'buffers', gate: 60, aim: 30 };
	return [
		{ name: `newest 20 of ${cases} cases, for who sees all`, value: await buffers(seesAll, 'organisation'), ...held },
		{ name: `newest 20 of ${cases} cases, for who may see 3`, value: await buffers(seesThree, 'team'), ...held },
	];
}

async function buffers(by: Act<Worker>, scope: CaseScope): Promise<number> {
	const done = await lookUp(by, async (tx) => {
		const query = casePage(tx, { scope, filter: { order: 'newest' } }, { after: undefined, atMost: 20 });
		// Once before it counts: a connection that is new reads the catalogue first.
		await query.execute();
		return ok((await query.explain('json', sql`analyze, buffers`)) as unknown);
	});
	if (!done.ok) throw new Error(done.problem);
	const [row] = done.value as [{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }];
	const { Plan: plan } = row['QUERY PLAN'][0];
	return plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
}

async function superuserOf({ sockets: host, password }: Cluster): Promise<pg.Client> {
	const client = new pg.Client({ host, user: 'postgres', password, database: 'opora' });
	await client.connect();
	return client;
}
