import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '#lib/kernel/actor.ts';
import fc from 'fast-check';
import { ACTIONS, RELATIONS, may, mayEver, relationsFor, type Action, type Relation } from './access-table.ts';

/**
 * Who may do what, written apart from the code. Columns: professional, advocate, coordinator, programme lead, volunteer,
 * workshop moderator, administrator, officer for data protection. o: own. t: team. e: everybody's team (another team too).
 * f: former. x: whatever has no relation. n: needs no subject. ·: never.
 */
const EXPECTED = `
desk.enter      n   n   n   n   n   n   n   n
request.list    n   ·   n   n   ·   ·   ·   ·
request.enter   n   ·   n   ·   ·   ·   ·   ·
case.list       n   n   n   n   ·   ·   ·   ·
day.of-team     ·   ·   n   ·   ·   ·   ·   ·
figures.read    ·   ·   n   n   ·   ·   ·   ·
person.search   n   ·   n   n   ·   ·   ·   n
worker.list     ·   ·   n   n   ·   ·   n   ·
routing.list    ·   ·   n   n   ·   ·   n   ·
routing.change  ·   ·   ·   ·   ·   ·   n   ·
worker.change   ·   ·   ·   ·   ·   ·   n   ·
outbox.list     ·   ·   ·   ·   ·   ·   n   ·
helpline.change ·   ·   ·   ·   ·   ·   n   ·
complaint.record n  n   n   n   ·   ·   n   ·
complaint.list  n   n   n   n   ·   ·   n   ·
complaint.term  ·   ·   ·   ·   ·   ·   n   ·
programme.change ·   ·   ·   ·   ·   ·   n   ·
retention.list  ·   ·   ·   ·   ·   ·   n   n
retention.change ·  ·   ·   ·   ·   ·   n   ·
access.list     ·   ·   ·   ·   ·   ·   n   n
system.read     ·   ·   ·   ·   ·   ·   n   ·
system.change   ·   ·   ·   ·   ·   ·   n   ·
request.read    ot  ·   ot  ote ·   ·   ·   ·
request.take    t   ·   t   ·   ·   ·   ·   ·
request.work    o   ·   ot  ·   ·   ·   ·   ·
request.assign  ·   ·   t   te  ·   ·   ·   ·
request.hand-over o   ·   ot  ote ·   ·   ·   ·
case.read       o   o   ot  ote ·   ·   ·   ·
case.change     o   ·   ot  ·   ·   ·   ·   ·
case.close      o   ·   ot  ·   ·   ·   ·   ·
case.reopen     o   ·   ot  ote ·   ·   ·   ·
case.print      o   ·   ot  ·   ·   ·   ·   ·
case.hand-over  o   ·   ot  ote ·   ·   ·   ·
meeting.record  o   o   ot  ·   ·   ·   ·   ·
note.read       o   o   ot  ote ·   ·   ·   ·
note.write      o   o   ot  ote ·   ·   ·   ·
complaint.read  o   o   o   otefx ·  ·   otefx ·
complaint.answer o  o   o   otefx ·  ·   otefx ·
complaint.assign ·  ·   ·   otefx ·  ·   otefx ·
person.read     ot  o   ot  ote ·   ·   ·   otefx
person.change   o   ·   ot  ·   ·   ·   ·   ·
person.merge    o   ·   ot  ote ·   ·   ·   ·
person.restrict ·   ·   ·   ·   ·   ·   ·   otefx
document.read   o   o   ot  ote ·   ·   ·   ·
document.change o   ·   ot  ·   ·   ·   ·   ·
journal.read    o   ·   ot  ote ·   ·   ·   otefx`;
const LETTERS: Readonly<Record<Relation, string>> = {
	own: 'o',
	team: 't',
	'other-team': 'e',
	former: 'f',
	screened: 's',
	none: 'nx',
};
const rows = EXPECTED.trim()
	.split('\n')
	.map((line) => line.split(/\s+/));
const expected = (action: string, role: Role, relation: Relation) => {
	const cell = rows.find((row) => row[0] === action)?.[1 + ROLES.indexOf(role)] ?? '';
	return [...LETTERS[relation]].some((letter) => cell.includes(letter));
};
const roles = fc.uniqueArray(fc.constantFrom(...ROLES));

describe.each(ROLES)('a %s', (role) => {
	test.each(ACTIONS)('does what is expected of %s, in every relation', (action) => {
		const found = RELATIONS.filter((relation) => may([role], action, relation));
		expect(found).toEqual(RELATIONS.filter((relation) => expected(action, role, relation)));
	});
});

test('the expected table speaks of every action, once', () => {
	expect(rows.map((row) => row[0])).toEqual([...ACTIONS]);
	expect(rows.every((row) => row.length === 1 + ROLES.length)).toBe(true);
});

test('what is screened off is kept from everybody, whatever their roles', () => {
	fc.assert(
		fc.property(roles, fc.constantFrom(...ACTIONS), (held, action) => {
			expect(may(held, action, 'screened')).toBe(false);
		}),
	);
});

test('somebody with several roles may do what one of them may, and nothing more', () => {
	fc.assert(
		fc.property(roles, fc.constantFrom(...ACTIONS), fc.constantFrom(...RELATIONS), (held, action, relation) => {
			expect(may(held, action, relation)).toBe(held.some((role) => may([role], action, relation)));
			expect(relationsFor(held, action).includes(relation)).toBe(may(held, action, relation));
			expect(mayEver(held, action)).toBe(RELATIONS.some((one) => may(held, action, one)));
		}),
	);
});

test('without a role nothing is possible', () => {
	expect(ACTIONS.filter((action) => mayEver([], action))).toEqual([]);
});

test('who runs the installation or the house sees nothing of anybody helped', () => {
	const personal: Action[] = ['request.read', 'case.read', 'person.read', 'journal.read', 'case.change'];
	for (const role of ['administrator', 'volunteer', 'workshop-moderator'] as const)
		expect(personal.filter((action) => mayEver([role], action))).toEqual([]);
});
