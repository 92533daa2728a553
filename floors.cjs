const fs = require('node:fs');

// The floors of the house as forbidden imports, lowest first. A room imports only from floors below it, and itself.
const FLOORS = [
	['kernel'],
	['platform'],
	['design'],
	['vault'],
	['access'],
	['journal'],
	['identity'],
	['questionnaires', 'directory'],
	['programmes'],
	['people', 'documents'],
	['cases'],
	['crisis'],
	['meetings', 'measures'],
	['groups', 'volunteers', 'referrals', 'conversations'],
	['intake'],
	['reports', 'rights', 'field'],
];
const ROOMS = FLOORS.flat();
const TEST = '\\.(test|fixtures)\\.ts$';
const RULES = '^src/lib/(?!platform/tables)[^/]+/[^./]+\\.ts$'; // meeting.ts, not meeting.server.ts, meeting.test.ts
const EDGE_PACKAGES = 'node_modules/valibot/';
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

const looksUp = FLOORS.flatMap((floor, i) =>
	floor.map((room) => {
		const sameOrAbove = FLOORS.slice(i)
			.flat()
			.filter((other) => other !== room);
		return forbid(
			`${room}-looks-up`,
			{ path: `^src/lib/${room}/`, pathNot: TEST },
			{ path: `^src/lib/(${sameOrAbove.join('|')})/` },
		);
	}),
);

const ROOM_RULES = [
	...looksUp.filter((rule) => !rule.to.path.includes('()')),
	forbid(
		'room-is-not-in-the-list',
		{ path: '^src/(lib|routes)/' },
		{ path: '^src/lib/[^/]+/', pathNot: `^src/lib/(${ROOMS.join('|')})/` },
	),
	forbid(
		'stores-are-private',
		{ path: '^src/lib/([^/]+)/' },
		{ path: '\\.store\\.server\\.ts$', pathNot: '^src/lib/$1/' },
	),
	forbid(
		'stores-are-private-to-rooms',
		{ path: '^(src|scripts|bench|journeys|programmes)/', pathNot: '^src/lib/' },
		{ path: '\\.store\\.server\\.ts$' },
	),
	forbid(
		'only-people-and-identity-send-mail',
		{ path: '^src/lib/([^/]+)/', pathNot: ['^src/lib/(platform|vault|people|identity)/', TEST] },
		{ path: '(mail|outbox)\\.server\\.ts$' },
	),
];

// What stands beside a page (no name of SvelteKit's) may be used there and below; in a folder called `parts`, by its siblings too.
function foldersUnder(top) {
	const below = fs.readdirSync(top, { withFileTypes: true }).filter((one) => one.isDirectory());
	return [top, ...below.flatMap((one) => foldersUnder(`${top}/${one.name}`))];
}

const escaped = (text) => text.replace(/[()[\]{}.*+?^$|\\]/g, '\\$&');

const ROUTE_RULES = [
	forbid(
		'nothing-imports-routes',
		{ path: '^(src/(lib|hooks|service-worker)|scripts|bench)' },
		{ path: '^src/routes/' },
	),
	...foldersUnder('src/routes').map((folder) =>
		forbid(
			'a-part-of-a-page-serves-its-folder',
			{ pathNot: [`^${escaped(folder.replace(/\/parts$/, ''))}/`, TEST] },
			{ path: `^${escaped(folder)}/[^/]+$` },
		),
	),
	forbid(
		'pages-are-not-imported',
		{ path: '^src/routes/' },
		{ path: '/\\+(page|layout|server|error)[^/]*$', pathNot: '\\$types$' },
	),
];

const PURITY_RULES = [
	forbid(
		'rules-are-pure',
		{ path: RULES },
		{ path: ['\\.server\\.ts$', '\\.svelte$', '^src/lib/platform/(?!form\\.ts)', '^messages/', '^[$]app/'] },
	),
	forbid('rules-need-no-packages', { path: RULES }, { path: 'node_modules/', pathNot: EDGE_PACKAGES }),
	forbid('rules-need-no-node', { path: RULES }, { dependencyTypes: ['core'] }),
	forbid('tests-are-not-imported', { pathNot: [TEST, '^(journeys|scripts/testing)/'] }, { path: TEST }),
	forbid('imports-resolve', { path: '^src/' }, { couldNotResolve: true, pathNot: '^[$]app/|\\$types$' }),
	forbid('no-cycles', {}, { circular: true }),
];

module.exports = {
	forbidden: [...ROOM_RULES, ...ROUTE_RULES, ...PURITY_RULES],
	options: {
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' },
		// Without these, packages that only have `exports` stay unresolved, and the package rules miss them in silence.
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'types', 'node', 'default', 'require'],
			mainFields: ['svelte', 'module', 'main', 'types'],
		},
		exclude: { path: '^(build|\\.svelte-kit|journeys/browser)/' },
	},
};
