import { expect, test, vi } from 'vitest';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { atSize, PROOF_TIMEOUT_MS } from '#lib/platform/proof.fixtures.ts';
import { agreeTask } from './agreed-task.server.ts';
import { fileOf } from './cases.fixtures.ts';
import { aCrisisCase, aTask } from './way.fixtures.ts';

const RACES = atSize(40, 1_000);
vi.setConfig({ testTimeout: PROOF_TIMEOUT_MS });
testDatabase();

test('two workers change one task at once: one is kept, the other is told, and every earlier version stays [C2]', async () => {
	const { worker, colleague, caseId } = await aCrisisCase();
	const won: string[] = [];
	for (let version = 0; version < RACES; version += 1) {
		const words = (who: string) => `Verze ${version} od ${who}`;
		const results = await Promise.all([
			agreeTask(worker, aTask(caseId, words('jedné'), version)),
			agreeTask(colleague, aTask(caseId, words('druhé'), version)),
		]);
		const winner = results.findIndex((one) => one.ok);
		expect(results[1 - winner]).toEqual({ ok: false, problem: 'changed-meanwhile' });
		won.unshift(words(winner === 0 ? 'jedné' : 'druhé'));
	}
	expect((await fileOf(worker, caseId)).tasks.map((task) => task.words)).toEqual(won);
});
