import { sql } from 'kysely';
import { system } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { makeTeam } from '#lib/access/access.server.ts';
import { isSlug, type OrganisationProfile } from '#lib/directory/organisation.ts';
import { forgetOrganisations, organisationBySlug } from '#lib/directory/organisations.server.ts';
import { addWorker } from '#lib/identity/invite-worker.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { mac } from '#lib/vault/root-key.server.ts';
import { makeOrganisationKey, openVault } from '#lib/vault/vault.server.ts';
import type { Definition } from './definition.ts';
import { publishInto } from './publish-template.server.ts';

/** A new organisation as it is set up: itself, its first administrator, its programmes, and the team they come to. */
export type NewOrganisation = {
	readonly link: string;
	readonly slug: string;
	readonly name: string;
	readonly country: 'si' | 'cz';
	readonly language: Language;
	readonly timeZone: string;
	readonly about: OrganisationProfile;
	readonly administrator: { readonly name: string; readonly email: string };
	readonly team: string;
	readonly programmes: readonly Definition[];
};

/** Makes an organisation for whoever holds an open set-up link. The administrator's invitation is part of the result. */
export async function setUpOrganisation(
	at: Date,
	input: NewOrganisation,
): Promise<Result<{ organisationId: Uuid; teamId: Uuid; administratorId: Uuid; invitation: string }>> {
	if (!isSlug(input.slug)) return refuseField('slug', 'cannot-be-read');
	if (await organisationBySlug(input.slug, at)) return refuseField('slug', 'already-known');
	const organisationId = newId(at);
	const done = await transaction(
		{ by: system(organisationId), at },
		async (tx) => {
			if (!(await found(tx, organisationId, input))) return refuse('setup-ended');
			await makeOrganisationKey(tx);
			const vault = await openVault(tx);
			await vault.newKey('organisation', organisationId);
			for (const definition of input.programmes) {
				const published = await publishInto(tx, definition);
				if (!published.ok) return published;
			}
			const teamId = newId(at);
			await makeTeam(tx, { id: teamId, name: input.team, programmes: input.programmes.map((one) => one.key) });
			const invited = await addWorker(tx, {
				...input.administrator,
				language: input.language,
				roles: ['administrator'],
				teams: [],
			});
			record(tx, { action: 'organisation.made', subjects: [organisationId, invited.workerId] });
			return ok({ organisationId, teamId, administratorId: invited.workerId, invitation: invited.link });
		},
		{ organisation_slug_key: 'already-known' },
	);
	forgetOrganisations();
	return done;
}

async function found(tx: Tx, id: Uuid, input: NewOrganisation): Promise<boolean> {
	const { rows } = await sql<{
		made: boolean;
	}>`select found_organisation(${mac('links', input.link)}, ${tx.act.at}, ${id}, ${input.slug},
		${input.name}, ${input.country}, ${input.language}, ${input.timeZone}, ${JSON.stringify(input.about)}::jsonb) as made`.execute(
		tx.db,
	);
	return rows[0]?.made === true;
}
