import type { Language } from '#lib/kernel/local-words.ts';
import type { Draft } from './draft.ts';

/** A programme of which nothing is said yet but its title: every list is there, empty, and no condition is set. */
export function blankDefinition(programme: { key: string; title: string; language: Language }): Draft {
	return {
		shape: 1,
		key: programme.key,
		kind: 'programme',
		language: programme.language,
		title: { [programme.language]: programme.title },
		summary: {},
		motto: null,
		...emptyLists(),
		openToAnyone: true,
		modes: ['phone', 'office'],
		unit: ['person'],
		team: { minimum: 1, text: {} },
		meetings: { limit: null, counting: ['meeting'] },
		guide: { key: `${programme.key}-talk`.slice(0, 60), title: {}, usualMinutes: null, parts: [] },
		plan: { title: {}, goals: 'own', listed: [], capabilities: [], agreedTask: false, madeBy: 'together' },
		agreement: { title: {}, form: 'either', period: 'none' },
		duration: { text: {}, reviewEveryDays: null },
		clock: { urgentWorkingDays: 0, ordinaryWorkingDays: 3 },
		pseudonymMayBeIncluded: true,
		mediatedContacts: false,
		stepUp: null,
		funding: null,
		acceptsRequests: true,
	};
}

function emptyLists(): Draft {
	const names = [
		'values',
		'purpose',
		'forWhom',
		'indications',
		'targetGroups',
		'projectGoals',
		'contents',
		'formsOfHelp',
		'services',
		'counsellingKinds',
		'topics',
		'reasons',
		'onlineReasons',
		'waysIn',
		'conditions',
		'memberRoles',
		'course',
		'outcomes',
		'methods',
		'providers',
		'educationAndSupervision',
		'documentation',
		'reportSet',
		'reasonsToDecline',
		'reasonsToClose',
		'options',
		'routedFields',
		'sites',
		'contacts',
		'links',
	];
	return Object.fromEntries(names.map((name) => [name, []]));
}

/** The same programme under another address and title: what a copy begins as. */
export function copyOf(definition: object, programme: { key: string; title: string; language: Language }): Draft {
	const { title, ...rest } = definition as Draft;
	return { ...rest, key: programme.key, title: { ...(title as object), [programme.language]: programme.title } };
}
