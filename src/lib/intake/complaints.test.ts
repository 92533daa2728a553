import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField } from '#lib/kernel/result.ts';
import {
	answerComplaint,
	assignComplaint,
	closeComplaint,
	recordComplaint,
	setComplaintTerm,
	type TakenDown,
} from '#lib/cases/complaints.server.ts';
import { listComplaints, readComplaint } from '#lib/cases/read-complaints.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aCommand, activeCase, good, problemOf } from './intake.fixtures.ts';
import { readDay } from './read-day.server.ts';

const database = testDatabase();
let world: World;
let [worker, about, lead, administrator] = [] as unknown as [Act<Worker>, Act<Worker>, Act<Worker>, Act<Worker>];
beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional']);
	about = await world.hire(['professional', 'programme-lead', 'administrator']);
	lead = await world.hire(['programme-lead']);
	administrator = await world.hire(['administrator']);
});

const DAY = '2026-11-23' as CalendarDay;
const taken = (changes: Partial<TakenDown> = {}): TakenDown => ({
	command: aCommand(),
	caseId: undefined,
	receivedOn: DAY,
	way: 'letter',
	anonymous: false,
	who: 'Zala Vzorčnik',
	reach: '041 000 321',
	words: 'Nihče me ni poklical nazaj.',
	aboutWorker: undefined,
	dealtBy: lead.by.workerId,
	...changes,
});
async function recorded(changes: Partial<TakenDown> = {}): Promise<Uuid> {
	const complaint = taken(changes);
	good(await recordComplaint(worker, complaint));
	return complaint.command;
}
const idsOf = async (act: Act<Worker>) =>
	good(await listComplaints(act, { after: undefined })).rows.map((row) => row.id);

describe('a complaint', () => {
	test('is taken down about a case, sealed, with who deals with it and by when it is answered: 30 days where nothing was set [W7]', async () => {
		const { caseId } = await activeCase(world, worker);
		const complaintId = await recorded({ caseId });
		const page = good(await readComplaint(lead, { complaintId }));
		expect(page).toMatchObject({ caseId, dueOn: '2026-12-23', dealtBy: lead.by.workerId, outcome: null });
		expect(page.said).toEqual({ words: 'Nihče me ni poklical nazaj.', who: 'Zala Vzorčnik', reach: '041 000 321' });
		const { rows } = await database.superuser.query<{ row: string }>(
			'select to_json(t)::text as row from complaint_text t',
		);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.filter(({ row }) => /Vzorčnik|poklical/.test(row))).toEqual([]);
	});

	test('of somebody who stays unnamed keeps no name and no contact, even if they were typed [W7, A4]', async () => {
		const complaintId = await recorded({ anonymous: true });
		const { said } = good(await readComplaint(lead, { complaintId }));
		expect(said).toEqual({ words: 'Nihče me ni poklical nazaj.', who: '', reach: '' });
	});

	test('is never dealt with by whom it is about, in the product or in the database [W7]', async () => {
		const tried = await recordComplaint(worker, taken({ aboutWorker: about.by.workerId, dealtBy: about.by.workerId }));
		expect(tried).toEqual(refuseField('dealtBy', 'not-whom-it-is-about'));
		expect(await recordComplaint(worker, taken({ aboutWorker: aCommand() }))).toEqual(
			refuseField('aboutWorker', 'choose-one'),
		);
		const complaintId = await recorded({ aboutWorker: about.by.workerId });
		expect(await assignComplaint(administrator, { complaintId, dealtBy: about.by.workerId })).toEqual(
			refuseField('dealtBy', 'not-whom-it-is-about'),
		);
		await expect(
			database.superuser.query('update complaint set dealt_by = about_worker where id = $1', [complaintId]),
		).rejects.toThrow('not_by_whom_it_is_about');
	});

	test('is not seen by whom it is about, whatever their roles; even what the access table let pass the database would hide [W7]', async () => {
		const complaintId = await recorded({ aboutWorker: about.by.workerId });
		expect(problemOf(await readComplaint(about, { complaintId }))).toBe('not-found');
		expect(await idsOf(about)).not.toContain(complaintId);
		expect(await idsOf(administrator)).toContain(complaintId);
		await database.superuser.query('delete from access.grant_ where subject_id = $1', [complaintId]);
		expect(problemOf(await readComplaint(about, { complaintId }))).toBe('not-found');
		expect((await readComplaint(administrator, { complaintId })).ok).toBe(true);
	});

	test('is seen by who deals with it and by those who lead or administer, not by who took it down [W7]', async () => {
		const complaintId = await recorded();
		expect(problemOf(await readComplaint(worker, { complaintId }))).toBe('not-found');
		expect(await idsOf(worker)).not.toContain(complaintId);
		expect(await assignComplaint(lead, { complaintId, dealtBy: worker.by.workerId })).toEqual(ok());
		expect((await readComplaint(worker, { complaintId })).ok).toBe(true);
		expect(await idsOf(worker)).toContain(complaintId);
	});

	test('stands in the day of who deals with it until it is answered and closed [W7, W1]', async () => {
		const dealer = await world.hire(['professional']);
		const complaintId = await recorded({ dealtBy: dealer.by.workerId });
		const inDay = async () => good(await readDay(dealer, { of: 'own' })).complaints.map((one) => [one.id, one.dueOn]);
		expect(await inDay()).toEqual([[complaintId, '2026-12-23']]);
		const answer = { complaintId, answeredOn: DAY, outcome: 'partly', answer: 'Opravičujemo se.' } as const;
		expect(await closeComplaint(dealer, { complaintId })).toEqual(refuse('needs-answer'));
		expect(await answerComplaint(dealer, { ...answer, answer: '' })).toEqual(refuseField('answer', 'write-something'));
		expect(await answerComplaint(dealer, answer)).toEqual(ok());
		expect(await answerComplaint(dealer, answer)).toEqual(refuse('already-answered'));
		expect(await inDay()).toHaveLength(1);
		expect(await closeComplaint(dealer, { complaintId })).toEqual(ok());
		expect(await inDay()).toEqual([]);
		const page = good(await readComplaint(dealer, { complaintId }));
		expect([page.answer, page.outcome, page.closedOn]).toEqual(['Opravičujemo se.', 'partly', DAY]);
	});
});

test('the days to answer are the organisation’s to set, from a day on; what came before keeps its term [W7]', async () => {
	const other = await aWorld();
	const [here, admin] = [await other.hire(['programme-lead']), await other.hire(['administrator'])];
	const dueOf = async (receivedOn: CalendarDay, act = here) => {
		const complaint = taken({ receivedOn, dealtBy: here.by.workerId });
		good(await recordComplaint(act, complaint));
		return good(await readComplaint(here, { complaintId: complaint.command })).dueOn;
	};
	expect(await setComplaintTerm(here, { days: 10, from: DAY })).toEqual(refuse('not-found'));
	expect(await setComplaintTerm(admin, { days: 10, from: '2026-11-22' as CalendarDay })).toEqual(
		refuseField('from', 'too-early'),
	);
	good(await setComplaintTerm(admin, { days: 10, from: '2026-11-25' as CalendarDay }));
	expect(await dueOf(DAY)).toBe('2026-12-23');
	expect(await dueOf('2026-11-25' as CalendarDay, other.at(here, { days: 3 }))).toBe('2026-12-05');
});
