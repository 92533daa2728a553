import { defineConfig } from 'vitest/config';

const SECOND_MS = 1_000;

export default defineConfig({
	test: {
		// One more than a small machine has cores: a browser, the product and its database wait for each other.
		maxWorkers: 3,
		reporters: ['default'],
		projects: [
			{
				test: {
					name: 'rooms',
					// What a room is made of is read once for many files, not for each: it takes longer than most of their tests.
					isolate: false,
					include: ['src/**/*.test.ts', 'programmes/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
					globalSetup: ['scripts/testing/server.ts'],
					testTimeout: 60 * SECOND_MS,
					hookTimeout: 60 * SECOND_MS,
				},
			},
			{
				test: {
					name: 'journeys',
					include: ['journeys/**/*.test.ts'],
					globalSetup: ['scripts/testing/demo.ts'],
					testTimeout: 240 * SECOND_MS,
					hookTimeout: 120 * SECOND_MS,
				},
			},
		],
	},
});
