import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { DB } from './tables.ts';

type Asked = { readonly db: Kysely<DB> };

/** A query whose text is kept: asked again, only its values are new. */
export type KeptQuery<Values, Row> = {
	rows(tx: Asked, values: Values): Promise<Row[]>;
	/** For what is sent along with something else. */
	compiled(tx: Asked, values: Values): CompiledQuery<Row>;
};

/** Stands where a value will stand. */
class Slot {
	readonly name: PropertyKey;
	constructor(name: PropertyKey) {
		this.name = name;
	}
}

/**
 * Keeps a query that is asked with nearly every page: putting one together costs more than sending it. `build` is called
 * once, with slots in place of the values, so the shape of the query cannot depend on them; lists go in as one array.
 */
export function keptQuery<Values extends object, Row>(
	build: (db: Kysely<DB>, values: Values) => Compilable<Row>,
): KeptQuery<Values, Row> {
	let kept: CompiledQuery<Row> | undefined;
	const slots = new Proxy({}, { get: (_, name) => new Slot(name) }) as Values;
	const compiled = ({ db }: Asked, values: Values): CompiledQuery<Row> => {
		kept ??= build(db, slots).compile();
		const parameters = kept.parameters.map((one) => (one instanceof Slot ? values[one.name as keyof Values] : one));
		return { ...kept, parameters };
	};
	return { compiled, rows: async (tx, values) => (await tx.db.executeQuery(compiled(tx, values))).rows };
}
