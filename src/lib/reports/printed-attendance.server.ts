import type { PrintedPart } from '#lib/platform/printed-document.ts';
import type { Words } from '#lib/platform/words.server.ts';
import type { HeldMeeting } from './case-to-print.server.ts';
import { signatures, type PrintedBody, type ToPrint } from './printed-parts.server.ts';

/** Confirms when somebody was there, for their employer or school; nothing of what was talked about. */
export function printedAttendance({ asked, from, words }: ToPrint): PrintedBody | undefined {
	const { t, local, day } = words;
	const person = asked.personId ? from.names.get(asked.personId) : undefined;
	const held = from.meetings.filter((one) => asked.meetingId === null || one.id === asked.meetingId);
	if (person === undefined || held.length === 0) return undefined;
	return {
		title: t('print.kind.attendance'),
		about: [
			[t('print.person'), person],
			[t('case.programme'), local(from.file.definition.title).text],
			[t('print.issued'), day(from.today)],
		],
		sections: [
			{
				title: t('print.attended'),
				parts: [
					{
						kind: 'text',
						text: t('print.attendance-text', { organisation: from.organisation.name, count: held.length }),
					},
					timesOf(held, words),
					{ kind: 'text', text: t('print.attendance-no-content') },
				],
			},
		],
		signatures: signatures(from, words).slice(-1),
	};
}

const MINUTE_MS = 60_000;

function timesOf(held: readonly HeldMeeting[], { t, longDay, time }: Words): PrintedPart {
	const rows = held.map(({ startedAt, minutes }) => {
		const ended = new Date(startedAt.getTime() + minutes * MINUTE_MS);
		return [longDay(startedAt), t('print.from-to', { from: time(startedAt), to: time(ended) })];
	});
	return { kind: 'table', head: [t('print.when'), t('print.hours')], rows };
}
