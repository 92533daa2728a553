import { getContext, setContext } from 'svelte';
import type { Language } from '#lib/kernel/local-words.ts';
import { wordsIn, type Words } from '#lib/platform/words.server.ts';

const KEY = 'words';

/** Chooses the language of a page and everything in it. Called once, by the outermost layout. */
export function speak(language: Language, timeZone: string): Words {
	return setContext(KEY, wordsIn(language, timeZone));
}

/** The words of the page a component stands in. */
export function words(): Words {
	return getContext<Words>(KEY);
}
