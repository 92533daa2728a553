// The floor: what the same machine does with nothing between the web and PostgreSQL. Started as a process of its own.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const ROWS = 100_000;
const pool = new pg.Pool({ connectionString: process.env.OPORA_BENCH_FLOOR, max: 16 });

await pool.query(`
	create table if not exists floor_row (id integer primary key, words text not null);
	create table if not exists floor_written (id uuid primary key, words text not null)`);
await pool.query(
	`insert into floor_row select n, repeat('x', 200) from generate_series(1, $1::integer) n on conflict do nothing`,
	[ROWS],
);

const READ = { name: 'read', text: 'select id, words from floor_row where id = $1' };
const WRITE = { name: 'write', text: 'insert into floor_written (id, words) values ($1, $2)' };

const server = createServer(async (request, response) => {
	if (request.method === 'POST') {
		await pool.query({ ...WRITE, values: [randomUUID(), 'x'.repeat(200)] });
		response.end('{}');
	} else {
		const { rows } = await pool.query({ ...READ, values: [1 + Math.floor(Math.random() * ROWS)] });
		response.end(JSON.stringify(rows[0]));
	}
});
server.listen(0, () => console.log(`listening ${(server.address() as { port: number }).port}`));
process.on('SIGTERM', () => process.exit(0));
