import type { Transport } from '@sveltejs/kit/hooks';

/**
 * What a page was made from goes nowhere: no browser takes a page over (`csr` is off everywhere). The renderer would write
 * it all out as a script, for every page, and throw it away; and its address for data alone would give more than the page shows.
 */
export const transport: Transport = {
	nothing: { encode: () => 'nothing', decode: () => undefined },
};
