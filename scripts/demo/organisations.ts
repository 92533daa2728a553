// One organisation of the demo, set up by a link, like every other one, with an administrator, a team and its programmes.
import type { Act, Worker } from '../../src/lib/kernel/actor.ts';
import { system } from '../../src/lib/kernel/actor.ts';
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { ok, type Result } from '../../src/lib/kernel/result.ts';
import { addWorker } from '../../src/lib/identity/invite-worker.server.ts';
import { makeSetupLink } from '../../src/lib/identity/setup-link.server.ts';
import { transaction } from '../../src/lib/platform/database.server.ts';
import { setUpOrganisation } from '../../src/lib/programmes/set-up-organisation.server.ts';
import type { OrganisationTemplate } from '../../programmes/organisations.ts';
import { STAFF, type Staff } from './staff.ts';

/** Somebody of the demo's staff, who can act and whose invitation is open. */
export type DemoWorker = Staff & { readonly by: Worker; readonly invitation: string; readonly invitedAt: Date };
export type DemoOrganisation = {
	readonly id: Uuid;
	readonly slug: string;
	readonly timeZone: string;
	readonly language: OrganisationTemplate['language'];
	readonly country: OrganisationTemplate['country'];
	readonly workers: readonly DemoWorker[];
};

/** How long ago the organisations of the demo began to work here, days. */
const BEGAN_DAYS_AGO = 330;

/** Sets an organisation up and hires its staff. */
export async function loadOrganisation(template: OrganisationTemplate, now: Date): Promise<DemoOrganisation> {
	const { token } = await makeSetupLink(now);
	const staff = STAFF.filter((one) => one.organisation === template.slug);
	const administrator = staff.find((one) => one.roles.includes('administrator'))!;
	const made = good(
		await setUpOrganisation(now, {
			link: token,
			slug: template.slug,
			name: template.name,
			country: template.country,
			language: template.language,
			timeZone: template.timeZone,
			about: { words: template.about, ...template.contact, invented: template.invented, note: template.contactsText },
			administrator,
			team: TEAM_NAMES[template.language],
			programmes: template.programmes,
		}),
	);
	const began = new Date(now.getTime() - BEGAN_DAYS_AGO * 86_400_000);
	const hired = await hire(
		{ organisationId: made.organisationId, teamId: made.teamId, language: template.language },
		staff.filter((one) => one !== administrator),
		began,
	);
	return {
		id: made.organisationId,
		slug: template.slug,
		timeZone: template.timeZone,
		language: template.language,
		country: template.country,
		workers: [
			...hired,
			{ ...administrator, by: worker(made, administrator), invitation: made.invitation, invitedAt: now },
		],
	};
}

const TEAM_NAMES = { sl: 'Strokovna ekipa', cs: 'Odborný tým', en: 'Professional team' } as const;

async function hire(
	where: { organisationId: Uuid; teamId: Uuid; language: 'sl' | 'cs' | 'en' },
	staff: readonly Staff[],
	at: Date,
): Promise<readonly DemoWorker[]> {
	if (staff.length === 0) return [];
	const act: Act = { by: system(where.organisationId), at };
	return good(
		await transaction(act, async (tx) => {
			const hired: DemoWorker[] = [];
			for (const one of staff) {
				const teams = one.inTeam ? [{ id: where.teamId, isLead: one.leads === true }] : [];
				const { workerId, link } = await addWorker(tx, { ...one, language: where.language, teams });
				hired.push({
					...one,
					invitation: link,
					invitedAt: at,
					by: { kind: 'worker', organisationId: where.organisationId, workerId, roles: one.roles },
				});
			}
			return ok(hired);
		}),
	);
}

function worker(made: { organisationId: Uuid; administratorId: Uuid }, one: Staff): Worker {
	return { kind: 'worker', organisationId: made.organisationId, workerId: made.administratorId, roles: one.roles };
}

/** The value of a result that has to be good: the demo only does what the product lets one do. */
export function good<Value>(result: Result<Value>): Value {
	if (!result.ok)
		throw new Error(`the demo was refused: ${result.problem} ${JSON.stringify(result.fields ?? result.details ?? '')}`);
	return result.value;
}
