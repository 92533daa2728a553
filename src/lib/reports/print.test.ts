import { describe, expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { refuseField } from '#lib/kernel/result.ts';
import { checkPrint, kindsFor, mayTryAgain, PRINT_KINDS } from './print.ts';

const [zala, miha, meeting, stranger] = ['zala', 'miha', 'meeting', 'stranger'] as unknown as [Uuid, Uuid, Uuid, Uuid];
const all = { hasPlan: true, members: [zala], meetings: [meeting] };

describe('what can be printed of a case', () => {
	test('is a plan once there is one, and a confirmation of attendance once somebody came', () => {
		expect(kindsFor(all)).toEqual(PRINT_KINDS);
		expect(kindsFor({ hasPlan: false, meetings: [] })).toEqual(['agreement', 'summary']);
	});

	test('a confirmation is of one member and of one meeting or all; the rest is the case’s', () => {
		const wanted = { kind: 'attendance', personId: undefined, meetingId: undefined } as const;
		expect(checkPrint(wanted, all)).toMatchObject({ value: { personId: zala, meetingId: null } });
		expect(checkPrint({ ...wanted, meetingId: meeting }, all)).toMatchObject({ value: { meetingId: meeting } });
		expect(checkPrint({ ...wanted, meetingId: stranger }, all)).toEqual(refuseField('meeting', 'choose-one'));
		const family = { ...all, members: [zala, miha] };
		expect(checkPrint(wanted, family)).toEqual(refuseField('person', 'choose-one'));
		expect(checkPrint({ ...wanted, personId: stranger }, family)).toEqual(refuseField('person', 'choose-one'));
		expect(checkPrint({ ...wanted, personId: miha }, family)).toMatchObject({ value: { personId: miha } });
		expect(checkPrint({ ...wanted, kind: 'summary', personId: zala, meetingId: meeting }, all)).toMatchObject({
			value: { personId: null, meetingId: null },
		});
		expect(checkPrint(wanted, { ...all, meetings: [] })).toEqual(refuseField('kind', 'nothing-to-print'));
	});

	test('is tried again when it failed or is late, and never when it is ready or refused', () => {
		const triedAt = new Date('2026-11-23T10:00:00Z');
		const later = (minutes: number) => triedAt.getTime() + minutes * 60_000;
		expect(mayTryAgain({ state: 'failed', triedAt }, later(0))).toBe(true);
		expect(mayTryAgain({ state: 'waiting', triedAt }, later(1))).toBe(false);
		expect(mayTryAgain({ state: 'waiting', triedAt }, later(2))).toBe(true);
		for (const state of ['ready', 'refused'] as const) expect(mayTryAgain({ state, triedAt }, later(60))).toBe(false);
	});
});
