import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCommand, good } from '#lib/intake/intake.fixtures.ts';
import { placeAt, type Draft } from './draft.ts';
import { seenFields, seenList } from './edit-draft.server.ts';
import { readProgramme } from './programmes.server.ts';
import { readDraft } from './read-drafts.server.ts';
import type { World } from './world.fixtures.ts';

/** The same words in every language. */
export const words = (text: string) => ({ sl: text, cs: text, en: text });
/** The programme of a world. */
export const programme = 'small';

/** Somebody who looks after the organisation. */
export async function anAdministrator(world: World): Promise<Act<Worker>> {
	return world.hire(['administrator'], { team: null });
}
/** A draft as its pages read it. */
export const draftOf = async (admin: Act<Worker>, key = programme) => good(await readDraft(admin, key));
/** What a page of the draft carries. */
export async function shown(admin: Act<Worker>, section: string, { key = programme, address = '' } = {}) {
	const { definition } = await draftOf(admin, key);
	const place = placeAt(definition, section, address)!;
	return { command: aCommand(), programme: key, section, place: address, seen: seenFields(definition, place) };
}
/** What the page of a list carries. */
export const listShown = (draft: Draft, section: string, name: string) => {
	const place = placeAt(draft, section)!;
	return seenList(
		draft,
		place,
		place.lists.find((one) => one.at === name)!,
	);
};
/** What the page of a publication carries. */
export const publication = async (admin: Act<Worker>, key = programme, more: { team?: Uuid } = {}) => ({
	command: aCommand(),
	programme: key,
	revision: (await draftOf(admin, key)).revision,
	open: true,
	...more,
});
/** What is published. */
export const live = async (world: World, key = programme) =>
	good(await readProgramme(world.visitor(), world.organisationId, key));
