import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';

/** Whether a definition was a version of the programme at any time. */
export async function wasPublished(tx: Tx, programme: string, hash: Buffer): Promise<boolean> {
	const row = await tx.db
		.selectFrom('programme_version')
		.select('version')
		.where('organisation_id', '=', tx.organisationId)
		.where('programme', '=', programme)
		.where('hash', '=', hash)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Offers a template; false when it was offered before. */
export async function insertOffer(
	tx: Tx,
	offer: { programme: string; definition: object; hash: Buffer },
): Promise<boolean> {
	const done = await tx.db
		.insertInto('programme_offer')
		.values({
			organisation_id: tx.organisationId,
			programme: offer.programme,
			hash: offer.hash,
			definition: JSON.stringify(offer.definition),
			offered_at: tx.act.at,
		})
		.onConflict((conflict) => conflict.columns(['organisation_id', 'programme', 'hash']).doNothing())
		.executeTakeFirst();
	return done.numInsertedOrUpdatedRows === 1n;
}

type OfferRow = { programme: string; hash: Buffer; definition: unknown; offered_at: Date };

/** The offers nobody has settled yet, newest first. */
export async function loadOpenOffers(tx: Tx): Promise<OfferRow[]> {
	return tx.db
		.selectFrom('programme_offer')
		.select(['programme', 'hash', 'definition', 'offered_at'])
		.where('organisation_id', '=', tx.organisationId)
		.where('settled_at', 'is', null)
		.orderBy('offered_at', 'desc')
		.limit(200)
		.execute();
}

/** Settles every open offer of a programme: one was taken, or put aside. */
export async function settleOffers(tx: Tx, programme: string, by: Uuid): Promise<void> {
	await tx.db
		.updateTable('programme_offer')
		.set({ settled_at: tx.act.at, settled_by: by })
		.where('organisation_id', '=', tx.organisationId)
		.where('programme', '=', programme)
		.where('settled_at', 'is', null)
		.execute();
}
