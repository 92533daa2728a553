import { CompiledQuery, type Compilable, type Kysely } from 'kysely';
import type { DB } from './tables.ts';

type Asked = { readonly db: Kysely<DB> };
type JsonRow = Record<string, unknown>;

/** What JSON gives as text, by its columns: each has to be named. */
type InJson<Row> = {
	readonly [Name in keyof Row as NonNullable<Row[Name]> extends Buffer | Date ? Name : never]: NonNullable<
		Row[Name]
	> extends Date
		? 'time'
		: 'bytes';
};
type AsText<Row> = { [Name in keyof Row]: NonNullable<Row[Name]> extends Buffer | Date ? string : Row[Name] };

/** A query whose text is kept: asked again, only its values are new. */
type KeptQuery<Values, Row, FromJson = Row> = {
	rows(tx: Asked, values: Values): Promise<Row[]>;
	/** How many rows it changed. */
	changed(tx: Asked, values: Values): Promise<number>;
	/** For what is sent along with something else. */
	compiled(tx: Asked, values: Values): CompiledQuery<Row>;
	/** With slots where its values will stand. */
	kept(tx: Asked): CompiledQuery<Row>;
	/** Its rows, from JSON. */
	fromJson(rows: JsonRow[]): FromJson[];
};

/** Stands where a value will stand. */
class Slot {
	readonly name: PropertyKey;
	constructor(name: PropertyKey) {
		this.name = name;
	}
}

/** Whole numbers that are always the same stand in the text: of a limit that it is not told the planner takes a tenth to be enough. */
function writtenOut<Row>(query: CompiledQuery<Row>): CompiledQuery<Row> {
	const parameters: unknown[] = [];
	const text = query.sql.replace(/\$(\d+)/g, (_, n: string) => {
		const one = query.parameters[Number(n) - 1];
		return Number.isSafeInteger(one) ? `(${one as number})` : `$${parameters.push(one)}`;
	});
	return { ...query, sql: text, parameters };
}

const filled = (parameters: readonly unknown[], values: object): readonly unknown[] =>
	parameters.map((one) => (one instanceof Slot ? Reflect.get(values, one.name) : one));

/**
 * Keeps a query that is asked with nearly every page: putting one together costs more than sending it. `build` is called
 * once, with slots in place of the values, so the shape of the query cannot depend on them; lists go in as one array.
 * Whoever asks it together with others names the columns that JSON gives as text.
 */
export function keptQuery<Values extends object, Row>(
	build: (db: Kysely<DB>, values: Values) => Compilable<Row>,
): KeptQuery<Values, Row, AsText<Row>>;
export function keptQuery<Values extends object, Row>(
	build: (db: Kysely<DB>, values: Values) => Compilable<Row>,
	inJson: InJson<Row>,
): KeptQuery<Values, Row>;
export function keptQuery<Values extends object, Row>(
	build: (db: Kysely<DB>, values: Values) => Compilable<Row>,
	inJson: Readonly<Record<string, string>> = {},
): KeptQuery<Values, Row, unknown> {
	let query: CompiledQuery<Row> | undefined;
	const slots = new Proxy({}, { get: (_, name) => new Slot(name) }) as Values;
	const kept = ({ db }: Asked) => (query ??= writtenOut(build(db, slots).compile()));
	const compiled = (tx: Asked, values: Values): CompiledQuery<Row> => {
		const one = kept(tx);
		return { ...one, parameters: filled(one.parameters, values) };
	};
	const ask = (tx: Asked, values: Values) => tx.db.executeQuery(compiled(tx, values));
	return {
		kept,
		compiled,
		rows: async (tx, values) => (await ask(tx, values)).rows,
		changed: async (tx, values) => Number((await ask(tx, values)).numAffectedRows ?? 0),
		fromJson: (rows) => rows.map((row) => revived(row, Object.entries(inJson))),
	};
}

function revived(row: JsonRow, columns: readonly (readonly [string, string])[]): JsonRow {
	for (const [column, kind] of columns) {
		const text = row[column];
		if (typeof text === 'string') row[column] = kind === 'time' ? new Date(text) : Buffer.from(text.slice(2), 'hex');
	}
	return row;
}

type Parts = Readonly<Record<string, KeptQuery<never, unknown, unknown>>>;
type AskedWith<One> = One extends KeptQuery<infer Values, unknown, unknown> ? (values: Values) => void : never;
type ValuesOf<All extends Parts> = AskedWith<All[keyof All]> extends (values: infer Values) => void ? Values : never;
type Answers<All extends Parts> = {
	readonly [Name in keyof All]: All[Name] extends KeptQuery<never, unknown, infer Row> ? Row[] : never;
};

/**
 * Keeps several queries as one statement: what it costs to ask is paid once. They share what they are asked with, and come
 * back as they would alone. Row-level security holds in each.
 */
export function keptTogether<All extends Parts>(
	parts: All,
): (tx: Asked, values: ValuesOf<All> & object) => Promise<Answers<All>> {
	let query: CompiledQuery<Record<string, JsonRow[]>> | undefined;
	return async (tx, values) => {
		query ??= joined(tx, parts);
		const asked = { ...query, parameters: filled(query.parameters, values) };
		const row = (await tx.db.executeQuery<Record<string, JsonRow[]>>(asked)).rows[0]!;
		const answers = Object.entries(parts).map(([name, part]) => [name, part.fromJson(row[name]!)]);
		return Object.fromEntries(answers) as Answers<All>;
	};
}

function joined(tx: Asked, parts: Parts): CompiledQuery<Record<string, JsonRow[]>> {
	const parameters: unknown[] = [];
	const placeOf = (one: unknown): string => {
		const known = parameters.findIndex(
			(other) => one instanceof Slot && other instanceof Slot && other.name === one.name,
		);
		return `$${known < 0 ? parameters.push(one) : known + 1}`;
	};
	const columns = Object.entries(parts).map(([name, part]) => {
		const { sql, parameters: own } = part.kept(tx);
		const places = own.map(placeOf);
		const text = sql.replace(/\$(\d+)/g, (_, n: string) => places[Number(n) - 1]!);
		return `(select coalesce(json_agg(one), '[]') from (${text}) one) as "${name}"`;
	});
	return CompiledQuery.raw(`select ${columns.join(',\n')}`, parameters) as CompiledQuery<Record<string, JsonRow[]>>;
}
