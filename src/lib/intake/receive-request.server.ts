import { toCrockford } from '#lib/kernel/crockford.ts';
import type { Act, Actor, Visitor, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { belongToTeams, makeOwn, permitRole, teamOfProgramme } from '#lib/access/access.server.ts';
import { timeZoneHere } from '#lib/cases/case-under-change.server.ts';
import { municipalityOf } from '#lib/directory/settlements.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { treeLabel } from '#lib/people/person.ts';
import type { Mode, WayIn } from '#lib/programmes/definition.ts';
import { newestProgramme, type Programme } from '#lib/programmes/programmes.server.ts';
import { mac } from '#lib/vault/root-key.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { insertTaking } from './decisions.store.server.ts';
import { insertCommand, insertRequest } from './intake.store.server.ts';
import { insertReturnCode } from './return-codes.store.server.ts';
import { ownWishOf, respondBy, waysFor, type ForWhom, type RequestText, type Urgency } from './request.ts';

/** A request as somebody sends it or a worker writes it down. */
export type NewRequest = {
	readonly command: Uuid;
	readonly programme: string;
	readonly forWhom: ForWhom;
	/** The way in, when somebody chose it; else the one that fits. */
	readonly wayIn: string | undefined;
	readonly urgency: Urgency;
	readonly mode: Mode;
	readonly onlineReason: string | undefined;
	readonly site: string | undefined;
	readonly anonymous: boolean;
	readonly reasons: readonly string[];
	readonly text: RequestText;
};

const CODE_LENGTH = 12;

/** The code that opens a request again: always the same for the same form, so that a form sent twice shows one code (decision 29). */
export function codeOf(command: Uuid): string {
	return toCrockford(mac('return-codes', command), CODE_LENGTH);
}

/** Receives a request from the door. The result is the code it can be opened with, shown this once. */
export async function receiveRequest(act: Act<Visitor>, input: NewRequest): Promise<Result<{ code: string }>> {
	// Nobody at the door acts by office.
	if (input.forWhom === 'ex-officio') return refuse('not-accepting');
	const done = await transaction(
		act,
		async (tx) => {
			await insertCommand(tx, input.command);
			const kept = await keepRequest(tx, input, null);
			if (!kept.ok) return kept;
			const holder = input.forWhom === 'proposal' ? 'proposer' : 'code-holder';
			await insertReturnCode(tx, {
				mac: mac('return-code-index', codeOf(input.command)),
				subject: input.command,
				holder,
			});
			record(tx, { action: 'request.received', subjects: [input.command], reason: input.urgency });
			return ok();
		},
		{ command_pkey: 'already-known' },
	);
	// The same form again: nothing was done again, and the code is the same.
	if (!done.ok && done.problem !== 'already-known') return done;
	return ok({ code: codeOf(input.command) });
}

/** Writes down a request that came by telephone, at the door or in the field, or that the office acts on by duty. It is the worker's own from the start. */
export async function enterRequest(act: Act<Worker>, input: NewRequest): Promise<Result<{ requestId: Uuid }>> {
	const allowed = permitRole(act.by, 'request.enter');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		if (await claim(tx, input.command, 'enter-request')) {
			const kept = await keepRequest(tx, input, act.by.workerId);
			if (!kept.ok) return kept;
			await insertTaking(tx, { id: newId(act.at), requestId: input.command, worker: act.by.workerId });
			await makeOwn(tx, act.by.workerId, [input.command]);
		}
		record(tx, { action: 'request.received', subjects: [input.command], reason: input.urgency });
		return ok({ requestId: input.command });
	});
}

async function keepRequest<Who extends Actor>(
	tx: Tx<Who>,
	input: NewRequest,
	enteredBy: Uuid | null,
): Promise<Result<undefined>> {
	const [programme, team, timeZone] = await Promise.all([
		newestProgramme(tx, input.programme),
		teamOfProgramme(tx, input.programme),
		timeZoneHere(tx),
	]);
	if (!programme.ok) return programme;
	if (!programme.value.acceptsRequests || !team) return refuse('not-accepting');
	const checked = check(programme.value, input);
	if (!checked.ok) return checked;
	const vault = await openVault(tx);
	const key = await vault.newKey('request', input.command);
	await insertRequest(tx, {
		...whatWasAsked(input, programme.value, checked.value),
		receivedAt: tx.act.at,
		respondBy: respondBy(programme.value.definition, input.urgency, { at: tx.act.at, timeZone }),
		enteredBy,
		sealed: key.seal({ table: 'request_text', column: 'sealed', row: input.command }, input.text),
	});
	await belongToTeams(tx, input.command, [team]);
	return ok();
}

function whatWasAsked(input: NewRequest, { version }: Programme, way: WayIn) {
	const { command, programme, forWhom, urgency, mode, anonymous, reasons } = input;
	return {
		id: command,
		label: treeLabel(command),
		programme,
		version,
		wayIn: way.key,
		forWhom,
		urgency,
		mode,
		onlineReason: mode === 'online' ? (input.onlineReason ?? null) : null,
		site: input.site ?? null,
		municipality: municipalityOf(input.text.place)?.code ?? null,
		anonymous,
		needsOwnWish: ownWishOf(way, forWhom),
		needsNotice: way.needsNotice,
		reasons,
	};
}

function check({ definition }: Programme, input: NewRequest): Result<WayIn> {
	const ways = waysFor(definition, input.forWhom, input.mode);
	const way = input.wayIn ? ways.find((one) => one.key === input.wayIn) : ways[0];
	if (!definition.modes.includes(input.mode)) return refuseField('mode', 'choose-one');
	if (!way) return refuse('not-accepting');
	if (input.reasons.some((reason) => !definition.reasons.some((one) => one.key === reason)))
		return refuseField('reasons', 'choose-some');
	if (input.site && !definition.sites.some((site) => site.key === input.site)) return refuseField('site', 'choose-one');
	if (input.onlineReason && !definition.onlineReasons.some((one) => one.key === input.onlineReason))
		return refuseField('onlineReason', 'choose-one');
	return ok(way);
}
