// What those who work in the demo share: somebody stands in, a supervision was held, somebody complained.
import { addDays, dayOf } from '../../src/lib/kernel/calendar-day.ts';
import type { Act, Worker } from '../../src/lib/kernel/actor.ts';
import { writeCaseNote } from '../../src/lib/cases/case-notes.server.ts';
import { recordComplaint } from '../../src/lib/cases/complaints.server.ts';
import { listCases } from '../../src/lib/cases/list-cases.server.ts';
import { handOverCase } from '../../src/lib/intake/hand-over.server.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { good, type DemoOrganisation } from './organisations.ts';

const DAYS_STOOD_IN = 6;
const DAYS_SINCE_COMPLAINT = 24;

/** Tells these of the first active case of one worker. */
export async function shareWork(organisation: DemoOrganisation, now: Date): Promise<void> {
	const whose = (local: string): Act<Worker> => {
		const found = organisation.workers.find((one) => one.email.startsWith(`${local}@`));
		if (!found) throw new Error(`nobody in the demo is called ${local}`);
		return { by: found.by, at: now };
	};
	const [maja, ciril, vida, leon] = [whose('maja'), whose('ciril'), whose('vida'), whose('leon')];
	const { rows } = good(await listCases(maja, { filter: { order: 'newest', state: 'active' } }));
	const caseId = rows[0]!.facts.id;
	const today = dayOf(now, organisation.timeZone);
	const days = { from: today, to: addDays(today, DAYS_STOOD_IN) };
	const note = 'V torek pokličite osebo, kot je dogovorjeno. Načrt je svež, korak s spanjem je na vrsti.';
	const terms = { kind: 'for-a-time', reason: 'leave', agreement: 'agreed', note, withDrafts: false, ...days } as const;
	const between = { fromWorker: maja.by.workerId, toWorker: ciril.by.workerId };
	good(await handOverCase(maja, { command: newId(now), caseId, ...between, terms }));
	const held = { kind: 'supervision', heldOn: addDays(today, -1), outside: 'supervizorka Izmišljena Zunanja' } as const;
	const workers = [maja.by.workerId, vida.by.workerId];
	const text = 'Kje me ta zgodba zadene in kaj naredim s tem: naslednjič vprašam, preden svetujem.';
	good(await writeCaseNote(maja, { command: newId(now), caseId, ...held, workers, text }));
	const receivedOn = addDays(today, -DAYS_SINCE_COMPLAINT);
	const said = {
		words: 'Dvakrat me niste poklicali nazaj, kot je bilo rečeno.',
		who: 'Mira Vzorčnik',
		reach: '041 000 999',
	};
	const about = { caseId: undefined, aboutWorker: ciril.by.workerId, dealtBy: leon.by.workerId };
	const came = { receivedOn, way: 'letter', anonymous: false } as const;
	good(await recordComplaint(vida, { command: newId(now), ...came, ...said, ...about }));
}
