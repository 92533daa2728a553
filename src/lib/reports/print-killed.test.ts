import { execFileSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { refuse } from '#lib/kernel/result.ts';
import { aCommand, activeCase, good, someWords } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { readPdf } from '#lib/platform/pdf.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { askPrint, askPrintAgain } from './ask-print.server.ts';
import { makePrint } from './make-print.server.ts';
import { readPrint, takePrint } from './read-print.server.ts';

const database = testDatabase();

/** The processes of ours that lay out a document. */
function layingOut(): readonly number[] {
	const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
	return lines
		.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
		.filter((found) => found !== null && Number(found[2]) === process.pid && found[3]!.includes('typeset-child'))
		.map((found) => Number(found![1]));
}

test('a print whose process is killed says so, is not half there, and is made when it is asked for again', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const { caseId } = await activeCase(world, worker, { text: someWords({ name: 'Žofka Čuk' }) });
	const wanted = { kind: 'summary', language: 'sl', personId: undefined, meetingId: undefined } as const;
	const id = good(await askPrint(worker, { command: aCommand(), caseId, ...wanted }));
	const making = makePrint(world.organisationId, id, world.now);
	const pid = await vi.waitUntil(() => layingOut()[0], { interval: 20, timeout: 30_000 });
	expect(good(await readPrint(worker, id))).toMatchObject({ state: 'waiting', stagesDone: 1 });
	process.kill(pid, 'SIGKILL');
	await making;
	expect(good(await readPrint(worker, id))).toMatchObject({ state: 'failed', failure: 'killed' });
	expect(await takePrint(worker, id)).toEqual(refuse('not-found'));
	good(await askPrintAgain(worker, { id }));
	expect(good(await readPrint(worker, id))).toMatchObject({ state: 'waiting', failure: null, stagesDone: 0 });
	await makePrint(world.organisationId, id, world.now);
	expect(readPdf(good(await takePrint(worker, id)).pdf).words).toContain('Žofka Čuk');
	const { rows } = await database.superuser.query<{ action: string }>(
		'select action from journal where record_id = $1 order by written_by',
		[id],
	);
	expect(rows.map((one) => one.action)).toEqual(
		['asked', 'made', 'failed', 'asked', 'made', 'kept', 'given'].map((what) => `print.${what}`),
	);
});
