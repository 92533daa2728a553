// What marks the way of a scene's case: its task, an act on the client's behalf, a contact the client agreed to.
import type { Act, Worker } from '../src/lib/kernel/actor.ts';
import type { CalendarDay } from '../src/lib/kernel/calendar-day.ts';
import type { Uuid } from '../src/lib/kernel/ids.ts';
import { recordAdvocacy } from '../src/lib/cases/advocacy.server.ts';
import { agreeTask } from '../src/lib/cases/agreed-task.server.ts';
import { agreeContact } from '../src/lib/cases/mediated-contact.server.ts';
import { aCommand, good } from '../src/lib/intake/intake.fixtures.ts';
import type { Fields } from './http.fixtures.ts';

export type Way = {
	/** Something that was done on the client's behalf; what came of it is not known yet. */
	readonly act: Uuid;
	/** A contact the client agreed to; it was not made yet. */
	readonly contact: Uuid;
};

/** The way of a case: each text recognisable by `mark`. */
export async function aWay(
	worker: Act<Worker>,
	of: { caseId: Uuid; personId: Uuid },
	mark: (field: string) => string,
): Promise<Way> {
	const on = worker.at.toISOString().slice(0, 10) as CalendarDay;
	const { caseId } = of;
	const task = { basedOn: 0, words: mark('task'), agreedOn: on, meetingId: undefined };
	good(await agreeTask(worker, { command: aCommand(), caseId, ...task }));
	const [act, contact] = [aCommand(), aCommand()];
	const done = { on, towards: 'office', result: undefined, resultWords: '' } as const;
	good(await recordAdvocacy(worker, { command: act, caseId, ...done, whom: mark('whom'), about: mark('in-what') }));
	const agreed = { provider: 'health', agreedBy: of.personId, agreedForm: 'oral', agreedOn: on } as const;
	const words = { whom: mark('provider'), about: mark('about-what') };
	good(await agreeContact(worker, { command: contact, caseId, ...agreed, ...words }));
	return { act, contact };
}

type OfTheWay = Way & {
	readonly slug: string;
	readonly case: Uuid;
	readonly goal: Uuid;
	readonly person: Uuid;
	readonly now: Date;
};
type WayForm = {
	readonly route: string;
	readonly action?: string;
	readonly path: (scene: OfTheWay) => string;
	readonly fields: (scene: OfTheWay) => Fields;
};

const dayOf = (scene: OfTheWay) => scene.now.toISOString().slice(0, 10);
const form = (page: string, fields: WayForm['fields'], address: (scene: OfTheWay) => string = () => page): WayForm => ({
	route: `/(desk)/desk/[organisation]/cases/[case]/${page}`,
	path: (scene) => `/desk/${scene.slug}/cases/${scene.case}/${address(scene)}`,
	fields,
});
const ofContact = (action: string, fields: WayForm['fields']): WayForm => ({
	...form('contacts/[contact]', fields, (scene) => `contacts/${scene.contact}`),
	action,
});

/** The forms of a case's way, in an order in which each can be sent before the next. */
export const OF_THE_WAY: readonly WayForm[] = [
	form('task', (scene) => ({
		command: aCommand(),
		basedOn: '1',
		agreedOn: dayOf(scene),
		meetingId: '',
		words: 'Zdržati noč in urediti pisma.',
	})),
	form('goals', (scene) => ({ command: aCommand(), on: dayOf(scene), [`goal-${scene.goal}`]: 'partly' })),
	form('phase', (scene) => ({ command: aCommand(), phase: 'later', from: dayOf(scene) })),
	form('step-up', (scene) => ({
		command: aCommand(),
		on: dayOf(scene),
		reason: 'distress-deeper',
		words: 'Stiska je globlja.',
	})),
	form('advocacy/new', (scene) => ({
		command: aCommand(),
		on: dayOf(scene),
		towards: 'office',
		whom: 'Izmišljeni urad',
		about: 'Vloga za pomoč.',
		result: 'achieved',
		resultWords: 'Vloga je sprejeta.',
	})),
	form(
		'advocacy/[act]',
		(scene) => ({ command: aCommand(), on: dayOf(scene), result: 'partly', words: 'Odgovor pride.' }),
		(scene) => `advocacy/${scene.act}`,
	),
	form('contacts/new', (scene) => ({
		command: aCommand(),
		provider: 'health',
		whom: 'Izmišljena ambulanta',
		about: 'Termin pri zdravniku.',
		agreedBy: scene.person,
		agreedForm: 'oral',
		agreedOn: dayOf(scene),
	})),
	ofContact('made', (scene) => ({ command: aCommand(), on: dayOf(scene) })),
	ofContact('outcome', (scene) => ({
		command: aCommand(),
		on: dayOf(scene),
		outcome: 'waiting',
		words: 'Čaka na termin.',
	})),
	ofContact('withdraw', (scene) => ({ command: aCommand(), on: dayOf(scene) })),
];
