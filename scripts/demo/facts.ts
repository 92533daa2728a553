// What is counted about the demo's people.
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { municipalityOf } from '../../src/lib/directory/settlements.server.ts';
import { readPersonPage } from '../../src/lib/intake/read-person-page.server.ts';
import { changePerson as change } from '../../src/lib/people/people.server.ts';
import type { PersonDetails } from '../../src/lib/people/people.server.ts';
import type { Scene } from './scene.ts';
import { good } from './organisations.ts';
import { acting } from './request-stories.ts';

export async function readPersonForDemo(scene: Scene, at: Date, personId: Uuid): Promise<PersonDetails> {
	return good(await readPersonPage(acting(scene, at), { personId }));
}

/** Records birth year, sex and municipality, as a worker does when the person has told them. */
export async function changePerson(scene: Scene, at: Date, { person, rules }: PersonDetails): Promise<void> {
	const { name, phone, email, address, interpreter } = person;
	const facts = {
		birthYear: scene.person.birthYear,
		sex: scene.person.sex,
		municipality: municipalityOf(scene.person.place)?.code ?? null,
	};
	good(
		await change(acting(scene, at), {
			personId: person.id,
			text: { name, phone, email, address, interpreter },
			anonymous: person.anonymous,
			facts,
			rules,
			countryPrefix: '386',
		}),
	);
}
