// The forms of an administrator who looks after programmes.
import { aCommand } from '../src/lib/intake/intake.fixtures.ts';
import type { Fields } from './http.fixtures.ts';
import type { Scene } from './scene.fixtures.ts';

type ProgrammeForm = {
	readonly route: string;
	readonly action?: string;
	readonly path: (scene: Scene) => string;
	readonly fields: (scene: Scene) => Fields;
};

const PROGRAMMES = '/(desk)/desk/[organisation]/admin/programmes';
const PROGRAMME = `${PROGRAMMES}/[programme]`;
const DRAFT = `${PROGRAMME}/draft`;
const here = (scene: Scene) => `/desk/${scene.slug}/admin/programmes`;

const ofProgramme = (action: string, fields: ProgrammeForm['fields']): ProgrammeForm => ({
	route: PROGRAMME,
	action,
	path: (scene) => `${here(scene)}/small`,
	fields,
});
const ofPlace = (place: string, action: string, fields: ProgrammeForm['fields']): ProgrammeForm => ({
	route: `${DRAFT}/[section]${place.includes('/') ? '/[place]' : ''}`,
	action,
	path: (scene) => `${here(scene)}/small/draft/${place}`,
	fields,
});
const aRow = () => ({
	command: aCommand(),
	seen: '',
	'text-sl': 'Nov razlog',
	'text-cs': 'Nový důvod',
	'text-en': 'A new reason',
	'hint-sl': 'Kar pride na novo',
	'hint-cs': '',
	'hint-en': '',
});
/** Of a list that has changed since: it is refused, and everything stays as it was. */
const aMove = (of: string, row: string) => () => ({ command: aCommand(), of, seen: 'old', row, to: 'down' });

/** The forms of programmes, in an order in which each can be sent before the next; the draft of the scene goes at the end. */
export const OF_PROGRAMMES: readonly ProgrammeForm[] = [
	{
		route: `${PROGRAMMES}/new`,
		path: (scene) => `${here(scene)}/new`,
		fields: () => ({ title: 'Izmišljen program', from: '', address: '' }),
	},
	ofProgramme('draft', () => ({})),
	ofProgramme('door', () => ({ to: 'open' })),
	ofProgramme('team', (scene) => ({ team: scene.team })),
	ofProgramme('offer', () => ({})),
	ofProgramme('aside', () => ({})),
	ofPlace('retention', 'save', () => ({ command: aCommand(), seen: '', hasGroup: '' })),
	ofPlace('for-whom', 'lines', () => ({ command: aCommand(), of: 'reasons', lines: 'Tiha samota' })),
	ofPlace('for-whom', 'row', aMove('reasons', 'grief')),
	ofPlace('for-whom/reasons._new', 'save', aRow),
	ofPlace('guide/guide-parts.beginning.prompts.why', 'lines', () => ({
		command: aCommand(),
		of: 'items',
		lines: 'Tiha samota',
	})),
	ofPlace('guide/guide-parts.beginning', 'row', aMove('prompts', 'why')),
	{
		route: `${DRAFT}/publication`,
		path: (scene) => `${here(scene)}/small/draft/publication`,
		// Somebody changed the draft since.
		fields: (scene) => ({ command: aCommand(), revision: '0', team: scene.team, open: 'yes' }),
	},
	{ route: DRAFT, path: (scene) => `${here(scene)}/small/draft`, fields: () => ({}) },
];
