import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { isMessageKey, wordsIn } from '#lib/platform/words.server.ts';
import { smallDefinition } from './definition.fixtures.ts';
import { readDefinition } from './definition.ts';
import { faultOf, FAULTS, type FaultCode } from './faults.ts';

const small = smallDefinition();
const words = (text: string) => ({ sl: text, cs: text, en: text });
const found = (data: unknown) => {
	const read = readDefinition(data);
	return 'faults' in read ? read.faults.map(({ at, fault }) => `${at}: ${fault}`) : [];
};

/** A definition for each fault there is: what is wrong with it, where. */
const BAD: Readonly<Record<FaultCode, readonly [at: string, data: object]>> = {
	'active-role-asked': [
		'reasonsToDecline.0',
		{ ...small, reasonsToDecline: [{ key: 'not-active', text: words('Ni dejaven') }] },
	],
	'application-list-missing': ['waysIn.3.applications', withWay(3, { applications: [] })],
	'application-list-needless': ['waysIn.0.applications', withWay(0, { applications: small.reasons })],
	'becomes-nothing': ['guide.parts.0.prompts.0.becomes', withPrompt({ becomes: 'own-plan' })],
	'choose-at-least-one': ['waysIn', { ...small, waysIn: [] }],
	'goals-list-empty': ['plan.listed', { ...small, plan: { ...small.plan, goals: 'listed' } }],
	'key-twice': ['reasons', { ...small, reasons: [...small.reasons, small.reasons[0]] }],
	'key-unreal': ['reasons.0.key', { ...small, reasons: [{ key: 'Žalost!', text: words('Žalost') }] }],
	'link-unreal': ['links.0.href', { ...small, links: [{ text: words('Več'), href: 'primer' }] }],
	'members-without-families': ['conditions.0.party', { ...withCondition({ party: 'each-member' }), unit: ['person'] }],
	missing: ['clock', { ...small, clock: undefined }],
	'not-offered': ['plan.madeBy', { ...small, plan: { ...small.plan, madeBy: null } }],
	'number-not-whole': ['team.minimum', { ...small, team: { ...small.team, minimum: 1.5 } }],
	'number-too-large': ['meetings.limit', { ...small, meetings: { limit: 501, counting: [] } }],
	'number-too-small': ['meetings.limit', { ...small, meetings: { limit: 0, counting: [] } }],
	'online-reasons-without-online': ['onlineReasons', { ...small, modes: ['phone'] }],
	'own-language-missing': ['title', { ...small, title: { en: 'Small' } }],
	'period-set-by-nothing': [
		'agreement.period',
		{ ...small, conditions: small.conditions.map((one) => ({ ...one, setsPeriod: false })) },
	],
	'prompt-list-empty': ['guide.parts.0.prompts.1.list', { ...small, reasons: [] }],
	'service-unknown': ['conditions.0.forServices', withCondition({ forServices: ['flying'] })],
	'step-unknown': ['guide.parts.0.prompts.0.step', withPrompt({ step: 'flying' })],
	'text-missing': ['title.cs', { ...small, title: { sl: 'Malo', cs: '' } }],
	'text-too-long': ['title.sl', { ...small, title: { sl: 'x'.repeat(2001) } }],
	'unknown-field': ['colour', { ...small, colour: 'green' }],
	'words-missing': ['title', { ...small, title: {} }],
	'wrong-kind': ['openToAnyone', { ...small, openToAnyone: 'yes' }],
};

function withWay(place: number, change: object) {
	return { ...small, waysIn: small.waysIn.map((one, i) => (i === place ? { ...one, ...change } : one)) };
}

function withPrompt(change: object) {
	const [part, ...parts] = small.guide.parts;
	const [prompt, ...prompts] = part!.prompts;
	return {
		...small,
		guide: { ...small.guide, parts: [{ ...part, prompts: [{ ...prompt, ...change }, ...prompts] }, ...parts] },
	};
}

function withCondition(change: object) {
	return { ...small, conditions: small.conditions.map((one, i) => (i === 0 ? { ...one, ...change } : one)) };
}

describe('the faults of a definition', () => {
	test('a good one has none', () => expect(found(small)).toEqual([]));

	test.each(FAULTS)('%s is found where it is [A1]', (fault) => {
		const [at, data] = BAD[fault];
		expect(found(data)).toContain(`${at}: ${fault}`);
	});

	test.each(FAULTS)('%s has its sentence in every language, with its figure [A3]', (fault) => {
		const said = LANGUAGES.map((language) => wordsIn(language).t(`fault.${fault}`, { limit: 7 }));
		expect(new Set(said).size).toBe(LANGUAGES.length);
		expect(said.every((one) => one.length > 5 && !one.includes('{'))).toBe(true);
	});

	test('no sentence is left over for a fault that is none', () => {
		expect(isMessageKey('fault.wrong-kind')).toBe(true);
		expect(isMessageKey('fault.made-up')).toBe(false);
	});

	test('a figure that a sentence needs is told', () => {
		const read = readDefinition(BAD['number-too-large'][1]);
		expect('faults' in read && read.faults).toContainEqual({
			at: 'meetings.limit',
			fault: 'number-too-large',
			limit: 500,
		});
	});

	test('whatever else a schema may find has a sentence too', () => {
		const read = v.safeParse(v.pipe(v.string(), v.isoDate()), 'yesterday');
		expect(read.issues?.map((issue) => faultOf(issue).fault)).toEqual(['wrong-kind']);
	});
});
