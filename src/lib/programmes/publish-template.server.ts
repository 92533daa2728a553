import { createHash } from 'node:crypto';
import type { Act, System } from '#lib/kernel/actor.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Definition } from './definition.ts';
import { insertProgramme, insertVersion, lockProgramme, updateProgramme } from './programmes.store.server.ts';

/** What became of a template: published as a first or a new version, already there, or left because the organisation has its own. */
export type Published = 'first' | 'new-version' | 'unchanged' | 'left-alone';

/**
 * Brings a template of the repository into an organisation's programmes. A changed template becomes a new version by
 * itself as long as the organisation never edited that programme (decision 32).
 */
export async function publishTemplate(act: Act<System>, definition: Definition): Promise<Result<Published>> {
	return transaction(act, async (tx) => {
		const published = await publishInto(tx, definition);
		record(tx, { action: 'programme.published', subjects: [tx.organisationId], reason: published });
		return ok(published);
	});
}

/** The same as part of a larger use case, which journals. */
export async function publishInto(tx: Tx, definition: Definition): Promise<Published> {
	const hash = hashOf(definition);
	const programme = { key: definition.key, acceptsRequests: definition.acceptsRequests, templateHash: hash };
	const before = await lockProgramme(tx, definition.key);
	if (before?.hash.equals(hash)) return 'unchanged';
	if (before && !before.template_hash) return 'left-alone';
	if (before) await updateProgramme(tx, programme);
	else await insertProgramme(tx, programme);
	await insertVersion(tx, { programme: definition.key, version: (before?.version ?? 0) + 1, definition, hash });
	return before ? 'new-version' : 'first';
}

function hashOf(definition: Definition): Buffer {
	return createHash('sha256').update(JSON.stringify(definition)).digest();
}
