import { randomBytes } from 'node:crypto';
import { uuidv7, type Uuid } from '#lib/kernel/ids.ts';

/** A new id, born here at this moment: no database is asked. */
export function newId(at: Date): Uuid {
	return uuidv7(at.getTime(), randomBytes(10));
}
