import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { assignProgramme, permitRole, teamOfProgramme, teamsHere } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { readDefinition, type Definition } from './definition.ts';
import { hashOf } from './definition-hash.server.ts';
import { same } from './difference.ts';
import { deleteDraft, lockDraft } from './drafts.store.server.ts';
import { hindrances } from './hindrances.ts';
import { newestProgramme } from './programmes.server.ts';
import {
	insertProgramme,
	insertVersion,
	loadDefinition,
	lockProgramme,
	setDoor,
	updateProgramme,
	type ProgrammeRow,
} from './programmes.store.server.ts';

type Publication = {
	readonly command: Uuid;
	readonly programme: string;
	/** The draft as it was shown: another one is not published unseen. */
	readonly revision: number;
	/** For a first version: the team its requests come to, and whether they may come at once. */
	readonly team?: Uuid | undefined;
	readonly open: boolean;
};

/** Publishes a draft as the next version. Requests and cases that there are stay on theirs. Gives the version's number. */
export async function publishDraft(act: Act<Worker>, input: Publication): Promise<Result<number>> {
	const allowed = permitRole(act.by, 'programme.change');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const published = await lockProgramme(tx, input.programme);
		const draft = await lockDraft(tx, input.programme);
		record(tx, { action: 'programme.published', subjects: [tx.organisationId], reason: input.programme });
		if (!(await claim(tx, input.command, 'programme-publication'))) return ok(published?.version ?? 0);
		if (!draft) return refuse('not-found');
		const isAsSeen = draft.revision === input.revision && draft.base_version === (published?.version ?? null);
		if (!isAsSeen) return refuse('changed-meanwhile');
		const read = readDefinition(draft.definition);
		if ('faults' in read) return refuse('draft-faults', { count: read.faults.length });
		const { definition } = read;
		const done = published ? await publishNext(tx, definition, published) : await publishFirst(tx, definition, input);
		if (!done.ok) return done;
		await deleteDraft(tx, input.programme);
		return done;
	});
}

async function publishFirst(tx: Tx<Worker>, definition: Definition, input: Publication): Promise<Result<number>> {
	const team = (await teamsHere(tx)).find((one) => one.id === input.team);
	if (!team) return refuseField('team', 'choose-one');
	const acceptsRequests = input.open && hindrances(definition).length === 0;
	await insertProgramme(tx, { key: definition.key, acceptsRequests, templateHash: null });
	await assignProgramme(tx, definition.key, team.id);
	return publishVersion(tx, definition, 1);
}

async function publishNext(
	tx: Tx<Worker>,
	definition: Definition,
	{ version, accepts_requests: open }: ProgrammeRow,
): Promise<Result<number>> {
	const { key } = definition;
	const before = await loadDefinition(tx, { organisation: tx.organisationId, programme: key, version });
	if (same(before, definition)) return refuse('nothing-changed');
	const acceptsRequests = open && hindrances(definition).length === 0;
	await updateProgramme(tx, { key, acceptsRequests, templateHash: null });
	return publishVersion(tx, definition, version + 1);
}

async function publishVersion(tx: Tx<Worker>, definition: Definition, version: number): Promise<Result<number>> {
	const { key: programme } = definition;
	const by = tx.act.by.workerId;
	await insertVersion(tx, { programme, version, definition, hash: hashOf(definition), by });
	return ok(version);
}

/** Opens a programme for new requests, or closes it. One that asks for what the engine does not run, or that no team has, stays closed. */
export async function openOrClose(
	act: Act<Worker>,
	input: { programme: string; open: boolean },
): Promise<Result<string>> {
	return ofPublished(act, input.programme, async (tx, definition) => {
		const missing = hindrances(definition);
		if (input.open && missing.length > 0) return refuse('engine-lacks', { count: missing.length });
		if (input.open && !(await teamOfProgramme(tx, input.programme))) return refuseField('team', 'choose-one');
		await setDoor(tx, input.programme, input.open);
		return ok(input.programme);
	});
}

/** Says which team a programme's requests come to from now on. */
export async function giveToTeam(act: Act<Worker>, input: { programme: string; team: Uuid }): Promise<Result<string>> {
	return ofPublished(act, input.programme, async (tx) => {
		const team = (await teamsHere(tx)).find((one) => one.id === input.team);
		if (!team) return refuseField('team', 'choose-one');
		await assignProgramme(tx, input.programme, team.id);
		return ok(input.programme);
	});
}

async function ofPublished(
	act: Act<Worker>,
	programme: string,
	change: (tx: Tx<Worker>, definition: Definition) => Promise<Result<string>>,
): Promise<Result<string>> {
	const allowed = permitRole(act.by, 'programme.change');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		await lockProgramme(tx, programme);
		const newest = await newestProgramme(tx, programme);
		if (!newest.ok) return refuse('not-found');
		const done = await change(tx, newest.value.definition);
		if (done.ok) record(tx, { action: 'programme.door-changed', subjects: [tx.organisationId], reason: programme });
		return done;
	});
}
