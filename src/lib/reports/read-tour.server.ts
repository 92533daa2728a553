import { system } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { organisations } from '#lib/directory/organisations.server.ts';
import { doneSince } from '#lib/journal/done-since.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { isDatabaseAway } from '#lib/platform/outage.server.ts';
import { DEEDS, stepsDone, TOUR_STEPS, type Done, type TourStep } from './tour.ts';

/** The cookie of a browser in which somebody put the tour away. */
export const TOUR_COOKIE = 'opora.tour';
const DEED_ACTIONS = TOUR_STEPS.flatMap((step) => DEEDS[step].actions);

/** The tour as a page shows it: which steps were done since the demonstration began. */
type Tour = { readonly done: readonly TourStep[] };

/** The tour, in the demonstration only, unless it was put away in this browser; nothing while the database is away. */
export async function readTour(at: Date, cookie: string | undefined): Promise<Tour | undefined> {
	return config.demo && cookie === undefined ? wholeTour(at) : undefined;
}

const REMEMBERED_MS = 1_000;
let remembered: { readonly until: number; readonly tour: Promise<Tour | undefined> } | undefined;

/** The same for a page that many open at once: at most a second old. */
export async function readTourOfLate(at: Date, cookie: string | undefined): Promise<Tour | undefined> {
	if (!config.demo || cookie !== undefined) return undefined;
	if (!remembered || at.getTime() >= remembered.until)
		remembered = { until: at.getTime() + REMEMBERED_MS, tour: wholeTour(at) };
	return remembered.tour;
}

/** The tour, also where it was put away; undefined outside the demonstration. */
export async function wholeTour(at: Date): Promise<Tour | undefined> {
	if (!config.demo) return undefined;
	try {
		const began = await lookUp({ by: { kind: 'visitor' }, at }, async (tx) =>
			ok(await tx.db.selectFrom('installation').select('ready_at').executeTakeFirst()),
		);
		const since = began.ok ? began.value?.ready_at : undefined;
		return { done: since ? stepsDone(await doneHere(since, at)) : [] };
	} catch (error) {
		if (isDatabaseAway(error)) return undefined;
		throw error;
	}
}

/** What the journal was found to hold since a moment, and up to when it was looked through. */
type Known = { readonly since: number; readonly to: number; readonly done: readonly Done[] };
let known: Known | undefined;
/** How long an entry can take from its moment until others see it, milliseconds. */
const LATE_MS = 10_000;

/** Nothing that was done is undone: each look goes on from the one before, since a journal is long and this is asked on the way to a desk. */
async function doneHere(since: Date, at: Date): Promise<readonly Done[]> {
	const before = known?.since === since.getTime() ? known : undefined;
	if (before && stepsDone(before.done).length === TOUR_STEPS.length) return before.done;
	const from = before ? new Date(Math.max(before.since, before.to - LATE_MS)) : since;
	const everywhere = await Promise.all(
		(await organisations(at)).map((one) =>
			lookUp({ by: system(one.id), at }, async (tx) => ok(await doneSince(tx, from, DEED_ACTIONS))),
		),
	);
	const found = everywhere.flatMap((one) => (one.ok ? one.value : []));
	const each = [...(before?.done ?? []), ...found].map((one) => [`${one.action} ${one.actorKind}`, one] as const);
	known = { since: since.getTime(), to: at.getTime(), done: [...new Map(each).values()] };
	return known.done;
}
