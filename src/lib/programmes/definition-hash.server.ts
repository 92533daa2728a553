import { createHash } from 'node:crypto';

/** What a definition, or a part of one, is told apart by. */
export function hashOf(data: unknown): Buffer {
	return createHash('sha256')
		.update(JSON.stringify(data ?? null))
		.digest();
}
