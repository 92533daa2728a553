// The forms of the desk about persons.
import { aCommand } from '../src/lib/intake/intake.fixtures.ts';
import type { Fields } from './http.fixtures.ts';
import { inDays } from './request-forms.fixtures.ts';
import type { Scene } from './scene.fixtures.ts';

type PersonForm = {
	readonly route: string;
	readonly action?: string;
	readonly path: (scene: Scene) => string;
	readonly fields: (scene: Scene) => Fields;
};

const desk = (scene: Scene) => `/desk/${scene.slug}`;
const PERSON = '/(desk)/desk/[organisation]/people/[person]';
const anAround = () => ({
	name: 'Sestra Sonja',
	role: 'sibling',
	roleWords: '',
	reach: '041 000 005',
	livesWith: 'yes',
	mayKnow: 'that-helped',
	neverContact: '',
	holdsResponsibility: 'yes',
	note: 'Kliče ob nedeljah.',
});
const ofAround = (action: string, fields: PersonForm['fields']): PersonForm => ({
	route: `${PERSON}/around/[around]`,
	action,
	path: (scene) => `${desk(scene)}/people/${scene.person}/around/${scene.around}`,
	fields,
});

const ofRestriction = (action: string, fields: PersonForm['fields']): PersonForm => ({
	route: `${PERSON}/restriction`,
	action,
	path: (scene) => `${desk(scene)}/people/${scene.person}/restriction`,
	fields,
});
const ofConsents = (action: string, fields: PersonForm['fields']): PersonForm => ({
	route: `${PERSON}/consents`,
	action,
	path: (scene) => `${desk(scene)}/people/${scene.person}/consents`,
	fields,
});
const ofMerge = (action: string, fields: PersonForm['fields']): PersonForm => ({
	route: `${PERSON}/merge/[other]`,
	action,
	path: (scene) => `${desk(scene)}/people/${scene.person}/merge/${scene.duplicate}`,
	fields,
});
/** A document without its file, which only a browser sends: the page says that one has to be chosen. */
export const aDocument = () => ({ command: aCommand(), kind: 'letter', note: 'Od občine, za pomoč.' });
/** Without a reason, so that the document stays for whoever comes next. */
export const aRemoval = () => ({ reason: '', words: 'Ni več potreben.' });

/** The forms about a person and those around them. */
export const OF_PEOPLE: readonly PersonForm[] = [
	{
		route: `${PERSON}/around/new`,
		path: (scene) => `${desk(scene)}/people/${scene.person}/around/new`,
		fields: () => ({ command: aCommand(), ...anAround() }),
	},
	ofAround('change', anAround),
	ofAround('consent', (scene) => ({ command: aCommand(), givenOn: inDays(scene, 0) })),
	ofAround('withdraw', (scene) => ({ withdrawnOn: inDays(scene, 0) })),
	ofAround('end', (scene) => ({ endedOn: inDays(scene, 0) })),
	ofMerge('apart', () => ({})),
	ofMerge('merge', () => ({
		command: aCommand(),
		name: 'merged',
		phone: 'kept',
		email: 'kept',
		address: '',
		interpreter: '',
		birthYear: '',
		sex: '',
		municipality: '',
	})),
	ofMerge('unmerge', () => ({})),
	ofConsents('give', (scene) => ({
		command: aCommand(),
		purpose: 'reminders',
		form: 'oral',
		givenOn: inDays(scene, 0),
		expiresOn: inDays(scene, 365),
	})),
	ofConsents('withdraw', (scene) => ({ consent: scene.consent })),
	{
		route: `${PERSON}/details`,
		path: (scene) => `${desk(scene)}/people/${scene.person}/details`,
		fields: () => ({
			name: 'Zala Vzorčnik',
			anonymous: '',
			phone: '041 000 002',
			email: 'zala@primer.invalid',
			address: 'Izmišljena 1',
			interpreter: 'albanščina',
			birthYear: '1980',
			sex: 'female',
			municipality: '',
			rules: ['no-voicemail'],
		}),
	},
	ofRestriction('restrict', () => ({ command: aCommand(), ground: 'objection', words: 'Ugovarja obdelavi.' })),
	ofRestriction('lift', () => ({ words: 'Ugovor je rešen.' })),
	{
		route: `${PERSON}/documents/new`,
		path: (scene) => `${desk(scene)}/people/${scene.person}/documents/new`,
		fields: aDocument,
	},
	{
		route: `${PERSON}/documents/[document]`,
		path: (scene) => `${desk(scene)}/people/${scene.person}/documents/${scene.personDocument}`,
		fields: aRemoval,
	},
];
