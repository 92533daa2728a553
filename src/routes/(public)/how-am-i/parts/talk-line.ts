import type { Helpline } from '#lib/design/frame.ts';

/** The line for a talk, which answers day and night in most of Europe. */
const FOR_A_TALK = '116 123';

/** The number beside a page, for somebody who would rather talk: the line for a talk, or the first that is no emergency. */
export function talkLine(lines: readonly Helpline[]): readonly Helpline[] {
	const found = lines.find((one) => one.number === FOR_A_TALK) ?? lines.find((one) => !one.danger);
	return found ? [found] : [];
}
