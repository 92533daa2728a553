// The forms by which work goes from one worker to another, and those about complaints and notes.
import { aCommand } from '../src/lib/intake/intake.fixtures.ts';
import type { Fields } from './http.fixtures.ts';
import type { Scene } from './scene.fixtures.ts';

type HandoverForm = {
	readonly route: string;
	readonly action?: string;
	readonly path: (scene: Scene) => string;
	readonly fields: (scene: Scene) => Fields;
};

const DESK = '/(desk)/desk/[organisation]';
const desk = (scene: Scene) => `/desk/${scene.slug}`;
const aHandover = (scene: Scene) => ({
	command: aCommand(),
	fromWorker: scene.colleague,
	toWorker: scene.colleague,
	kind: 'for-good',
	reason: 'leave',
	from: '',
	to: '',
	agreement: 'agreed',
	note: 'Kličite popoldne.',
	withDrafts: '',
});
const ofHandover = (action: string, fields: HandoverForm['fields']): HandoverForm => ({
	route: `${DESK}/handovers/[handover]`,
	action,
	path: (scene) => `${desk(scene)}/handovers/${scene.handover}`,
	fields,
});

const ofComplaint = (action: string, fields: HandoverForm['fields']): HandoverForm => ({
	route: `${DESK}/complaints/[complaint]`,
	action,
	path: (scene) => `${desk(scene)}/complaints/${scene.complaint}`,
	fields,
});
const dayOf = (scene: Scene) => scene.now.toISOString().slice(0, 10);

/** The forms about complaints and about what was said of a case among those who work here. */
export const OF_COMPLAINTS: readonly HandoverForm[] = [
	{
		route: `${DESK}/complaints`,
		path: (scene) => `${desk(scene)}/complaints`,
		fields: (scene) => ({ days: '20', from: dayOf(scene) }),
	},
	{
		route: `${DESK}/complaints/new`,
		path: (scene) => `${desk(scene)}/complaints/new`,
		fields: (scene) => ({
			command: aCommand(),
			caseId: '',
			receivedOn: dayOf(scene),
			way: 'phone',
			anonymous: '',
			who: 'Zala Vzorčnik',
			reach: '041 000 777',
			words: 'Nihče ni poklical nazaj.',
			aboutWorker: '',
			dealtBy: scene.colleague,
		}),
	},
	ofComplaint('answer', (scene) => ({ answeredOn: dayOf(scene), outcome: 'partly', answer: 'Opravičujemo se vam.' })),
	ofComplaint('assign', (scene) => ({ dealtBy: scene.colleague })),
	ofComplaint('close', () => ({})),
	{
		route: `${DESK}/cases/[case]/notes/new`,
		path: (scene) => `${desk(scene)}/cases/${scene.case}/notes/new`,
		fields: (scene) => ({
			command: aCommand(),
			kind: 'conference',
			heldOn: dayOf(scene),
			workers: [],
			outside: 'Šola Izmišljena',
			text: 'Dogovorili smo se o šoli.',
		}),
	},
];

export const OF_HANDOVERS: readonly HandoverForm[] = [
	{
		route: `${DESK}/requests/[request]/handover`,
		path: (scene) => `${desk(scene)}/requests/${scene.request}/handover`,
		fields: (scene) => ({ ...aHandover(scene), freeTime: 'yes' }),
	},
	{
		route: `${DESK}/cases/[case]/handover`,
		path: (scene) => `${desk(scene)}/cases/${scene.case}/handover`,
		fields: aHandover,
	},
	ofHandover('agreement', () => ({ agreement: 'agreed' })),
	ofHandover('end', () => ({})),
	ofHandover('draft', () => ({ form: 'plan' })),
	{
		route: `${DESK}/admin/workers/[worker]/leaving`,
		path: (scene) => `${desk(scene)}/admin/workers/${scene.colleague}/leaving`,
		fields: (scene) => ({ command: aCommand(), reason: 'departure', [`to-${scene.case}`]: scene.colleague }),
	},
];
