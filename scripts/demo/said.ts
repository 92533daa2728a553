// What the invented people of the demo say, in the language of their organisation.
import type { Prompt } from '../../src/lib/programmes/definition.ts';
import type { Scene } from './scene.ts';
import {
	EXPECTATIONS,
	GOALS,
	MEETING_NOTES,
	NEXT_STEPS,
	NOTICED,
	RESOURCES,
	RHYTHMS,
	VIEWS_LATER,
	WEIGHS,
} from './words.ts';
import {
	EXPECTATIONS_YOUNG,
	GOALS_YOUNG,
	NOTES_YOUNG,
	RESOURCES_YOUNG,
	VIEWS_LATER_YOUNG,
	WEIGHS_YOUNG,
} from './words-young.ts';
import {
	EXPECTATIONS_CS,
	NEXT_STEPS_CS,
	NOTICED_CS,
	OWN_PLANS_CS,
	RESOURCES_CS,
	RHYTHMS_CS,
	TASKS_CS,
	WEIGHS_CS,
} from './words-cs.ts';

type Said = {
	readonly weighs: readonly string[];
	readonly noticed: readonly string[];
	readonly resources: readonly string[];
	readonly expectations: readonly string[];
	/** How their days go, and what they want to do first. */
	readonly rhythms: readonly string[];
	readonly nextSteps: readonly string[];
	/** What a talk says that becomes something of the case. */
	readonly becomes: Readonly<Record<'agreed-task' | 'own-plan', readonly string[]>>;
	/** What is set in a plan, noted at a meeting, and said at a review. */
	readonly goals: readonly { readonly text: string; readonly steps: readonly string[] }[];
	readonly notes: readonly string[];
	readonly later: readonly string[];
	readonly when: string;
	readonly declined: string;
	readonly agreed: string;
	readonly nameless: string;
	readonly proposer: { readonly name: string; readonly phone: string; readonly email: string };
	readonly works: { readonly organisation: string; readonly role: string };
};

const SL: Said = {
	weighs: WEIGHS,
	noticed: NOTICED,
	resources: RESOURCES,
	expectations: EXPECTATIONS,
	rhythms: RHYTHMS,
	nextSteps: NEXT_STEPS,
	becomes: { 'agreed-task': EXPECTATIONS, 'own-plan': EXPECTATIONS },
	goals: GOALS,
	notes: MEETING_NOTES,
	later: VIEWS_LATER,
	when: 'ob torkih po 16. uri',
	declined: 'Povedali smo, kam se lahko obrne.',
	agreed: 'Dogovor o naslednjem koraku.',
	nameless: 'Oseba brez imena',
	proposer: { name: 'Tatjana Zgledna', phone: '041 000 900', email: 'predlagateljica@sola.invalid' },
	works: { organisation: 'OŠ Izmislek', role: 'svetovalna delavka' },
};
const CS: Said = {
	weighs: WEIGHS_CS,
	noticed: NOTICED_CS,
	resources: RESOURCES_CS,
	expectations: EXPECTATIONS_CS,
	rhythms: RHYTHMS_CS,
	nextSteps: NEXT_STEPS_CS,
	becomes: { 'agreed-task': TASKS_CS, 'own-plan': OWN_PLANS_CS },
	goals: GOALS,
	notes: MEETING_NOTES,
	later: VIEWS_LATER,
	when: 'v úterý po 16. hodině',
	declined: 'Řekli jsme, kam se může obrátit.',
	agreed: 'Dohoda o dalším kroku.',
	nameless: 'Člověk beze jména',
	proposer: { name: 'Taťána Smyšlená', phone: '+420 000 000 900', email: 'navrhovatelka@skola.invalid' },
	works: { organisation: 'ZŠ Vymyšlov', role: 'výchovná poradkyně' },
};

const YOUNG: Said = {
	...SL,
	weighs: WEIGHS_YOUNG,
	resources: RESOURCES_YOUNG,
	expectations: EXPECTATIONS_YOUNG,
	goals: GOALS_YOUNG,
	notes: NOTES_YOUNG,
	later: VIEWS_LATER_YOUNG,
};
/** What people say in a scene. */
export function saidBy(scene: Scene): Said {
	if (scene.organisation.language === 'cs') return CS;
	return scene.young ? YOUNG : SL;
}

/** What prompts of a talk ask after, by how they are called in the programmes; the rest ask what weighs. */
const ASKED_AFTER: readonly (readonly [
	RegExp,
	keyof Pick<Said, 'resources' | 'expectations' | 'rhythms' | 'nextSteps'>,
])[] = [
	[/resources|tried|people-around|network|abilities|who-takes-part/, 'resources'],
	[/expectations|change|solutions/, 'expectations'],
	[/rhythm/, 'rhythms'],
	[/next-|more-support|rights|other-services|safety/, 'nextSteps'],
];

/** What is said at a prompt of a talk. */
export function saidAt(scene: Scene, prompt: Pick<Prompt, 'key' | 'becomes'>): string {
	const said = saidBy(scene);
	const [, after] = ASKED_AFTER.find(([called]) => called.test(prompt.key)) ?? [];
	return scene.chance.pick(prompt.becomes ? said.becomes[prompt.becomes] : said[after ?? 'weighs']);
}
