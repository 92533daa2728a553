// The invented clients of the demo, each led through the product's own use cases to one of the states a person can be in.
import { chanceFrom, type Chance } from './chance.ts';
import type { DemoOrganisation, DemoWorker } from './organisations.ts';
import { good } from './organisations.ts';
import { STORIES, type Story } from './stories.ts';
import { aPerson, type DemoPerson } from './people.ts';

const PLAN = [
	{ organisation: 'slovenska-karitas', programme: 'blizu', clients: 120 },
	{ organisation: 'csd-izmisljeno-polje', programme: 'prva-socialna-pomoc', clients: 80 },
] as const;

/** Everything a story needs to be told. */
export type Scene = {
	readonly organisation: DemoOrganisation;
	readonly programme: string;
	readonly worker: DemoWorker;
	readonly person: DemoPerson;
	readonly chance: Chance;
	readonly now: Date;
	/** A moment so many days ago, in working hours. */
	ago(days: number): Date;
};

/** Loads the clients; returns how many. */
export async function loadClients(organisations: ReadonlyMap<string, DemoOrganisation>, now: Date): Promise<number> {
	let count = 0;
	for (const { organisation: slug, programme, clients } of PLAN) {
		const organisation = organisations.get(slug)!;
		const chance = chanceFrom(count + 7);
		const workers = organisation.workers.filter(
			(one) => one.roles.includes('professional') || one.roles.includes('coordinator'),
		);
		const stories = storiesOf(programme);
		for (let i = 0; i < clients; i += 1) {
			const scene = {
				organisation,
				programme,
				worker: workers[i % workers.length]!,
				person: aPerson(chance, count + i),
				chance,
				now,
				ago: agoFrom(now, chance),
			};
			good(await stories[i % stories.length]!(scene));
		}
		count += clients;
	}
	return count;
}

function storiesOf(programme: string): readonly Story[] {
	return STORIES.filter((one) => !one.only || one.only === programme).flatMap((one) =>
		Array.from({ length: one.often }, () => one.story),
	);
}

function agoFrom(now: Date, chance: Chance) {
	return (days: number): Date => {
		const moment = new Date(now.getTime() - days * 86_400_000);
		if (days >= 1) moment.setUTCHours(chance.between(7, 14), chance.pick([0, 10, 20, 30, 40, 50]), 0, 0);
		return moment;
	};
}
