import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { optionalText } from '#lib/kernel/fields.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { readForm, type Typed } from '#lib/platform/form.ts';
import * as v from 'valibot';

/** How somebody sees what is hard, in their words, on a day. */
export type OwnView = {
	readonly id: Uuid;
	readonly person: Uuid;
	readonly on: CalendarDay;
	readonly by: Uuid;
	readonly words: string;
};
/** How one person saw it first and, where they said it again, last. */
type ThenAndNow<View> = { readonly person: Uuid; readonly first: View; readonly last: View | undefined };

/** What each person of a case said first and last (B20), in the order in which they first spoke: nobody's words beside another's. */
export function thenAndNow<View extends { readonly person: Uuid }>(
	views: readonly View[],
): readonly ThenAndNow<View>[] {
	return [...Map.groupBy(views, (view) => view.person)].map(([person, said]) => ({
		person,
		first: said[0]!,
		last: said.length > 1 ? said.at(-1) : undefined,
	}));
}

const PREFIX = 'view-';
/** What the field is called in which somebody's view is written. */
export const viewField = (person: Uuid) => `${PREFIX}${person}`;

/** Reads the views of a form, by the person who said it. Who may say something in a case is for the case to decide. */
export function readViews(typed: Readonly<Record<string, unknown>>): Result<ReadonlyMap<Uuid, string>> {
	const fields = Object.keys(typed).filter((name) => name.startsWith(PREFIX));
	const read = readForm(typed as Typed, v.object(Object.fromEntries(fields.map((name) => [name, optionalText()]))));
	if (!read.ok) return read;
	const said = Object.entries(read.value as Readonly<Record<string, string>>);
	return ok(new Map(said.map(([name, words]) => [name.slice(PREFIX.length) as Uuid, words])));
}
