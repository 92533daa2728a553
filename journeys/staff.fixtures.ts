// People who work in an organisation of a test and have an account: hired, invited, signed in.
import { openAccount } from '../scripts/demo/accounts.ts';
import type { Act, Role, Worker } from '../src/lib/kernel/actor.ts';
import { system } from '../src/lib/kernel/actor.ts';
import { ok } from '../src/lib/kernel/result.ts';
import type { Uuid } from '../src/lib/kernel/ids.ts';
import { addWorker } from '../src/lib/identity/invite-worker.server.ts';
import { aCommand, good } from '../src/lib/intake/intake.fixtures.ts';
import { transaction } from '../src/lib/platform/database.server.ts';
import type { World } from '../src/lib/programmes/world.fixtures.ts';
import { aCaller, type Caller } from './http.fixtures.ts';
import type { RunningOpora } from './opora.fixtures.ts';

/** Somebody who works in a world: as use cases know them, and as somebody who sends requests. */
export type Colleague = { readonly act: Act<Worker>; readonly caller: Caller; readonly email: string };

/** Hires somebody with these roles into the team of a world, unless told otherwise, and signs them in. */
export async function hired(
	opora: RunningOpora,
	world: World,
	{ roles, team = world.teamId, name = 'Vida Zgledna' }: { roles: readonly Role[]; team?: Uuid; name?: string },
): Promise<Colleague> {
	const email = `${aCommand().slice(-12)}@delavec.invalid`;
	const teams = [{ id: team, isLead: false }];
	const added = good(
		await transaction({ by: system(world.organisationId), at: world.now }, async (tx) =>
			ok(await addWorker(tx, { name, email, language: 'sl', roles, teams })),
		),
	);
	const cookies = await openAccount({ email, invitation: added.link, invitedAt: world.now });
	const by = { kind: 'worker', organisationId: world.organisationId, workerId: added.workerId, roles } as const;
	return { act: { by, at: world.now }, caller: aCaller(opora, { cookies }), email };
}
