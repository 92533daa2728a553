import type { JournalAction } from '#lib/journal/actions.ts';

/**
 * What somebody who is new to the demonstration tries, in order: a request from the first word to the first recorded
 * meeting, now as the person who asks, now as the worker who answers. A step is done when the journal holds it.
 */
export const TOUR_STEPS = ['ask', 'take', 'offer', 'return', 'meet'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

type Deed = { readonly actions: readonly JournalAction[]; readonly by: 'visitor' | 'code-holder' | 'worker' };

export const DEEDS: Readonly<Record<TourStep, Deed>> = {
	ask: { actions: ['request.received'], by: 'visitor' },
	take: { actions: ['request.taken'], by: 'worker' },
	offer: { actions: ['appointment.offered'], by: 'worker' },
	return: { actions: ['code.entered'], by: 'code-holder' },
	meet: { actions: ['talk.recorded', 'meeting.recorded'], by: 'worker' },
};

/** What the journal holds that somebody did. */
export type Done = { readonly action: string; readonly actorKind: string };

/** Which steps are done. */
export function stepsDone(done: readonly Done[]): readonly TourStep[] {
	return TOUR_STEPS.filter((step) => {
		const { actions, by } = DEEDS[step];
		return done.some((one) => one.actorKind === by && actions.some((action) => action === one.action));
	});
}

/** Where a step is tried: the pages of a person are the same for everybody, those of a worker at a desk. */
export function placeOf(step: TourStep, desk = '/desk'): string {
	const atDesk = desk !== '/desk';
	const places: Readonly<Record<TourStep, string>> = {
		ask: '/ask',
		take: atDesk ? `${desk}/requests` : desk,
		offer: atDesk ? `${desk}/requests?view=mine` : desk,
		return: '/code',
		meet: atDesk ? `${desk}/requests?view=mine` : desk,
	};
	return places[step];
}
