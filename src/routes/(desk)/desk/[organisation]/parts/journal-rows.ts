/** What an entry of a journal shows. */
export type Entry = {
	readonly id: string;
	readonly at: Date;
	readonly who: string;
	readonly action: string;
	readonly reason: string | null;
};
/** Entries one after another that say the same of one day, as one row: how often, and since when. */
export type Row = Entry & { readonly times: number; readonly from: Date };

/** Joins neighbours, the newest first, that say the same: whoever looks once more does not push others off the page. */
export function joined(entries: readonly Entry[], dayOf: (at: Date) => string): readonly Row[] {
	const rows: Row[] = [];
	for (const entry of entries) {
		const last = rows.at(-1);
		const same = last && said(last, dayOf) === said(entry, dayOf);
		if (same) rows[rows.length - 1] = { ...last, times: last.times + 1, from: entry.at };
		else rows.push({ ...entry, times: 1, from: entry.at });
	}
	return rows;
}

const said = ({ at, who, action, reason }: Entry, dayOf: (at: Date) => string): string =>
	JSON.stringify([dayOf(at), who, action, reason]);
