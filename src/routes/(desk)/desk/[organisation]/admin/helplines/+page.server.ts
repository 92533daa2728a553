import * as v from 'valibot';
import { choice, id, line } from '#lib/kernel/fields.ts';
import {
	hideHelpline,
	listHelplines,
	moveHelpline,
	removeHelpline,
	shownLines,
} from '#lib/directory/change-helplines.server.ts';
import { COUNTRIES } from '#lib/directory/helpline.ts';
import { found, here, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MOVE = v.object({ line: id(), to: choice(['up', 'down']) });
const HIDE = v.object({ country: choice(COUNTRIES), number: line(40) });
const SHOW = v.object({ line: id() });

export const load: PageServerLoad = async (event) => {
	const board = found(await listHelplines(workerAct(event)));
	const { country } = here(event);
	// The country the organisation works in first; another only where there is something of its own.
	const countries = COUNTRIES.filter((one) => one === country || board.own.some((line) => line.country === one));
	return {
		countries: countries.map((one) => ({
			country: one,
			own: board.own.filter((line) => line.country === one && line.shown),
			hidden: board.own.filter((line) => line.country === one && !line.shown),
			installation: board.installation.filter((line) => line.country === one),
			shown: shownLines(board, one),
		})),
	};
};

const goTo = (event: { params: { organisation: string } }) => () =>
	`/desk/${event.params.organisation}/admin/helplines`;

export const actions: Actions = {
	move: (event) =>
		workerForm(event, {
			schema: MOVE,
			run: (act, { line: moved, to }) => moveHelpline(act, { id: moved, to }),
			goTo: goTo(event),
		}),
	hide: (event) => workerForm(event, { schema: HIDE, run: hideHelpline, goTo: goTo(event) }),
	show: (event) =>
		workerForm(event, {
			schema: SHOW,
			run: (act, { line: hidden }) => removeHelpline(act, { id: hidden }),
			goTo: goTo(event),
		}),
};
