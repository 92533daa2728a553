import * as v from 'valibot';
import { number } from '#lib/kernel/fields.ts';
import { found, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { readSystem, retryJob } from '#lib/reports/read-system.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	return { standing: found(await readSystem(act)), now: act.at, demo: config.demo };
};

// The queue's own number of a job.
const JOB = v.object({ job: number({ min: 1, max: 999_999_999 }) });

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: JOB,
			run: (act, { job }) => retryJob(act, { job: String(job) }),
			goTo: () => `/desk/${event.params.organisation}/admin/system`,
		}),
};
