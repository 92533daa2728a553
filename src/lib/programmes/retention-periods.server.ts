import type { Act, CodeHolder, Worker } from '#lib/kernel/actor.ts';
import { dayOf, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { LocalWords } from '#lib/kernel/local-words.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Definition } from './definition.ts';
import { programmesHere } from './programmes.server.ts';
import { insertRetentionPeriod, loadRetentionPeriods } from './retention.store.server.ts';
import {
	checkPeriod,
	inForce,
	newestFirst,
	PROPOSED_MONTHS,
	RETENTION_KINDS,
	standingPeriod,
	toCome,
	type RetentionKind,
	type RetentionPeriod,
	type StandingPeriod,
} from './retention.ts';

/** How long one kind is kept: what is in force, what is to come, what was decided before, and what programmes say. */
type KindKept = {
	readonly kind: RetentionKind;
	readonly now: RetentionPeriod | undefined;
	readonly toCome: readonly RetentionPeriod[];
	readonly decided: readonly (RetentionPeriod & { readonly by: string })[];
	/** The months the product proposes while nobody has decided. */
	readonly proposedMonths: number | undefined;
	/** What the programmes' definitions say, for what the organisation has not decided. */
	readonly programmes: readonly { readonly title: LocalWords; readonly months: number; readonly ground: LocalWords }[];
};

/** The periods of the organisation, with their history. */
export async function listRetention(act: Act<Worker>): Promise<Result<readonly KindKept[]>> {
	const allowed = permitRole(act.by, 'retention.list');
	if (!allowed.ok) return allowed;
	return lookUp(act, async (tx) => {
		const [periods, programmes, day] = await Promise.all([loadRetentionPeriods(tx), programmesHere(tx), today(tx)]);
		const names = await namesOf(tx, [...new Set(periods.map((one) => one.setBy))]);
		return ok(
			RETENTION_KINDS.map((kind) => ({
				kind,
				now: inForce(periods, kind, day),
				toCome: toCome(periods, kind, day),
				decided: newestFirst(periods, kind).map((one) => ({ ...one, by: names.get(one.setBy) ?? '' })),
				proposedMonths: PROPOSED_MONTHS[kind],
				programmes: programmes.flatMap(({ definition }) => saidBy(definition, kind, day)),
			})),
		);
	});
}

function saidBy(definition: Definition, kind: RetentionKind, day: CalendarDay): KindKept['programmes'] {
	const said = standingPeriod(kind, { periods: [], definition, day });
	if (said?.source !== 'programme') return [];
	return [{ title: definition.title, months: said.months, ground: said.ground ?? {} }];
}

/** Decides how long something is kept, from a day on. What was decided before stays in the history. */
export async function setRetention(
	act: Act<Worker>,
	input: {
		command: Uuid;
		kind: RetentionKind;
		months: number;
		ground: LocalWords;
		confirmed: boolean;
		validFrom: CalendarDay;
	},
): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'retention.change');
	if (!allowed.ok) return allowed;
	return transaction(
		act,
		async (tx) => {
			const good = checkPeriod(input, await today(tx));
			if (!good.ok) return good;
			const { command: id, ...period } = input;
			record(tx, { action: 'retention.changed', subjects: [tx.organisationId], record: id, reason: input.kind });
			if (!(await claim(tx, id, 'set-retention'))) return ok();
			await insertRetentionPeriod(tx, { ...period, id, setBy: act.by.workerId, setAt: act.at });
			return ok();
		},
		{ retention_not_backwards: 'too-early' },
	);
}

/** Until when what somebody told is kept, as they are told themselves; undefined where nobody has decided. */
type ToldPeriods = Readonly<Record<'request' | 'case' | 'journal', StandingPeriod | undefined>>;

/** The periods that stand for a request of a programme, for the one whose code opens it. Nothing personal is read. */
export async function periodsFor(act: Act<CodeHolder>, definition: Definition): Promise<ToldPeriods> {
	const told = await lookUp(act, async (tx) => {
		const [periods, day] = await Promise.all([loadRetentionPeriods(tx), today(tx)]);
		const given = { periods, definition, day };
		return ok({
			request: standingPeriod('request', given),
			case: standingPeriod('case', given),
			journal: standingPeriod('journal', given),
		});
	});
	if (!told.ok) throw new Error(told.problem);
	return told.value;
}

async function today(tx: Tx): Promise<CalendarDay> {
	const organisation = await organisationHere(tx);
	return dayOf(tx.act.at, organisation?.timeZone ?? 'Europe/Ljubljana');
}
