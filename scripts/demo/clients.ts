// The invented clients of the demo, each led through the product's own use cases to one of the states a person can be in.
import { chanceFrom, type Chance } from './chance.ts';
import type { DemoOrganisation } from './organisations.ts';
import { good } from './organisations.ts';
import type { Scene } from './scene.ts';
import { STORIES, type Story } from './stories.ts';
import { aCzechPerson, aPerson } from './people.ts';

type Planned = {
	readonly organisation: string;
	readonly programme: string;
	readonly clients: number;
	readonly own?: boolean;
};
const PLAN: readonly Planned[] = [
	{ organisation: 'slovenska-karitas', programme: 'blizu', clients: 120 },
	{ organisation: 'csd-izmisljeno-polje', programme: 'prva-socialna-pomoc', clients: 80 },
	{ organisation: 'krizove-centrum-smyslenka', programme: 'krizova-intervence', clients: 42 },
	{ organisation: 'zpm-moste-polje', programme: 'skupaj-zmoremo', clients: 40 },
	// Of these two only what they alone have: cases.
	{ organisation: 'csd-izmisljeno-polje', programme: 'osebna-pomoc', clients: 6, own: true },
	{ organisation: 'csd-izmisljeno-polje', programme: 'pomoc-druzini-za-dom', clients: 6, own: true },
];

/** Loads the clients, those of each worker one after another and the workers beside each other; returns how many. */
export async function loadClients(organisations: ReadonlyMap<string, DemoOrganisation>, now: Date): Promise<number> {
	let before = 0;
	const works: Promise<void>[] = [];
	for (const { organisation: slug, programme, clients, own } of PLAN) {
		const organisation = organisations.get(slug)!;
		const workers = organisation.workers.filter(
			(one) => one.roles.includes('professional') || one.roles.includes('coordinator'),
		);
		const places = Array.from({ length: clients }, (_, place) => place);
		for (const [turn, worker] of workers.entries()) {
			const theirs = places.filter((place) => place % workers.length === turn);
			works.push(loadClientsOf({ organisation, programme, worker, before, own: own === true }, theirs, now));
		}
		before += clients;
	}
	await Promise.all(works);
	return before;
}

type Whose = Pick<Scene, 'organisation' | 'programme' | 'worker'> & { readonly before: number; readonly own: boolean };

/** Loads some clients of one worker, by their places in the programme: each is told the story whose turn it is. */
export async function loadClientsOf(whose: Whose, places: readonly number[], now: Date): Promise<void> {
	const chance = chanceFrom(whose.before + 7 + places[0]!);
	const stories = storiesOf(whose.programme, whose.own);
	for (const place of places) good(await stories[place % stories.length]!(sceneOf(whose, place, { chance, now })));
}

/** What the story at a place is told with. */
export function sceneOf(
	{ before, organisation, programme, worker }: Whose,
	place: number,
	{ chance, now }: { chance: Chance; now: Date },
): Scene {
	const person = organisation.language === 'cs' ? aCzechPerson(chance, place) : aPerson(chance, before + place);
	const told = { person, chance, now, ago: agoFrom(now, chance), after: afterFrom(now, chance) };
	return { organisation, programme, worker, ...told };
}

/** The stories told in a programme, each as often as it is; only those that it alone has, where these are its own. */
export function storiesOf(programme: string, own: boolean): readonly Story[] {
	return STORIES.filter((one) => one.only === programme || (!own && !one.only)).flatMap((one) =>
		Array.from({ length: one.often }, () => one.story),
	);
}

function agoFrom(now: Date, chance: Chance) {
	return (days: number): Date => {
		const moment = new Date(now.getTime() - days * 86_400_000);
		return days >= 1 ? atWork(moment, { chance, towards: -1 }) : moment;
	};
}

function afterFrom(now: Date, chance: Chance) {
	return (moment: Date, hours: number): Date => {
		const wanted = new Date(moment.getTime() + hours * 3_600_000);
		const then = hours >= 12 ? atWork(wanted, { chance, towards: 1 }) : wanted;
		return new Date(Math.min(now.getTime(), Math.max(moment.getTime(), then.getTime())));
	};
}

const DAYS_OFF = [0, 6];

/** The same day, or the next working one before or after it, at an hour when people work. */
function atWork(moment: Date, { chance, towards }: { chance: Chance; towards: 1 | -1 }): Date {
	const then = new Date(moment);
	while (DAYS_OFF.includes(then.getUTCDay())) then.setUTCDate(then.getUTCDate() + towards);
	then.setUTCHours(chance.between(8, 14), chance.pick([0, 10, 20, 30, 40, 50]), 0, 0);
	return then;
}
