import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		maxWorkers: 2,
		reporters: ['default'],
		projects: [
			{
				test: {
					name: 'rooms',
					include: ['src/**/*.test.ts', 'programmes/**/*.test.ts', 'messages/**/*.test.ts', 'scripts/**/*.test.ts'],
					globalSetup: ['scripts/testing/server.ts'],
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
