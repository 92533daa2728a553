// Stories of a centre's personal help, and of its help to families for the home.
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { addDays } from '../../src/lib/kernel/calendar-day.ts';
import { ok, type Result } from '../../src/lib/kernel/result.ts';
import { activateCase } from '../../src/lib/cases/activate-case.server.ts';
import { addCaseWorker } from '../../src/lib/cases/change-team.server.ts';
import { stateCondition } from '../../src/lib/cases/state-condition.server.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { active, course, dayIn, opened, type Opened } from './case-stories.ts';
import { asChild, joinedByParent, named } from './family-stories.ts';
import { good } from './organisations.ts';
import { acting, definitionOf } from './request-stories.ts';
import type { Scene } from './scene.ts';

export async function personallyHelped(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const client = named(scene);
	const made = await active(client, daysAgo, { unit: 'person', services: ['counselling'] });
	await course(client, made, { days: daysAgo - 6, meetings: 4 });
	return ok();
}

/** A family led by two workers: both members have agreed and are motivated, as the programme asks. */
export async function familyHelped(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const child = asChild(scene);
	const made = await opened(child, daysAgo, { unit: 'family' });
	const parent = await joinedByParent(child, made, ['client', 'responsible-member']);
	for (const member of [made.personId, parent]) await agree(child, made, member);
	const second = scene.organisation.workers.find(
		(one) => one.roles.includes('professional') && one.by.workerId !== scene.worker.by.workerId,
	)!;
	const joining = { caseId: made.caseId, worker: second.by.workerId, role: 'second-worker' as const };
	good(await addCaseWorker(acting(child, made.at), { command: newId(made.at), ...joining }));
	good(await activateCase(acting(child, made.at), { caseId: made.caseId, from: dayIn(child, made.at) }));
	await course(child, made, { days: daysAgo - 6, meetings: 4 });
	return ok();
}

async function agree(scene: Scene, { caseId, at }: Opened, member: Uuid): Promise<void> {
	const on = dayIn(scene, at);
	for (const { key, forms, setsPeriod } of definitionOf(scene).conditions)
		good(
			await stateCondition(acting(scene, at), {
				command: newId(at),
				caseId,
				condition: key,
				partyId: member,
				statedOn: on,
				form: forms[0]!,
				until: setsPeriod ? addDays(on, 180) : undefined,
			}),
		);
}
