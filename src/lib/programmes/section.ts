/** A field. `at`: its path within the section, or within its row; empty where a row is nothing but words. */
export type Field = {
	readonly at: string;
	/** What it is called, where rows of several lists have the same: `editor.label.` and this. */
	readonly label?: string;
	/** What its choices are called, where several fields have the same. */
	readonly say?: string;
} & (
	| { readonly kind: 'words'; readonly long?: true; readonly empty?: 'left-out' | 'null' }
	| { readonly kind: 'text'; readonly empty?: 'null' }
	| { readonly kind: 'lines' }
	| { readonly kind: 'number'; readonly empty?: 'left-out' | 'null' }
	/** `ticked`: what stands in the definition where the box is ticked, if that is a no. */
	| { readonly kind: 'yes'; readonly empty?: 'left-out'; readonly ticked?: false }
	| { readonly kind: 'one'; readonly options: readonly string[]; readonly empty?: 'left-out' }
	| { readonly kind: 'many'; readonly options: readonly string[] }
	/** One row of another list of the definition, or several, by their keys. */
	| { readonly kind: 'key' | 'keys'; readonly of: 'services' | 'course'; readonly empty: 'left-out' }
);
/** A list of rows, which are added, moved and removed. Rows have keys, unless `keyless`. */
export type List = {
	readonly at: string;
	readonly fields: readonly Field[];
	readonly lists?: readonly List[];
	readonly keyless?: true;
	/** Rows can be added from their words alone, one a line. */
	readonly quick?: true;
	/** An empty list is left out of the definition. */
	readonly empty?: 'left-out';
	/** A row may be marked when it is added: its key then begins with this, and the engine knows it by that. */
	readonly mark?: 'own-view';
};
export type Section = {
	readonly key: string;
	readonly fields: readonly Field[];
	readonly lists: readonly List[];
	/** What the whole section is about may be left out: it begins as this. */
	readonly group?: { readonly at: string; readonly empty: 'left-out' | 'null'; readonly blank: object };
};

/** Whether the box of a field is ticked where its value is this. */
export const isTicked = (field: Field, value: unknown) => field.kind === 'yes' && value === (field.ticked ?? true);
/** What a box says, ticked or not. */
export const saidBy = ({ ticked }: { readonly ticked?: false }, isIt: boolean) => isIt === (ticked ?? true);

/** What a list is called in an address and on a page. */
export const nameOf = ({ at }: Pick<List, 'at'>) => at.replaceAll('.', '-');

/** What a field is called, as a key of its label: `waysIn` and `ownWish` is `ways-in.own-wish`. */
export function labelOf(field: Field, list?: List): string {
	return field.label ?? kebab(list ? `${list.at}.${field.at}` : field.at);
}

/** What the choices of a field are called, as the beginning of a key. */
export const choicesOf = (field: Field, list?: List) => field.say ?? labelOf(field, list);

/** `waysIn.ownWish` as keys of messages are written. */
export function kebab(path: string): string {
	return path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
