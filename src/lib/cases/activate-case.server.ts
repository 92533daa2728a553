import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { checkActivation } from './case.ts';
import { caseUnderChange } from './case-under-change.server.ts';
import { openPeriod, setActiveFrom } from './cases.store.server.ts';
import { insertEvent } from './course.store.server.ts';
import { loadFacts } from './inclusion.store.server.ts';

const REFUSALS = {
	case_active_only_with_conditions: 'changed-meanwhile',
	active_periods_apart: 'too-early',
	active_period_open_once: 'already-decided',
	closed_is_not_active: 'case-closed',
	team_is_enough: 'team-too-small',
	indications_are_met: 'indication-unmet',
} as const;

/** Makes a case active from a day on. Refused while a condition is missing: by the rule, and by the database. */
export async function activateCase(
	act: Act<Worker>,
	input: { caseId: Uuid; from: CalendarDay },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.change', input.caseId);
			if (!found.ok) return found;
			const { facts, today } = found.value;
			const checked = checkActivation(facts, await loadFacts(tx, input.caseId), { from: input.from, today });
			if (!checked.ok) return checked;
			if (!(await openPeriod(tx, input.caseId, input.from))) return refuseField('from', 'too-early');
			await setActiveFrom(tx, input.caseId, input.from);
			await insertEvent(tx, {
				id: newId(act.at),
				caseId: input.caseId,
				kind: 'activated',
				on: input.from,
				by: act.by.workerId,
			});
			record(tx, { action: 'case.activated', subjects: [input.caseId] });
			return ok();
		},
		REFUSALS,
	);
}
