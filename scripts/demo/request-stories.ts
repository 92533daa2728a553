// Stories that stay requests, or begin as ones.
import type { Act, Visitor, Worker } from '../../src/lib/kernel/actor.ts';
import { dayOf } from '../../src/lib/kernel/calendar-day.ts';
import { addWorkingDays } from '../../src/lib/kernel/holidays.ts';
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { ok, type Result } from '../../src/lib/kernel/result.ts';
import {
	answerInitiative,
	concludeRequest,
	declineRequest,
	recordNotice,
} from '../../src/lib/intake/decide-request.server.ts';
import { linkPerson } from '../../src/lib/intake/link-person.server.ts';
import { offerTime } from '../../src/lib/intake/offer-time.server.ts';
import { answerOwnAppointment, enterCode, withdrawOwnRequest } from '../../src/lib/intake/own-request.server.ts';
import { enterRequest, receiveRequest, type NewRequest } from '../../src/lib/intake/receive-request.server.ts';
import { recordTalk } from '../../src/lib/intake/record-talk.server.ts';
import { takeRequest } from '../../src/lib/intake/take-request.server.ts';
import { asRun } from '../../src/lib/programmes/features.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { TEMPLATES } from '../../programmes/templates.ts';
import type { Scene } from './scene.ts';
import { good } from './organisations.ts';
import { saidAt, saidBy } from './said.ts';

export const acting = (scene: Scene, at: Date): Act<Worker> => ({ by: scene.worker.by, at });
export const definitionOf = (scene: Scene) => asRun(TEMPLATES.find((one) => one.key === scene.programme)!);

/** A request as the person of the scene would send it. */
export function asked(scene: Scene, at: Date, changes: Partial<NewRequest> = {}): NewRequest {
	const { chance, person } = scene;
	const definition = definitionOf(scene);
	const reasons = chance.some(
		definition.reasons.map((one) => one.key),
		chance.between(1, 2),
	);
	const mode = chance.pick(definition.modes);
	return {
		command: newId(at),
		programme: scene.programme,
		forWhom: 'self',
		wayIn: undefined,
		urgency: 'ordinary',
		mode,
		onlineReason:
			mode === 'online' && definition.onlineReasons.length > 0 ? chance.pick(definition.onlineReasons).key : undefined,
		site: undefined,
		anonymous: person.anonymous,
		reasons,
		text: {
			name: person.name,
			phone: person.phone,
			email: person.email,
			words: chance.pick(saidBy(scene).weighs),
			place: person.place,
			when: chance.odds(0.3) ? saidBy(scene).when : '',
			rules: chance.odds(0.3) ? ['no-voicemail'] : [],
			interpreter: chance.odds(0.05) ? 'albanščina' : '',
			language: scene.organisation.language,
			about: null,
			proposer: null,
		},
		...changes,
	};
}

export async function received(
	scene: Scene,
	{ daysAgo, urgency }: { daysAgo: number; urgency: 'urgent' | 'ordinary' },
): Promise<Result<{ requestId: Uuid; code: string; at: Date }>> {
	const at = scene.ago(daysAgo);
	const request = asked(scene, at, { urgency });
	const visitor: Act<Visitor> = { by: { kind: 'visitor', organisationId: scene.organisation.id }, at };
	const { code } = good(await receiveRequest(visitor, request));
	return ok({ requestId: request.command, code, at });
}

export async function taken(
	scene: Scene,
	daysAgo: number,
	withinHours = 20,
): Promise<Result<{ requestId: Uuid; code: string; at: Date }>> {
	const { requestId, code, at } = good(await received(scene, { daysAgo, urgency: 'ordinary' }));
	const then = scene.after(at, scene.chance.between(2, withinHours));
	good(await takeRequest(acting(scene, then), { command: newId(then), requestId }));
	return ok({ requestId, code, at: then });
}

export async function offered(
	scene: Scene,
	daysAgo: number,
	agreedForToday = false,
): Promise<Result<{ requestId: Uuid; code: string; appointmentId: Uuid }>> {
	// What is agreed for today was agreed before today: on a Monday, the next working day after Friday is today.
	const { requestId, code, at } = good(await taken(scene, daysAgo, agreedForToday ? 8 : 20));
	const appointmentId = newId(at);
	for (let tries = 0; tries < 30; tries += 1) {
		const today = dayOf(scene.now, scene.organisation.timeZone);
		const on = agreedForToday ? today : addWorkingDays(today, scene.chance.between(1, 9), scene.organisation.country);
		const time = `${String(scene.chance.between(8, 16)).padStart(2, '0')}:${scene.chance.pick(['00', '30'])}`;
		const done = await offerTime(acting(scene, at), {
			command: appointmentId,
			requestId,
			on,
			time,
			minutes: 30,
			mode: 'phone',
			site: undefined,
			agreed: agreedForToday,
		});
		if (done.ok) return ok({ requestId, code, appointmentId });
		if (done.problem !== 'worker-busy') return done;
	}
	throw new Error('the worker has no free half hour in the demo');
}

export async function answered(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const { code, appointmentId } = good(await offered(scene, daysAgo));
	const holder = good(await enterCode('demo', code, scene.now));
	return answerOwnAppointment(
		{ by: holder, at: scene.now },
		{ appointmentId, answer: scene.chance.pick(['accepted', 'accepted', 'another-asked'] as const) },
	);
}

export async function declined(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const { requestId, at } = good(await taken(scene, daysAgo));
	const reason = scene.chance.pick(definitionOf(scene).reasonsToDecline).key;
	return declineRequest(acting(scene, at), { requestId, reason, note: saidBy(scene).declined });
}

export async function withdrawn(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const { code, at } = good(await received(scene, { daysAgo, urgency: 'ordinary' }));
	const then = scene.after(at, 30);
	const holder = good(await enterCode('demo', code, then));
	return withdrawOwnRequest({ by: holder, at: then }, { command: newId(then) });
}

export async function initiative(
	scene: Scene,
	{ daysAgo, answer }: { daysAgo: number; answer: 'accepted' | 'declined' | undefined },
): Promise<Result<unknown>> {
	const at = scene.ago(daysAgo);
	const definition = definitionOf(scene);
	const wayIn = scene.chance.pick(definition.waysIn.filter((way) => way.from === 'proposal')).key;
	// The school asked the person first: without their agreement a proposal is not taken.
	const proposal = { proposer: 'professional', agreedOn: dayOf(at, scene.organisation.timeZone) } as const;
	const request = asked(scene, at, { forWhom: 'proposal', wayIn, anonymous: false, proposal });
	const about = {
		name: scene.person.name || saidBy(scene).nameless,
		phone: scene.person.phone,
		email: '',
		relation: '',
		knows: 'yes' as const,
	};
	const text = {
		...request.text,
		...saidBy(scene).proposer,
		words: scene.chance.pick(saidBy(scene).noticed),
		about,
		proposer: saidBy(scene).works,
	};
	good(
		await receiveRequest({ by: { kind: 'visitor', organisationId: scene.organisation.id }, at }, { ...request, text }),
	);
	if (!answer) return ok();
	const then = scene.after(at, 26);
	good(await takeRequest(acting(scene, then), { command: newId(then), requestId: request.command }));
	return answerInitiative(acting(scene, then), {
		requestId: request.command,
		answer,
		on: dayOf(then, scene.organisation.timeZone),
	});
}

export async function exOfficio(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	const at = scene.ago(daysAgo);
	const act = acting(scene, at);
	const request = asked(scene, at, {
		forWhom: 'ex-officio',
		mode: 'office',
		onlineReason: undefined,
		anonymous: false,
	});
	const text = { ...request.text, words: 'Obvestilo šole o ponavljajoči se odsotnosti otroka.' };
	const { requestId } = good(await enterRequest(act, { ...request, text }));
	if (scene.chance.odds(0.5)) return ok();
	good(
		await recordNotice(act, { requestId, basis: 'binding-information', on: dayOf(at, scene.organisation.timeZone) }),
	);
	good(await linkPerson(act, { requestId, personId: undefined }));
	return talk(scene, requestId, scene.after(at, 3));
}

/** Records a talk by the guide of the programme, every prompt answered. */
export async function talk(scene: Scene, requestId: Uuid, at: Date): Promise<Result<unknown>> {
	const { chance } = scene;
	const definition = definitionOf(scene);
	const parts = definition.guide.parts.map((part) => {
		const prompts = part.prompts.filter((prompt) => prompt.kind === 'text');
		return [
			part.key,
			Object.fromEntries(prompts.map((prompt) => [prompt.key, chance.odds(0.8) ? saidAt(scene, prompt) : ''])),
		] as const;
	});
	const ticks = definition.guide.parts.flatMap((part) => part.prompts).filter((prompt) => prompt.kind !== 'text');
	const offered = (prompt: (typeof ticks)[number]) =>
		(prompt.kind === 'options'
			? definition.options
			: prompt.list === 'own'
				? (prompt.items ?? [])
				: prompt.list
					? definition[prompt.list]
					: []
		).map((one) => one.key);
	const minutes = chance.between(30, 70);
	return recordTalk(acting(scene, at), {
		command: newId(at),
		requestId,
		startedAt: new Date(at.getTime() - minutes * 60_000),
		minutes,
		mode: chance.pick(definition.modes),
		site: undefined,
		onlineReason: undefined,
		form: undefined,
		service: undefined,
		attendance: 'came',
		texts: Object.fromEntries(parts),
		codes: Object.fromEntries(ticks.map((prompt) => [prompt.key, chance.some(offered(prompt), chance.between(1, 3))])),
		partMinutes: {},
	});
}

export async function talked(
	scene: Scene,
	{ daysAgo, conclude }: { daysAgo: number; conclude: 'agreed' | 'none' | undefined },
): Promise<Result<{ requestId: Uuid; personId: Uuid; at: Date }>> {
	const { requestId, at } = good(await taken(scene, daysAgo));
	const then = scene.after(at, 48);
	const act = acting(scene, then);
	const { personId } = good(await linkPerson(act, { requestId, personId: undefined }));
	good(await talk(scene, requestId, then));
	if (conclude)
		good(
			await concludeRequest(act, {
				requestId,
				agreement: conclude,
				note: conclude === 'agreed' ? saidBy(scene).agreed : '',
			}),
		);
	return ok({ requestId, personId, at: then });
}

/** Somebody who was here before comes back with something new. */
export async function returning(scene: Scene, daysAgo: number): Promise<Result<unknown>> {
	good(await talked(scene, { daysAgo, conclude: 'agreed' }));
	const at = scene.ago(1);
	return receiveRequest(
		{ by: { kind: 'visitor', organisationId: scene.organisation.id }, at },
		asked(scene, at, { urgency: scene.chance.pick(['ordinary', 'urgent'] as const) }),
	);
}
