// npm run helplines: the helplines of the installation, for its operator, while the product runs.
//   npm run helplines               prints them, to be changed in a file
//   npm run helplines -- file.json  puts those of a file in their place
//   npm run helplines -- --shipped  goes back to those that come with the product
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { readHelplines, type HelplineEntry } from '../src/lib/directory/helpline.ts';
import { bringHelplines, installationHelplines } from '../src/lib/directory/helplines.server.ts';
import { closePools } from '../src/lib/platform/database.server.ts';
import { CannotStart } from './cannot-start.ts';
import { joinInstallation } from './open-installation.ts';

try {
	joinInstallation();
	const [wanted] = process.argv.slice(2);
	if (wanted === undefined) await print();
	else if (wanted === '--shipped') await replace([]);
	else await replace(linesIn(wanted));
	await closePools();
} catch (error) {
	if (!(error instanceof CannotStart)) throw error;
	console.error(`\n  ${error.message}\n`);
	process.exit(1);
}

async function print(): Promise<void> {
	await bringHelplines(new Date());
	console.log(
		`[\n${installationHelplines()
			.map((line) => `\t${JSON.stringify(line)}`)
			.join(',\n')}\n]`,
	);
}

function linesIn(file: string): readonly HelplineEntry[] {
	const read = readHelplines(dataIn(file));
	if ('lines' in read) return read.lines;
	throw new CannotStart(`${file} was not taken, and nothing was changed:\n  ${read.faults.join('\n  ')}`);
}

function dataIn(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new CannotStart(`${file} cannot be read: ${(error as Error).message}`);
	}
}

/** Only the owner of the database may write here: the product itself cannot. */
async function replace(lines: readonly HelplineEntry[]): Promise<void> {
	const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
	await owner.connect();
	try {
		await owner.query('begin');
		await owner.query('delete from installation_helpline');
		for (const [i, { country, number, danger, name, hours }] of lines.entries())
			await owner.query(
				'insert into installation_helpline (country, number, place, danger, name, hours) values ($1, $2, $3, $4, $5, $6)',
				[country, number, i + 1, danger, JSON.stringify(name), JSON.stringify(hours)],
			);
		await owner.query('commit');
	} finally {
		await owner.end();
	}
	const said = lines.length > 0 ? `${lines.length} helplines` : 'those that come with the product';
	console.log(`\n  The installation now shows ${said}; its pages follow within ten seconds.\n`);
}
