import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import {
	dialled,
	helplineNumber,
	linesOf,
	OWN_HELPLINES_MAX,
	reordered,
	type Country,
	type HelplineEntry,
	type OwnHelpline,
} from './helpline.ts';
import { bringHelplines, forgetHelplines, installationHelplines } from './helplines.server.ts';
import {
	deleteHelpline,
	insertHelpline,
	loadOwnHelplines,
	lockHelplines,
	setPlaces,
	updateHelpline,
} from './helplines.store.server.ts';

/** What an administrator sees of the helplines of one country: their own in order, and the installation's that still stand beside them. */
type HelplineBoard = {
	readonly own: readonly OwnHelpline[];
	readonly installation: readonly HelplineEntry[];
};

/** The organisation's helplines, and those of the installation. */
export async function listHelplines(act: Act<Worker>): Promise<Result<HelplineBoard>> {
	const allowed = permitRole(act.by, 'helpline.change');
	if (!allowed.ok) return allowed;
	await bringHelplines(act.at, act.by.organisationId);
	return lookUp(act, async (tx) => {
		const own = await loadOwnHelplines(tx, tx.organisationId);
		const taken = new Set(own.map((one) => `${one.country} ${dialled(one.number)}`));
		const installation = installationHelplines().filter((one) => !taken.has(`${one.country} ${dialled(one.number)}`));
		return ok({ own, installation });
	});
}

/** Adds a number to the organisation's pages. It stands in place of the installation's of that number. */
export async function addHelpline(act: Act<Worker>, input: HelplineEntry): Promise<Result<Uuid>> {
	const number = helplineNumber(input.number);
	if (number === undefined) return refuseField('number', 'helpline-unreal');
	return changing(act, 'added', (tx) => add(tx, { ...input, number, shown: true }));
}

/** Keeps a number of the installation off the organisation's pages. One for a life in danger stays. */
export async function hideHelpline(
	act: Act<Worker>,
	input: { country: Country; number: string },
): Promise<Result<Uuid>> {
	const line = installationHelplines().find(
		(one) => one.country === input.country && dialled(one.number) === dialled(input.number),
	);
	if (!line) return refuse('not-found');
	if (line.danger) return refuse('helpline-vital');
	return changing(act, 'hidden', (tx) => add(tx, { ...line, shown: false }));
}

/** Changes a line of the organisation's own. */
export async function changeHelpline(act: Act<Worker>, input: HelplineEntry & { id: Uuid }): Promise<Result<Uuid>> {
	const number = helplineNumber(input.number);
	if (number === undefined) return refuseField('number', 'helpline-unreal');
	return changing(act, 'changed', async (tx) => {
		const there = (await loadOwnHelplines(tx, tx.organisationId)).some((one) => one.id === input.id);
		if (!there) return refuse('not-found');
		await updateHelpline(tx, { ...input, number, shown: true });
		return ok(input.id);
	});
}

/** Takes a line of the organisation's own away; the installation's of that number stands there again. */
export async function removeHelpline(act: Act<Worker>, input: { id: Uuid }): Promise<Result<Uuid>> {
	return changing(act, 'removed', async (tx) =>
		(await deleteHelpline(tx, input.id)) ? ok(input.id) : refuse('not-found'),
	);
}

/** Moves a line one place up or down among the organisation's own of its country. */
export async function moveHelpline(act: Act<Worker>, input: { id: Uuid; to: 'up' | 'down' }): Promise<Result<Uuid>> {
	return changing(act, 'moved', async (tx) => {
		const own = await loadOwnHelplines(tx, tx.organisationId);
		const line = own.find((one) => one.id === input.id);
		if (!line) return refuse('not-found');
		const among = own.filter((one) => one.shown && one.country === line.country).map((one) => one.id);
		const order = reordered(among, input);
		// A second press that came after the first had moved it to the end: it is where it was wanted.
		if (order) await setPlaces(tx, [...own.filter((one) => !among.includes(one.id)).map((one) => one.id), ...order]);
		return ok(input.id);
	});
}

/** The helplines of a country as the organisation's pages show them. */
export function shownLines(board: HelplineBoard, country: Country): readonly HelplineEntry[] {
	return linesOf(country, { installation: installationHelplines(), own: board.own });
}

async function add(tx: Tx, line: Omit<OwnHelpline, 'id'>): Promise<Result<Uuid>> {
	const own = await loadOwnHelplines(tx, tx.organisationId);
	if (own.length >= OWN_HELPLINES_MAX) return refuse('too-many-helplines', { max: OWN_HELPLINES_MAX });
	const id = newId(tx.act.at);
	await insertHelpline(tx, { ...line, id, place: own.length + 1 });
	return ok(id);
}

async function changing(
	act: Act<Worker>,
	reason: 'added' | 'changed' | 'hidden' | 'removed' | 'moved',
	change: (tx: Tx<Worker>) => Promise<Result<Uuid>>,
): Promise<Result<Uuid>> {
	const allowed = permitRole(act.by, 'helpline.change');
	if (!allowed.ok) return allowed;
	const done = await transaction(
		act,
		async (tx) => {
			await lockHelplines(tx);
			const changed = await change(tx);
			if (!changed.ok) return changed;
			record(tx, { action: 'helpline.changed', subjects: [tx.organisationId], record: changed.value, reason });
			return changed;
		},
		{ helpline_number_once: 'helpline-there' },
	);
	forgetHelplines();
	return done;
}
