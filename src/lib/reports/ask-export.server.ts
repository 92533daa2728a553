import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Action } from '#lib/access/access-table.ts';
import { permitRole } from '#lib/access/access.server.ts';
import type { CaseColumn, CaseFilter } from '#lib/cases/case-list.ts';
import { workerWithKey } from '#lib/identity/workers.server.ts';
import type { RequestView } from '#lib/intake/request.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { enqueue } from '#lib/platform/jobs.server.ts';
import { EXPORT_KEPT_HOURS, type ExportedList, type ExportFormat, type ExportReason } from './export.ts';
import { insertExport } from './exports.store.server.ts';
import { numberHere, type AskedNumber } from './read-figures.server.ts';

/** What somebody asks for who takes a list out. */
export type AskedExport = {
	readonly command: Uuid;
	readonly list: ExportedList;
	/** The part of the list that was on the screen. */
	readonly part: ExportedPart;
	readonly format: ExportFormat;
	readonly language: Language;
	/** The names of the people go along. */
	readonly names: boolean;
	readonly reason: ExportReason | undefined;
	readonly words: string;
};
/** Which part of a list is taken out. */
export type ExportedPart = {
	readonly cases?: CaseFilter;
	/** The columns of cases that were chosen; without it all that an export has. */
	readonly columns?: readonly CaseColumn[];
	readonly requests?: RequestView;
	/** Of which number the rows are. */
	readonly figure?: AskedNumber;
};
/** What is sealed of an export. */
export type ExportText = { readonly words: string; readonly part: ExportedPart };

/** What somebody has to be allowed who takes a list out, when asking and again when it is made. */
export const RIGHT_TO: Readonly<Record<ExportedList, Action>> = {
	cases: 'case.list',
	requests: 'request.list',
	figures: 'figures.read',
};
/** Where the words of an export stand sealed. */
export const exportPlace = (id: Uuid) => ({ table: 'export_', column: 'sealed', row: id }) as const;

const HOUR_MS = 3_600_000;

/** Asks for a list as a file. A job makes it; its address is the id of the form. */
export async function askExport(act: Act<Worker>, asked: AskedExport): Promise<Result<Uuid>> {
	const allowed = permitRole(act.by, RIGHT_TO[asked.list]);
	if (!allowed.ok) return allowed;
	const { command: id, words, part, reason, ...rest } = asked;
	if (!reason) return refuseField('reason', 'choose-one');
	if (reason === 'other' && words === '') return refuseField('words', 'write-something');
	return transaction(act, async (tx) => {
		const own = await workerWithKey(tx, act.by.workerId);
		if (!own) return refuse('not-found');
		const number = part.figure && (await numberHere(tx, part.figure));
		if (asked.list === 'figures' ? !number?.ok : number) return refuse('not-found');
		record(tx, { action: 'export.asked', subjects: [act.by.workerId], record: id, reason });
		if (!(await claim(tx, id, 'ask-export'))) return ok(id);
		await insertExport(tx, {
			...rest,
			// A list of people is their names.
			names: rest.names || (number?.ok === true && number.value.figure.unit === 'person'),
			id,
			reason,
			workerId: act.by.workerId,
			expiresAt: new Date(act.at.getTime() + EXPORT_KEPT_HOURS * HOUR_MS),
			sealed: own.key.seal(exportPlace(id), { words, part } satisfies ExportText),
		});
		enqueue(tx, 'make-export', { id });
		return ok(id);
	});
}
