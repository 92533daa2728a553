import type { Tx } from '#lib/platform/database.server.ts';
import { outboxStanding, type OutboxStanding } from '#lib/vault/outbox.server.ts';

/** How the organisation's mail stands: how many messages wait, since when, and when the last one went out. */
export type MailStanding = OutboxStanding;
/** How the organisation's mail stands: figures and times only, for a page that asks who may see them. */
export const mailStanding: (tx: Tx) => Promise<MailStanding> = outboxStanding;
