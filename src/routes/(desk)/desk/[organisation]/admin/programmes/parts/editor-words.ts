import type { Language, LocalWords } from '#lib/kernel/local-words.ts';
import { isMessageKey, type MessageKey, type Words } from '#lib/platform/words.server.ts';
import type { Change } from '#lib/programmes/difference.ts';
import type { DefinitionFault } from '#lib/programmes/faults.ts';
import { choicesOf, isTicked, kebab, labelOf, type Field, type List } from '#lib/programmes/section.ts';

export type FieldChange = Extract<Change, { kind: 'field' }>;

/** The three languages, each by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
	sl: 'Slovenščina',
	cs: 'Čeština',
	en: 'English',
};

/** What the editor says of sections, lists and fields; that each has its words in every language is tested. */
export function editorWords({ t, local, list: enumerated, number }: Words) {
	const said = (key: string) => (isMessageKey(key) ? t(key as MessageKey) : '');
	const choice = (field: Field, value: string, list?: List) => said(`editor.choice.${choicesOf(field, list)}.${value}`);
	const shown = (field: Field, value: unknown, list?: List): string => {
		if (field.kind === 'yes') return t(isTicked(field, value) ? 'editor.yes' : 'editor.no');
		if (value === null || value === undefined || value === '') return t('editor.nothing');
		if (typeof value === 'number') return number(value);
		if (field.kind === 'words') return local(value as LocalWords).text || t('editor.nothing');
		if (field.kind === 'one') return choice(field, String(value), list);
		if (!Array.isArray(value)) return String(value);
		if (value.length === 0) return t('editor.nothing');
		return enumerated(value.map((one) => (field.kind === 'many' ? choice(field, String(one), list) : String(one))));
	};
	/** What a field said before or says now. */
	const told = ({ field, list, names, ...both }: FieldChange, when: 'before' | 'after'): string =>
		names && names[when].length > 0
			? enumerated(names[when].map((one) => local(one).text))
			: shown(field, both[when], list);
	return {
		section: (key: string) => said(`editor.section.${key}`),
		sectionText: (key: string) => said(`editor.section.${key}-text`),
		group: (key: string) => said(`editor.group.${key}`),
		list: ({ at }: Pick<List, 'at'>) => said(`editor.list.${kebab(at)}`),
		label: (field: Field, list?: List) => said(`editor.label.${labelOf(field, list)}`),
		hint: (field: Field, list?: List) => said(`editor.hint.${labelOf(field, list)}`) || undefined,
		choice,
		told,
		fault: ({ fault, limit }: Pick<DefinitionFault, 'fault' | 'limit'>) => t(`fault.${fault}`, { limit: limit ?? 0 }),
	};
}
