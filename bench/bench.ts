// npm run bench: the works, the floor of the same machine in the same minutes, and how one stands to the other.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ownerUrl, asSuperuser } from '../scripts/scratch-database.ts';
import { prepareCluster } from '../scripts/postgres-cluster.ts';
import { closedLoop, type Load } from './load.ts';
import { run, type Running } from './process.ts';
import { filledWith, profileNamed } from './filled.ts';
import { WORKS, WORKS_AMONG_MANY, type Held, type Work } from './works.ts';

/** One figure, as it is printed. `ratio` is the share of the floor; null where a work is held to a time. */
type Figure = {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly p99_ms: number | null;
	readonly ratio: number | null;
	readonly gate: number;
	readonly aim: number;
	readonly gate_met: boolean;
	readonly aim_met: boolean;
};

const { values: options } = parseArgs({
	options: {
		json: { type: 'boolean', default: false },
		seconds: { type: 'string', default: '5' },
		/** The demo alone, or how much beside it: see `PROFILES`. */
		profile: { type: 'string', default: 'demo' },
		/** A part of that, for a quick look. */
		scale: { type: 'string', default: '1' },
	},
});
const MS = Number(options.seconds) * 1_000;
const WARM_UP_MS = 4_000;
const NAME = options.profile === 'demo' ? 'demo' : `${options.profile}-${options.scale}`;
const FOLDER = path.join(path.dirname(import.meta.dirname), '.bench', NAME);
const FLOOR_DATABASE = 'bench_floor';
const settings = {
	OPORA_DATA: path.join(FOLDER, 'data'),
	OPORA_ROOT_KEY_FILE: path.join(FOLDER, 'keys', 'root.key'),
	OPORA_DEMO: '1',
};
const say = (line: string) => (options.json ? console.error(line) : console.log(line));

/** Makes the floor's own database on the product's server, and says where it is. */
async function floorDatabase(): Promise<string> {
	const cluster = prepareCluster(path.join(settings.OPORA_DATA, 'postgres'));
	await asSuperuser(cluster, async (superuser) => {
		const there = await superuser.query('select 1 from pg_database where datname = $1', [FLOOR_DATABASE]);
		if (!there.rowCount) await superuser.query(`create database ${FLOOR_DATABASE} owner opora_owner`);
	});
	return ownerUrl(cluster, FLOOR_DATABASE);
}

const floorOf = (floor: Running, against: Held['against']) =>
	closedLoop(floor.address, () => ({ path: '/', method: against === 'write' ? 'POST' : 'GET' }), {
		ms: MS / 2,
		expects: 200,
	});

/** Measures a work; one that is held to the floor between two measurements of it, since a machine is not equally fast all day. */
async function measure(work: Work, product: Running, floor: Running): Promise<Figure> {
	// Every connection has put together and kept what it is asked, as after the first minutes of any day.
	await work.run(product.address, WARM_UP_MS);
	if (work.against === 'p99') return figureOf(work, await work.run(product.address, MS));
	const before = await floorOf(floor, work.against);
	const load = await work.run(product.address, MS);
	const after = await floorOf(floor, work.against);
	return figureOf(work, load, load.perSecond / ((before.perSecond + after.perSecond) / 2));
}

function figureOf(work: Work, load: Load, ratio?: number): Figure {
	if (load.wrong > 0) throw new Error(`${work.name}: ${load.wrong} answers were not the one expected.`);
	const { name, gate, aim } = work;
	const p99_ms = rounded(load.p99Ms);
	if (ratio === undefined) return { name, ...timed(p99_ms, 'ms', { gate, aim }), p99_ms };
	return {
		name,
		value: rounded(load.perSecond),
		unit: 'per second',
		p99_ms,
		ratio: rounded(ratio),
		gate,
		aim,
		gate_met: ratio >= gate,
		aim_met: ratio >= aim,
	};
}

function timed(value: number, unit: string, { gate, aim }: { gate: number; aim: number }): Omit<Figure, 'name'> {
	return { value, unit, p99_ms: null, ratio: null, gate, aim, gate_met: value <= gate, aim_met: value <= aim };
}

const rounded = (value: number) => Number(value.toPrecision(4));

say('Starting the product on the demo; the first time it is loaded …');
// Without its jobs: what is generated is sealed by whoever generates it.
const first = await run('scripts/serve.ts', { ...settings, OPORA_JOBS: '0' });
const profile = profileNamed(options.profile, Number(options.scale));
const filled = profile && (await filledWith(profile, { folder: FOLDER, settings, said: say }));
await first.stop();
const product = await run('scripts/serve.ts', settings);
const floor = await run('bench/floor.ts', { OPORA_BENCH_FLOOR: await floorDatabase() });
const figures: Figure[] = [
	...(filled?.figures ?? []).map(({ name, value, unit, gate, aim }) => ({
		name,
		...timed(value, unit, { gate, aim }),
	})),
	{ name: 'warm start to the first page', ...timed(rounded(product.firstPageMs / 1_000), 's', { gate: 3, aim: 1.5 }) },
];
try {
	for (const work of [...WORKS, ...(filled ? WORKS_AMONG_MANY : [])]) {
		const figure = await measure(work, product, floor);
		figures.push(figure);
		say(
			`${figure.name}: ${figure.value} ${figure.unit}${figure.ratio === null ? '' : `, ${figure.ratio} of the floor`}`,
		);
	}
	figures.push({
		name: 'peak memory of all our processes without the database',
		...timed(rounded(product.peakMemoryMb()), 'MB', { gate: 350, aim: 250 }),
	});
} finally {
	await floor.stop();
	await product.stop();
}
if (options.json) console.log(JSON.stringify({ works: figures }));
else
	console.table(
		figures.map(({ name, value, unit, ratio, gate, gate_met, aim_met }) => ({
			name,
			value,
			unit,
			ratio,
			gate,
			gate_met,
			aim_met,
		})),
	);
