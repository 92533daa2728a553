import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';

export async function insertReturnCode(
	tx: Tx,
	code: { mac: Buffer; subject: Uuid; holder: 'code-holder' | 'proposer' },
): Promise<void> {
	await tx.db
		.insertInto('return_code')
		.values({
			mac: code.mac,
			organisation_id: tx.organisationId,
			subject_id: code.subject,
			holder: code.holder,
			made_at: tx.act.at,
		})
		.execute();
}

export async function findReturnCode(
	tx: Tx,
	mac: Buffer,
): Promise<{ organisation_id: Uuid; subject_id: Uuid; holder: 'code-holder' | 'proposer' } | undefined> {
	const { rows } = await sql<{
		organisation_id: Uuid;
		subject_id: Uuid;
		holder: 'code-holder' | 'proposer';
	}>`select * from finder.find_code(${mac})`.execute(tx.db);
	return rows[0];
}
