import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { listedRoutes } from './scripts/checks/listed-routes.ts';

export default defineConfig({
	plugins: [
		listedRoutes('src/routes'),
		sveltekit({
			adapter: adapter({ out: 'build', precompress: true }),
			compilerOptions: { runes: true },
			// The page of what is not there is the same at every depth of address.
			paths: { relative: false },
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'manifest-src': ['self'],
					'worker-src': ['self'],
					'form-action': ['self'],
					'frame-ancestors': ['none'],
					'base-uri': ['none'],
				},
			},
			version: { name: process.env.BUILD_VERSION ?? 'dev', pollInterval: 0 },
		}),
	],
});
