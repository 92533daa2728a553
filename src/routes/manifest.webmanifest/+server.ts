import { wordsIn } from '#lib/platform/words.server.ts';
import type { RequestHandler } from './$types';

// The ground of the design; a manifest knows no custom properties.
const GROUND = '#f5f1e8';
const icon = (name: string, side: number, purpose = 'any') => ({
	src: `/icons/${name}-${side}.png`,
	sizes: `${side}x${side}`,
	type: 'image/png',
	purpose,
});

/** What a phone needs to put the site on its home screen: under its own name, or under a plain one that says nothing. */
export const GET: RequestHandler = ({ locals, url }) => {
	const { t } = wordsIn(locals.language, 'Europe/Ljubljana');
	const plain = url.searchParams.get('name') === 'plain';
	const name = plain ? t('manifest.plain-name') : 'Opora';
	const look = plain ? 'plain' : 'opora';
	const manifest = {
		id: plain ? '/?plain' : '/',
		name,
		short_name: name,
		description: plain ? undefined : t('manifest.description'),
		lang: locals.language,
		start_url: '/',
		scope: '/',
		display: 'standalone',
		background_color: GROUND,
		theme_color: GROUND,
		icons: [icon(look, 192), icon(look, 512), icon(look, 512, 'maskable')],
	};
	return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
