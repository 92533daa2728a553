import * as v from 'valibot';
import { choice, line, optionalLine, optionalText, tick } from '#lib/kernel/fields.ts';
import { AROUND_ROLES, MAY_KNOW } from '#lib/people/around.ts';

/** What is asked of somebody around a person. */
export const AROUND = {
	name: line(),
	role: choice(AROUND_ROLES),
	roleWords: optionalLine(),
	reach: optionalLine(),
	livesWith: tick(),
	mayKnow: choice(MAY_KNOW),
	neverContact: tick(),
	holdsResponsibility: tick(),
	note: optionalText(),
} as const;

export const AROUND_FORM = v.object(AROUND);
