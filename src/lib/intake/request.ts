import { dayOf, momentOf, addDays } from '#lib/kernel/calendar-day.ts';
import { addWorkingDays, type Country } from '#lib/kernel/holidays.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import type { ContactRule } from '#lib/people/person.ts';
import type { Definition, Mode, WayIn } from '#lib/programmes/definition.ts';
import type { CarriedResult } from '#lib/questionnaires/carried-result.ts';

/** For whom somebody asks: themselves, somebody near, somebody they propose as a professional or volunteer; or the office acts by duty. */
export const FOR_WHOM = ['self', 'other', 'proposal', 'ex-officio'] as const;
export type ForWhom = (typeof FOR_WHOM)[number];
export const URGENCIES = ['urgent', 'ordinary'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Somebody and how to reach them; what nobody told is empty. */
type Reachable = { readonly name: string; readonly phone: string; readonly email: string };

/** The words of a request: sealed under the request's key. */
export type RequestText = Reachable & {
	/** What weighs on them, in their own words. */
	readonly words: string;
	/** Where they live or would like to meet, as they put it. */
	readonly place: string;
	/** When they can be reached, as they put it. */
	readonly when: string;
	readonly rules: readonly ContactRule[];
	/** The language they would like an interpreter for; empty = none. */
	readonly interpreter: string;
	readonly language: Language;
	/** The person it is about, where somebody else asks. */
	readonly about: (Reachable & { readonly relation: string; readonly knows: 'yes' | 'no' | 'unsure' }) | null;
	/** Where a proposer works and as what. */
	readonly proposer: { readonly organisation: string; readonly role: string } | null;
	/** What somebody chose to send along of their questionnaire. */
	readonly result?: CarriedResult | undefined;
};

/** The dates and codes of a request; no words of anybody. */
export type RequestFacts = {
	readonly id: Uuid;
	readonly label: string;
	readonly programme: string;
	readonly version: number;
	readonly wayIn: string;
	readonly forWhom: ForWhom;
	readonly urgency: Urgency;
	readonly receivedAt: Date;
	readonly respondBy: Date;
	/** When it was first answered, with a time or a talk; the clock stops there. */
	readonly respondedAt: Date | null;
	readonly mode: Mode;
	readonly onlineReason: string | null;
	readonly site: string | null;
	readonly municipality: string | null;
	readonly anonymous: boolean;
	readonly needsOwnWish: 'given' | 'before-talk' | 'before-case';
	readonly needsNotice: boolean;
	readonly enteredBy: Uuid | null;
	readonly aboutPerson: Uuid | null;
	readonly takenBy: Uuid | null;
	readonly outcome: Outcome | null;
	readonly initiative: 'accepted' | 'declined' | null;
	readonly noticed: boolean;
	/** When the first talk began that somebody came to. */
	readonly firstTalkAt: Date | null;
	/** Since when they are on the waiting list, while they are. */
	readonly waitingSince: Date | null;
};

const OUTCOMES = ['accepted', 'concluded', 'declined-by-person', 'declined', 'routed', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a list of requests shows: those nobody took, the worker's own, those that have ended. */
export const REQUEST_VIEWS = ['waiting', 'mine', 'ended'] as const;
/** The same, and what anybody has taken. */
export type RequestView = (typeof REQUEST_VIEWS)[number] | 'taken';

/** By when a request is to be answered: the end of the day so many working days of the country after it came, by the programme's clock (decision 33). */
export function respondBy(
	definition: Definition,
	urgency: Urgency,
	received: { at: Date; timeZone: string; country: Country },
): Date {
	const { urgentWorkingDays, ordinaryWorkingDays } = definition.clock;
	const days = urgency === 'urgent' ? urgentWorkingDays : ordinaryWorkingDays;
	const day = addWorkingDays(dayOf(received.at, received.timeZone), days, received.country);
	return momentOf(addDays(day, 1), '00:00', received.timeZone);
}

/** By what somebody's request came, where it did not simply come of itself: an application for aid, a questionnaire's result. */
type BroughtBy = 'application' | 'questionnaire';

/** The ways in that fit who asks, and how they would like to talk; the first is the one meant when nobody chooses. */
export function waysFor(
	definition: Definition,
	forWhom: ForWhom,
	{ mode, broughtBy }: { mode: Mode; broughtBy?: BroughtBy | undefined },
): readonly WayIn[] {
	const from =
		broughtBy ?? ({ self: 'self', other: 'self', proposal: 'proposal', 'ex-officio': 'office' } as const)[forWhom];
	// An application and a result are one's own, or of somebody near: nobody proposes by them, and no office acts by them.
	if (broughtBy && forWhom !== 'self' && forWhom !== 'other') return [];
	const ofAnother = (way: WayIn) => !broughtBy && forWhom === 'other' && broughtByOf(definition, way.key) === undefined;
	const fits = (way: WayIn) =>
		(way.from === from || (ofAnother(way) && way.alsoForAnother)) &&
		(way.modes.length === 0 || way.modes.includes(mode));
	const ways = definition.waysIn.filter(fits);
	return forWhom === 'other' ? ways.filter((way) => way.alsoForAnother) : ways;
}

/** By what somebody comes who comes by this way in; undefined for all who simply come. */
export function broughtByOf(definition: Definition, wayIn: string | undefined): BroughtBy | undefined {
	const from = definition.waysIn.find((way) => way.key === wayIn)?.from;
	return from === 'application' || from === 'questionnaire' ? from : undefined;
}

/** Whether the person's own wish is there: somebody else's word never is. */
export function ownWishOf(way: WayIn, forWhom: ForWhom): WayIn['ownWish'] {
	return way.ownWish === 'given' && forWhom === 'other' ? 'before-case' : way.ownWish;
}

/** Whether somebody still waits for the answer to a request. */
export function awaitsAnswer(request: Pick<RequestFacts, 'respondedAt' | 'outcome'>): boolean {
	return !request.respondedAt && !request.outcome;
}

/** How near the end of its time a request is. */
export function clockOf(request: Pick<RequestFacts, 'respondBy'>, now: Date): 'far' | 'near' | 'over' {
	const leftMs = request.respondBy.getTime() - now.getTime();
	if (leftMs <= 0) return 'over';
	return leftMs < 24 * 60 * 60 * 1000 ? 'near' : 'far';
}

/** Requests as a day shows them: who waits longest past their time first, then by their clock, and last who was answered. */
export function longestWaitFirst<Kind extends Pick<RequestFacts, 'id' | 'respondBy' | 'respondedAt' | 'outcome'>>(
	requests: readonly Kind[],
): readonly Kind[] {
	return requests.toSorted(
		(a, b) =>
			Number(awaitsAnswer(b)) - Number(awaitsAnswer(a)) ||
			a.respondBy.getTime() - b.respondBy.getTime() ||
			(a.id < b.id ? -1 : 1),
	);
}

/** Decides whether a talk can be recorded: not after the request ended, not before the person accepted an initiative or was informed. */
export function checkTalk(request: RequestFacts): Result<undefined> {
	if (request.outcome && request.outcome !== 'accepted') return refuse('already-decided');
	if (request.needsOwnWish === 'before-talk' && request.initiative !== 'accepted') return refuse('needs-own-wish');
	return request.needsNotice && !request.noticed ? refuse('needs-informing') : ok();
}

/** Decides whether a case can come of a request. The database refuses the same. */
export function checkCase(definition: Definition, request: RequestFacts): Result<undefined> {
	if (request.outcome) return refuse('already-decided');
	if (request.needsOwnWish !== 'given' && request.initiative !== 'accepted') return refuse('needs-own-wish');
	if (request.needsNotice && !request.noticed) return refuse('needs-informing');
	if (!request.aboutPerson) return refuse('needs-person');
	return request.anonymous && !definition.pseudonymMayBeIncluded ? refuse('needs-person') : ok();
}

/** How long it took from the first sign to the first talk; undefined while there was none. A talk that led to the request took none. */
export function untilFirstTalkMs(request: Pick<RequestFacts, 'receivedAt' | 'firstTalkAt'>): number | undefined {
	return request.firstTalkAt ? Math.max(0, request.firstTalkAt.getTime() - request.receivedAt.getTime()) : undefined;
}

/** Whom a request is about, as far as anybody can be reached: the person it names, or who asks. */
export function whomItIsAbout(text: RequestText): Reachable {
	return text.about ?? { name: text.name, phone: text.phone, email: text.email };
}
