// The people around the demo's clients.
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { dayOf } from '../../src/lib/kernel/calendar-day.ts';
import type { AroundSaid } from '../../src/lib/people/around.ts';
import { addAround, giveConsent } from '../../src/lib/people/change-around.server.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { good } from './organisations.ts';
import { acting } from './request-stories.ts';
import type { Scene } from './scene.ts';

const SOMEBODY: AroundSaid = {
	name: '',
	reach: '',
	roleWords: '',
	note: '',
	role: 'other',
	livesWith: false,
	mayKnow: 'nothing',
	neverContact: false,
	holdsResponsibility: false,
};
const AROUND_ADULTS: readonly AroundSaid[] = [
	{ ...SOMEBODY, name: 'Sestra Sonja', role: 'sibling', reach: '041 000 901', mayKnow: 'what-agreed' },
	{ ...SOMEBODY, name: 'Sodelavka Nives', role: 'employer', reach: '041 000 902', mayKnow: 'that-helped' },
	{ ...SOMEBODY, name: 'Nekdanji partner Izmislek', role: 'former-partner', neverContact: true },
];
const PARENT: AroundSaid = { ...SOMEBODY, role: 'parent', mayKnow: 'what-agreed', holdsResponsibility: true };
const AROUND_CHILDREN: readonly AroundSaid[] = [
	{ ...PARENT, name: 'Mama Metka Zgledna', reach: '041 000 903', livesWith: true },
	{ ...PARENT, name: 'Oče Oto Zgledni', reach: '041 000 904' },
	{
		...SOMEBODY,
		name: 'Razredničarka Rezka',
		role: 'school',
		reach: 'OŠ Izmislek, 041 000 905',
		mayKnow: 'that-helped',
	},
];
const OF_AGE = 18;

/** Records who stands around a client, as they told it. One parent of a child has consented, the other not yet. */
export async function surround(scene: Scene, at: Date, personId: Uuid): Promise<void> {
	const child = at.getFullYear() - scene.person.birthYear < OF_AGE;
	// Some have told of nobody yet.
	if (!child && scene.person.birthYear % 3 === 0) return;
	const around = child ? AROUND_CHILDREN : AROUND_ADULTS.slice(0, 1 + (scene.person.birthYear % 3));
	const ids: Uuid[] = [];
	for (const said of around) {
		const command = newId(at);
		good(await addAround(acting(scene, at), { command, personId, said }));
		ids.push(command);
	}
	const on = dayOf(at, scene.organisation.timeZone);
	if (child) good(await giveConsent(acting(scene, at), { personId, aroundId: ids[0]!, command: newId(at), on }));
}
