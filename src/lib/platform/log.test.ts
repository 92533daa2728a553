import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { log, logFailure, logTo } from './log.server.ts';

const lines: string[] = [];
let putBack: () => void;
beforeAll(() => {
	putBack = logTo((line) => lines.push(line));
});
beforeEach(() => {
	lines.length = 0;
});
afterAll(() => putBack());

const PERSONAL = [
	'Zala Vzorčnik',
	'Vzorčnik',
	'zala@primer.invalid',
	'041 000 000',
	'Od poletja ne spim.',
	'ne morem več',
	'Izmišljena 1, Celje',
	'{"name":"Zala"}',
	'Key (name)=(Zala Vzorčnik) already exists.',
];

describe('a line of the log', () => {
	test.each(PERSONAL)('does not hold “%s”', (words) => {
		log('request', { route: words, method: 'GET' });
		logFailure('request.broken', new Error(words), { route: words });
		logFailure('request.broken', Object.assign(new Error('x'), { name: words, code: words }));
		logFailure(
			'request.broken',
			Object.assign(new Error('refused'), { detail: words, where: words, stack: `Error: ${words}\n at ${words}` }),
		);
		logFailure('request.broken', words);
		expect(lines).toHaveLength(5);
		expect(lines.join('\n')).not.toContain(words);
		expect(lines.join('\n')).toContain('[left out]');
	});

	test('holds what is harmless: codes, ids, routes and figures', () => {
		const facts = {
			route: '/(desk)/desk/[organisation]/cases/[case]',
			id: '01900000-0000-7000-8000-000000000001',
			status: 303,
			locked: false,
			code: '23505',
		};
		log('request', facts);
		expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'request', ...facts });
	});

	test('says the kind of what broke and where in our code, never its message', () => {
		logFailure('request.broken', new TypeError('Zala Vzorčnik is undefined'));
		const line = JSON.parse(lines[0]!) as Record<string, unknown>;
		expect(line).toMatchObject({ event: 'request.broken', kind: 'TypeError' });
		expect(line['where']).toMatch(/^src\/lib\/platform\/log\.test\.ts:\d+$/);
		expect(lines[0]).not.toContain('Zala');
	});

	test('is one line of JSON, whatever the facts are', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				lines.length = 0;
				log('request', { fact: text });
				expect(lines[0]).not.toContain('\n');
				const { fact } = JSON.parse(lines[0]!) as { fact: string };
				expect(fact === '[left out]' || /^[!-~]{0,120}$/.test(fact)).toBe(true);
			}),
		);
	});

	test('never holds two words, an address or a letter with a mark', () => {
		const word = fc.stringMatching(/^[A-Za-zčšž]{1,12}$/);
		const personal = fc.tuple(word, fc.constantFrom(' ', '@', ', ', '\n', ' č'), word).map((parts) => parts.join(''));
		fc.assert(
			fc.property(personal, (text) => {
				lines.length = 0;
				log('request', { fact: text });
				expect((JSON.parse(lines[0]!) as { fact: string }).fact).toBe('[left out]');
			}),
		);
	});
});
