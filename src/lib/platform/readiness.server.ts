import { statfsSync } from 'node:fs';
import type { Act } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { config } from './config.server.ts';
import { lookUp } from './database.server.ts';

/** What has to be so that this process can serve anybody. */
export const READINESS = ['database', 'first-start', 'disk'] as const;
type ReadinessCheck = (typeof READINESS)[number];
export type Readiness = Readonly<Record<ReadinessCheck, boolean>>;

/** Below this the database cannot be relied on to write. */
const DISK_ROOM_MIN_MB = 64;
const MB = 1024 * 1024;

/** Looks whether this process can serve: the one answer that `/ready` and the system page give. Throws while the database is away. */
export async function readiness(act: Act): Promise<Readiness> {
	const settled = await lookUp(act, async (tx) =>
		ok(await tx.db.selectFrom('installation').select('ready_at').executeTakeFirst()),
	);
	const room = diskRoom();
	return {
		database: settled.ok,
		// Only a first start that has begun and is not done keeps anybody out.
		'first-start': settled.ok && settled.value?.ready_at !== null,
		disk: room === undefined || room.freeMb >= DISK_ROOM_MIN_MB,
	};
}

/** Whether nothing is missing. */
export const isReady = (found: Readiness) => READINESS.every((check) => found[check]);

/** The room where the data folder lies, megabytes; undefined where there is no such folder: the database is elsewhere. */
export function diskRoom(folder = config.dataFolder): { readonly freeMb: number; readonly allMb: number } | undefined {
	try {
		const { bavail, blocks, bsize } = statfsSync(folder);
		return { freeMb: Math.floor((bavail * bsize) / MB), allMb: Math.floor((blocks * bsize) / MB) };
	} catch (error) {
		if ((error as { code?: string }).code === 'ENOENT') return undefined;
		throw error;
	}
}
