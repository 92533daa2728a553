import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import type { SaidAtMeeting } from '#lib/meetings/meeting-guide.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { krizovaIntervence } from '../../../programmes/krizova-intervence.ts';
import { aCommand, aTalk, good, takenRequest } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { openCaseFromRequest, type CaseOpening } from './open-case-from-request.server.ts';
import { recordTalk, type RecordedTalk } from './record-talk.server.ts';

/** A request to the crisis centre. */
export const CRISIS = { programme: krizovaIntervence.key, reasons: [], mode: 'office' as const };

/** A crisis centre with two workers of one team. */
export async function aCentre() {
	const world = await aWorld([krizovaIntervence]);
	const worker = await world.hire(['professional']);
	const colleague = await world.hire(['coordinator']);
	return { world, worker, colleague };
}
type Centre = Awaited<ReturnType<typeof aCentre>>;

/** A request under the worker's hands, about somebody: a new person, or one who is here. */
export async function asked({ world }: Pick<Centre, 'world'>, worker: Act<Worker>, personId?: Uuid) {
	const requestId = await takenRequest(world, worker, CRISIS);
	const linked = good(await linkPerson(worker, { requestId, personId }));
	return { requestId, personId: linked.personId };
}

export const talk = (worker: Act<Worker>, requestId: Uuid, changes: Partial<RecordedTalk> = {}) =>
	recordTalk(worker, aTalk(worker, requestId, { mode: 'office', ...changes }));
export const open = (worker: Act<Worker>, requestId: Uuid, episode?: CaseOpening['episode']) =>
	openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person', ...(episode && { episode }) });
/** What a meeting's form says: nothing but the changes. */
export const said = (changes: Partial<SaidAtMeeting> = {}) => {
	const nothing = { steps: {}, stepsDone: [], texts: {}, codes: {}, counselling: [], options: [], task: undefined };
	return (): Result<SaidAtMeeting> => ok({ ...nothing, ...changes });
};
