import type { Section } from './section.ts';
import {
	ITEM,
	items,
	many,
	modes,
	OF_HELP,
	one,
	optionalNumber,
	optionalYes,
	PHASE_PROMPTS,
	sentences,
	TALK_PROMPTS,
	text,
	words,
	yes,
} from './section-parts.ts';

// The editor of a programme as data: its sections, and in each the fields and lists of a definition that are changed there.
// A page is drawn from this, a form read by it, a fault found in it, a difference told by it.

/** Every section, in the order a programme is thought through. */
export const SECTIONS: readonly Section[] = [
	{
		key: 'title',
		fields: [
			words('title'),
			words('summary', { long: true }),
			words('motto', { empty: 'null' }),
			one('kind', ['programme', 'project', 'service']),
			one('language', ['sl', 'cs', 'en']),
		],
		lists: [sentences('values'), sentences('purpose'), sentences('methods')],
	},
	{
		key: 'for-whom',
		fields: [yes('openToAnyone')],
		lists: [
			sentences('forWhom'),
			items('indications', { fields: [...OF_HELP, optionalNumber('membersMin')] }),
			items('targetGroups', { fields: OF_HELP }),
			items('reasons'),
		],
	},
	{
		key: 'help',
		fields: [modes('modes')],
		lists: [
			{
				at: 'formsOfHelp',
				fields: [
					words('text', { label: 'item' }),
					words('detail', { long: true, empty: 'left-out' }),
					modes('modes'),
					one('recordedAs', ['meeting', 'group-event', 'gathering', 'tutoring', 'questionnaire']),
				],
			},
			items('contents'),
			items('topics'),
			items('onlineReasons'),
		],
	},
	{
		key: 'services',
		fields: [yes('mediatedContacts'), optionalYes('advocacyActs'), words('stepUp', { long: true, empty: 'null' })],
		lists: [
			items('services', { fields: OF_HELP }),
			items('counsellingKinds', { fields: [...ITEM, yes('needsReason'), optionalYes('needsWords')] }),
			{
				at: 'options',
				fields: [
					words('title', { label: 'item' }),
					one('group', ['service', 'benefit', 'public-authority', 'outside']),
					words('condition', { long: true }),
					words('obligation', { long: true }),
				],
			},
		],
	},
	{
		key: 'ways-in',
		fields: [
			{ kind: 'number', at: 'clock.urgentWorkingDays' },
			{ kind: 'number', at: 'clock.ordinaryWorkingDays' },
		],
		lists: [
			{
				at: 'waysIn',
				fields: [
					words('text', { label: 'item' }),
					one('from', ['self', 'proposal', 'office', 'application', 'questionnaire']),
					yes('alsoForAnother'),
					one('ownWish', ['given', 'before-talk', 'before-case']),
					yes('needsNotice'),
					modes('modes'),
				],
				lists: [items('applications', { empty: 'left-out' })],
			},
			items('routedFields'),
			items('reasonsToDecline'),
		],
	},
	{
		key: 'conditions',
		fields: [
			words('agreement.title'),
			one('agreement.form', ['oral', 'written', 'either']),
			one('agreement.period', ['required', 'optional', 'none']),
			yes('pseudonymMayBeIncluded'),
		],
		lists: [
			{
				at: 'conditions',
				fields: [
					words('text', { long: true, label: 'item' }),
					words('hint', { long: true, empty: 'left-out' }),
					one('kind', ['statement', 'assessment', 'agreement', 'key-actors', 'collaborators']),
					one('party', ['each-client', 'each-member', 'case']),
					many('forms', ['oral', 'written']),
					yes('setsPeriod'),
					{ kind: 'keys', at: 'forServices', of: 'services', empty: 'left-out' },
					optionalNumber('namesMin'),
				],
			},
		],
	},
	{
		key: 'who',
		fields: [
			many('unit', ['person', 'family']),
			{ kind: 'number', at: 'team.minimum' },
			words('team.text', { long: true }),
		],
		lists: [
			items('memberRoles', { fields: [...ITEM, { kind: 'yes', at: 'takesPart', ticked: false, empty: 'left-out' }] }),
			items('providers'),
			sentences('educationAndSupervision'),
			sentences('documentation'),
		],
	},
	{
		key: 'meetings',
		fields: [
			{ kind: 'number', at: 'meetings.limit', empty: 'null' },
			many('meetings.counting', ['talk', 'meeting']),
			words('duration.text', { long: true }),
			{ kind: 'number', at: 'duration.reviewEveryDays', empty: 'null' },
		],
		lists: [
			items('course'),
			{ at: 'phases', fields: ITEM, lists: [PHASE_PROMPTS], empty: 'left-out' },
			items('reasonsToClose'),
		],
	},
	{
		key: 'guide',
		fields: [words('guide.title'), { kind: 'number', at: 'guide.usualMinutes', empty: 'null' }],
		lists: [
			{
				at: 'guide.parts',
				fields: [words('title', { label: 'item' }), words('about', { long: true, empty: 'left-out' })],
				lists: [TALK_PROMPTS],
			},
		],
	},
	{
		key: 'plan',
		fields: [
			words('plan.title'),
			one('plan.madeBy', ['together', 'client']),
			one('plan.goals', ['own', 'listed', 'both']),
			yes('plan.agreedTask'),
		],
		lists: [
			items('plan.listed', { fields: [...ITEM, optionalYes('ifRequired')] }),
			items('plan.capabilities'),
			items('outcomes', { fields: OF_HELP }),
			items('projectGoals', { fields: OF_HELP }),
		],
	},
	{
		key: 'places',
		fields: [],
		lists: [
			{
				at: 'sites',
				fields: [
					words('title', { label: 'item' }),
					one('kind', ['office', 'online', 'field']),
					text('address'),
					text('settlement'),
					text('municipality'),
					{ kind: 'lines', at: 'phones' },
					words('hours', { empty: 'null' }),
					text('link'),
				],
			},
			{
				at: 'contacts',
				fields: [words('role', { label: 'item' }), text('name'), text('phone'), text('email')],
				keyless: true,
			},
			{ at: 'links', fields: [words('text', { label: 'item' }), { kind: 'text', at: 'href' }], keyless: true },
		],
	},
	{
		key: 'funding',
		group: { at: 'funding', empty: 'null', blank: { statement: [], year: null } },
		fields: [{ kind: 'number', at: 'funding.year', empty: 'null' }],
		lists: [sentences('funding.statement')],
	},
	{
		key: 'retention',
		group: { at: 'retention', empty: 'left-out', blank: { requestMonths: 12, caseMonths: 60, ground: {} } },
		fields: [
			{ kind: 'number', at: 'retention.requestMonths' },
			{ kind: 'number', at: 'retention.caseMonths' },
			words('retention.ground', { long: true }),
		],
		lists: [],
	},
];

/** What of a definition is not edited, and why: what the editor itself keeps, what is a deed of its own, what no page reads. A `*` stands for every list. */
export const NOT_EDITED: Readonly<Record<string, string>> = {
	shape: 'kept by the product',
	key: 'the address, chosen once',
	'*.key': 'made from the words of the row when it is added, then kept: what was recorded is found by it',
	'guide.key': 'kept: drafts of talks are found by it',
	reportSet: 'codes of reports, copied with the programme',
	acceptsRequests: 'opened and closed as a deed of its own',
	'phases.prompts.alreadyTold': 'read in a talk only',
};
