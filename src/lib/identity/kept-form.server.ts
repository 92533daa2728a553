import type { Uuid } from '#lib/kernel/ids.ts';
import { openEnvelope, sealEnvelope } from '#lib/vault/envelope.server.ts';
import { readKeptForm, type KeptForm } from './kept-form.ts';

/** How long a form waits for whoever sent it, milliseconds: a working day and the night after it. */
const WAITS_MS = 24 * 60 * 60 * 1000;

type Envelope = { readonly form: string; readonly worker: Uuid | null };

/**
 * Seals a form for the page that asks for the password again: whoever looks at a locked screen, or at the source of its page,
 * reads nothing of it. `worker` is whose it is, as far as that is known.
 */
export function sealKeptForm(form: KeptForm, of: { worker: Uuid | undefined; at: Date }): string {
	const envelope: Envelope = { form: JSON.stringify(form), worker: of.worker ?? null };
	return sealEnvelope('kept-forms', envelope, new Date(of.at.getTime() + WAITS_MS));
}

/** Opens a form that was sealed; undefined when it is not one of ours, is too old, or belongs to somebody else. */
export function openKeptForm(
	text: string | undefined,
	by: { workers: readonly Uuid[] | undefined; at: Date },
): KeptForm | undefined {
	const envelope = openEnvelope<Envelope>('kept-forms', text, by.at);
	if (!envelope) return undefined;
	const theirs = envelope.worker === null || by.workers === undefined || by.workers.includes(envelope.worker);
	return theirs ? readKeptForm(envelope.form) : undefined;
}
