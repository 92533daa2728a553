import { dayOf } from '#lib/kernel/calendar-day.ts';
import { found, here, notFound, visitorAct, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { askedFor, askedRequest, type AskedRequest, type Asking } from '#lib/intake/ask.ts';
import { carriedAlong } from '#lib/intake/carried-along.server.ts';
import { respondBy } from '#lib/intake/request.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { readProgramme, type Programme } from '#lib/programmes/programmes.server.ts';
import type { CarriedResult } from '#lib/questionnaires/carried-result.ts';
import { keepUnsent, newToken, readUnsent } from '#lib/vault/unsent.server.ts';

const COOKIE = 'opora.ask';

type AskEvent = RouteEvent & { readonly params: { readonly organisation: string; readonly programme: string } };
/** A programme somebody asks for help in, where the pages of it are, and what they have typed so far. */
type AskPage = {
	readonly programme: Programme;
	readonly base: string;
	readonly asking: Asking | undefined;
	readonly token: string | undefined;
	/** What goes along of a questionnaire's result. */
	readonly carried: CarriedResult | undefined;
};

/** Opens the pages of asking for help. A programme that takes no requests has none. */
export async function askPage(event: AskEvent): Promise<AskPage> {
	const programme = found(await readProgramme(visitorAct(event), here(event).id, event.params.programme));
	if (!programme.acceptsRequests) notFound();
	const token = event.cookies.get(COOKIE);
	const [typed, carried] = await Promise.all([readUnsent<Asking>(token, 'ask', event.locals.now), carriedAlong(event)]);
	const asking = typed && carried && !typed.sent ? { ...typed, broughtBy: 'questionnaire' as const } : typed;
	return { programme, base: `/ask/${event.params.organisation}/${event.params.programme}`, asking, token, carried };
}

/** The whole request of these pages, with what goes along; undefined while a page is missing. */
export function requestOf(event: AskEvent, { programme, asking, carried }: AskPage): AskedRequest | undefined {
	const request = asking && askedRequest(programme.definition, asking, event.locals.language);
	return request && carried ? { ...request, text: { ...request.text, result: carried } } : request;
}

/** Keeps what was typed, sealed under a token in a cookie of these pages only. */
export async function keepAsking(event: AskEvent, page: AskPage, asking: Asking): Promise<void> {
	const token = page.token ?? newToken();
	await keepUnsent(token, 'ask', { value: asking, at: event.locals.now });
	event.cookies.set(COOKIE, token, {
		path: page.base,
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:',
	});
}

/** A new request, not yet typed. */
export function newAsking(event: AskEvent): Asking {
	return { command: newId(event.locals.now), answers: {} };
}

/** What the margin of every page says: by when somebody answers, and whom to call instead. */
export function marginOf(event: AskEvent, { programme, asking }: AskPage) {
	const { timeZone, country } = here(event);
	const urgency = asking?.answers.weighs?.['urgency'] === 'urgent' ? 'urgent' : 'ordinary';
	const due = respondBy(programme.definition, urgency, { at: event.locals.now, timeZone, country });
	const phones = programme.definition.contacts.flatMap((contact) => contact.phone ?? []);
	const sitePhones = programme.definition.sites.flatMap((site) => site.phones);
	return {
		answerBy: dayOf(new Date(due.getTime() - 1), timeZone),
		phone: phones[0] ?? sitePhones[0],
		title: programme.definition.title,
		saved: asking !== undefined && Object.keys(asking.answers).length > 0,
		forWhom: askedFor(asking),
	};
}
