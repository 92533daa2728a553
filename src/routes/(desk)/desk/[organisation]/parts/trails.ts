import type { Words } from '#lib/platform/words.server.ts';

/**
 * Where a page belongs: `name` is what the heading of the place above it says, the name of whom it is about. A page that
 * shows nobody's name gives the number instead, so that a trail tells no more than its page does.
 */
type Place = { readonly desk: string; readonly base: string; readonly name: string };
type Step = { readonly label: string; readonly href: string };
type Trail = readonly [Step, Step];

/** The way to a page of a case. */
export const caseTrail = (place: Place, t: Words['t']): Trail => trail(place, 'cases', t('nav.cases'));
/** The way to a page of a request. */
export const requestTrail = (place: Place, t: Words['t']): Trail => trail(place, 'requests', t('nav.requests'));
/** The way to a page of a person. */
export const personTrail = (place: Place, t: Words['t']): Trail => trail(place, 'people', t('nav.people'));

function trail({ desk, base, name }: Place, list: string, label: string): Trail {
	return [
		{ label, href: `${desk}/${list}` },
		{ label: name, href: base },
	];
}
