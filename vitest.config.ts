import { defineConfig } from 'vitest/config';

const SECOND_MS = 1_000;

export default defineConfig({
	test: {
		maxWorkers: 2,
		reporters: ['default'],
		projects: [
			{
				test: {
					name: 'rooms',
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
