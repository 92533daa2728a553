import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import type { Mode } from '#lib/programmes/definition.ts';

/** By what a rule tells requests apart. `field`: one whose own workers do the service (P13). */
const CRITERIA = ['field', 'municipality', 'site', 'reason', 'language', 'mode'] as const;
type Criterion = (typeof CRITERIA)[number];

/** Requests of a programme that fit everything a rule asks for go to its team; what it leaves empty fits everything. */
export type RoutingRule = {
	readonly id: Uuid;
	readonly programme: string;
	readonly team: Uuid;
	readonly field: string | null;
	readonly municipality: string | null;
	readonly site: string | null;
	readonly reason: string | null;
	readonly language: Language | null;
	readonly mode: Mode | null;
};

/** What of a request decides where it goes. */
export type Routable = {
	readonly fields: readonly string[];
	readonly municipality: string | null;
	readonly site: string | null;
	readonly reasons: readonly string[];
	readonly language: Language;
	readonly mode: Mode;
};

/** Why a request went to a team: a rule, a rule for a special field, the programme as such, a worker who knew better. */
export type Why = 'programme' | 'rule' | 'field' | 'worker';
export type Route = { readonly team: Uuid; readonly why: Why; readonly rule: Uuid | null };

/**
 * Where a request goes. Of the rules that fit, one for a special field comes first, then the one that asks for most, then the
 * older. Where none fits, the programme's own team has it.
 */
export function routeOf(rules: readonly RoutingRule[], asked: Routable, usual: Uuid | undefined): Route | undefined {
	const rule = rules.filter((one) => fits(one, asked)).toSorted(closerFirst)[0];
	if (rule) return { team: rule.team, why: rule.field === null ? 'rule' : 'field', rule: rule.id };
	return usual && { team: usual, why: 'programme', rule: null };
}

/** What a rule asks for, in a fixed order. */
export function criteriaOf(rule: RoutingRule): readonly Criterion[] {
	return CRITERIA.filter((criterion) => rule[criterion] !== null);
}

function fits(rule: RoutingRule, asked: Routable): boolean {
	const { fields, reasons, municipality, site, language, mode } = asked;
	const given: Readonly<Record<Criterion, readonly (string | null)[]>> = {
		field: fields,
		municipality: [municipality],
		site: [site],
		reason: reasons,
		language: [language],
		mode: [mode],
	};
	return criteriaOf(rule).every((criterion) => given[criterion].includes(rule[criterion]));
}

function closerFirst(a: RoutingRule, b: RoutingRule): number {
	const special = Number(b.field !== null) - Number(a.field !== null);
	return special || criteriaOf(b).length - criteriaOf(a).length || (a.id < b.id ? -1 : 1);
}
