import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import { system, type Role } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { rolesOf } from '#lib/access/access.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { signInSecret } from './account.server.ts';
import { secondFactorSecrets } from './identity.store.server.ts';
import { workerWithKey } from './workers.server.ts';

/** The password of every account of the demo. It opens invented data only. */
export const DEMO_PASSWORD = 'opora v predstavitvi';

/** An account of the demo, with the code its authenticator shows now. */
type DemoAccount = {
	readonly name: string;
	readonly email: string;
	readonly roles: readonly Role[];
	readonly organisationId: Uuid;
	readonly code: string;
};

/** The accounts of the demo; none unless this is one. */
export async function demoAccounts(at: Date): Promise<readonly DemoAccount[]> {
	if (!config.demo) return [];
	const byOrganisation = Map.groupBy(await secondFactorSecrets(), (row) => row.organisation_id);
	const lists = await Promise.all(
		[...byOrganisation].map(([organisationId, rows]) => accountsOf(organisationId, rows, at)),
	);
	return lists.flat();
}

async function accountsOf(
	organisationId: Uuid,
	rows: readonly { worker_id: Uuid; secret: string }[],
	at: Date,
): Promise<readonly DemoAccount[]> {
	const found = await lookUp({ by: system(organisationId), at }, async (tx) => {
		const accounts = rows.map(async (row) => {
			const [worker, roles] = await Promise.all([workerWithKey(tx, row.worker_id), rolesOf(tx, row.worker_id)]);
			return {
				name: worker?.text.name ?? '',
				email: worker?.text.email ?? '',
				roles,
				organisationId,
				code: await codeNow(row.secret),
			};
		});
		return ok(await Promise.all(accounts));
	});
	return found.ok ? found.value : [];
}

async function codeNow(secret: string): Promise<string> {
	return createOTP(await symmetricDecrypt({ key: signInSecret(), data: secret })).totp();
}
