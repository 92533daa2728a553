/** A form that could not be taken where it arrived: where it was sent, and what was typed. It is sent again when that is possible. */
export type KeptForm = { readonly action: string; readonly fields: readonly (readonly [string, string])[] };

/** Keeps a form as it was sent. Passwords and one-time codes are not kept. */
export function keepForm(action: string, typed: Readonly<Record<string, string | string[]>>): KeptForm {
	const fields = Object.entries(typed)
		.filter(([name]) => !/password|second-factor/.test(name))
		.flatMap(([name, given]) => (Array.isArray(given) ? given : [given]).map((value) => [name, value] as const));
	return { action, fields };
}

/** Where a form can wait for whoever typed it: at a desk, and on the pages of a code. */
const OF_SOMEBODY = /^\/(desk\/[a-z0-9-]+|code\/request)(\/|$|\?)/;

/** Reads a kept form from a hidden field; undefined for anything that is not one of ours or leads elsewhere. */
export function readKeptForm(text: string | undefined): KeptForm | undefined {
	if (!text) return undefined;
	try {
		const kept = JSON.parse(text) as { action?: unknown; fields?: unknown };
		const { action, fields } = kept;
		if (typeof action !== 'string' || !OF_SOMEBODY.test(action) || !Array.isArray(fields)) return undefined;
		const read = fields.filter(
			(one): one is [string, string] =>
				Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string'),
		);
		return read.length === fields.length ? { action, fields: read } : undefined;
	} catch {
		// Whatever does not read is simply not a kept form.
		return undefined;
	}
}

/** The part of an address that may be gone to after signing in: the desk's own pages only. */
export function safeReturn(to: string | null): string | undefined {
	return to && /^\/desk\/[a-z0-9-]+(\/[^\\]*)?$/.test(to) && !to.includes('//') ? to : undefined;
}
