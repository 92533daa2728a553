import type { PlainLink } from './frame.ts';
import type { Words } from '#lib/platform/words.server.ts';

/** What stands at the foot of every public page. */
export function footLinks({ t }: Words): readonly PlainLink[] {
	return [
		{ href: '/reading', label: t('foot.reading') },
		{ href: '/calm', label: t('foot.calm') },
		{ href: '/safe-browsing', label: t('foot.safe-browsing') },
		{ href: '/leaving', label: t('foot.leaving') },
		{ href: '/privacy', label: t('foot.privacy') },
		{ href: '/accessibility', label: t('foot.accessibility') },
		{ href: '/about', label: t('foot.about') },
		{ href: '/sign-in', label: t('foot.sign-in') },
	];
}
