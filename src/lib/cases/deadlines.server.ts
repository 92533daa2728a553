import { addDays, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { stepPlace } from './open-plan.server.ts';
import { AHEAD_DAYS, dueIn, soonestFirst, type Deadline } from './deadlines.ts';
import { loadCaseDays, loadDueSteps, type DeadlinesOf } from './deadlines.store.server.ts';

/** A deadline with the words of the step it is for; empty for what needs none. */
export type ShownDeadline = Deadline & { readonly text: string };

/** The soonest deadlines of the worker's own cases or their team's, and how many there are. For a page that journals. */
export async function deadlinesOf(
	tx: Tx,
	of: DeadlinesOf,
	{ today, atMost }: { today: CalendarDay; atMost: number },
): Promise<{ rows: readonly ShownDeadline[]; count: number }> {
	const [vault, days, steps] = await Promise.all([
		openVault(tx),
		loadCaseDays(tx, of),
		loadDueSteps(tx, of, { until: addDays(today, AHEAD_DAYS.step), atMost }),
	]);
	const due = await Promise.all(
		days.map(async (one) => dueIn(one, await definitionOf(tx, one.programme, one.version), today)),
	);
	const dated = due.flat().map((one) => ({ ...one, text: '' }));
	const stepsDue = steps.map((row) => {
		const place = stepPlace(row.case_id, row.version, row.step_id);
		const text = vault.keyOf(row.case_id, row.wrapped).open<string>(place, row.sealed);
		return { kind: 'step' as const, caseId: row.case_id, on: row.by_on, text };
	});
	const rows = soonestFirst<ShownDeadline>([...dated, ...stepsDue]).slice(0, atMost);
	return { rows, count: dated.length + (steps[0]?.total ?? 0) };
}
