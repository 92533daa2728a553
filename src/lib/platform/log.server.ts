type Fact = string | number | boolean | undefined;

// What may stand in a log: codes, ids, route patterns. Two words, or an address, cannot pass.
const HARMLESS = /^[a-zA-Z0-9_.:/[\]()-]{0,120}$/;
const LEFT_OUT = '[left out]';

let write = (line: string): void => {
	process.stdout.write(`${line}\n`);
};

/** Writes one structured line. Only codes, ids and figures pass; any other text is left out. */
export function log(event: string, facts: Readonly<Record<string, Fact>> = {}): void {
	const kept = Object.entries(facts).map(([name, fact]) => [name, harmless(fact)]);
	write(JSON.stringify({ at: new Date().toISOString(), event, ...Object.fromEntries(kept) }));
}

/** Writes that something broke: its kind and where in our code, never its message, which may quote a row. */
export function logFailure(event: string, error: unknown, facts: Readonly<Record<string, Fact>> = {}): void {
	const { name, code } =
		error instanceof Error ? (error as Error & { code?: string }) : { name: typeof error, code: undefined };
	log(event, { ...facts, kind: name, code, where: whereOf(error) });
}

/** Sends the lines elsewhere: tests read them. Returns what puts it back. */
export function logTo(writer: (line: string) => void): () => void {
	const before = write;
	write = writer;
	return () => {
		write = before;
	};
}

function harmless(fact: Fact): Fact {
	return typeof fact === 'string' && !HARMLESS.test(fact) ? LEFT_OUT : fact;
}

function whereOf(error: unknown): string | undefined {
	const frames = error instanceof Error ? (error.stack?.split('\n') ?? []) : [];
	const own = frames.find((line) => /(src|chunks|entries|scripts)\//.test(line));
	return own?.match(/((?:src|chunks|entries|scripts)\/[^\s:)]+:\d+)/)?.[1];
}
