import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import type { Act, CodeHolder } from '#lib/kernel/actor.ts';
import { inThrees, readCrockford } from '#lib/kernel/crockford.ts';
import { uuidv7 } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { attemptKeys } from '#lib/identity/attempts.server.ts';
import { delayMs, LONGEST_DELAY_MS } from '#lib/identity/attempts.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { declineRequest } from './decide-request.server.ts';
import {
	aCommand,
	activeCase,
	aTime,
	good,
	holderOf,
	problemOf,
	sentRequest,
	takenRequest,
} from './intake.fixtures.ts';
import { offerTime } from './offer-time.server.ts';
import { enterCode, readOwnRequest, withdrawOwnRequest } from './own-request.server.ts';
import { statusOf } from './own-status.ts';
import { codeOf } from './receive-request.server.ts';
import { takeRequest } from './take-request.server.ts';

const database = testDatabase();
const anId = fc
	.tuple(fc.integer({ min: 0, max: 2 ** 44 }), fc.uint8Array({ minLength: 10, maxLength: 10 }))
	.map(([at, random]) => uuidv7(at, random));

describe('a code', () => {
	test('is the same for the same form, another for another, and read back however somebody types it', () => {
		fc.assert(
			fc.property(anId, anId, fc.boolean(), (one, other, lower) => {
				const code = codeOf(one);
				const written = inThrees(code).replace(/0/g, 'O').replace(/1/g, 'l');
				const typed = ` ${lower ? written.toLowerCase() : written} `;
				expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
				expect(codeOf(one)).toBe(code);
				expect(one === other || codeOf(other) !== code).toBe(true);
				expect(readCrockford(typed, 12)).toBe(code);
			}),
		);
	});

	test('opens its own request and no other [A4]', async () => {
		const world = await aWorld();
		const sent = [await sentRequest(world), await sentRequest(world)];
		for (const { requestId, code } of sent) {
			const holder = await holderOf(world, inThrees(code).toLowerCase());
			expect(holder.by).toEqual({ kind: 'code-holder', organisationId: world.organisationId, subjectId: requestId });
			expect(good(await readOwnRequest(holder)).facts.id).toBe(requestId);
		}
	});

	test('is kept only as a keyed hash: nobody with the disk finds it', async () => {
		const { code, requestId } = await sentRequest(await aWorld());
		const { rows } = await database.superuser.query('select mac from return_code where subject_id = $1', [requestId]);
		expect((rows[0].mac as Buffer).includes(code)).toBe(false);
		expect((rows[0].mac as Buffer).length).toBe(32);
	});

	test('a wrong one is refused alike, whatever is wrong with it', async () => {
		const world = await aWorld();
		const { code, requestId } = await sentRequest(world);
		await database.superuser.query('update return_code set revoked_at = made_at where subject_id = $1', [requestId]);
		const other = codeOf(aCommand());
		const refusals = [];
		for (const typed of [code, other, '', 'ABC', `${other}0`, '<script>', 'ÜÜÜÜÜÜÜÜÜÜÜÜ'])
			refusals.push(await enterCode(`alike-${typed}`, typed, world.now));
		expect(new Set(refusals.map((one) => JSON.stringify(one)))).toEqual(
			new Set([JSON.stringify({ ok: false, problem: 'fields', fields: [{ field: 'code', problem: 'code-unknown' }] })]),
		);
	});

	test('wrong ones slow down whoever types them and nobody else; the right one still opens, and they begin anew', async () => {
		const world = await aWorld();
		const { code } = await sentRequest(world);
		const from = `slow-${aCommand()}`;
		const tried = async (who: string, typed: string) => {
			const begun = performance.now();
			const result = await enterCode(who, typed, world.now);
			return { ok: result.ok, took: performance.now() - begun };
		};
		const counted = async (who: string) => {
			const { rows } = await database.superuser.query('select failures from identity.attempt where mac = any($1)', [
				attemptKeys([`code/${who}`], world.now),
			]);
			return rows.map((row) => row.failures as number);
		};
		for (let i = 0; i < 4; i += 1) expect((await tried(from, codeOf(aCommand()))).ok).toBe(false);
		expect((await tried(from, codeOf(aCommand()))).took).toBeGreaterThan(240);
		await tried(`${from}-neighbour`, codeOf(aCommand()));
		expect([await counted(from), await counted(`${from}-neighbour`)]).toEqual([[5], [1]]);
		const right = await tried(from, code);
		expect([right.ok, right.took > 490]).toEqual([true, true]);
		expect(await counted(from)).toEqual([]);
	});

	test('the wait is nothing at first, doubles, and never grows beyond a few seconds', () => {
		expect([0, 3, 4, 5, 6].map(delayMs)).toEqual([0, 0, 250, 500, 1000]);
		fc.assert(
			fc.property(
				fc.nat(),
				(failures) => delayMs(failures) <= LONGEST_DELAY_MS && delayMs(failures + 1) >= delayMs(failures),
			),
		);
	});
});

/** The tables of which somebody sees rows, with how many; and no row of any other. */
async function seenBy(holder: Act<CodeHolder>): Promise<Readonly<Record<string, number>>> {
	const { rows } = await database.superuser.query(`select c.oid::regclass::text as name from pg_class c
		where c.relrowsecurity and c.relkind in ('r', 'p') and has_table_privilege('opora_app', c.oid, 'select') and not c.relispartition
			and has_schema_privilege('opora_app', c.relnamespace, 'usage')`);
	const done = await lookUp(holder, async (tx) => {
		const seen: Record<string, number> = {};
		for (const { name } of rows as { name: string }[]) {
			const counted = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(name)}`.execute(tx.db);
			if (counted.rows[0]!.n > 0) seen[name] = counted.rows[0]!.n;
		}
		return ok(seen);
	});
	return good(done);
}

// What every actor of an organisation may see: its programmes, its key.
const OF_NOBODY = ['organisation_key', 'programme', 'programme_version'];

describe('whoever holds a code', () => {
	test('sees the rows of their request, and no row of their case, of a person or of anybody else’s request [A2]', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const { requestId, caseId } = await activeCase(world, worker);
		good(await recordMeeting(worker, aMeeting(worker, caseId)));
		await takenRequest(world, worker);
		const other = await takenRequest(world, worker);
		good(await offerTime(worker, aTime(other)));
		const seen = await seenBy(await holderOf(world, codeOf(requestId)));
		expect(seen).toMatchObject({
			request: 1,
			request_outcome: 1,
			request_reason: 1,
			request_taking: 1,
			request_text: 1,
		});
		const tables = [
			'request',
			'request_mark',
			'request_outcome',
			'request_reason',
			'request_routing',
			'request_taking',
			'request_text',
			'subject_key',
		];
		expect(Object.keys(seen).toSorted()).toEqual(OF_NOBODY.concat(tables).toSorted());
		expect(seen['subject_key']).toBe(1);
	});

	test('whose request was declined sees that it was, only with the code: nobody writes it to them', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const { requestId, code } = await sentRequest(world);
		good(await takeRequest(worker, { command: aCommand(), requestId }));
		good(await declineRequest(worker, { requestId, reason: 'no-capacity', note: 'Samo za delavce.' }));
		const own = good(await readOwnRequest(await holderOf(world, code)));
		expect(statusOf(own.facts, own.appointments, world.now)).toBe('declined');
		expect(JSON.stringify(own)).not.toContain('Samo za delavce');
		const { rows } = await database.superuser.query('select kind from outbox where subject_id = $1', [requestId]);
		expect(rows.map((row) => row.kind)).toEqual(['received']);
	});

	test('takes their request back without a reason, once, and the time that was offered is free again', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const requestId = await takenRequest(world, worker);
		good(await offerTime(worker, aTime(requestId)));
		const holder = await holderOf(world, codeOf(requestId));
		const again = { command: aCommand() };
		good(await withdrawOwnRequest(holder, again));
		good(await withdrawOwnRequest(holder, again));
		expect(problemOf(await withdrawOwnRequest(holder, { command: aCommand() }))).toBe('already-decided');
		good(await offerTime(worker, aTime(await takenRequest(world, worker))));
		expect(problemOf(await offerTime(worker, aTime(requestId, { time: '14:00' })))).toBe('already-decided');
	});
});
