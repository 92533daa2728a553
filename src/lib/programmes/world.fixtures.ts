import { randomBytes } from 'node:crypto';
import type { Act, Role, Worker } from '#lib/kernel/actor.ts';
import { system } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { makeTeam } from '#lib/access/access.server.ts';
import { addWorker } from '#lib/identity/invite-worker.server.ts';
import { makeSetupLink } from '#lib/identity/setup-link.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Definition } from './definition.ts';
import { smallDefinition } from './definition.fixtures.ts';
import { setUpOrganisation } from './set-up-organisation.server.ts';

/** An organisation with one team, and whoever a test asks to work there. */
export type World = {
	readonly organisationId: Uuid;
	readonly slug: string;
	readonly teamId: Uuid;
	readonly now: Date;
	/** Hires somebody with these roles, into the team unless told otherwise, and acts as them. */
	hire(roles: readonly Role[], where?: { team?: Uuid | null; name?: string }): Promise<Act<Worker>>;
	anotherTeam(programmes?: readonly string[]): Promise<Uuid>;
	visitor(): Act<{ kind: 'visitor'; organisationId: Uuid }>;
	/** The same actor at another moment. */
	at<Who extends Act>(act: Who, later: { days?: number; minutes?: number }): Who;
};

/** Makes an organisation that runs some programmes. */
export async function aWorld(
	programmes: readonly Definition[] = [smallDefinition()],
	now = new Date('2026-11-23T09:00:00Z'),
): Promise<World> {
	const { token } = await makeSetupLink(now);
	const slug = `org-${randomBytes(4).toString('hex')}`;
	const made = await setUpOrganisation(now, {
		link: token,
		slug,
		name: `Organizacija ${slug}`,
		country: 'si',
		language: 'sl',
		timeZone: 'Europe/Ljubljana',
		about: { words: { sl: 'Preizkus' }, address: null, phone: null, email: null, website: null },
		administrator: { name: 'Ada Vzorčna', email: `ada@${slug}.invalid` },
		team: 'Ekipa',
		programmes,
	});
	if (!made.ok) throw new Error(made.problem);
	const { organisationId, teamId } = made.value;
	return {
		organisationId,
		slug,
		teamId,
		now,
		hire: (roles, where = {}) => hire({ organisationId, teamId, now }, roles, where),
		anotherTeam: (keys = []) => anotherTeam(organisationId, now, keys),
		visitor: () => ({ by: { kind: 'visitor', organisationId }, at: now }),
		at: (act, { days = 0, minutes = 0 }) => ({
			...act,
			at: new Date(act.at.getTime() + days * 86_400_000 + minutes * 60_000),
		}),
	};
}

async function hire(
	world: { organisationId: Uuid; teamId: Uuid; now: Date },
	roles: readonly Role[],
	where: { team?: Uuid | null; name?: string },
): Promise<Act<Worker>> {
	const { organisationId, now } = world;
	const team = where.team === undefined ? world.teamId : where.team;
	const email = `${randomBytes(5).toString('hex')}@delavec.invalid`;
	const done = await transaction({ by: system(organisationId), at: now }, async (tx) => {
		const teams = team ? [{ id: team, isLead: false }] : [];
		return ok(await addWorker(tx, { name: where.name ?? 'Vida Zgledna', email, language: 'sl', roles, teams }));
	});
	if (!done.ok) throw new Error(done.problem);
	return { by: { kind: 'worker', organisationId, workerId: done.value.workerId, roles }, at: now };
}

async function anotherTeam(organisationId: Uuid, now: Date, programmes: readonly string[]): Promise<Uuid> {
	const id = newId(now);
	await transaction({ by: system(organisationId), at: now }, async (tx) => {
		await makeTeam(tx, { id, name: 'Druga ekipa', programmes });
		record(tx, { action: 'worker.changed', subjects: [organisationId] });
		return ok();
	});
	return id;
}
