import * as v from 'valibot';
import { commandId, day, number, optionalText, tick } from '#lib/kernel/fields.ts';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { found, here, notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { listRetention, setRetention } from '#lib/programmes/retention-periods.server.ts';
import { MONTHS_MAX, RETENTION_KINDS } from '#lib/programmes/retention.ts';
import type { Actions, PageServerLoad } from './$types';

const GROUND_MAX = 500;
const SCHEMA = v.object({
	command: commandId(),
	months: number({ min: 1, max: MONTHS_MAX }),
	'ground-sl': optionalText(GROUND_MAX),
	'ground-cs': optionalText(GROUND_MAX),
	'ground-en': optionalText(GROUND_MAX),
	validFrom: day(),
	confirmed: tick(),
});

const kindIn = (text: string) => RETENTION_KINDS.find((one) => one === text) ?? notFound();

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const kind = kindIn(event.params.kind);
	const kept = found(await listRetention(act)).find((one) => one.kind === kind)!;
	const { now, programmes, proposedMonths } = kept;
	return {
		kind,
		command: newId(act.at),
		today: dayOf(act.at, here(event).timeZone),
		before: {
			months: now?.months ?? programmes[0]?.months ?? proposedMonths,
			ground: now?.ground ?? programmes[0]?.ground ?? {},
		},
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { command, months, validFrom, confirmed, ...typed }) => {
				const ground = Object.fromEntries(
					LANGUAGES.map((code) => [code, typed[`ground-${code}`]]).filter(([, text]) => text !== ''),
				);
				return setRetention(act, { command, kind: kindIn(event.params.kind), months, ground, confirmed, validFrom });
			},
			goTo: () => `/desk/${event.params.organisation}/admin/retention`,
		}),
};
