import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { MessageValues, Words } from '#lib/platform/words.server.ts';
import { queueMail } from '#lib/vault/outbox.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { maySend, type MessageKind } from './message.ts';
import { loadContactRules } from './people.store.server.ts';
import type { ContactRule } from './person.ts';

/** Whom a message is for. */
export type Recipient = {
	readonly key: SubjectKey;
	readonly email: string;
	/** The rules they gave when they asked. */
	readonly rules: readonly ContactRule[];
	/** Who they are, where that is known: the rules that were kept with them since hold too. */
	readonly person: Uuid | null;
	readonly words: Words;
};

/**
 * The one place from which a person is written to. The person's own rules decide here, whatever the writer meant; the words
 * name neither the organisation nor the programme nor what it is about: somebody else may read them. Tells whether the message
 * goes out.
 */
export async function sendToPerson(
	tx: Tx,
	to: Recipient,
	message: { kind: MessageKind; values?: MessageValues },
): Promise<boolean> {
	const rules = [...to.rules, ...(to.person ? await loadContactRules(tx, to.person) : [])];
	if (!maySend(to.email, rules)) return false;
	const { t } = to.words;
	const { kind, values } = message;
	const text = t(`mail.${kind}.text`, values);
	await queueMail(tx, to.key, { kind, mail: { to: to.email, subject: t(`mail.${kind}.subject`), text } });
	return true;
}
