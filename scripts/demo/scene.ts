// What a story of the demo is told with.
import type { Chance } from './chance.ts';
import type { DemoOrganisation, DemoWorker } from './organisations.ts';
import type { DemoPerson } from './people.ts';

/** Everything a story needs to be told. */
export type Scene = {
	readonly organisation: DemoOrganisation;
	readonly programme: string;
	readonly worker: DemoWorker;
	readonly person: DemoPerson;
	readonly chance: Chance;
	/** The person is a child or an adolescent, and speaks as one. */
	readonly young?: boolean;
	readonly now: Date;
	/** A moment so many days ago, in working hours. */
	ago(days: number): Date;
	/** A moment so many hours after another, in working hours, never in the future. */
	after(moment: Date, hours: number): Date;
};
