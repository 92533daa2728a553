import type { Uuid } from '#lib/kernel/ids.ts';
import { choose, type Language } from '#lib/kernel/local-words.ts';
import { ok } from '#lib/kernel/result.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { isDatabaseAway } from '#lib/platform/outage.server.ts';
import shipped from '../../../data/helplines.json' with { type: 'json' };
import { COUNTRIES, linesOf, readHelplines, type Country, type HelplineEntry, type OwnHelpline } from './helpline.ts';
import { loadInstallationHelplines, loadOwnHelplines } from './helplines.store.server.ts';

/** A number somebody can call at once. */
type Helpline = {
	readonly number: string;
	readonly name: string;
	readonly hours: string;
	readonly danger: boolean;
};

/** The lines that come with the product: what an installation shows until its operator names others, and while nothing else is known. */
const SHIPPED: readonly HelplineEntry[] = shippedLines();

function shippedLines(): readonly HelplineEntry[] {
	const read = readHelplines(shipped);
	if ('faults' in read) throw new Error(`data/helplines.json does not read: ${read.faults.join('; ')}`);
	return read.lines;
}

// Asked for with every public page and seldom changed. What was last known stays, so that while the database is away nobody
// is left without a number.
const REMEMBERED_MS = 10_000;
const ORGANISATIONS_MAX = 2_000;
type Known<Lines> = { readonly until: number; readonly lines: Lines };
let installation: Known<readonly HelplineEntry[]> = { until: 0, lines: SHIPPED };
const organisations = new Map<Uuid, Known<readonly OwnHelpline[]>>();
const asking = new Map<Uuid | undefined, Promise<void>>();
/** Counts the changes made here: what was asked for before one of them is old when it comes. */
let changes = 0;

/** Asks the database for the helplines of the installation, and of one organisation, unless they are still fresh. */
export async function bringHelplines(at: Date, organisation?: Uuid): Promise<void> {
	const fresh = (known: Known<unknown> | undefined) => known !== undefined && known.until > at.getTime();
	if (fresh(installation) && (!organisation || fresh(organisations.get(organisation)))) return;
	const underWay = asking.get(organisation);
	if (underWay) return underWay;
	const asked = ask(at, organisation).finally(() => asking.delete(organisation));
	asking.set(organisation, asked);
	return asked;
}

async function ask(at: Date, organisation: Uuid | undefined): Promise<void> {
	const before = changes;
	const found = await lookUp({ by: { kind: 'visitor' }, at }, async (tx) => {
		const [all, own] = await Promise.all([
			loadInstallationHelplines(tx),
			organisation ? loadOwnHelplines(tx, organisation) : [],
		]);
		return ok({ all, own });
	}).catch(whileAway);
	const until = changes === before ? at.getTime() + REMEMBERED_MS : 0;
	const { all, own } = found?.ok ? found.value : { all: installation.lines, own: ownOf(organisation) };
	installation = { until, lines: withShipped(all) };
	if (!organisation) return;
	if (organisations.size >= ORGANISATIONS_MAX) organisations.clear();
	organisations.set(organisation, { until, lines: own });
}

function whileAway(error: unknown): undefined {
	if (!isDatabaseAway(error)) throw error;
}

/** A country the operator named no line of keeps those that came with the product. */
function withShipped(lines: readonly HelplineEntry[]): readonly HelplineEntry[] {
	return COUNTRIES.flatMap((country) => {
		const named = lines.filter((one) => one.country === country);
		return named.length > 0 ? named : SHIPPED.filter((one) => one.country === country);
	});
}

function ownOf(organisation: Uuid | undefined): readonly OwnHelpline[] {
	return (organisation && organisations.get(organisation)?.lines) || [];
}

/** The lines were just changed here: they are asked for anew, and known till then. */
export function forgetHelplines(): void {
	changes += 1;
	asking.clear();
	installation = { ...installation, until: 0 };
	for (const [id, known] of organisations) organisations.set(id, { ...known, until: 0 });
}

/** The lines of the installation, as last known. */
export function installationHelplines(): readonly HelplineEntry[] {
	return installation.lines;
}

/**
 * The helplines of a country, in a language, as last known: those an organisation shows, or the installation's. The country
 * of the language where nothing says another.
 */
export function helplines(language: Language, country?: Country, organisation?: Uuid): readonly Helpline[] {
	const wanted = country ?? (language === 'cs' ? 'cz' : 'si');
	return linesOf(wanted, { installation: installation.lines, own: ownOf(organisation) }).map((line) => ({
		number: line.number,
		danger: line.danger,
		name: choose(line.name, language).text,
		hours: choose(line.hours, language).text,
	}));
}
