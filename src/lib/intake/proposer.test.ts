import { describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import type { Act, CodeHolder, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { listOutbox } from '#lib/identity/list-outbox.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { answerProposer } from './answer-proposer.server.ts';
import { answerInitiative, concludeRequest, declineRequest } from './decide-request.server.ts';
import { aCommand, aProposal, aTalk, aTime, good, holderOf, problemOf, sentRequest, today } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { offerTime } from './offer-time.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';
import { addToOwnRequest } from './own-additions.server.ts';
import { readOwnRequest, withdrawOwnRequest } from './own-request.server.ts';
import { proposalStatusOf } from './own-status.ts';
import { readRequest } from './read-requests.server.ts';
import { recordTalk } from './record-talk.server.ts';
import { takeRequest } from './take-request.server.ts';

const database = testDatabase();

type Proposed = { world: World; worker: Act<Worker>; requestId: Uuid; proposer: Act<CodeHolder> };
async function aTakenProposal(definition = smallDefinition()): Promise<Proposed> {
	const world = await aWorld([definition]);
	const worker = await world.hire(['professional']);
	const { requestId, code } = await sentRequest(world, aProposal());
	good(await takeRequest(worker, { command: aCommand(), requestId }));
	return { world, worker, requestId, proposer: await holderOf(world, code) };
}
const statusFor = async (proposer: Act<CodeHolder>) => {
	const own = good(await readOwnRequest(proposer));
	return proposalStatusOf(own.facts, own.answer);
};
const answer = ({ world, worker, requestId }: Proposed, said: 'accepted' | 'declined') =>
	answerInitiative(worker, { requestId, answer: said, on: today(world) });

/** Everything of the rows a proposer can read, but for the ids and moments that differ from one proposal to the next. */
async function everythingSeen(proposer: Act<CodeHolder>): Promise<string> {
	const { rows } = await database.superuser.query(`select c.oid::regclass::text as name from pg_class c
		where c.relrowsecurity and c.relkind in ('r', 'p') and has_table_privilege('opora_app', c.oid, 'select') and not c.relispartition
			and has_schema_privilege('opora_app', c.relnamespace, 'usage') order by 1`);
	const seen = await lookUp(proposer, async (tx) => {
		const tables: string[] = [];
		for (const { name } of rows as { name: string }[]) {
			const found = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t order by 1`.execute(tx.db);
			if (found.rows.length > 0 && !/programme|organisation_key/.test(name))
				tables.push(`${name}: ${found.rows.map((one) => one.row).join(' ')}`);
		}
		return ok(tables.join('\n'));
	});
	return good(seen)
		.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
		.replace(/[A-Z]+-\d+/g, 'label');
}

describe('the answer to a proposer', () => {
	test('exists: it arrived, somebody reads it, it was considered, and of the person not a word [B14, B19]', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const { requestId, code } = await sentRequest(world, aProposal());
		const proposer = await holderOf(world, code);
		expect(proposer.by.kind).toBe('proposer');
		expect(await statusFor(proposer)).toBe('received');
		good(await takeRequest(worker, { command: aCommand(), requestId }));
		expect(await statusFor(proposer)).toBe('read');
		good(await answer({ world, worker, requestId, proposer }, 'accepted'));
		expect(await statusFor(proposer)).toBe('considered');
		const own = good(await readOwnRequest(proposer));
		expect([own.text, own.appointments, own.additions, own.facts.initiative]).toEqual([undefined, [], [], null]);
	});

	test('is the same whether the person accepted or declined: no row that a proposer can read tells them apart [B19, P7]', async () => {
		const [yes, no] = [await aTakenProposal(), await aTakenProposal()];
		good(await answer(yes, 'accepted'));
		good(await answer(no, 'declined'));
		const seen = await everythingSeen(yes.proposer);
		expect(seen).toContain('considered');
		expect(await everythingSeen(no.proposer)).toBe(seen);
		// What becomes of it later changes nothing they are shown.
		const shown = JSON.stringify(good(await readOwnRequest(yes.proposer)));
		good(await linkPerson(yes.worker, { requestId: yes.requestId, personId: undefined }));
		good(await recordTalk(yes.worker, aTalk(yes.worker, yes.requestId)));
		good(await openCaseFromRequest(yes.worker, { command: aCommand(), requestId: yes.requestId, unit: 'person' }));
		expect(JSON.stringify(good(await readOwnRequest(yes.proposer)))).toBe(shown);
	});

	test('tells that a proposal was accepted only with the day on which the person agreed to that [B19]', async () => {
		const proposed = await aTakenProposal();
		const { worker, requestId, world } = proposed;
		const tell = (said: 'accepted' | 'declined', agreedOn = today(world)) =>
			answerProposer(worker, { requestId, answer: said, agreedOn });
		expect(problemOf(await tell('accepted'))).toBe('needs-own-wish');
		good(await answer(proposed, 'accepted'));
		expect(await tell('accepted', '2026-11-24' as never)).toMatchObject({
			fields: [{ field: 'agreedOn', problem: 'in-the-future' }],
		});
		good(await tell('accepted'));
		expect(await statusFor(proposed.proposer)).toBe('accepted');
		await expect(
			database.superuser.query(`update proposer_answer set agreed_on = null where request_id = $1`, [requestId]),
		).rejects.toThrow('person_agreed_that_it_is_told');
	});

	test('says that the organisation cannot take it, and never why', async () => {
		const { worker, requestId, proposer, world } = await aTakenProposal();
		good(await declineRequest(worker, { requestId, reason: 'no-capacity', note: 'Zala je na dopustu.' }));
		expect(await statusFor(proposer)).toBe('declined');
		expect(await everythingSeen(proposer)).not.toMatch(/no-capacity|dopustu/);
		const letters = good(await listOutbox(await world.hire(['administrator']))).messages;
		const told = letters.filter((one) => one.kind === 'proposal-answered');
		expect(told.map(({ to, subject }) => [to, subject])).toEqual([['petra@primer.invalid', 'Novo sporočilo']]);
		expect(told[0]!.text).not.toMatch(/Zala|predlog|oseb/);
	});

	test('comes also when a talk ends it', async () => {
		const waysIn = smallDefinition().waysIn.map((way) => ({ ...way, ownWish: 'before-case' as const }));
		const { worker, requestId, proposer } = await aTakenProposal(smallDefinition({ waysIn }));
		good(await recordTalk(worker, aTalk(worker, requestId)));
		good(await concludeRequest(worker, { requestId, agreement: 'none', note: '' }));
		expect(await statusFor(proposer)).toBe('considered');
	});
});

describe('a proposer', () => {
	test('who takes a proposal back ends its appointments, and the time is free again', async () => {
		const waysIn = smallDefinition().waysIn.map((way) => ({ ...way, ownWish: 'before-case' as const }));
		const { world, worker, requestId, proposer } = await aTakenProposal(smallDefinition({ waysIn }));
		good(await offerTime(worker, aTime(requestId)));
		good(await withdrawOwnRequest(proposer, { command: aCommand() }));
		expect(await statusFor(proposer)).toBe('withdrawn');
		const { appointments } = good(await readRequest(worker, { requestId }));
		expect(appointments.map((one) => one.state)).toEqual(['cancelled']);
		const { requestId: other } = await sentRequest(world);
		good(await takeRequest(worker, { command: aCommand(), requestId: other }));
		good(await offerTime(worker, aTime(other)));
	});

	test('takes back nothing once it was answered: it is the person’s', async () => {
		for (const said of ['accepted', 'declined'] as const) {
			const proposed = await aTakenProposal();
			good(await answer(proposed, said));
			expect(problemOf(await withdrawOwnRequest(proposed.proposer, { command: aCommand() }))).toBe('already-decided');
		}
	});

	test('of one proposal ends no appointment of another, and adds nothing to the person’s request', async () => {
		const { world, worker, proposer } = await aTakenProposal();
		const { requestId } = await sentRequest(world);
		good(await takeRequest(worker, { command: aCommand(), requestId }));
		good(await offerTime(worker, aTime(requestId)));
		good(await withdrawOwnRequest(proposer, { command: aCommand() }));
		const { appointments } = good(await readRequest(worker, { requestId }));
		expect(appointments.map((one) => one.state)).toEqual(['offered']);
		expect(problemOf(await addToOwnRequest(proposer, { command: aCommand(), words: 'Še nekaj.' }))).toBe('not-found');
	});
});

test('whoever has a code sees the forms they sent themselves, and nobody else’s', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const [one, other] = [await sentRequest(world), await sentRequest(world, aProposal())];
	good(await takeRequest(worker, { command: aCommand(), requestId: one.requestId }));
	const holders = [await holderOf(world, one.code), await holderOf(world, other.code)];
	const commandsOf = async (holder: Act<CodeHolder>) =>
		good(await lookUp(holder, async (tx) => ok(await tx.db.selectFrom('command').select('kind').execute()))).map(
			(row) => row.kind,
		);
	for (const holder of holders) {
		expect(await commandsOf(holder)).toEqual([]);
		good(await withdrawOwnRequest(holder, { command: aCommand() }));
	}
	for (const holder of holders) expect(await commandsOf(holder)).toEqual(['withdraw-request']);
});
