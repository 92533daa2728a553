import type { Act, Worker } from '#lib/kernel/actor.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';
import { teamsOf } from '#lib/access/access.server.ts';
import { keepTask } from '#lib/cases/agreed-task.server.ts';
import { NO_LIMIT } from '#lib/cases/case.ts';
import { checkServices, choosesServices } from '#lib/cases/member.ts';
import { familyOfPerson, openCase } from '#lib/cases/open-case.server.ts';
import { beginOwnPlan } from '#lib/cases/change-plan.server.ts';
import { keepOwnView } from '#lib/cases/review-case.server.ts';
import { checkEpisode, type EarlierCase, type EpisodeReason } from '#lib/cases/way.ts';
import { keepEpisode } from '#lib/cases/way.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { saidThatBecomes } from '#lib/meetings/course.ts';
import { attachTalks } from '#lib/meetings/attach-talks.server.ts';
import { meetingsOf } from '#lib/meetings/meetings-of.server.ts';
import type { Meeting } from '#lib/meetings/meeting.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import { tellProposer } from './answer-proposer.server.ts';
import { insertOutcome } from './decisions.store.server.ts';
import { earlierIn } from './earlier-episode.server.ts';
import { requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';
import { checkCase } from './request.ts';

export type CaseOpening = {
	readonly command: Uuid;
	readonly requestId: Uuid;
	readonly unit: 'person' | 'family';
	/** Why they come to the service, by the indications of its definition. */
	readonly indications?: readonly string[];
	/** Which kinds of service are to be given, where its conditions depend on them. */
	readonly services?: readonly string[];
	/** Why there is another case, where the person had one under the same limited programme. */
	readonly episode?: { readonly reason: EpisodeReason | undefined; readonly words: string };
};

const REFUSALS = {
	request_outcome_pkey: 'already-decided',
	case_of_request_once: 'already-decided',
	case_comes_of_own_wish: 'needs-own-wish',
	case_needs_informing: 'needs-informing',
	episode_has_its_reason: 'episode-needs-reason',
} as const;

/** Opens a case of a request: with the person it is about, the conditions of the programme's version, and the talks that led to it. */
export async function openCaseFromRequest(act: Act<Worker>, input: CaseOpening): Promise<Result<{ caseId: Uuid }>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId);
			if (!found.ok) return found;
			if (await claim(tx, input.command, 'open-case')) {
				const opened = await open(tx, found.value, input);
				if (!opened.ok) return opened;
			}
			record(tx, {
				action: 'case.opened',
				subjects: [
					input.command,
					input.requestId,
					...(found.value.facts.aboutPerson ? [found.value.facts.aboutPerson] : []),
				],
			});
			return ok({ caseId: input.command });
		},
		REFUSALS,
	);
}

async function open(tx: Tx<Worker>, request: RequestUnderWork, input: CaseOpening): Promise<Result<undefined>> {
	const { facts, definition, timeZone } = request;
	const checked = checkCase(definition, facts);
	if (!checked.ok) return checked;
	if (!definition.unit.includes(input.unit)) return refuseField('unit', 'choose-one');
	const indicated = checkIndications(definition, input);
	if (!indicated.ok) return indicated;
	const services = checkServices(definition, input.services ?? []);
	if (!services.ok) return services;
	const earlier = await earlierIn(tx, request);
	const reasoned = checkEpisode(earlier, input.episode);
	if (!reasoned.ok) return reasoned;
	await openCase(tx, {
		id: input.command,
		programme: facts.programme,
		version: facts.version,
		definition,
		requestId: facts.id,
		unit: input.unit,
		familyId: input.unit === 'family' ? await familyOfPerson(tx, facts.aboutPerson!) : undefined,
		indications: input.indications ?? [],
		services: choosesServices(definition) ? (input.services ?? []) : [],
		members: [{ person: facts.aboutPerson!, roles: ['client'] }],
		teams: await teamsOf(tx, facts.id),
		timeZone,
	});
	const limit = definition.meetings.limit ?? NO_LIMIT;
	const attached = await attachTalks(tx, facts.id, { caseId: input.command, definition, meetingLimit: limit });
	if (!attached.ok) return attached;
	await beginWithWhatWasSaid(tx, request, { ...input, earlier });
	await insertOutcome(tx, { requestId: facts.id, kind: 'accepted', by: tx.act.by.workerId });
	await tellProposer(tx, request, 'considered');
	return ok();
}

/** What a definition names as reasons for its help is chosen from; several people's distress is a family's. */
function checkIndications(definition: Definition, input: CaseOpening): Result<undefined> {
	const chosen = definition.indications.filter((one) => input.indications?.includes(one.key));
	if (chosen.length !== (input.indications?.length ?? 0)) return refuseField('indications', 'choose-some');
	const ofSeveral = chosen.some((one) => (one.membersMin ?? 1) > 1);
	return ofSeveral && input.unit !== 'family' ? refuseField('unit', 'needs-family') : ok();
}

/** A case begins with what was said already: the person's own view, the task that was agreed, their own plan. Nothing is typed twice. */
async function beginWithWhatWasSaid(
	tx: Tx<Worker>,
	request: RequestUnderWork,
	{ command: caseId, episode, earlier }: CaseOpening & { readonly earlier: EarlierCase | undefined },
): Promise<void> {
	const talks = await meetingsOf(tx, { requestId: request.facts.id });
	const key = (await (await openVault(tx)).keysOf([caseId])).get(caseId);
	if (!key) return;
	if (earlier && episode?.reason)
		await keepEpisode(tx, key, { caseId, earlier: earlier.id, reason: episode.reason, words: episode.words });
	await beginWithOwnView(tx, request, { caseId, key, talks });
	await beginWithTaskAndPlan(tx, request, { caseId, key, talks });
}

type Beginning = { readonly caseId: Uuid; readonly key: SubjectKey; readonly talks: readonly Meeting[] };

async function beginWithTaskAndPlan(
	tx: Tx<Worker>,
	{ definition, timeZone, today }: RequestUnderWork,
	{ caseId, key, talks }: Beginning,
): Promise<void> {
	const task = saidThatBecomes(definition, talks, 'agreed-task');
	if (task) {
		const said = { basedOn: 0, words: task.words, meetingId: task.talk.id };
		await keepTask(tx, key, { ...said, caseId, agreedOn: dayOf(task.talk.startedAt, timeZone), before: [] });
	}
	const plan = saidThatBecomes(definition, talks, 'own-plan');
	if (plan) await beginOwnPlan(tx, { key, definition }, { caseId, madeOn: today, ownWords: plan.words });
}

/** The person's own view (B20): as they told it in the last talk, else as they wrote it in their request. */
async function beginWithOwnView(
	tx: Tx<Worker>,
	{ facts, text, today }: RequestUnderWork,
	{ caseId, key, talks }: Beginning,
): Promise<void> {
	const told = talks.map(ownViewIn).find((words) => words !== '');
	const words = told ?? (facts.forWhom === 'self' ? text.words : '');
	await keepOwnView(tx, { caseId, person: facts.aboutPerson!, on: today, words, key });
}

function ownViewIn(talk: Meeting): string {
	const prompts = Object.values(talk.texts).flatMap((part) => Object.entries(part));
	return prompts
		.filter(([prompt]) => prompt.startsWith('own-view'))
		.map(([, words]) => words)
		.join('\n\n');
}
