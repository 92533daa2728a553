import type { Words } from '#lib/platform/words.server.ts';
import type { AskedRequest } from '#lib/intake/ask.ts';
import type { Definition } from '#lib/programmes/definition.ts';

type Fact = { readonly term: string; readonly text: string };
type Group = { readonly step: string; readonly title: string; readonly facts: readonly Fact[] };
type Asked = {
	readonly request: AskedRequest;
	readonly definition: Pick<Definition, 'reasons' | 'onlineReasons' | 'sites'>;
};

/** What somebody has answered, page by page, in the words of the page. */
export function askedFacts({ request, definition }: Asked, words: Words): readonly Group[] {
	const { t, local, list } = words;
	const { text } = request;
	const named = (items: readonly { key: string; text: Definition['reasons'][number]['text'] }[], key: string) =>
		local(items.find((one) => one.key === key)?.text ?? {}).text;
	const site = definition.sites.find((one) => one.key === request.site);
	const when =
		(['no-phone', 'mornings-only', 'afternoons-only'] as const).find((rule) => text.rules.includes(rule)) ?? 'any';
	const rules = text.rules.filter(
		(rule) => rule === 'no-voicemail' || rule === 'no-service-name' || rule === 'withheld-number',
	);
	return [
		{
			step: 'who',
			title: t('ask.who.title'),
			facts: said([[t('ask.check.for-whom'), t(`ask.who.${request.forWhom as 'self'}`)]]),
		},
		...(text.about ? [{ step: 'about', title: t('ask.about.title'), facts: aboutFacts(request, words) }] : []),
		{
			step: 'weighs',
			title: t('ask.weighs.title'),
			facts: said([
				[t('ask.weighs.reasons'), list(request.reasons.map((key) => named(definition.reasons, key)))],
				[t('ask.weighs.words'), text.words],
				[t('ask.weighs.urgency'), t(`ask.weighs.${request.urgency}`)],
			]),
		},
		{
			step: 'how',
			title: t('ask.how.title'),
			facts: said([
				[t('ask.how.mode'), t(`mode.${request.mode}`)],
				[t('ask.how.online-reason'), request.onlineReason ? named(definition.onlineReasons, request.onlineReason) : ''],
				[t('ask.how.site'), site ? local(site.title).text : ''],
				[t('ask.how.place'), text.place],
			]),
		},
		{
			step: 'reach',
			title: t('ask.reach.title'),
			facts: said([
				[t('ask.reach.name'), text.name === '' ? t('ask.check.no-name') : text.name],
				[t('ask.reach.phone'), text.phone],
				[t('ask.reach.email'), text.email],
				[t('ask.reach.when-rule'), [t(`ask.reach.when-${when}`), text.when].filter(Boolean).join('; ')],
				[t('ask.reach.rules'), list(rules.map((rule) => t(`rule.${rule}`)))],
				[t('ask.reach.interpreter'), text.interpreter],
			]),
		},
	];
}

function aboutFacts({ text }: AskedRequest, words: Words): readonly Fact[] {
	const { t } = words;
	const about = text.about!;
	return said([
		[t('ask.about.name'), about.name],
		[t('ask.about.relation'), about.relation],
		[t('ask.about.knows'), t(`ask.about.knows-${about.knows}`)],
		[t('ask.about.phone'), about.phone],
		[t('ask.about.organisation'), text.proposer?.organisation ?? ''],
		[t('ask.about.role'), text.proposer?.role ?? ''],
	]);
}

/** Only what was said: nothing stands there empty. */
function said(pairs: readonly (readonly [string, string])[]): readonly Fact[] {
	return pairs.filter(([, text]) => text !== '').map(([term, text]) => ({ term, text }));
}
