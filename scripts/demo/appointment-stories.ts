// Stories of appointments: one that somebody did not come to, one that was moved, one that stands.
import type { CalendarDay } from '../../src/lib/kernel/calendar-day.ts';
import { dayOf } from '../../src/lib/kernel/calendar-day.ts';
import { addWorkingDays } from '../../src/lib/kernel/holidays.ts';
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { ok, type Result } from '../../src/lib/kernel/result.ts';
import { attendAppointment } from '../../src/lib/intake/attend-appointment.server.ts';
import { bookAppointment } from '../../src/lib/meetings/book-appointment.server.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { activeFor } from './case-stories.ts';
import { good } from './organisations.ts';
import { acting } from './request-stories.ts';
import type { Scene } from './scene.ts';

const TRIES = 30;

async function booked(
	scene: Scene,
	caseId: Uuid,
	{ at, days, instead }: { at: Date; days: number; instead?: Uuid },
): Promise<Uuid> {
	const { chance } = scene;
	const id = newId(at);
	for (let tries = 0; tries < TRIES; tries += 1) {
		const on: CalendarDay = addWorkingDays(dayOf(at, scene.organisation.timeZone), days + Math.floor(tries / 8), 'si');
		const done = await bookAppointment(acting(scene, at), {
			command: id,
			caseId,
			on,
			time: `${String(chance.between(8, 16)).padStart(2, '0')}:${chance.pick(['00', '15', '45'])}`,
			minutes: 45,
			mode: 'office',
			site: undefined,
			workers: [scene.worker.by.workerId],
			instead,
		});
		if (done.ok) return id;
		if (done.problem !== 'worker-busy') throw new Error(done.problem);
	}
	throw new Error('the worker has no free time in the demo');
}

/** Somebody active who missed one appointment, moved another, and comes next week. */
export async function missedAndMoved(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const { caseId } = good(await activeFor(scene, { daysAgo, meetings: 2 }));
	const before = scene.ago(16);
	const missed = await booked(scene, caseId, { at: before, days: 2 });
	good(await attendAppointment(acting(scene, scene.now), { id: missed, how: 'did-not-come' }));
	const at = scene.ago(2);
	const first = await booked(scene, caseId, { at, days: 6 });
	await booked(scene, caseId, { at: scene.now, days: 4, instead: first });
	return ok();
}

/** Somebody active whose last appointment nobody has recorded yet. */
export async function unrecorded(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const { caseId } = good(await activeFor(scene, { daysAgo, meetings: 3 }));
	await booked(scene, caseId, { at: scene.ago(8), days: 2 });
	return ok();
}
