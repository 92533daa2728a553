// Stories of those who wait for a place, and of requests that go from worker to worker.
import type { Act, Worker } from '../../src/lib/kernel/actor.ts';
import { ok, type Result } from '../../src/lib/kernel/result.ts';
import { handOverRequest } from '../../src/lib/intake/hand-over.server.ts';
import { joinWaitingList, leaveWaitingList } from '../../src/lib/intake/join-waiting-list.server.ts';
import { giveBack } from '../../src/lib/intake/take-request.server.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { good } from './organisations.ts';
import { acting, definitionOf, talk, taken } from './request-stories.ts';
import type { Scene } from './scene.ts';

/** Somebody who talked with a worker once and waits for a place; whoever talked with them gave the request back. */
export async function onWaitingList(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const { requestId, at } = good(await taken(scene, daysAgo));
	const talked = scene.after(at, 30);
	good(await talk(scene, requestId, talked));
	const { chance } = scene;
	const sites = definitionOf(scene).sites.filter((site) => site.kind === 'office');
	good(
		await joinWaitingList(acting(scene, talked), {
			command: newId(talked),
			requestId,
			site: sites.length > 0 && chance.odds(0.8) ? chance.pick(sites).key : undefined,
			reason: chance.pick(['no-place', 'no-place', 'no-worker', 'site', 'group'] as const),
			priority: chance.odds(0.3) ? chance.pick(['child', 'worsening', 'disadvantage'] as const) : undefined,
		}),
	);
	return giveBack(acting(scene, scene.after(talked, 1)), { requestId });
}

/** Somebody whose turn came. */
export async function waited(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const { requestId, at } = good(await taken(scene, daysAgo));
	good(
		await joinWaitingList(acting(scene, at), {
			command: newId(at),
			requestId,
			site: undefined,
			reason: 'no-place',
			priority: undefined,
		}),
	);
	const then = scene.after(at, 24 * 12);
	good(await leaveWaitingList(acting(scene, then), { requestId, why: 'into-work', note: 'Mesto se je sprostilo.' }));
	return talk(scene, requestId, scene.after(then, 20));
}

/** A request that went to a colleague who is on the same team. */
export async function handedOn(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const { requestId, at } = good(await taken(scene, daysAgo));
	const colleague = scene.organisation.workers.find(
		(one) => one.by.workerId !== scene.worker.by.workerId && one.roles.includes('professional'),
	);
	if (!colleague) return ok();
	const then = scene.after(at, 4);
	const act: Act<Worker> = acting(scene, then);
	return handOverRequest(act, {
		command: newId(then),
		requestId,
		fromWorker: scene.worker.by.workerId,
		toWorker: colleague.by.workerId,
		terms: {
			kind: 'for-good',
			reason: 'workload',
			from: undefined,
			to: undefined,
			agreement: 'agreed',
			note: 'Ta teden nimam več prostih terminov.',
			withDrafts: false,
		},
		freeTime: true,
	});
}
