// What the invented people of the demo say, in the language of their organisation.
import type { Scene } from './scene.ts';
import { EXPECTATIONS, NOTICED, RESOURCES, WEIGHS } from './words.ts';
import { EXPECTATIONS_CS, NOTICED_CS, OWN_PLANS_CS, RESOURCES_CS, TASKS_CS, WEIGHS_CS } from './words-cs.ts';

type Said = {
	readonly weighs: readonly string[];
	readonly noticed: readonly string[];
	readonly resources: readonly string[];
	readonly expectations: readonly string[];
	/** What a talk says that becomes something of the case. */
	readonly becomes: Readonly<Record<'agreed-task' | 'own-plan', readonly string[]>>;
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
	becomes: { 'agreed-task': EXPECTATIONS, 'own-plan': EXPECTATIONS },
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
	becomes: { 'agreed-task': TASKS_CS, 'own-plan': OWN_PLANS_CS },
	when: 'v úterý po 16. hodině',
	declined: 'Řekli jsme, kam se může obrátit.',
	agreed: 'Dohoda o dalším kroku.',
	nameless: 'Člověk beze jména',
	proposer: { name: 'Taťána Smyšlená', phone: '+420 000 000 900', email: 'navrhovatelka@skola.invalid' },
	works: { organisation: 'ZŠ Vymyšlov', role: 'výchovná poradkyně' },
};

/** What people say in a scene. */
export const saidBy = (scene: Scene): Said => (scene.organisation.language === 'cs' ? CS : SL);
