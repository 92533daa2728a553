// The forms about the organisation's own settings and about the installation.
import { aCommand } from '../src/lib/intake/intake.fixtures.ts';
import type { Fields } from './http.fixtures.ts';
import type { Scene } from './scene.fixtures.ts';

type SettingForm = {
	readonly route: string;
	readonly path: (scene: Scene) => string;
	readonly fields: (scene: Scene) => Fields;
};

const ADMIN = '/(desk)/desk/[organisation]/admin';

export const OF_THE_INSTALLATION: readonly SettingForm[] = [
	{
		route: `${ADMIN}/retention/[kind]`,
		path: (scene) => `/desk/${scene.slug}/admin/retention/case`,
		fields: (scene) => ({
			command: aCommand(),
			months: '36',
			'ground-sl': 'Izmišljena pogodba s financerjem',
			'ground-cs': '',
			'ground-en': 'An invented contract with a funder',
			validFrom: `${scene.now.getUTCFullYear() + 1}-01-01`,
			confirmed: 'yes',
		}),
	},
	{
		route: `${ADMIN}/system`,
		path: (scene) => `/desk/${scene.slug}/admin/system`,
		// A job that is done meanwhile: the page says so.
		fields: () => ({ job: '1' }),
	},
];
