// What hangs on the person of a scene.
import type { Act, Worker } from '../src/lib/kernel/actor.ts';
import type { CalendarDay } from '../src/lib/kernel/calendar-day.ts';
import type { Uuid } from '../src/lib/kernel/ids.ts';
import { ok } from '../src/lib/kernel/result.ts';
import { belongToTeams, makeOwn } from '../src/lib/access/access.server.ts';
import { aCommand, good, someWords } from '../src/lib/intake/intake.fixtures.ts';
import { record } from '../src/lib/journal/journal.server.ts';
import { addAround } from '../src/lib/people/change-around.server.ts';
import { recordConsent } from '../src/lib/people/consents.server.ts';
import { makePerson } from '../src/lib/people/people.server.ts';
import { transaction } from '../src/lib/platform/database.server.ts';
import type { World } from '../src/lib/programmes/world.fixtures.ts';

/** Every text a person gives in a scene; `mark` makes them recognisable. */
export type Marked = (field: string) => string;
const dayIn = (worker: Act): CalendarDay => worker.at.toISOString().slice(0, 10) as CalendarDay;

/** Another record of somebody, by the telephone. */
export async function anotherRecord(world: World, worker: Act<Worker>, mark: Marked): Promise<Uuid> {
	const done = await transaction(worker, async (tx) => {
		const text = { name: mark('duplicate'), phone: someWords().phone, email: '', address: '', anonymous: false };
		const { id } = await makePerson(tx, text, '386');
		await makeOwn(tx, worker.by.workerId, [id]);
		await belongToTeams(tx, id, [world.teamId]);
		record(tx, { action: 'person.known', subjects: [id] });
		return ok(id);
	});
	return good(done);
}

/** A consent of somebody, in force. */
export async function aConsent(worker: Act<Worker>, personId: Uuid): Promise<Uuid> {
	const command = aCommand();
	const given = { command, personId, on: dayIn(worker), form: 'oral', expiresOn: null } as const;
	good(await recordConsent(worker, { ...given, purpose: 'involve-others' }));
	return command;
}

/** Somebody around a person, who decides for them and must never be contacted. */
export async function somebodyAround(worker: Act<Worker>, personId: Uuid, mark: Marked): Promise<Uuid> {
	const command = aCommand();
	const text = { name: mark('around'), reach: mark('reach'), roleWords: mark('role-words'), note: mark('around-note') };
	const codes = { role: 'other', mayKnow: 'nothing', livesWith: false } as const;
	const said = { ...text, ...codes, neverContact: true, holdsResponsibility: true };
	good(await addAround(worker, { command, personId, said }));
	return command;
}
