// The invented clients of the demo, each led through the product's own use cases to one of the states a person can be in.
import { chanceFrom, type Chance } from './chance.ts';
import type { DemoOrganisation } from './organisations.ts';
import { good } from './organisations.ts';
import { STORIES, type Story } from './stories.ts';
import { aPerson } from './people.ts';

const PLAN = [
	{ organisation: 'slovenska-karitas', programme: 'blizu', clients: 120 },
	{ organisation: 'csd-izmisljeno-polje', programme: 'prva-socialna-pomoc', clients: 80 },
] as const;

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
				after: afterFrom(now, chance),
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
