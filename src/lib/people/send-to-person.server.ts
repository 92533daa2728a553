import type { Tx } from '#lib/platform/database.server.ts';
import type { Words } from '#lib/platform/words.server.ts';
import { queueMail } from '#lib/vault/outbox.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { maySend, type MessageKind } from './message.ts';
import type { ContactRule } from './person.ts';

/**
 * The one place from which a person is written to. The person's own rules decide here, whatever the writer meant; the words
 * name neither the service nor what it is about. Tells whether the message goes out.
 */
export async function sendToPerson(
	tx: Tx,
	to: { key: SubjectKey; email: string; rules: readonly ContactRule[]; words: Words },
	kind: MessageKind,
): Promise<boolean> {
	if (!maySend(to.email, to.rules)) return false;
	const { t } = to.words;
	await queueMail(tx, to.key, {
		kind,
		mail: { to: to.email, subject: t(`mail.${kind}.subject`), text: t(`mail.${kind}.text`) },
	});
	return true;
}
