// The forms of requests, as a browser would send them.
import { aCommand } from '../src/lib/intake/intake.fixtures.ts';
import type { Fields } from './http.fixtures.ts';
import type { Scene } from './scene.fixtures.ts';

type RequestForm = {
	readonly route: string;
	readonly action?: string;
	readonly path: (scene: Scene) => string;
	readonly fields: (scene: Scene) => Fields;
};

const desk = (scene: Scene) => `/desk/${scene.slug}`;
const dayOf = (scene: Scene) => scene.now.toISOString().slice(0, 10);
/** The day so many days from the scene's today, as a date field sends it. */
export const inDays = (scene: Scene, days: number) =>
	new Date(scene.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

const REQUEST = '/(desk)/desk/[organisation]/requests/[request]';
type OfRequest = 'waiting' | 'request' | 'initiative' | 'exOfficio' | 'application';
const ofRequest = (page: string, fields: RequestForm['fields'], which: OfRequest = 'request'): RequestForm => ({
	route: `${REQUEST}/${page}`,
	path: (scene) => `${desk(scene)}/requests/${scene[which]}/${page}`,
	fields,
});

/** When a meeting was, how long, where and who came, as its forms ask. */
export const aMeeting = (scene: Scene) => ({
	startedOn: inDays(scene, -1),
	startedAt: '10:15',
	minutes: '45',
	mode: 'phone',
	site: '',
	onlineReason: '',
	attendance: 'came',
});

/** The forms of requests, in an order in which each can be sent before the next. */
export const OF_REQUESTS: readonly RequestForm[] = [
	{
		route: '/(desk)/desk/[organisation]/requests/new',
		path: (scene) => `${desk(scene)}/requests/new`,
		fields: () => ({
			command: aCommand(),
			programme: 'small',
			forWhom: 'proposal',
			wayIn: 'initiative',
			urgency: 'ordinary',
			mode: 'phone',
			reasons: ['grief', 'debts'],
			words: 'Klicala je soseda.',
			place: 'Celje',
			name: 'Mira Zgledna',
			phone: '041 000 000',
			email: 'mira@primer.invalid',
			when: 'zjutraj',
			rules: ['no-voicemail'],
			interpreter: '',
			aboutName: 'Zala Vzorčnik',
			aboutPhone: '041 000 001',
			relation: 'soseda',
			knows: 'yes',
			organisation: 'Izmišljena šola',
			role: 'svetovalka',
			proposer: 'professional',
			agreedOn: '',
			fields: [],
			kind: '',
			appliedOn: '',
			asked: '',
			decision: '',
			decidedOn: '',
			decidedWords: '',
		}),
	},
	ofRequest('taking', () => ({ command: aCommand() }), 'waiting'),
	ofRequest('answer', (scene) => ({ answer: 'accepted', on: dayOf(scene) }), 'initiative'),
	ofRequest('proposer', (scene) => ({ answer: 'accepted', agreedOn: dayOf(scene) }), 'initiative'),
	ofRequest(
		'application',
		(scene) => ({ decision: 'granted', decidedOn: dayOf(scene), words: 'Bon za obutev.' }),
		'application',
	),
	ofRequest('notice', (scene) => ({ basis: 'binding-information', on: dayOf(scene) }), 'exOfficio'),
	ofRequest('person', () => ({ personId: '' })),
	ofRequest('time', (scene) => ({
		command: aCommand(),
		on: inDays(scene, 40),
		time: '10:30',
		minutes: '30',
		mode: 'phone',
		site: '',
		agreed: '',
	})),
	ofRequest('talk', (scene) => ({
		...aMeeting(scene),
		command: aCommand(),
		'text-own-view': 'Ne spim.',
		'tick-why': ['grief'],
		'text-next-step': 'Sprehod.',
		'minutes-beginning': '20',
		'minutes-ways': '25',
	})),
	ofRequest('case', () => ({ command: aCommand(), unit: 'person' })),
	ofRequest('conclusion', () => ({ agreement: 'agreed', note: 'Dogovor.' })),
	ofRequest('decline', () => ({ reason: 'no-capacity', note: 'Ni prostora.' }), 'waiting'),
	ofRequest(
		'assignment',
		(scene) => ({ command: aCommand(), to: scene.colleague, reason: 'skills', note: 'Pozna družino.' }),
		'waiting',
	),
	{
		...ofRequest('waiting', () => ({ command: aCommand(), site: 'celje', reason: 'no-place', priority: 'child' })),
		action: 'join',
	},
	{ ...ofRequest('waiting', () => ({ why: 'into-work', note: 'Mesto je prosto.' })), action: 'leave' },
	ofRequest('return', () => ({})),
	ofRequest('routing', (scene) => ({ team: scene.team, field: '' })),
];
