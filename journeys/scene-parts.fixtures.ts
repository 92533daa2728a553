// What else there is to address in a scene: who stands in, a complaint, what was said among those who work here.
import type { Act, Worker } from '../src/lib/kernel/actor.ts';
import { addDays, type CalendarDay } from '../src/lib/kernel/calendar-day.ts';
import type { Uuid } from '../src/lib/kernel/ids.ts';
import { writeCaseNote } from '../src/lib/cases/case-notes.server.ts';
import { recordComplaint } from '../src/lib/cases/complaints.server.ts';
import { handOverCase } from '../src/lib/intake/hand-over.server.ts';
import { aCommand, good } from '../src/lib/intake/intake.fixtures.ts';
import type { World } from '../src/lib/programmes/world.fixtures.ts';

type Marked = (field: string) => string;
const dayIn = (worker: Act): CalendarDay => worker.at.toISOString().slice(0, 10) as CalendarDay;

/** A complaint the worker deals with, and a supervision they took part in. */
export async function aComplaint(worker: Act<Worker>, { caseId, mark }: { caseId: Uuid; mark: Marked }): Promise<Uuid> {
	const command = aCommand();
	const words = { words: mark('complaint'), who: mark('complainant'), reach: mark('complaint-reach') };
	const about = { caseId, aboutWorker: undefined, dealtBy: worker.by.workerId };
	good(
		await recordComplaint(worker, {
			command,
			receivedOn: dayIn(worker),
			way: 'letter',
			anonymous: false,
			...words,
			...about,
		}),
	);
	const note = { text: mark('supervision'), outside: mark('outside'), workers: [worker.by.workerId] };
	const held = { command: aCommand(), caseId, kind: 'supervision', heldOn: dayIn(worker) } as const;
	good(await writeCaseNote(worker, { ...held, ...note }));
	return command;
}

/** Somebody who stands in for the worker in a case for a week. */
export async function aStandIn(
	world: World,
	worker: Act<Worker>,
	{ caseId, mark }: { caseId: Uuid; mark: Marked },
): Promise<Uuid> {
	const successor = await world.hire(['professional'], { name: mark('stand-in'), team: null });
	const { workerId: fromWorker } = worker.by;
	const days = { from: dayIn(worker), to: addDays(dayIn(worker), 7) };
	const said = { agreement: 'to-be-asked', note: mark('handover'), withDrafts: false } as const;
	const terms = { kind: 'for-a-time', reason: 'leave', ...days, ...said } as const;
	const over = { command: aCommand(), caseId, fromWorker, toWorker: successor.by.workerId, terms };
	return good(await handOverCase(worker, over)).handoverId;
}
