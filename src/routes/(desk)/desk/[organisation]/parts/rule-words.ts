import type { Words } from '#lib/platform/words.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import type { RoutingRule } from '#lib/intake/routing.ts';

/** What a rule asks for, in words: `Kraj: Celje; Način: na domu`. Its municipality stands there by name. */
export function ruleWords(
	rule: Omit<RoutingRule, 'id' | 'programme' | 'team'>,
	definition: Pick<Definition, 'routedFields' | 'sites' | 'reasons'>,
	words: Words,
): string {
	const { t, local } = words;
	const item = (list: Definition['reasons'], key: string | null) =>
		local(list.find((one) => one.key === key)?.text ?? {}).text;
	const site = definition.sites.find((one) => one.key === rule.site);
	const parts = [
		[t('routing.field'), item(definition.routedFields, rule.field)],
		[t('routing.municipality'), rule.municipality ?? ''],
		[t('request.site'), site ? local(site.title).text : ''],
		[t('routing.reason'), item(definition.reasons, rule.reason)],
		[t('routing.language'), rule.language ? t(`routing.language-${rule.language}`) : ''],
		[t('ask.how.mode'), rule.mode ? t(`desk.mode.${rule.mode}`) : ''],
	];
	return parts
		.filter(([, text]) => text !== '')
		.map(([term, text]) => `${term}: ${text}`)
		.join('; ');
}
