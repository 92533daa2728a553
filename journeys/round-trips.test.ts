import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { URL_OF } from '../src/lib/platform/config.server.ts';
import { aWorld } from '../src/lib/programmes/world.fixtures.ts';
import { DESK_FORMS, actionOf } from './forms.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { aScene, type Scene } from './scene.fixtures.ts';
import { hired, type Colleague } from './staff.fixtures.ts';

/** Decision 79’s figures: a round trip is one wait, and queries that travel together are one. */
const PAGE_AT_MOST = 4;
const WRITE_AT_MOST = 6;
const SOCKET = '.s.PGSQL.5432';

const counter = { trips: 0 };
let line: Server;
let folder: string;
// Registered before the product is served: it connects through the counter.
const opora = anOpora({ through: listenBetween });
let scene: Scene;
let worker: Colleague;

beforeAll(async () => {
	const world = await aWorld(undefined, new Date());
	worker = await hired(opora, world, { roles: ['professional'] });
	scene = await aScene(world, worker.act);
});

afterAll(() => {
	line.close();
	rmSync(folder, { recursive: true });
});

/** Stands between the product and PostgreSQL and counts how often the product waits for an answer. */
async function listenBetween(): Promise<void> {
	const { sockets } = inject('server');
	folder = mkdtempSync(path.join(os.tmpdir(), 'opora-line-'));
	line = createServer((client) => carry(client, connect(path.join(sockets, SOCKET))));
	await new Promise<void>((listening) => line.listen(path.join(folder, SOCKET), listening));
	for (const name of Object.values(URL_OF))
		process.env[name] = process.env[name]!.replace(encodeURIComponent(sockets), encodeURIComponent(folder));
}

function carry(client: Socket, database: Socket): void {
	let asking = false;
	client.on('data', (chunk) => {
		if (!asking) counter.trips += 1;
		asking = true;
		database.write(chunk);
	});
	database.on('data', (chunk) => {
		asking = false;
		client.write(chunk);
	});
	const hangUp = () => (client.destroy(), database.destroy());
	for (const socket of [client, database]) socket.on('close', hangUp).on('error', hangUp);
}

/** How many round trips something takes once connections are open and queries prepared: the least of some tries. */
async function tripsOf(work: () => Promise<{ status: number }>, status: number): Promise<number> {
	const counts: number[] = [];
	for (let n = 0; n < 6; n += 1) {
		const before = counter.trips;
		expect((await work()).status).toBe(status);
		counts.push(counter.trips - before);
	}
	return Math.min(...counts);
}

test(`the page of a case takes at most ${PAGE_AT_MOST} round trips`, async () => {
	const trips = await tripsOf(() => worker.caller.get(`/desk/${scene.slug}/cases/${scene.case}`), 200);
	expect(trips).toBeGreaterThan(0);
	expect(trips).toBeLessThanOrEqual(PAGE_AT_MOST);
});

test(`recording a meeting takes at most ${WRITE_AT_MOST} round trips`, async () => {
	const form = DESK_FORMS.find((one) => one.route.endsWith('/meetings/new'))!;
	let hour = 8;
	const record = () => {
		hour += 1;
		const startedAt = `${hour}:00`.padStart(5, '0');
		return worker.caller.post(actionOf(form, scene), { ...form.fields(scene), startedAt });
	};
	const trips = await tripsOf(record, 303);
	expect(trips).toBeGreaterThan(0);
	expect(trips).toBeLessThanOrEqual(WRITE_AT_MOST);
});

test('a wait too many is counted', async () => {
	const one = await tripsOf(() => worker.caller.get(`/desk/${scene.slug}/cases/${scene.case}`), 200);
	const both = await tripsOf(async () => {
		await worker.caller.get(`/desk/${scene.slug}/cases/${scene.case}`);
		return worker.caller.get(`/desk/${scene.slug}/cases`);
	}, 200);
	expect(both).toBeGreaterThan(one);
});
