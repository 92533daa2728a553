import type { Act, System } from '#lib/kernel/actor.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { readDefinition, type Definition } from './definition.ts';
import { hashOf } from './definition-hash.server.ts';
import { insertOffer, wasPublished } from './offers.store.server.ts';
import {
	insertProgramme,
	insertVersion,
	loadDefinition,
	lockProgramme,
	updateProgramme,
	type ProgrammeRow,
} from './programmes.store.server.ts';

/** What became of a template: published as a first or a new version, already there, offered to an organisation that has its own, or known to it already. */
type Published = 'first' | 'new-version' | 'unchanged' | 'offered' | 'left-alone';

/**
 * Brings a template of the repository into an organisation's programmes. A changed template becomes a new version by
 * itself as long as the organisation never edited that programme, else it is offered as a draft (decision 32).
 */
export async function publishTemplate(act: Act<System>, definition: Definition): Promise<Result<Published>> {
	return transaction(act, async (tx) => {
		const published = await publishInto(tx, definition);
		if (!published.ok) return published;
		record(tx, { action: 'programme.published', subjects: [tx.organisationId], reason: published.value });
		return published;
	});
}

/** The same as part of a larger use case, which journals. A definition that does not read is refused. */
export async function publishInto(tx: Tx, definition: Definition): Promise<Result<Published>> {
	const read = readDefinition(definition);
	if ('faults' in read) return refuse('definition-unreadable', { at: read.faults[0]?.at ?? '' });
	const hash = hashOf(definition);
	const before = await lockProgramme(tx, definition.key);
	if (!before) {
		const { key, acceptsRequests } = definition;
		await insertProgramme(tx, { key, acceptsRequests, templateHash: hash });
		await insertVersion(tx, { programme: key, version: 1, definition, hash });
		return ok('first');
	}
	if (before.hash.equals(hash)) return ok('unchanged');
	if (!before.template_hash || before.has_draft) return ok(await offer(tx, definition, hash));
	await publishAfter(tx, before, { definition, hash });
	return ok('new-version');
}

async function publishAfter(
	tx: Tx,
	before: ProgrammeRow,
	next: { definition: Definition; hash: Buffer },
): Promise<void> {
	const { key, acceptsRequests } = next.definition;
	const old = (await loadDefinition(tx, {
		organisation: tx.organisationId,
		programme: key,
		version: before.version,
	})) as Definition;
	// A door that an administrator closed or opened stays as it is, unless the template itself says something new of it.
	const door = old.acceptsRequests === acceptsRequests ? before.accepts_requests : acceptsRequests;
	await updateProgramme(tx, { key, acceptsRequests: door, templateHash: next.hash });
	await insertVersion(tx, { programme: key, version: before.version + 1, ...next });
}

/** Lays a changed template before the administrators, once; one that was a version of the programme before is nothing new. */
async function offer(tx: Tx, definition: Definition, hash: Buffer): Promise<Published> {
	if (await wasPublished(tx, definition.key, hash)) return 'left-alone';
	return (await insertOffer(tx, { programme: definition.key, definition, hash })) ? 'offered' : 'left-alone';
}
