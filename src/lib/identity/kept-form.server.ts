import { openEnvelope, sealEnvelope } from '#lib/vault/envelope.server.ts';
import { readKeptForm, type KeptForm } from './kept-form.ts';

/** How long a form waits for whoever sent it, milliseconds: a working day and the night after it. */
const WAITS_MS = 24 * 60 * 60 * 1000;

type Envelope = { readonly form: string; readonly givenTo: string };

/**
 * Seals a form for the page that asks for the password again: whoever looks at a locked screen, or at the source of its page,
 * reads nothing of it. `givenTo` is the mark its page carried: nobody but that account, or that code, opens it.
 */
export function sealKeptForm(form: KeptForm, of: { givenTo: string; at: Date }): string {
	const envelope: Envelope = { form: JSON.stringify(form), givenTo: of.givenTo };
	return sealEnvelope('kept-forms', envelope, new Date(of.at.getTime() + WAITS_MS));
}

/** Opens a form that was sealed, for the mark of whoever asks: undefined when it is not one of ours or is too old. */
export function openKeptForm(
	text: string | undefined,
	by: { mark: string; at: Date },
): KeptForm | 'of-another' | undefined {
	const envelope = openEnvelope<Envelope>('kept-forms', text, by.at);
	if (!envelope) return undefined;
	return envelope.givenTo === by.mark ? readKeptForm(envelope.form) : 'of-another';
}
