import type { Words } from '#lib/platform/words.server.ts';
import { clockOf, untilFirstTalkMs, whomItIsAbout, type RequestFacts, type RequestText } from '#lib/intake/request.ts';

type Shown = { readonly facts: RequestFacts; readonly text: RequestText };

/** By what a request is called: the name of whom it is about, or its label while nobody has one. */
export function requestName({ facts, text }: Shown): string {
	return whomItIsAbout(text).name || facts.label;
}

/** How long there still is to answer: in words, and how near the end. */
export function clockWords(
	facts: Pick<RequestFacts, 'respondBy'>,
	now: Date,
	words: Words,
): { text: string; state: 'far' | 'near' | 'over' } {
	const state = clockOf(facts, now);
	const hours = Math.round(Math.abs(facts.respondBy.getTime() - now.getTime()) / 3_600_000);
	if (state === 'over') return { state, text: words.t('clock.over', { hours, days: Math.floor(hours / 24) }) };
	if (state === 'near') return { state, text: words.t('clock.near', { hours }) };
	return { state, text: words.t('clock.far', { day: words.shortDay(new Date(facts.respondBy.getTime() - 1)) }) };
}

/** How long it took from the first sign to the first talk, in words (B21). */
export function firstTalkWords(
	facts: Pick<RequestFacts, 'receivedAt' | 'firstTalkAt' | 'outcome'>,
	words: Words,
): string {
	const ms = untilFirstTalkMs(facts);
	if (ms !== undefined) return lengthWords(ms, words);
	return words.t(facts.outcome ? 'request.no-talk' : 'request.first-talk-none');
}

/** A length of time in words: hours up to two days, then days. */
export function lengthWords(ms: number, { t }: Words): string {
	const hours = Math.round(ms / 3_600_000);
	return hours < 48 ? t('length.hours', { count: hours }) : t('length.days', { count: Math.round(hours / 24) });
}

/** What a request waits for, or what became of it, in a word. */
export function stateWord({ facts }: Pick<Shown, 'facts'>, words: Words): string {
	const { t } = words;
	if (facts.outcome) return t(`request.outcome.${facts.outcome}`);
	if (facts.needsOwnWish !== 'given' && !facts.initiative) return t('request.waits-for-wish');
	if (facts.needsNotice && !facts.noticed) return t('request.waits-for-notice');
	if (facts.waitingSince) return t('request.on-list', { day: words.shortDay(facts.waitingSince) });
	return facts.takenBy ? t('request.taken') : t('request.new');
}
