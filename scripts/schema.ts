// npm run schema: writes db/schema.sql and the tables' types from the migrations. With --check it compares only.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { schemaSql, tableTypes } from './catalogue.ts';
import { scratchServer } from './scratch-database.ts';

const ROOT = path.dirname(import.meta.dirname);
const server = await scratchServer();
try {
	const { DATABASE_URL } = await server.database('schema_of_opora');
	const client = new pg.Client({ connectionString: DATABASE_URL });
	await client.connect();
	const made = { 'db/schema.sql': await schemaSql(client), 'src/lib/platform/tables.ts': await tableTypes(client) };
	await client.end();
	for (const [file, text] of Object.entries(made)) {
		const target = path.join(ROOT, file);
		if (!process.argv.includes('--check')) writeFileSync(target, text);
		else if (readFileSync(target, 'utf8') !== text) {
			console.error(`${file} does not agree with db/migrations: run "npm run schema".`);
			process.exitCode = 1;
		}
	}
} finally {
	await server.remove();
}
