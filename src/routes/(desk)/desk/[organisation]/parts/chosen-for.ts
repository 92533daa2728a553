import { isUuid, type Uuid } from '#lib/kernel/ids.ts';

/** To whom each goes: the fields `to-<id>` of a form. */
export function chosenFor(rest: Readonly<Record<string, unknown>>): Readonly<Record<Uuid, Uuid>> {
	const chosen: Record<Uuid, Uuid> = {};
	for (const [name, to] of Object.entries(rest)) {
		const id = name.replace(/^to-/, '');
		if (isUuid(id) && typeof to === 'string' && isUuid(to)) chosen[id] = to;
	}
	return chosen;
}
