import type { Uuid } from '#lib/kernel/ids.ts';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { aCommand } from '#lib/intake/intake.fixtures.ts';
import { aCase, NO_PERIOD } from '#lib/cases/cases.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import type { RecordedMeeting } from './record-meeting.server.ts';

/** A programme with at most twelve counting meetings, as crisis intervention has them; contacts never count. */
export const twelve = smallDefinition({
	meetings: { limit: 12, counting: ['talk', 'meeting'] },
	conditions: [],
	agreement: NO_PERIOD,
});

/** Two workers of one team and a case with at most twelve meetings. */
export async function aLimitedCase() {
	const world = await aWorld([twelve]);
	const worker = await world.hire(['professional']);
	const colleague = await world.hire(['coordinator']);
	const { caseId } = await aCase(world, worker, { definition: twelve });
	return { world, worker, colleague, caseId };
}

/** A meeting that ended an hour ago, to which the person came. */
export function aMeeting(worker: Act<Worker>, caseId: Uuid, changes: Partial<RecordedMeeting> = {}): RecordedMeeting {
	return {
		command: aCommand(),
		caseId,
		kind: 'meeting',
		startedAt: new Date(worker.at.getTime() - 2 * 60 * 60_000),
		minutes: 60,
		mode: 'office',
		site: undefined,
		onlineReason: undefined,
		form: undefined,
		service: undefined,
		attendance: 'came',
		done: 'Pogovor',
		goals: [],
		...changes,
	};
}
