import {
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult,
} from 'kysely';
import type { Writable } from 'node:stream';
import pg from 'pg';
import type { DB } from './tables.ts';

const DATE = 1082;
pg.types.setTypeParser(DATE, (text) => text);

const NAMES_MAX = 2_000;
const names = new Map<string, string>();
type Line = { inFlight: number; held: boolean; readonly wire: Writable; readonly kysely: Kysely<DB> };
const lines = new WeakMap<pg.PoolClient, Line>();

/** How often this process has waited for the database. Queries under way together are one wait. */
export const waits = { count: 0 };

/** Sends one query over a pipelined connection; texts are prepared once per connection. */
export async function send(
	client: pg.PoolClient,
	text: string,
	values: readonly unknown[] = [],
): Promise<pg.QueryResult> {
	const line = lineOf(client);
	if (line.inFlight === 0) waits.count += 1;
	line.inFlight += 1;
	holdForThisTurn(line);
	const name = nameOf(text);
	try {
		return await client.query(name ? { text, values: [...values], name } : { text, values: [...values] });
	} finally {
		line.inFlight -= 1;
	}
}

/** The typed query builder bound to one connection. */
export function kyselyOn(client: pg.PoolClient): Kysely<DB> {
	return lineOf(client).kysely;
}

/** What is sent before this process looks around again leaves in one piece: a write to a socket costs more than most queries. */
function holdForThisTurn(line: Line): void {
	if (line.held) return;
	line.held = true;
	line.wire.cork();
	process.nextTick(() => {
		line.held = false;
		line.wire.uncork();
	});
}

function lineOf(client: pg.PoolClient): Line {
	const known = lines.get(client);
	if (known) return known;
	// The types of the library keep its socket to themselves.
	const wire = (client as unknown as { connection: { stream: Writable } }).connection.stream;
	const line = { inFlight: 0, held: false, wire, kysely: new Kysely<DB>({ dialect: pinnedTo(client) }) };
	lines.set(client, line);
	return line;
}

function nameOf(text: string): string | undefined {
	const known = names.get(text);
	if (known || names.size >= NAMES_MAX) return known;
	const name = `q${names.size}`;
	names.set(text, name);
	return name;
}

function pinnedTo(client: pg.PoolClient): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new PinnedDriver(client),
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => new PostgresQueryCompiler(),
	};
}

/** A driver with one connection, which somebody else opened, begins, commits and gives back. */
class PinnedDriver implements Driver {
	readonly #connection: DatabaseConnection;
	constructor(client: pg.PoolClient) {
		this.#connection = new PinnedConnection(client);
	}
	async init() {}
	async acquireConnection() {
		return this.#connection;
	}
	async beginTransaction() {
		throw new Error('transactions are begun by transaction()');
	}
	async commitTransaction() {}
	async rollbackTransaction() {}
	async releaseConnection() {}
	async destroy() {}
}

class PinnedConnection implements DatabaseConnection {
	readonly #client: pg.PoolClient;
	constructor(client: pg.PoolClient) {
		this.#client = client;
	}
	async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		const { rows, rowCount } = await send(this.#client, query.sql, query.parameters);
		return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
	}
	async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
		yield* [];
		throw new Error('a pipelined connection cannot stream');
	}
}
