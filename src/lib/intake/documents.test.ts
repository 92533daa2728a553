import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { refuse, refuseField } from '#lib/kernel/result.ts';
import { addDocument, readDocument, removeDocument, takeDocument } from '#lib/documents/documents.server.ts';
import type { DocumentOwner } from '#lib/documents/document.ts';
import { aFile, HOSTILE_FILES } from '#lib/documents/files.fixtures.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aCommand, good, openedCase } from './intake.fixtures.ts';
import { readPersonPage } from './read-person-page.server.ts';

const database = testDatabase();
const CANARY = 'zkanarcek-dokument-7q';
let world: World;
let worker: Act<Worker>;
let opened: { caseId: Uuid; personId: Uuid };
const ofCase = (): DocumentOwner => ({ of: 'case', id: opened.caseId });
const ofPerson = (): DocumentOwner => ({ of: 'person', id: opened.personId });

beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional']);
	opened = await openedCase(world, worker);
});

const aDocument = (changes: Partial<Parameters<typeof addDocument>[1]> = {}) => ({
	command: aCommand(),
	owner: ofCase(),
	kind: 'decision' as const,
	note: `${CANARY} opomba`,
	file: { name: `${CANARY}.pdf`, bytes: aFile(CANARY).pdf },
	...changes,
});
async function added(changes: Partial<Parameters<typeof addDocument>[1]> = {}) {
	const document = aDocument(changes);
	good(await addDocument(worker, document));
	return { owner: document.owner, id: document.command };
}
const journal = async (id: Uuid) =>
	(
		await database.superuser.query<{ action: string; subjects: Uuid[]; reason: string }>(
			'select action, subject_ids as subjects, reason from journal where record_id = $1 order by written_by',
			[id],
		)
	).rows;

describe('a document of a case or a person', () => {
	test('is there for whoever may read it: in the list, with who added it, and as the same bytes', async () => {
		const [first, second] = [
			await added(),
			await added({ owner: ofPerson(), file: { name: 'Slika.png', bytes: aFile().png } }),
		];
		const page = good(await readCasePage(worker, { caseId: opened.caseId }));
		expect(page.documents).toMatchObject([{ id: first.id, kind: 'decision', type: 'pdf', name: `${CANARY}.pdf` }]);
		expect(page.colleagues.has(page.documents[0]!.addedBy)).toBe(true);
		const person = good(await readPersonPage(worker, { personId: opened.personId }));
		expect(person.documents.map((one) => one.name)).toEqual(['Slika.png']);
		const taken = good(await takeDocument(worker, second));
		expect(taken).toMatchObject({ name: 'Slika.png', mediaType: 'image/png' });
		expect([...taken.bytes]).toEqual([...aFile().png]);
	});

	test('is kept once, however often its form is sent', async () => {
		const document = aDocument();
		for (let i = 0; i < 2; i += 1) good(await addDocument(worker, document));
		const { rowCount } = await database.superuser.query('select 1 from document where id = $1', [document.command]);
		expect(rowCount).toBe(1);
	});

	test.each(Object.keys(HOSTILE_FILES))('is refused, and nothing of it is kept: %s', async (what) => {
		const document = aDocument({ file: { name: 'Potrdilo.pdf', bytes: HOSTILE_FILES[what]! } });
		expect(await addDocument(worker, document)).toMatchObject({ problem: 'fields', fields: [{ field: 'file' }] });
		const { rowCount } = await database.superuser.query('select 1 from document where id = $1', [document.command]);
		expect(rowCount).toBe(0);
	});

	test('is refused when it is larger than the installation takes', async () => {
		process.env.OPORA_DOCUMENT_MB = '1';
		const file = { name: 'Dolgo.txt', bytes: new Uint8Array(1_048_577).fill(97) };
		expect(await addDocument(worker, aDocument({ file }))).toEqual(refuseField('file', 'file-too-large', { max: 1 }));
		delete process.env.OPORA_DOCUMENT_MB;
		good(await addDocument(worker, aDocument({ file })));
	});

	test('is journaled when it is added, looked at, given and removed', async () => {
		const which = await added();
		good(await readDocument(worker, which));
		good(await takeDocument(worker, which));
		good(await removeDocument(worker, { ...which, reason: 'twice', words: '' }));
		const entries = await journal(which.id);
		expect(entries.map((one) => [one.action, one.reason])).toEqual([
			['document.added', 'decision'],
			['document.seen', 'decision'],
			['document.given', 'decision'],
			['document.removed', 'twice'],
		]);
		expect(entries.every((one) => one.subjects.includes(opened.caseId))).toBe(true);
	});
});

describe('whoever may not', () => {
	test('finds no document: another organisation, a volunteer, an administrator, an officer for data protection [A2]', async () => {
		const [which, mine] = [await added(), await added({ owner: ofPerson() })];
		const others = [
			await (await aWorld()).hire(['professional', 'coordinator', 'programme-lead']),
			await world.hire(['professional'], { team: null }),
			await world.hire(['volunteer', 'administrator', 'data-protection-officer']),
		];
		for (const other of others)
			for (const one of [which, mine]) {
				expect(await readDocument(other, one)).toEqual(refuse('not-found'));
				expect(await takeDocument(other, one)).toEqual(refuse('not-found'));
				expect(await removeDocument(other, { ...one, reason: 'twice', words: '' })).toEqual(refuse('not-found'));
				expect(await addDocument(other, aDocument({ owner: one.owner }))).toEqual(refuse('not-found'));
			}
	});

	test('a lead reads and cannot change', async () => {
		const which = await added();
		const lead = await world.hire(['programme-lead']);
		expect((await takeDocument(lead, which)).ok).toBe(true);
		expect(await removeDocument(lead, { ...which, reason: 'twice', words: '' })).toEqual(refuse('not-found'));
	});

	test('finds none under somebody else’s address, nor puts one there', async () => {
		const which = await added();
		const elsewhere = { ...which, owner: ofPerson() };
		expect(await takeDocument(worker, elsewhere)).toEqual(refuse('not-found'));
		const mixed: DocumentOwner = { of: 'person', id: opened.caseId };
		expect(await addDocument(worker, aDocument({ owner: mixed }))).toEqual(refuse('not-found'));
	});
});

describe('a document that is removed', () => {
	test('leaves its record, who removed it and why; its bytes are gone', async () => {
		const which = await added();
		expect(await removeDocument(worker, { ...which, reason: undefined, words: '' })).toMatchObject({
			fields: [{ field: 'reason' }],
		});
		expect(await removeDocument(worker, { ...which, reason: 'other', words: '' })).toMatchObject({
			fields: [{ field: 'words' }],
		});
		good(await removeDocument(worker, { ...which, reason: 'other', words: 'zamenjava' }));
		expect(good(await readDocument(worker, which)).document).toMatchObject({
			name: `${CANARY}.pdf`,
			removal: { by: worker.by.workerId, reason: 'other', words: 'zamenjava' },
		});
		expect(await takeDocument(worker, which)).toEqual(refuse('not-found'));
		const { rowCount } = await database.superuser.query('select 1 from document_content where document_id = $1', [
			which.id,
		]);
		expect(rowCount).toBe(0);
	});

	test('is removed once, also when many try at the same moment', async () => {
		const which = await added();
		const tries = await Promise.all(
			Array.from({ length: 10 }, () => removeDocument(worker, { ...which, reason: 'twice', words: '' })),
		);
		expect(tries.filter((one) => one.ok)).toHaveLength(1);
		expect(tries.filter((one) => !one.ok && one.problem === 'document-removed')).toHaveLength(9);
	});

	test('cannot keep its content, nor get one again: the database refuses', async () => {
		const which = await added();
		const { superuser } = database;
		await expect(
			superuser.query(
				`update document set removed_at = added_at, removed_by = added_by, removal_reason = 'twice', removal_sealed = sealed where id = $1`,
				[which.id],
			),
		).rejects.toThrow('content_of_kept_document');
		good(await removeDocument(worker, { ...which, reason: 'twice', words: '' }));
		await expect(
			superuser.query(
				'insert into document_content (organisation_id, document_id, sealed) select organisation_id, id, sealed from document where id = $1',
				[which.id],
			),
		).rejects.toThrow('content_of_kept_document');
	});
});

test('neither the name of a document nor what stands in it lies unsealed in the data folder', async () => {
	await added();
	await database.superuser.query('checkpoint');
	expect(await filesWith(CANARY)).toEqual([]);
	await database.superuser.query('create table planted (note text)');
	await database.superuser.query('insert into planted values ($1)', [`${CANARY}-planted`]);
	await database.superuser.query('checkpoint');
	expect((await filesWith(CANARY)).length).toBeGreaterThan(0);
});

async function filesWith(text: string): Promise<readonly string[]> {
	const entries = await readdir(path.join(database.folder, 'data'), { recursive: true, withFileTypes: true });
	const found: string[] = [];
	for (const entry of entries.filter((one) => one.isFile())) {
		// PostgreSQL may take a file away while the folder is looked through.
		const bytes = await readFile(path.join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
		if (bytes.includes(text)) found.push(entry.name);
	}
	return found;
}
