import { redirect } from '@sveltejs/kit';
import type { RouteEvent } from '#lib/identity/doorway.server.ts';
import { bringUpToDate, firstOpen, type Filling } from '#lib/questionnaires/filling.ts';
import { heldFilling } from '#lib/questionnaires/filling-cookie.server.ts';
import type { Form } from '#lib/questionnaires/instrument.ts';
import { HOW_AM_I } from '#lib/questionnaires/instruments.server.ts';
import { readFilling } from '#lib/questionnaires/kept-filling.server.ts';

/** The questionnaire as this browser has it open. */
export type FillingPage = {
	readonly token: string;
	readonly filling: Filling;
	readonly form: Form;
	/** It was begun with another version of the questionnaire. */
	readonly changed: boolean;
};

export const START = '/how-am-i';

/** What this browser has open; undefined when that is nothing, or its time has ended. */
export async function openFilling(event: RouteEvent): Promise<FillingPage | undefined> {
	const token = heldFilling(event);
	const kept = await readFilling(token, event.locals.now);
	if (!token || !kept) return undefined;
	const { filling, changed } = bringUpToDate(HOW_AM_I, kept);
	return { token, filling, form: HOW_AM_I.forms[filling.variant], changed };
}

/** The same for pages that need it: without one they lead to the beginning. */
export async function fillingPage(event: RouteEvent): Promise<FillingPage> {
	return (await openFilling(event)) ?? redirect(303, START);
}

/** Where somebody goes on: the first question that is open, or the result. */
export function goesOn({ form, filling }: Pick<FillingPage, 'form' | 'filling'>): string {
	const place = firstOpen(form, filling);
	return place === undefined ? `${START}/result` : `${START}/question/${place}`;
}
