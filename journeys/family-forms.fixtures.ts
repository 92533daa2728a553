// The forms of the desk about who takes part in a case.
import { aCommand } from '../src/lib/intake/intake.fixtures.ts';
import type { Fields } from './http.fixtures.ts';
import { inDays } from './request-forms.fixtures.ts';
import type { Scene } from './scene.fixtures.ts';

type FamilyForm = {
	readonly route: string;
	readonly action?: string;
	readonly path: (scene: Scene) => string;
	readonly fields: (scene: Scene) => Fields;
};

const CASE = '/(desk)/desk/[organisation]/cases/[case]';
const ofFamily = (page: string, fields: FamilyForm['fields'], action?: string): FamilyForm => ({
	route: `${CASE}/${page}`,
	...(action ? { action } : {}),
	path: (scene) => `/desk/${scene.slug}/cases/${scene.family}/${page.replace('[member]', scene.member)}`,
	fields,
});

/** The forms about a case's members, its workers, its agreement and the cases beside it. */
export const OF_FAMILIES: readonly FamilyForm[] = [
	ofFamily(
		'family',
		(scene) => ({ command: aCommand(), one: scene.member, kind: 'sibling', other: scene.person }),
		'relate',
	),
	ofFamily('family', (scene) => ({ relationship: scene.relationship }), 'unrelate'),
	ofFamily('members/new', (scene) => ({
		command: aCommand(),
		person: '',
		name: 'Teta Izmišljena',
		birthYear: '1975',
		sex: 'female',
		roles: ['neighbour'],
		livesWith: 'yes',
		from: inDays(scene, 0),
		ownView: 'Skrbi me za otroke.',
	})),
	ofFamily('members/[member]', () => ({ roles: ['child'], livesWith: 'yes' }), 'change'),
	ofFamily(
		'members/[member]',
		(scene) => ({ command: aCommand(), on: inDays(scene, 0), words: 'Tega doma ne ve nihče.' }),
		'note',
	),
	ofFamily('members/[member]', () => ({ command: aCommand(), screened: 'yes' }), 'screen'),
	ofFamily('team', (scene) => ({ command: aCommand(), worker: scene.colleague, role: 'volunteer' }), 'add'),
	ofFamily('team', (scene) => ({ leaving: scene.colleague }), 'end'),
	ofFamily(
		'team',
		(scene) => ({
			command: aCommand(),
			absent: scene.leader,
			reason: 'illness',
			from: inDays(scene, 0),
			to: inDays(scene, 7),
		}),
		'absence',
	),
	ofFamily('team', (scene) => ({ absence: scene.absence }), 'back'),
	ofFamily('services', () => ({ services: ['informing'] })),
	ofFamily('reported', (scene) => ({
		command: aCommand(),
		of: [scene.member],
		[`groups-${scene.member}`]: ['young'],
		goals: ['inclusion'],
	})),
	ofFamily('agreement', (scene) => ({
		command: aCommand(),
		form: 'oral',
		from: inDays(scene, 0),
		to: inDays(scene, 90),
		note: 'Odslej vsak drugi torek.',
	})),
	ofFamily('links', () => ({ number: '2026-0001', kind: 'same-family' }), 'link'),
	ofFamily(
		'links',
		(scene) => ({ command: aCommand(), parent: scene.person, shows: ['that-it-runs'], withTheChild: 'yes' }),
		'view',
	),
	ofFamily('members/[member]', (scene) => ({ leftOn: inDays(scene, 0) }), 'leave'),
];
