import type { Words } from '#lib/platform/words.server.ts';
import type { AskedRequest } from '#lib/intake/ask.ts';
import type { Definition } from '#lib/programmes/definition.ts';

type Fact = { readonly term: string; readonly text: string };
type Group = { readonly step: string; readonly title: string; readonly facts: readonly Fact[] };
type Pairs = readonly (readonly [string, string])[];
type Asked = {
	readonly request: AskedRequest;
	readonly definition: Pick<Definition, 'reasons' | 'routedFields' | 'onlineReasons' | 'sites'>;
};

const TIMES = ['no-phone', 'mornings-only', 'afternoons-only'] as const;
const WAYS = ['no-voicemail', 'no-service-name', 'withheld-number'] as const;

/** What somebody has answered, page by page, in the words of the page. */
export function askedFacts(asked: Asked, words: Words): readonly Group[] {
	const { t } = words;
	const group = (step: 'who' | 'about' | 'weighs' | 'how' | 'reach', pairs: Pairs): Group => ({
		step,
		title: t(`ask.${step}.title`),
		facts: pairs.filter(([, text]) => text !== '').map(([term, text]) => ({ term, text })),
	});
	const { request } = asked;
	return [
		group('who', [[t('ask.check.for-whom'), t(`ask.who.${request.forWhom as 'self'}`)]]),
		...(request.text.about ? [group('about', aboutPairs(request, words))] : []),
		group('weighs', weighsPairs(asked, words)),
		group('how', howPairs(asked, words)),
		group('reach', reachPairs(request, words)),
	];
}

function weighsPairs({ request, definition }: Asked, words: Words): Pairs {
	const { t, list } = words;
	return [
		[t('ask.weighs.reasons'), list(request.reasons.map((key) => named(definition.reasons, key, words)))],
		[t('ask.weighs.fields'), list(request.fields.map((key) => named(definition.routedFields, key, words)))],
		[t('ask.weighs.words'), request.text.words],
		[t('ask.weighs.urgency'), t(`ask.weighs.${request.urgency}`)],
	];
}

function howPairs({ request, definition }: Asked, words: Words): Pairs {
	const { t, local } = words;
	const site = definition.sites.find((one) => one.key === request.site);
	const { onlineReason } = request;
	return [
		[t('ask.how.mode'), t(`mode.${request.mode}`)],
		[t('ask.how.online-reason'), onlineReason ? named(definition.onlineReasons, onlineReason, words) : ''],
		[t('ask.how.site'), site ? local(site.title).text : ''],
		[t('ask.how.place'), request.text.place],
	];
}

function reachPairs({ text }: AskedRequest, { t, list }: Words): Pairs {
	const when = TIMES.find((rule) => text.rules.includes(rule)) ?? 'any';
	const rules = WAYS.filter((rule) => text.rules.includes(rule));
	return [
		[t('ask.reach.name'), text.name === '' ? t('ask.check.no-name') : text.name],
		[t('ask.reach.phone'), text.phone],
		[t('ask.reach.email'), text.email],
		[t('ask.reach.when-rule'), [t(`ask.reach.when-${when}`), text.when].filter(Boolean).join('; ')],
		[t('ask.reach.rules'), list(rules.map((rule) => t(`rule.${rule}`)))],
		[t('ask.reach.interpreter'), text.interpreter],
	];
}

function aboutPairs({ text, proposal }: AskedRequest, { t, day }: Words): Pairs {
	const about = text.about!;
	return [
		[t('ask.about.name'), about.name],
		[t('ask.about.relation'), about.relation],
		[t('ask.about.knows'), t(`ask.about.knows-${about.knows}`)],
		[t('proposer.agreed'), proposal?.agreedOn ? day(proposal.agreedOn) : ''],
		[t('ask.about.phone'), about.phone],
		[t('proposer.who-you'), proposal ? t(`proposer.${proposal.proposer}`) : ''],
		[t('ask.about.organisation'), text.proposer?.organisation ?? ''],
		[t('ask.about.role'), text.proposer?.role ?? ''],
	];
}

function named(items: Definition['reasons'], key: string, { local }: Words): string {
	return local(items.find((one) => one.key === key)?.text ?? {}).text;
}
