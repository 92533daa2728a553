// What has broken somebody's form somewhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The Big List of Naughty Strings, whole. */
export const NAUGHTY: readonly string[] = JSON.parse(
	readFileSync(createRequire(import.meta.url).resolve('big-list-of-naughty-strings'), 'utf8'),
);
