import { caseQuery } from '#lib/cases/case-list.ts';
import type { ExportedPart } from '#lib/reports/ask-export.server.ts';
import { PLACE_OF, type ExportedList } from '#lib/reports/export.ts';
import { periodQuery } from '#lib/reports/period.ts';

/** Where the part of a list that is taken out is on the screen, below the desk. */
export function exportAddress(list: ExportedList, { cases, columns, requests, figure }: ExportedPart): string {
	const place = PLACE_OF[list];
	if (list === 'requests') return `${place}?view=${requests ?? 'waiting'}`;
	if (list === 'cases') return `${place}${caseQuery(cases ?? { order: 'newest' }, undefined, columns) || '?view=all'}`;
	if (!figure) return place;
	return `${place}/${figure.programme}/${figure.figure}${periodQuery(figure.period, { code: figure.code })}`;
}
