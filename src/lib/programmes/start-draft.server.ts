import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { blankDefinition, copyOf } from './blank-definition.ts';
import type { Definition } from './definition.ts';
import { keyFrom, type Draft } from './draft.ts';
import { deleteDraft, insertDraft, loadDrafts, type DraftOrigin } from './drafts.store.server.ts';
import { loadOpenOffers, settleOffers } from './offers.store.server.ts';
import { newestProgramme, programmesHere } from './programmes.server.ts';
import { loadDefinition } from './programmes.store.server.ts';

/** A programme that is not there yet: from nothing, as a copy of one that is published, or of a template. */
type NewProgramme = {
	readonly title: string;
	/** The part of its address; made from the title where none is given. */
	readonly address: string;
	readonly copy?: string | undefined;
	readonly template?: Definition | undefined;
};

/** Addresses that pages of the editor have. */
const RESERVED = ['new'];

/** Begins the draft of a new programme; gives its key, which is its address for good. */
export async function startProgramme(act: Act<Worker>, input: NewProgramme): Promise<Result<string>> {
	return changing(act, async (tx) => {
		const [published, drafts] = await Promise.all([programmesHere(tx), loadDrafts(tx)]);
		const taken = new Set([...RESERVED, ...published.map((one) => one.key), ...drafts.map((one) => one.programme)]);
		if (input.address !== '' && taken.has(input.address)) return refuseField('address', 'already-known');
		const source = input.template ?? published.find((one) => one.key === input.copy)?.definition;
		if (input.copy && !source) return refuse('program-unknown');
		if (!source && input.title === '') return refuseField('title', 'write-something');
		const key = input.address || addressFor(input, source, taken);
		const definition = await begun(tx, { key, title: input.title }, source);
		const origin = input.template ? 'template' : source ? 'copy' : 'scratch';
		return begin(tx, { key, definition, origin, baseVersion: null });
	});
}

function addressFor({ title, template }: NewProgramme, source: Definition | undefined, taken: ReadonlySet<string>) {
	if (template && !taken.has(template.key)) return template.key;
	return keyFrom(title || (source?.title[source.language] ?? ''), taken);
}

async function begun(
	tx: Tx,
	{ key, title }: { key: string; title: string },
	source: Definition | undefined,
): Promise<Draft> {
	const language = source?.language ?? (await organisationHere(tx))?.language ?? 'sl';
	if (!source) return blankDefinition({ key, title, language });
	return copyOf(source, { key, title: title || (source.title[language] ?? ''), language });
}

/** Begins a draft of the next version of a published programme; goes on with the one there is. */
export async function startVersion(act: Act<Worker>, input: { programme: string }): Promise<Result<string>> {
	return changing(act, async (tx) => {
		const newest = await newestProgramme(tx, input.programme);
		if (!newest.ok) return refuse('not-found');
		const { version, key } = newest.value;
		const definition = await loadDefinition(tx, { organisation: tx.organisationId, programme: key, version });
		const done = await begin(tx, { key, definition: definition as Draft, origin: 'version', baseVersion: version });
		return done.ok ? done : ok(key);
	});
}

/** Begins a draft with what a changed template offers. */
export async function takeOffer(act: Act<Worker>, input: { programme: string }): Promise<Result<string>> {
	return changing(act, async (tx) => {
		const newest = await newestProgramme(tx, input.programme);
		const offer = (await loadOpenOffers(tx)).find((one) => one.programme === input.programme);
		if (!newest.ok) return refuse('not-found');
		if (!offer) return refuse('already-decided');
		const done = await begin(tx, {
			key: input.programme,
			definition: offer.definition as Draft,
			origin: 'offer',
			baseVersion: newest.value.version,
		});
		if (!done.ok) return refuse('draft-there');
		await settleOffers(tx, input.programme, tx.act.by.workerId);
		return done;
	});
}

/** Puts what a changed template offers aside. */
export async function putOfferAside(act: Act<Worker>, input: { programme: string }): Promise<Result<string>> {
	return changing(act, async (tx) => {
		await settleOffers(tx, input.programme, tx.act.by.workerId);
		return ok(input.programme);
	});
}

/** Throws a draft away; what is published stays as it is. */
export async function discardDraft(act: Act<Worker>, input: { programme: string }): Promise<Result<string>> {
	return changing(act, async (tx) => {
		await deleteDraft(tx, input.programme);
		return ok(input.programme);
	});
}

async function begin(
	tx: Tx<Worker>,
	draft: { key: string; definition: Draft; origin: DraftOrigin; baseVersion: number | null },
): Promise<Result<string>> {
	const { key: programme, ...rest } = draft;
	const made = await insertDraft(tx, { programme, ...rest, by: tx.act.by.workerId });
	return made ? ok(programme) : refuseField('address', 'already-known');
}

async function changing(
	act: Act<Worker>,
	change: (tx: Tx<Worker>) => Promise<Result<string>>,
): Promise<Result<string>> {
	const allowed = permitRole(act.by, 'programme.change');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const done = await change(tx);
		if (done.ok) record(tx, { action: 'programme.draft-changed', subjects: [tx.organisationId], reason: done.value });
		return done;
	});
}
