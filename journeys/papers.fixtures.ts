// What a worker took out, printed or put in: lists, prints, documents.
import type { Act, Worker } from '../src/lib/kernel/actor.ts';
import type { Uuid } from '../src/lib/kernel/ids.ts';
import type { DocumentOwner } from '../src/lib/documents/document.ts';
import { addDocument } from '../src/lib/documents/documents.server.ts';
import { aCommand, good } from '../src/lib/intake/intake.fixtures.ts';
import { askExport } from '../src/lib/reports/ask-export.server.ts';
import { askPrint } from '../src/lib/reports/ask-print.server.ts';
import { makeExport } from '../src/lib/reports/make-export.server.ts';
import { makePrint } from '../src/lib/reports/make-print.server.ts';

/** Every text a person gives in a scene; `mark` makes them recognisable. */
export type Marked = (field: string) => string;

export async function aReadyExport(worker: Act<Worker>): Promise<Uuid> {
	const id = good(
		await askExport(worker, {
			command: aCommand(),
			list: 'cases',
			part: {},
			format: 'csv',
			language: 'sl',
			names: false,
			reason: 'planning',
			words: '',
		}),
	);
	await makeExport(worker.by.organisationId, id, worker.at);
	return id;
}

export async function aDocument(worker: Act<Worker>, owner: DocumentOwner, mark: Marked): Promise<Uuid> {
	const command = aCommand();
	const file = { name: `${mark('file')}.txt`, bytes: Buffer.from(mark('content')) };
	good(await addDocument(worker, { command, owner, kind: 'letter', note: mark('note'), file }));
	return command;
}

export async function aReadyPrint(worker: Act<Worker>, caseId: Uuid): Promise<Uuid> {
	const wanted = { kind: 'summary', language: 'sl', personId: undefined, meetingId: undefined } as const;
	const id = good(await askPrint(worker, { command: aCommand(), caseId, ...wanted }));
	await makePrint(worker.by.organisationId, id, worker.at);
	return id;
}
