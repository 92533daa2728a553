// Every form there is, as a browser would send it: where to, and what stands in it when all is well.
import { viewField } from '../src/lib/cases/own-view.ts';
import { aCommand } from '../src/lib/intake/intake.fixtures.ts';
import { OF_HELPLINES } from './helpline-forms.fixtures.ts';
import { OF_THE_INSTALLATION } from './installation-forms.fixtures.ts';
import { OF_FAMILIES } from './family-forms.fixtures.ts';
import { aDocument, aRemoval, OF_PEOPLE } from './people-forms.fixtures.ts';
import { OF_COMPLAINTS, OF_HANDOVERS } from './handover-forms.fixtures.ts';
import { OF_PROGRAMMES } from './programme-forms.fixtures.ts';
import { aMeeting, inDays, OF_REQUESTS } from './request-forms.fixtures.ts';
import { OF_THE_WAY } from './way.fixtures.ts';
import type { Fields } from './http.fixtures.ts';
import type { Scene } from './scene.fixtures.ts';

/** A form of a route: its address and its fields for one scene. */
export type Form = {
	readonly route: string;
	/** The named action it is sent to, where a page has several. */
	readonly action?: string;
	readonly path: (scene: Scene) => string;
	readonly fields: (scene: Scene) => Fields;
};

const desk = (scene: Scene) => `/desk/${scene.slug}`;
const dayOf = (scene: Scene) => scene.now.toISOString().slice(0, 10);

const CASE = '/(desk)/desk/[organisation]/cases/[case]';
const ADMIN = '/(desk)/desk/[organisation]/admin';

const ofCase = (page: string, fields: Form['fields'], address: (scene: Scene) => string = () => page): Form => ({
	route: `${CASE}/${page}`,
	path: (scene) => `${desk(scene)}/cases/${scene.case}/${address(scene)}`,
	fields,
});
const ofWorker = (action: string, fields: Form['fields']): Form => ({
	route: `${ADMIN}/workers/[worker]`,
	action,
	path: (scene) => `${desk(scene)}/admin/workers/${scene.colleague}`,
	fields,
});

const OF_CASES: readonly Form[] = [
	ofCase(
		'conditions/[condition]/[party]',
		(scene) => ({ command: aCommand(), statedOn: dayOf(scene), form: 'oral', until: inDays(scene, 90) }),
		(scene) => `conditions/oral-commitment/${scene.person}`,
	),
	ofCase('activation', (scene) => ({ from: dayOf(scene) })),
	ofCase('plan', (scene) => ({
		command: aCommand(),
		basedOn: '1',
		madeOn: dayOf(scene),
		resources: 'sestra',
		needs: 'spanje',
		'goal-0': 'Spet spati',
		'goal-0-id': scene.goal,
		'goal-0-step-0': 'Sprehod',
		'goal-0-step-0-id': scene.step,
		'goal-0-step-0-who': 'person',
		'goal-0-step-0-by': inDays(scene, 14),
	})),
	ofCase(
		'steps/[step]',
		() => ({ done: 'yes' }),
		(scene) => `steps/${scene.step}`,
	),
	ofCase('appointments/new', (scene) => ({
		command: aCommand(),
		instead: '',
		on: inDays(scene, 50),
		time: '11:00',
		minutes: '45',
		mode: 'phone',
		site: '',
		workers: [scene.colleague],
	})),
	ofCase('meetings/new', (scene) => ({
		...aMeeting(scene),
		command: aCommand(),
		kind: 'meeting',
		form: 'counselling',
		service: 'informing',
		done: 'Pogovor o spanju.',
		goals: [scene.goal],
	})),
	ofCase(
		'meetings/[meeting]',
		() => ({}),
		(scene) => `meetings/${scene.meeting}`,
	),
	...OF_THE_WAY,
	ofCase('review', (scene) => ({
		command: aCommand(),
		on: dayOf(scene),
		[viewField(scene.person)]: 'Bolje spim.',
		note: 'Nadaljujeva.',
		nextOn: inDays(scene, 60),
		renewedUntil: inDays(scene, 200),
	})),
	ofCase('withdrawal', (scene) => ({
		command: aCommand(),
		factId: scene.fact,
		on: dayOf(scene),
		note: 'Ne želi več.',
	})),
	ofCase('closure', (scene) => ({
		command: aCommand(),
		closedOn: dayOf(scene),
		reason: 'goals-achieved',
		outcomes: ['rhythm-regained'],
		note: 'Konec.',
		[`goal-${scene.goal}`]: 'achieved',
	})),
	ofCase('reopening', () => ({ command: aCommand(), reason: 'person-returned', note: 'Spet.' })),
	ofCase('prints/new', (scene) => ({
		command: aCommand(),
		kind: 'attendance',
		language: 'sl',
		person: scene.person,
		meeting: scene.meeting,
	})),
	ofCase('documents/new', aDocument),
	ofCase('documents/[document]', aRemoval, (scene) => `documents/${scene.caseDocument}`),
];

const OF_THE_DESK: readonly Form[] = [
	{
		route: '/(desk)/desk/[organisation]/account',
		path: (scene) => `${desk(scene)}/account`,
		fields: () => ({ language: 'sl' }),
	},
	{
		route: '/(desk)/desk/[organisation]/drafts',
		path: (scene) => `${desk(scene)}/drafts?form=talk&subject=${scene.request}`,
		fields: () => ({ 'text-own-view': 'Osnutek.' }),
	},
	{
		route: '/(desk)/desk/[organisation]/appointments/[appointment]',
		path: (scene) => `${desk(scene)}/appointments/${scene.appointment}`,
		fields: () => ({ how: 'cancelled-by-person' }),
	},
	{
		route: '/(desk)/desk/[organisation]/exports/new',
		path: (scene) => `${desk(scene)}/exports/new?list=cases&state=active`,
		fields: () => ({ command: aCommand(), format: 'csv', reason: 'other', words: 'Za sestanek.', names: 'yes' }),
	},
	{
		route: '/(desk)/desk/[organisation]/prints/[print]',
		path: (scene) => `${desk(scene)}/prints/${scene.print}`,
		fields: () => ({}),
	},
	{
		route: `${ADMIN}/routing/new`,
		path: (scene) => `${desk(scene)}/admin/routing/new`,
		fields: (scene) => ({
			command: aCommand(),
			programme: 'small',
			team: scene.team,
			field: 'fostering',
			municipality: 'celje',
			site: '',
			reason: 'grief',
			language: 'sl',
			mode: 'home',
		}),
	},
	{
		route: `${ADMIN}/routing`,
		path: (scene) => `${desk(scene)}/admin/routing`,
		fields: (scene) => ({ rule: scene.rule }),
	},
	{
		route: `${ADMIN}/workers/new`,
		path: (scene) => `${desk(scene)}/admin/workers/new`,
		fields: (scene) => ({
			name: 'Nova Zgledna',
			email: `${aCommand().slice(-12)}@delavec.invalid`,
			language: 'sl',
			roles: ['volunteer'],
			team: scene.team,
		}),
	},
	ofWorker('roles', () => ({ roles: ['volunteer'] })),
	ofWorker('again', () => ({})),
	ofWorker('end', () => ({})),
	...OF_HELPLINES,
];

/** The forms of the desk, in an order in which each can be sent before the next. */
export const DESK_FORMS: readonly Form[] = [
	...OF_REQUESTS,
	...OF_CASES,
	...OF_FAMILIES,
	...OF_PEOPLE,
	...OF_THE_DESK,
	...OF_THE_INSTALLATION,
	...OF_HANDOVERS,
	...OF_COMPLAINTS,
	...OF_PROGRAMMES,
];

const asking = (scene: Scene, step: string) => `/ask/${scene.slug}/small/${step}`;
const askStep = (step: string, fields: Form['fields']): Form => ({
	route: '/(public)/ask/[organisation]/[programme]/[step]',
	path: (scene) => asking(scene, step),
	fields,
});

/** The forms of a person who asks for help, page by page. */
export const ASK_FORMS: readonly Form[] = [
	askStep('who', () => ({ forWhom: 'other' })),
	askStep('about', () => ({ aboutName: 'Zala Vzorčnik', aboutPhone: '041 000 003', relation: 'sestra', knows: 'no' })),
	askStep('weighs', () => ({ reasons: ['grief', 'other'], words: 'Ne spi.', urgency: 'ordinary' })),
	askStep('how', () => ({ mode: 'office', onlineReason: '', site: 'celje', place: 'Celje' })),
	askStep('reach', () => ({
		name: 'Mira Zgledna',
		phone: '041 000 004',
		email: 'mira@primer.invalid',
		whenRule: 'mornings-only',
		when: 'po deveti',
		rules: ['no-voicemail'],
		interpreter: '',
	})),
];

/** The other forms outside the desk. */
export const DOOR_FORMS: readonly Form[] = [
	{ route: '/(mine)/code', path: () => '/code', fields: (scene) => ({ code: scene.code }) },
	{
		route: '/(mine)/code/request',
		path: () => '/code/request',
		fields: (scene) => ({ appointmentId: scene.appointment, answer: 'another' }),
	},
	{
		route: '/(mine)/code/request/addition',
		path: () => '/code/request/addition',
		fields: () => ({ command: aCommand(), words: 'Še nekaj bi povedala.' }),
	},
	{
		route: '/(mine)/code/request/withdrawal',
		path: () => '/code/request/withdrawal',
		fields: () => ({ command: aCommand() }),
	},
	{
		route: '/(account)/sign-in',
		action: 'password',
		path: () => '/sign-in',
		fields: () => ({ email: 'nihce@primer.invalid', password: 'geslo', to: '', kept: '' }),
	},
	{ route: '/(account)/sign-in', action: 'code', path: () => '/sign-in', fields: () => ({ code: '000000' }) },
];

/** Where a form is sent to. */
export function actionOf(form: Form, scene: Scene): string {
	const path = form.path(scene);
	return form.action ? `${path}?/${form.action}` : path;
}
