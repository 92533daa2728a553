import { expect, test } from 'vitest';
import { someWords } from './intake.fixtures.ts';
import { keptOf } from './kept-about.ts';

test('somebody is told of everything that is kept of them, and of nothing that is not', () => {
	const own = { proposer: false, additions: 0, appointments: 0 };
	expect(keptOf({ ...own, text: someWords() })).toEqual(['words', 'reach', 'facts', 'looks', 'code']);
	const about = { name: 'Miha Izmišljen', phone: '', email: '', relation: 'brat', knows: 'no' } as const;
	const full = someWords({ about, rules: ['no-voicemail'] });
	expect(keptOf({ proposer: false, additions: 1, appointments: 2, text: full })).toEqual([
		'words',
		'reach',
		'rules',
		'about',
		'facts',
		'additions',
		'times',
		'looks',
		'code',
	]);
	const silent = someWords({ name: '', phone: '', email: '', words: '', place: '', when: '' });
	expect(keptOf({ ...own, text: silent })).toEqual(['facts', 'looks', 'code']);
});

test('a proposer is told of what they gave, and of nothing that would show what became of the person [B19]', () => {
	const told = [0, 3].map((count) =>
		keptOf({ proposer: true, additions: count, appointments: count, text: count ? someWords() : undefined }),
	);
	expect(told[0]).toEqual(['reach', 'about', 'looks', 'code']);
	expect(told[1]).toEqual(told[0]);
});
