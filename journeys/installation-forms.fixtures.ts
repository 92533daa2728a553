// The forms about the organisation's own settings, about the installation, and about how lists are looked at.
import { aCommand } from '../src/lib/intake/intake.fixtures.ts';
import type { Fields } from './http.fixtures.ts';
import type { Scene } from './scene.fixtures.ts';

type SettingForm = {
	readonly route: string;
	readonly action?: string;
	readonly path: (scene: Scene) => string;
	readonly fields: (scene: Scene) => Fields;
};

const VIEWS = '/(desk)/desk/[organisation]/views/[list]';
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
	{
		route: `${VIEWS}/new`,
		path: (scene) => `/desk/${scene.slug}/views/cases/new?state=active&columns=number`,
		fields: () => ({ command: aCommand(), name: 'Moje dejavne', team: '', asDefault: '' }),
	},
	// Nobody's view: it is not there.
	...(['opening', 'remove'] as const).map((action) => ({
		route: VIEWS,
		action,
		path: (scene: Scene) => `/desk/${scene.slug}/views/cases`,
		fields: () => ({ view: aCommand(), to: 'default' }),
	})),
];
