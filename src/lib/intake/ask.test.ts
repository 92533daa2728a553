import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { blizu } from '../../../programmes/blizu.ts';
import { krizovaIntervence } from '../../../programmes/krizova-intervence.ts';
import { prvaSocialnaPomoc } from '../../../programmes/prva-socialna-pomoc.ts';
import { askedRequest, ASK_STEPS, firstOpen, forWhomOffered, readStep, stepsOf, type Asking } from './ask.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { aCommand } from './intake.fixtures.ts';

const small = smallDefinition();
const TODAY = '2026-11-23' as CalendarDay;
const SELF = {
	who: { forWhom: 'self' },
	weighs: { reasons: ['grief'], words: 'Od poletja ne spim.', urgency: 'ordinary' },
	how: { mode: 'phone', place: 'Celje' },
	reach: { name: '', phone: '', email: '' },
} as const;
const asking = (answers: object): Asking => ({ command: aCommand(), answers: answers as Asking['answers'] });
const fieldsOf = (result: ReturnType<typeof readStep>) =>
	result.ok ? [] : result.fields?.map((one) => [one.field, one.problem]);

describe('asking for help', () => {
	test('nothing has to be given to be heard: no name, no telephone, no words [A4]', () => {
		const request = askedRequest(small, asking({ ...SELF, weighs: { urgency: 'ordinary' } }), 'sl');
		expect(request).toMatchObject({ forWhom: 'self', anonymous: true, reasons: [] });
		expect(request?.text).toMatchObject({ name: '', phone: '', email: '', words: '', about: null, proposer: null });
	});

	test('whoever gives a name is not anonymous, and somebody who asks for another never is', () => {
		const named = askedRequest(small, asking({ ...SELF, reach: { name: 'Zala' } }), 'sl');
		expect([named?.anonymous, named?.text.name]).toEqual([false, 'Zala']);
		const about = { aboutName: 'Miha Izmišljen', relation: 'brat', knows: 'no' };
		const other = askedRequest(small, asking({ ...SELF, who: { forWhom: 'other' }, about }), 'sl');
		expect([other?.anonymous, other?.text.about]).toEqual([
			false,
			{ name: 'Miha Izmišljen', phone: '', email: '', relation: 'brat', knows: 'no' },
		]);
	});

	test('one is led to the first page that is not answered, and there is no request before the last', () => {
		for (const [i, step] of stepsOf(asking(SELF)).entries()) {
			const given = Object.fromEntries(Object.entries(SELF).slice(0, i));
			expect(firstOpen(small, asking(given))).toBe(step);
			expect(askedRequest(small, asking(given), 'sl')).toBeUndefined();
		}
		expect(firstOpen(small, asking(SELF))).toBeUndefined();
		expect(stepsOf(asking({ who: { forWhom: 'other' } }))).toEqual(ASK_STEPS);
	});

	test('a proposer says where they work and how they are reached', () => {
		const who = { forWhom: 'proposal' };
		const about = { aboutName: '', knows: 'unsure', wayIn: 'initiative', organisation: '', role: '' };
		const on = (step: 'about' | 'reach', typed: object) =>
			readStep(small, step, { asking: asking({ who }), typed: typed as never, today: TODAY });
		expect(fieldsOf(on('about', about))).toEqual([
			['proposer', 'choose-one'],
			['organisation', 'write-something'],
			['role', 'write-something'],
		]);
		expect(fieldsOf(on('reach', { name: 'Petra' }))).toEqual([['phone', 'contact-missing']]);
		expect(fieldsOf(on('reach', { name: 'Petra', email: 'petra@primer.invalid' }))).toEqual([]);
	});

	test('a proposal carries the person’s agreement and its day; an initiative may come before it [B14, P7]', () => {
		const about = { organisation: 'Izmišljeni zavod', role: 'svetovalka', proposer: 'volunteer' };
		const on = (definition: typeof small, typed: object) =>
			fieldsOf(
				readStep(definition, 'about', {
					asking: asking({ who: { forWhom: 'proposal' } }),
					typed: { ...about, ...typed } as never,
					today: TODAY,
				}),
			);
		const toBlizu = { wayIn: 'proposal-karitas' };
		expect(on(blizu, { ...toBlizu, knows: 'yes' })).toEqual([['knows', 'needs-agreement']]);
		expect(on(blizu, { ...toBlizu, knows: 'no', agreedOn: '2026-11-20' })).toEqual([['knows', 'needs-agreement']]);
		expect(on(blizu, { ...toBlizu, knows: 'yes', agreedOn: '2026-11-24' })).toEqual([['agreedOn', 'in-the-future']]);
		expect(on(blizu, { ...toBlizu, knows: 'yes', agreedOn: '2026-11-20' })).toEqual([]);
		expect(on(prvaSocialnaPomoc, { wayIn: 'initiative', knows: 'no' })).toEqual([]);
	});

	test('how one may be called is a rule that the sender reads', () => {
		const reach = {
			name: 'Zala',
			phone: '041 000 123',
			whenRule: 'mornings-only',
			rules: ['no-voicemail', 'withheld-number'],
		};
		expect(askedRequest(small, asking({ ...SELF, reach }), 'sl')?.text.rules).toEqual([
			'no-voicemail',
			'withheld-number',
			'mornings-only',
		]);
		const never = askedRequest(small, asking({ ...SELF, reach: { whenRule: 'no-phone' } }), 'sl');
		expect(never?.text.rules).toEqual(['no-phone']);
	});

	test('the reason for online goes with online alone, and a place with an office', () => {
		const how = (typed: object) => {
			const { onlineReason, site } = askedRequest(small, asking({ ...SELF, how: typed }), 'sl')!;
			return [onlineReason, site];
		};
		const all = { onlineReason: 'stigma', site: 'celje' };
		expect(how({ mode: 'online', ...all })).toEqual(['stigma', undefined]);
		expect(how({ mode: 'office', ...all })).toEqual([undefined, 'celje']);
		expect(how({ mode: 'home', ...all })).toEqual([undefined, undefined]);
	});

	test('one asks for whom the programme has a way in', () => {
		expect(forWhomOffered(blizu)).toEqual(['self', 'other', 'proposal']);
		expect(forWhomOffered(prvaSocialnaPomoc)).toEqual(['self', 'other', 'proposal']);
		expect(forWhomOffered(krizovaIntervence).includes('self')).toBe(true);
		expect(forWhomOffered(smallDefinition({ waysIn: [small.waysIn[0]!] }))).toEqual(['self', 'other']);
		expect(forWhomOffered(smallDefinition({ waysIn: [small.waysIn[2]!] }))).toEqual([]);
	});

	test('whatever is posted to a page is read or refused, and never breaks', () => {
		const aText = fc.oneof(
			fc.string(),
			fc.constantFrom('self', 'proposal', 'phone', 'urgent', 'ex-officio', 'grief', '\u0000', '1'.repeat(300)),
		);
		const aForm = fc.dictionary(
			fc.constantFrom('forWhom', 'urgency', 'mode', 'reasons', 'phone', 'email', 'rules', 'knows', 'wayIn'),
			fc.oneof(aText, fc.array(aText)),
		);
		fc.assert(
			fc.property(fc.constantFrom(...ASK_STEPS), aForm, (step, typed) => {
				const read = readStep(small, step, { asking: asking(SELF), typed, today: TODAY });
				if (read.ok && step === 'who')
					expect(['self', 'other', 'proposal']).toContain((read.value as { forWhom: string }).forWhom);
				if (!read.ok) expect(read.fields?.length).toBeGreaterThan(0);
			}),
		);
	});
});
