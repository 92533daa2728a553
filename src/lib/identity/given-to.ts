// Every form on a page of somebody's own says whom the page was given to. On a computer that several people use, one of them
// may send a form that another left open: it is not taken as theirs.

/** The hidden field of every such form. */
export const GIVEN_TO = 'given-to';
const MARK = /^[\w-]{43}$/;
const FORM = /(<form\b[^>]* method="post"[^>]*>[^]*?)(<\/form>)/g;

/** The mark that came with a form; undefined when none did, or what came is none. */
export function markIn(given: string | string[] | undefined): string | undefined {
	const marks = [given].flat();
	const [mark] = marks;
	return mark !== undefined && marks.every((one) => one === mark) && MARK.test(mark) ? mark : undefined;
}

/** Puts the mark into every form of a page that is sent. */
export function withMark(html: string, mark: string | undefined): string {
	if (!mark) return html;
	return html.replace(FORM, `$1<input type="hidden" name="${GIVEN_TO}" value="${mark}">$2`);
}
