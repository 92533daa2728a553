import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { system } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import { screenOff } from '#lib/access/access.server.ts';
import { changePlan } from '#lib/cases/change-plan.server.ts';
import { reviewCase } from '#lib/cases/review-case.server.ts';
import { changeRoles } from '#lib/identity/change-worker.server.ts';
import { aCommand, activeCase, good, someWords, today } from '#lib/intake/intake.fixtures.ts';
import { record } from '#lib/journal/journal.server.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { addAround } from '#lib/people/change-around.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { readPdf, type ReadPdf } from '#lib/platform/pdf.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { askPrint, askPrintAgain, readPrintable } from './ask-print.server.ts';
import { forgetExpiredPrints, makePrint } from './make-print.server.ts';
import type { WantedPrint } from './print.ts';
import { readPrint, takePrint } from './read-print.server.ts';

const database = testDatabase();
const NAME = 'Žofka Řeřichová Čuk';
/** Stands in whatever a worker wrote for themselves, and nowhere else. */
const KEPT_IN = 'zaupno-7q';
const STATEMENT = 'Program sofinancira Ministrstvo za izmišljene zadeve iz sredstev za leto 2026';
let world: World;
let worker: Act<Worker>;
let opened: { caseId: Uuid; personId: Uuid };
let meeting: Uuid;

beforeAll(async () => {
	const funding = { statement: [{ sl: STATEMENT }], year: 2026 };
	world = await aWorld([smallDefinition({ funding })]);
	worker = await world.hire(['professional'], { name: 'Vida Zgledna' });
	opened = await activeCase(world, worker, { text: someWords({ name: NAME }) });
	const { caseId, personId } = opened;
	const steps = [
		{ id: null, text: 'Sprehod ob Šmarski cesti #read("/etc/passwd")', who: 'person' as const, byOn: null },
	];
	const plan = { resources: 'sestra Špela', needs: '', goals: [{ id: null, text: 'Spet spati 👩🏽‍🦽', steps }] };
	good(await changePlan(worker, { command: aCommand(), caseId, basedOn: 0, madeOn: today(world), plan }));
	meeting = aCommand();
	good(await recordMeeting(worker, aMeeting(meeting)));
	const said = { name: KEPT_IN, reach: KEPT_IN, roleWords: '', note: KEPT_IN, role: 'friend' as const };
	const rules = { livesWith: false, mayKnow: 'nothing' as const, neverContact: true, holdsResponsibility: false };
	good(await addAround(worker, { command: aCommand(), personId, said: { ...said, ...rules } }));
	good(
		await reviewCase(worker, {
			command: aCommand(),
			caseId,
			on: today(world),
			ownViews: new Map([[personId, 'Žge me manj.']]),
			note: KEPT_IN,
			nextOn: undefined,
			renewedUntil: undefined,
		}),
	);
});

const aMeeting = (command: Uuid) => ({
	command,
	caseId: opened.caseId,
	kind: 'meeting' as const,
	startedAt: new Date(worker.at.getTime() - 60 * 60_000),
	minutes: 50,
	mode: 'office' as const,
	site: undefined,
	onlineReason: undefined,
	form: undefined,
	service: undefined,
	attendance: 'came' as const,
	done: KEPT_IN,
	goals: [],
});
const asking = (changes: Partial<Parameters<typeof askPrint>[1]> = {}) => ({
	command: aCommand(),
	caseId: opened.caseId,
	kind: 'summary' as WantedPrint['kind'],
	language: 'sl' as const,
	personId: undefined,
	meetingId: undefined,
	...changes,
});
async function made(by: Act<Worker>, changes: Partial<Parameters<typeof askPrint>[1]> = {}): Promise<Uuid> {
	const id = good(await askPrint(by, asking(changes)));
	await makePrint(by.by.organisationId, id, by.at);
	return id;
}
async function printed(changes: Partial<Parameters<typeof askPrint>[1]> = {}): Promise<ReadPdf> {
	const { pdf } = good(await takePrint(worker, await made(worker, changes)));
	return readPdf(pdf);
}
const journal = async (id: Uuid) =>
	(
		await database.superuser.query<{ action: string; subjects: Uuid[]; reason: string | null }>(
			'select action, subject_ids as subjects, reason from journal where record_id = $1 order by written_by',
			[id],
		)
	).rows;

describe('a print of a case', () => {
	test.each(['sl', 'cs', 'en'] as const)(
		'is a tagged PDF for everybody (PDF/UA-1) that says its language: %s',
		async (language) => {
			const { all } = await printed({ language });
			expect(all.slice(0, 8)).toBe('%PDF-1.7');
			expect(all).toMatch(/\/MarkInfo <<\s*\/Marked true/);
			expect(all).toMatch(/\/StructTreeRoot \d+ 0 R/);
			expect(all).toMatch(new RegExp(`/Lang \\(${language}\\)`));
			expect(all).toContain('<pdfuaid:part>1</pdfuaid:part>');
			expect(all).toMatch(/\/DisplayDocTitle true/);
			for (const tag of ['H1', 'H2', 'P', 'TH']) expect(all).toMatch(new RegExp(`/S /${tag}\\b`));
		},
	);

	test('keeps each letter of a name and of what was said, and takes no word for a command', async () => {
		const { words } = await printed();
		for (const text of [
			NAME,
			'Povzetek obravnave',
			'Žge me manj.',
			'Sprehod ob Šmarski cesti #read("/etc/passwd")',
			'sestra Špela',
		])
			expect(words).toContain(text);
		// A picture that no font has does not keep anybody from their summary.
		expect(words).toMatch(/Spet spati ◊/);
		expect(words).not.toContain('root:');
	});

	test.each(['plan', 'agreement', 'attendance', 'summary'] as const)(
		'carries the words of whoever pays, word for word, and who made it: %s [B18]',
		async (kind) => {
			const { words } = await printed({ kind });
			expect(words.replace(/\s+/g, ' ')).toContain(STATEMENT);
			for (const text of [NAME, 'Vida Zgledna', `Organizacija ${world.slug}`]) expect(words).toContain(text);
		},
	);

	test('confirms an attendance, of one meeting or of all, and says nothing of what was talked about [W7]', async () => {
		good(await recordMeeting(worker, aMeeting(aCommand())));
		const [one, all] = [
			await printed({ kind: 'attendance', meetingId: meeting }),
			await printed({ kind: 'attendance' }),
		];
		expect(one.words).toContain('Potrdilo o udeležbi');
		expect(one.words.match(/november/g)).toHaveLength(1);
		expect(all.words.match(/november/g)).toHaveLength(2);
		for (const text of ['Spet spati', 'Žge me manj', 'Sprehod']) expect(all.words).not.toContain(text);
	});

	test('is an agreement with its period, its conditions and lines to sign on [W7]', async () => {
		const { words } = await printed({ kind: 'agreement', language: 'cs' });
		for (const text of ['Vaše práva', 'Místo, datum a podpis', '31.\u00a05.\u00a02027', 'ústně'])
			expect(words).toContain(text);
	});

	test('never holds what workers wrote for themselves: notes of meetings and reviews, those around', async () => {
		for (const kind of ['plan', 'agreement', 'attendance', 'summary'] as const)
			expect((await printed({ kind })).words).not.toContain(KEPT_IN);
	});

	test('leaves out a member who is screened off from whoever prints', async () => {
		const other = await world.hire(['coordinator']);
		const system_ = { by: system(world.organisationId), at: world.now };
		good(
			await transaction(system_, async (tx) => {
				await screenOff(tx, other.by.workerId, opened.personId);
				record(tx, { action: 'worker.changed', subjects: [] });
				return ok();
			}),
		);
		const id = await made(other);
		const { words } = readPdf(good(await takePrint(other, id)).pdf);
		expect(words).toContain('Povzetek obravnave');
		for (const text of [NAME, 'Žge me manj.']) expect(words).not.toContain(text);
	});

	test('is offered in the language in which the person asked', async () => {
		const czech = await activeCase(world, worker, { text: someWords({ language: 'cs' }) });
		expect(good(await readPrintable(worker, { caseId: czech.caseId })).language).toBe('cs');
		expect(good(await readPrintable(worker, { caseId: opened.caseId })).language).toBe('sl');
	});
});

describe('a print', () => {
	test('is journaled: asked for, made, kept, given, with everybody it is about', async () => {
		const id = await made(worker, { kind: 'plan' });
		good(await takePrint(worker, id));
		const entries = await journal(id);
		expect(entries.map((one) => [one.action, one.reason])).toEqual(
			['asked', 'made', 'kept', 'given'].map((what) => [`print.${what}`, 'plan']),
		);
		expect(entries[1]!.subjects).toEqual([opened.caseId, opened.personId]);
	});

	test('is had only by whoever asked for it, not even by a colleague with every right, nor elsewhere [A2]', async () => {
		const id = await made(worker);
		const coordinator = await world.hire(['coordinator', 'programme-lead']);
		const stranger = await (await aWorld()).hire(['professional']);
		for (const other of [coordinator, stranger]) {
			expect(await readPrint(other, id)).toEqual(refuse('not-found'));
			expect(await takePrint(other, id)).toEqual(refuse('not-found'));
			expect(await askPrintAgain(other, { id })).toEqual(refuse('not-found'));
		}
		for (const role of ['volunteer', 'advocate', 'administrator', 'data-protection-officer', 'programme-lead'] as const)
			expect(await askPrint(await world.hire([role]), asking())).toEqual(refuse('not-found'));
	});

	test('is not made for somebody whose rights ended meanwhile, and a ready one is not given', async () => {
		const [administrator, leaver] = [await world.hire(['administrator']), await world.hire(['coordinator'])];
		const [before, after] = [await made(leaver), good(await askPrint(leaver, asking()))];
		good(await changeRoles(administrator, { workerId: leaver.by.workerId, roles: ['volunteer'] }));
		await makePrint(world.organisationId, after, world.now);
		const now: Act<Worker> = { ...leaver, by: { ...leaver.by, roles: ['volunteer'] } };
		expect(await takePrint(now, before)).toEqual(refuse('not-found'));
		const { rows } = await database.superuser.query('select state, sealed from print_ where id = $1', [after]);
		expect(rows).toEqual([{ state: 'refused', sealed: null }]);
	});

	test('is gone after a day', async () => {
		const id = await made(worker);
		const [almost, after] = [world.at(worker, { minutes: 24 * 60 - 1 }), world.at(worker, { minutes: 24 * 60 })];
		expect((await takePrint(almost, id)).ok).toBe(true);
		expect(await takePrint(after, id)).toEqual(refuse('not-found'));
		const kept = async () => (await database.superuser.query('select 1 from print_ where id = $1', [id])).rowCount;
		await forgetExpiredPrints(world.organisationId, almost.at);
		expect(await kept()).toBe(1);
		await forgetExpiredPrints(world.organisationId, after.at);
		expect(await kept()).toBe(0);
	});

	test('stands nowhere in the data folder unsealed', async () => {
		const id = await made(worker);
		const { pdf } = good(await takePrint(worker, id));
		await database.superuser.query('checkpoint');
		const inPdf = pdf.subarray(200, 260);
		expect(await filesWith([inPdf, Buffer.from(NAME), Buffer.from('%PDF-1.7')])).toEqual([]);
		const planted = Buffer.from(`planted-${aCommand()}`);
		await database.superuser.query('create table planted (bytes bytea)');
		await database.superuser.query('insert into planted values ($1)', [planted]);
		await database.superuser.query('checkpoint');
		expect((await filesWith([planted])).length).toBeGreaterThan(0);
	});
});

/** The files of the data folder in which one of some pieces stands. */
async function filesWith(pieces: readonly Buffer[]): Promise<readonly string[]> {
	const entries = await readdir(path.join(database.folder, 'data'), { recursive: true, withFileTypes: true });
	const found: string[] = [];
	for (const entry of entries.filter((one) => one.isFile())) {
		// PostgreSQL may take a file away while the folder is looked through.
		const bytes = await readFile(path.join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
		if (pieces.some((piece) => bytes.includes(piece))) found.push(entry.name);
	}
	return found;
}
