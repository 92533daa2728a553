const SUMMARY = /<div class="error-summary"[\s\S]*?<\/ul>/;
const LINK = /(<a href="#([^"]*)">)([^<]*)(?=<\/a>)/g;
const FIELD = /<(?:input|select|textarea)\b/;
/** The words of a label or a legend, without what says that it may stay empty. */
const WORDS = /^<[^>]*>(?:<h1[^>]*>)?\s*((?:(?!&nbsp;)[^<])*)/;

/**
 * Names the field of each sentence that stands more than once in a page’s summary of errors: alone it does not say which is
 * meant. A summary stands before its fields, and what they are called is known only once they are there.
 */
export function withNames(html: string): string {
	return html.replace(SUMMARY, (summary) => {
		const links = [...summary.matchAll(LINK)].map(([whole, opens, field, text]) => ({
			whole,
			opens,
			field: decodeURIComponent(field!),
			text: text!,
		}));
		return links.reduce((named, { whole, opens, field, text }) => {
			const several = links.filter((one) => one.text === text).length > 1;
			const name = several ? nameOf(html, field) : '';
			return name === '' ? named : named.replace(whole, () => `${opens}${name}: ${small(text)}`);
		}, summary);
	});
}

/** What a field with a problem is called on its page: its problem stands right behind its label or its legend. */
function nameOf(html: string, field: string): string {
	const before = html.slice(0, Math.max(html.indexOf(` id="${field}-error"`), 0));
	const from = Math.max(before.lastIndexOf('<label'), before.lastIndexOf('<legend'));
	const between = from < 0 ? '' : before.slice(from);
	// Behind a field of its own that label is another’s: no name is better than a wrong one.
	if (FIELD.test(between)) return '';
	return WORDS.exec(between)?.[1]?.trim().replace(/[?:]$/, '') ?? '';
}

/** A sentence as it goes on behind a colon. */
const small = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
