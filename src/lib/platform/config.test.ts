import { afterEach, describe, expect, test, vi } from 'vitest';
import { config } from './config.server.ts';
import { sendMail } from './mail.server.ts';

afterEach(() => vi.unstubAllEnvs());
const given = (values: Readonly<Record<string, string | undefined>>) => {
	for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
};

describe('what the environment says', () => {
	test('nothing: an address on this machine, folders beside the program, in earnest', () => {
		given({ ORIGIN: undefined, PORT: undefined, OPORA_DATA: undefined, OPORA_ROOT_KEY_FILE: undefined });
		given({ OPORA_DEMO: undefined, OPORA_SMTP_URL: undefined, OPORA_MAIL_FROM: undefined });
		expect(config.origin).toBe('http://localhost:3000');
		expect(config.dataFolder).toBe(`${process.cwd()}/.data`);
		expect(config.rootKeyFile).toBe(`${process.cwd()}/.keys/root.key`);
		expect([config.demo, config.smtpUrl]).toEqual([false, undefined]);
		expect(config.mailFrom).toBe('opora@localhost');
	});

	test('an address: mail comes from there', () => {
		given({ ORIGIN: 'https://opora.invalid', OPORA_MAIL_FROM: undefined });
		expect(config.mailFrom).toBe('opora@opora.invalid');
	});

	test('a port only', () => {
		given({ ORIGIN: undefined, PORT: '4100' });
		expect(config.origin).toBe('http://localhost:4100');
	});

	test('the demo is on for 1 and nothing else', () => {
		const on = ['1', '0', '', 'true', 'yes'].filter((value) => {
			given({ OPORA_DEMO: value });
			return config.demo;
		});
		expect(on).toEqual(['1']);
	});

	test('no database: a sentence says how to start', () => {
		given({ OPORA_APP_DATABASE_URL: undefined });
		expect(() => config.databaseUrl('app')).toThrow('OPORA_APP_DATABASE_URL is not set: start with "npm start"');
	});

	test('the root key lies outside the data folder unless somebody puts it there', () => {
		given({ OPORA_DATA: undefined, OPORA_ROOT_KEY_FILE: undefined });
		expect(config.rootKeyFile.startsWith(`${config.dataFolder}/`)).toBe(false);
	});
});

test('in demo mode no mail leaves, even where a server for it is named', async () => {
	given({ OPORA_DEMO: '1', OPORA_SMTP_URL: 'smtp://mail.invalid:25' });
	expect(await sendMail({ to: 'zala@primer.invalid', subject: 'Vabilo', text: 'Povezava' })).toBe(false);
});

test('without a server for it no mail leaves', async () => {
	given({ OPORA_DEMO: '0', OPORA_SMTP_URL: '' });
	expect(await sendMail({ to: 'zala@primer.invalid', subject: 'Vabilo', text: 'Povezava' })).toBe(false);
});
