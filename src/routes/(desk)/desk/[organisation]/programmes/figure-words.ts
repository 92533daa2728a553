import type { MessageKey, Words } from '#lib/platform/words.server.ts';
import { NOT_RECORDED, type Said } from '#lib/reports/figures.ts';
import type { Period } from '#lib/reports/period.ts';

/** Words of a definition in the language of the page, or a sentence of ours. */
export function said(what: Said, { t, local }: Words): string {
	return 'say' in what ? t(what.say as MessageKey) : local(what.words).text;
}

/** What a row of a figure is called; a code nobody lists any more says itself. */
export function rowWords(row: { readonly code: string; readonly label: Said | undefined }, words: Words): string {
	if (row.label) return said(row.label, words);
	return row.code === NOT_RECORDED ? words.t('figure.not-recorded') : row.code;
}

/** Which time figures are of, in words. */
export function periodWords({ year, quarter }: Pick<Period, 'year' | 'quarter'>, { t }: Words): string {
	if (year === undefined) return t('figure.period-all');
	return quarter === undefined
		? t('figure.period-year', { year: String(year) })
		: t('figure.period-quarter', { year: String(year), quarter });
}
