import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { workerWithKey } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { lookUp, transaction } from '#lib/platform/database.server.ts';
import { wordsIn } from '#lib/platform/words.server.ts';
import { exportPlace, RIGHT_TO, type ExportedPart, type ExportText } from './ask-export.server.ts';
import type { Export, Row } from './export.ts';
import { columnsOf } from './exported-cells.server.ts';
import { csvFile, xlsxFile } from './export-file.server.ts';
import { loadChunk, loadExport } from './exports.store.server.ts';
import { chunkPlace, type Chunk } from './make-export.server.ts';

/** How far an export is and what it is of, for whoever asked for it; nobody else has it. */
export async function readExport(act: Act<Worker>, id: Uuid): Promise<Result<Export & { part: ExportedPart }>> {
	return lookUp(act, async (tx) => {
		const [made, own] = await Promise.all([loadExport(tx, id), workerWithKey(tx, act.by.workerId)]);
		if (made?.workerId !== act.by.workerId || !own) return refuse('not-found');
		const { sealed, ...rest } = made;
		return ok({ ...rest, part: own.key.open<ExportText>(exportPlace(id), sealed).part });
	});
}

/** A file as it is sent: piece by piece. */
type SentFile = { readonly name: string; readonly type: string; readonly bytes: AsyncGenerator<Uint8Array> };

/** Opens an export that is ready, for whoever asked for it and may still read the list. */
export async function takeExport(act: Act<Worker>, id: Uuid): Promise<Result<SentFile>> {
	const opened = await transaction(act, async (tx) => {
		const [made, own] = await Promise.all([loadExport(tx, id), workerWithKey(tx, act.by.workerId)]);
		const theirs = made?.workerId === act.by.workerId && permitRole(act.by, RIGHT_TO[made.list]).ok;
		if (!theirs || !own || made.state !== 'ready') return refuse('not-found');
		record(tx, { action: 'export.downloaded', subjects: [act.by.workerId], record: id });
		return ok({ made, part: own.key.open<ExportText>(exportPlace(id), made.sealed).part });
	});
	if (!opened.ok) return opened;
	const { made, part } = opened.value;
	const { t } = wordsIn(made.language);
	const file = { title: t(`export.list.${made.list}`), columns: columnsOf(made, part), pieces: piecesOf(act, made) };
	const name = `opora-${made.list}-${made.askedAt.toISOString().slice(0, 10)}.${made.format}`;
	return ok(
		made.format === 'csv'
			? { name, type: 'text/csv; charset=utf-8', bytes: csvFile(file, made.language) }
			: { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: xlsxFile(file) },
	);
}

async function* piecesOf(act: Act<Worker>, made: Export): AsyncGenerator<readonly Row[]> {
	for (let number = 1; number <= made.chunks; number += 1) {
		const piece = await lookUp(act, async (tx) => {
			const [own, sealed] = await Promise.all([workerWithKey(tx, act.by.workerId), loadChunk(tx, made.id, number)]);
			if (!own || !sealed) return refuse('not-found');
			return ok(own.key.open<Chunk>(chunkPlace(made.id, number), sealed).rows);
		});
		// The file is under way: broken off is seen by the browser, and half a list passes for none.
		if (!piece.ok) throw new Error('a piece of an export is not there');
		yield piece.value;
	}
}
