// The forms of the desk about helplines.
import type { Fields } from './http.fixtures.ts';
import { aFreeNumber, type Scene } from './scene.fixtures.ts';

type HelplineForm = {
	readonly route: string;
	readonly action?: string;
	readonly path: (scene: Scene) => string;
	readonly fields: (scene: Scene) => Fields;
};

const ADMIN = '/(desk)/desk/[organisation]/admin';
const desk = (scene: Scene) => `/desk/${scene.slug}`;

const ofHelplines = (action: string, fields: HelplineForm['fields']): HelplineForm => ({
	route: `${ADMIN}/helplines`,
	action,
	path: (scene) => `${desk(scene)}/admin/helplines`,
	fields,
});
const ofHelpline = (action: string, fields: HelplineForm['fields']): HelplineForm => ({
	route: `${ADMIN}/helplines/[line]`,
	action,
	path: (scene) => `${desk(scene)}/admin/helplines/${scene.helpline}`,
	fields,
});
const aHelpline = () => ({
	number: aFreeNumber(),
	country: 'si',
	danger: '',
	'name-sl': 'Izmišljen telefon',
	'hours-sl': 'vedno',
	'name-cs': '',
	'hours-cs': '',
	'name-en': 'An invented line',
	'hours-en': 'always',
});

/** The forms of an organisation's helplines, in an order in which each can be sent before the next. */
export const OF_HELPLINES: readonly HelplineForm[] = [
	{ route: `${ADMIN}/helplines/new`, path: (scene) => `${desk(scene)}/admin/helplines/new`, fields: () => aHelpline() },
	ofHelplines('move', (scene) => ({ line: scene.helpline, to: 'down' })),
	ofHelplines('hide', () => ({ country: 'si', number: '113' })),
	ofHelplines('show', (scene) => ({ line: scene.otherHelpline })),
	ofHelpline('change', () => aHelpline()),
	ofHelpline('remove', () => ({})),
];
