// Everything that can be addressed in an organisation, once: a request of each kind, a person, a case with all that a case has.
import type { Act, Worker } from '../src/lib/kernel/actor.ts';
import { system } from '../src/lib/kernel/actor.ts';
import type { CalendarDay } from '../src/lib/kernel/calendar-day.ts';
import { addWorkingDays } from '../src/lib/kernel/holidays.ts';
import type { Uuid } from '../src/lib/kernel/ids.ts';
import { ok } from '../src/lib/kernel/result.ts';
import { belongToTeams } from '../src/lib/access/access.server.ts';
import { changePlan } from '../src/lib/cases/change-plan.server.ts';
import { addHelpline, listHelplines, removeHelpline } from '../src/lib/directory/change-helplines.server.ts';
import { addWorker } from '../src/lib/identity/invite-worker.server.ts';
import { aCommand, activeCase, aRequest, good, someWords, takenRequest } from '../src/lib/intake/intake.fixtures.ts';
import { makeRule } from '../src/lib/intake/routing-rules.server.ts';
import { offerTime } from '../src/lib/intake/offer-time.server.ts';
import { enterRequest, receiveRequest } from '../src/lib/intake/receive-request.server.ts';
import { recordTalk } from '../src/lib/intake/record-talk.server.ts';
import { record } from '../src/lib/journal/journal.server.ts';
import { readCasePage } from '../src/lib/meetings/read-case-page.server.ts';
import { recordMeeting } from '../src/lib/meetings/record-meeting.server.ts';
import { transaction } from '../src/lib/platform/database.server.ts';
import { aComplaint, aStandIn } from './scene-parts.fixtures.ts';
import { startVersion } from '../src/lib/programmes/start-draft.server.ts';
import { aWay, type Way } from './way.fixtures.ts';
import type { World } from '../src/lib/programmes/world.fixtures.ts';
import { aFamily } from './family.fixtures.ts';
import { aDocument, aReadyExport, aReadyPrint, type Marked } from './papers.fixtures.ts';
import { aConsent, anotherRecord, somebodyAround } from './scene-people.fixtures.ts';

/** The ids of everything in a scene, and the code of its first request. */
export type Scene = Way & {
	readonly slug: string;
	readonly organisation: Uuid;
	readonly team: Uuid;
	/** Nobody has taken it. */
	readonly waiting: Uuid;
	/** Taken; a talk was recorded, a time offered. */
	readonly request: Uuid;
	readonly code: string;
	readonly talk: Uuid;
	readonly appointment: Uuid;
	/** Somebody proposed it, and the person has not answered. */
	readonly initiative: Uuid;
	/** The office acts of itself; the person has not been told yet. */
	readonly exOfficio: Uuid;
	/** It came of an application for aid, about which nothing was decided yet. */
	readonly application: Uuid;
	readonly person: Uuid;
	/** Another record of that person, by the telephone. */
	readonly duplicate: Uuid;
	/** A consent of theirs, in force. */
	readonly consent: Uuid;
	/** Somebody around that person, who holds parental responsibility. */
	readonly around: Uuid;
	readonly case: Uuid;
	readonly fact: Uuid;
	readonly goal: Uuid;
	readonly step: Uuid;
	readonly meeting: Uuid;
	/** A case of a family, with somebody who takes part in it besides its client, a relation between the two, and an absence. */
	readonly family: Uuid;
	readonly member: Uuid;
	readonly relationship: Uuid;
	readonly absence: Uuid;
	/** Who leads it. */
	readonly leader: Uuid;
	/** Somebody else who works there. */
	readonly colleague: Uuid;
	/** Two helplines of the organisation's own. */
	readonly helpline: Uuid;
	readonly otherHelpline: Uuid;
	/** Which team some requests go to. */
	readonly rule: Uuid;
	/** Somebody stands in for the worker of the scene in its case, and was left a draft; whether the person agrees is not known. */
	readonly handover: Uuid;
	/** A complaint about nobody in particular, which the worker of the scene deals with. */
	readonly complaint: Uuid;
	/** A list that the worker of the scene took out; it is ready. */
	readonly export: Uuid;
	/** A summary of the case that the worker of the scene printed, where it was asked for: each takes a process of its own. */
	readonly print: Uuid;
	/** A document of the case, and one of the person. */
	readonly caseDocument: Uuid;
	readonly personDocument: Uuid;
	readonly now: Date;
};

/** Makes a scene in a world, led by one worker. */
export async function aScene(
	world: World,
	worker: Act<Worker>,
	{ mark = (field) => `besede ${field}`, print = false }: { mark?: Marked; print?: boolean } = {},
): Promise<Scene> {
	const asked = await askedRequests(world, worker, mark);
	const opened = await activeCase(world, worker, { text: textsOf(mark) });
	const course = await aCourse(worker, opened.caseId, mark);
	good(await startVersion(await world.hire(['administrator'], { team: null }), { programme: 'small' }));
	return {
		slug: world.slug,
		organisation: world.organisationId,
		team: world.teamId,
		...asked,
		person: opened.personId,
		duplicate: await anotherRecord(world, worker, mark),
		consent: await aConsent(worker, opened.personId),
		around: await somebodyAround(worker, opened.personId, mark),
		case: opened.caseId,
		...course,
		...(await aFamily(world, worker, mark)),
		...(await aWay(worker, opened, mark)),
		leader: worker.by.workerId,
		colleague: await aColleague(world, mark('colleague')),
		complaint: await aComplaint(worker, { caseId: opened.caseId, mark }),
		handover: await aStandIn(world, worker, { caseId: opened.caseId, mark }),
		...(await someHelplines(world)),
		rule: await aRule(world),
		export: await aReadyExport(worker),
		print: print ? await aReadyPrint(worker, opened.caseId) : aCommand(),
		caseDocument: await aDocument(worker, { of: 'case', id: opened.caseId }, mark),
		personDocument: await aDocument(worker, { of: 'person', id: opened.personId }, mark),
		now: world.now,
	};
}

function textsOf(mark: Marked) {
	return someWords({
		name: mark('name'),
		email: `${mark('email')
			.toLowerCase()
			.replace(/[^a-z0-9]/g, '')}@primer.invalid`,
		words: mark('words'),
		place: mark('place'),
		when: mark('when'),
		interpreter: mark('interpreter'),
	});
}

async function askedRequests(world: World, worker: Act<Worker>, mark: Marked) {
	const waiting = aRequest({ text: textsOf(mark) });
	good(await receiveRequest(world.visitor(), waiting));
	const about = { name: mark('about'), phone: '', email: '', relation: mark('relation'), knows: 'yes' as const };
	const proposer = { organisation: mark('organisation'), role: mark('role') };
	const initiative = aRequest({ forWhom: 'proposal', text: { ...textsOf(mark), about, proposer } });
	good(await receiveRequest(world.visitor(), initiative));
	const own = aRequest({ text: textsOf(mark) });
	const { code } = good(await receiveRequest(world.visitor(), own));
	const request = await takenRequest(world, worker, own);
	const appointment = aCommand();
	const { on, time } = aFreeTime(worker);
	good(
		await offerTime(worker, { ...AT_THE_OFFICE, command: appointment, requestId: request, on, time, agreed: false }),
	);
	const office = aRequest({ forWhom: 'ex-officio', wayIn: 'ex-officio', text: textsOf(mark) });
	good(await enterRequest(worker, office));
	const application = aRequest({
		wayIn: 'aid-application',
		application: { kind: 'material-aid', appliedOn: dayIn(worker), asked: mark('asked') },
		text: textsOf(mark),
	});
	good(await enterRequest(worker, application));
	return {
		waiting: waiting.command,
		application: application.command,
		exOfficio: office.command,
		initiative: initiative.command,
		request,
		code,
		appointment,
		talk: await aTalk(worker, request, mark),
	};
}

const AT_THE_OFFICE = { minutes: 30, mode: 'phone' as const, site: undefined };
const dayIn = (worker: Act): CalendarDay => worker.at.toISOString().slice(0, 10) as CalendarDay;
let timesGiven = 0;
const TIMES_A_DAY = 8;

/** A day and a time that no other scene of this file offers. */
export function aFreeTime(worker: Act): { on: CalendarDay; time: string } {
	const number = timesGiven;
	timesGiven += 1;
	const on = addWorkingDays(dayIn(worker), 3 + Math.floor(number / TIMES_A_DAY), 'si');
	return { on, time: `${9 + (number % TIMES_A_DAY)}:00`.padStart(5, '0') };
}

async function aTalk(worker: Act<Worker>, requestId: Uuid, mark: Marked): Promise<Uuid> {
	const command = aCommand();
	good(
		await recordTalk(worker, {
			command,
			requestId,
			startedAt: new Date(worker.at.getTime() - 60 * 60_000),
			minutes: 45,
			mode: 'phone',
			site: undefined,
			onlineReason: undefined,
			form: undefined,
			service: undefined,
			attendance: 'came',
			texts: { beginning: { 'own-view': mark('own-view') }, ways: { 'next-step': mark('next-step') } },
			codes: { why: ['grief'] },
			partMinutes: { beginning: 20, ways: 25 },
		}),
	);
	return command;
}

async function aCourse(worker: Act<Worker>, caseId: Uuid, mark: Marked) {
	const steps = [{ id: null, text: mark('step'), who: 'person' as const, byOn: null }];
	const plan = { resources: mark('resources'), needs: mark('needs'), goals: [{ id: null, text: mark('goal'), steps }] };
	good(await changePlan(worker, { command: aCommand(), caseId, basedOn: 0, madeOn: dayIn(worker), plan }));
	const page = good(await readCasePage(worker, { caseId }));
	const goal = page.plan!.goals[0]!;
	const meeting = aCommand();
	good(
		await recordMeeting(worker, {
			command: meeting,
			caseId,
			kind: 'meeting',
			startedAt: new Date(worker.at.getTime() - 60 * 60_000),
			minutes: 50,
			mode: 'office',
			site: 'celje',
			onlineReason: undefined,
			form: 'counselling',
			service: 'informing',
			attendance: 'came',
			done: mark('done'),
			goals: [goal.id],
		}),
	);
	return { fact: page.stated[0]!.id, goal: goal.id, step: goal.steps[0]!.id, meeting };
}

async function aColleague(world: World, name: string): Promise<Uuid> {
	const done = await transaction({ by: system(world.organisationId), at: world.now }, async (tx) => {
		const email = `${aCommand().slice(-12)}@delavec.invalid`;
		return ok(await addWorker(tx, { name, email, language: 'sl', roles: ['volunteer'], teams: [] }));
	});
	return good(done).workerId;
}

async function aRule(world: World): Promise<Uuid> {
	const id = aCommand();
	const asked = { field: 'fostering', municipality: 'ljubljana', site: null, reason: null, language: null, mode: null };
	good(await makeRule(await world.hire(['administrator']), { id, programme: 'small', team: world.teamId, ...asked }));
	return id;
}

let numbersGiven = 0;

/** A number to call that no other helpline of this file has. */
export function aFreeNumber(): string {
	numbersGiven += 1;
	return `041 ${String(numbersGiven).padStart(6, '0')}`;
}

/** More than this an organisation has none of its own: many scenes in one world make room for each other. */
const HELPLINES_KEPT = 30;

async function someHelplines(world: World): Promise<{ helpline: Uuid; otherHelpline: Uuid }> {
	const administrator = await world.hire(['administrator']);
	const { own } = good(await listHelplines(administrator));
	if (own.length > HELPLINES_KEPT)
		for (const { id } of own.slice(0, HELPLINES_KEPT - 10)) good(await removeHelpline(administrator, { id }));
	const words = { name: { sl: 'Izmišljen telefon' }, hours: { sl: 'vedno' } };
	const line = () => ({ country: 'si' as const, number: aFreeNumber(), danger: false, ...words });
	return {
		helpline: good(await addHelpline(administrator, line())),
		otherHelpline: good(await addHelpline(administrator, line())),
	};
}

/** Says that some subjects belong to another team too, or to none at all. */
export async function moveToTeam(world: World, subjects: readonly Uuid[], team: Uuid): Promise<void> {
	good(
		await transaction({ by: system(world.organisationId), at: world.now }, async (tx) => {
			for (const subject of subjects) await belongToTeams(tx, subject, [team]);
			record(tx, { action: 'worker.changed', subjects: [...subjects] });
			return ok();
		}),
	);
}
