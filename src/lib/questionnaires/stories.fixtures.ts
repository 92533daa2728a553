import type { Variant } from './instrument.ts';

/** Somebody invented, what they would answer, and what the questionnaire has to make of it: total and level of each scale. */
type Story = {
	readonly told: string;
	readonly variant: Variant;
	/** What differs from the lightest answer; nothing in the list means that the question was skipped. */
	readonly answers: Readonly<Record<string, string | readonly string[]>>;
	readonly expected: {
		readonly mental: readonly [number, string] | null;
		readonly relationships: readonly [number, string] | null;
		readonly addiction: readonly [number, string] | null;
		readonly safety: readonly string[];
		readonly firstSteps: readonly string[];
		readonly reading: readonly string[];
	};
};

const SKIPPED: readonly string[] = [];

export const STORIES: readonly Story[] = [
	{
		told: 'Ana sleeps well, has people around her, and only wanted to see what this is.',
		variant: 'self',
		answers: {},
		expected: {
			mental: [0, 'few'],
			relationships: [0, 'few'],
			addiction: [0, 'few'],
			safety: [],
			firstSteps: ['keep-going', 'tell-someone', 'talk'],
			reading: [],
		},
	},
	{
		told: 'Bojan lost his wife in spring. He wakes tired, worries, and little gives him joy.',
		variant: 'self',
		answers: {
			living: 'alone',
			events: ['loss'],
			duration: 'months',
			sleep: 'nearly-daily',
			chores: 'several-days',
			worry: 'several-days',
			joy: 'nearly-daily',
			overwhelmed: 'some-days',
			lonely: 'nearly-daily',
			withdrawal: 'some-days',
		},
		expected: {
			mental: [11, 'many'],
			relationships: [4, 'some'],
			addiction: [0, 'few'],
			safety: [],
			firstSteps: ['talk', 'tell-someone', 'doctor'],
			reading: ['mental-distress', 'relationships', 'grief'],
		},
	},
	{
		told: 'Cvetka cares for her mother, works nights, and has debts. It is all too much.',
		variant: 'self',
		answers: {
			events: ['illness', 'money'],
			duration: 'years',
			sleep: 'nearly-daily',
			body: 'nearly-daily',
			chores: 'nearly-daily',
			worry: 'nearly-daily',
			joy: 'several-days',
			overwhelmed: 'nearly-daily',
			demands: 'nearly-daily',
			money: 'nearly-daily',
		},
		expected: {
			mental: [20, 'very-many'],
			relationships: [0, 'few'],
			addiction: [0, 'few'],
			safety: [],
			firstSteps: ['talk', 'tell-someone', 'doctor', 'money'],
			reading: ['mental-distress', 'debts'],
		},
	},
	{
		told: 'Darko drinks to get through the day; he has tried to stop. He says nothing weighs on him.',
		variant: 'self',
		answers: { missed: 'repeatedly', coping: 'very-often', 'cutting-down': 'very-often' },
		expected: {
			mental: [0, 'few'],
			relationships: [0, 'few'],
			addiction: [8, 'very-many'],
			safety: [],
			firstSteps: ['talk', 'addiction-help', 'keep-going'],
			reading: ['addiction'],
		},
	},
	{
		told: 'Ema does not drink. Her husband does, and she arranges every day around it and hides it.',
		variant: 'self',
		answers: {
			'home-addiction': 'very-often',
			adapting: 'repeatedly',
			hiding: 'rarely',
			quarrels: 'several-days',
			guarded: 'several-days',
		},
		expected: {
			mental: [0, 'few'],
			relationships: [4, 'some'],
			addiction: [6, 'many'],
			safety: [],
			firstSteps: ['talk', 'addiction-help', 'calm-moment'],
			reading: ['addiction', 'relationships'],
		},
	},
	{
		told: 'Filip is sixteen and alone with everything, and sometimes thinks he would rather not live.',
		variant: 'self',
		answers: {
			age: 'under-18',
			events: ['separation'],
			withdrawal: 'nearly-daily',
			lonely: 'nearly-daily',
			guarded: 'nearly-daily',
			support: 'nobody',
			thoughts: 'passing',
		},
		expected: {
			mental: [0, 'few'],
			relationships: [12, 'very-many'],
			addiction: [0, 'few'],
			safety: ['thoughts'],
			firstSteps: ['safe-now', 'talk', 'tell-someone', 'calm-moment', 'young', 'meet'],
			reading: ['mental-distress', 'relationships'],
		},
	},
	{
		told: 'Gorazda is threatened at home. She answers everything else as if all were well.',
		variant: 'self',
		answers: { violence: 'happens' },
		expected: {
			mental: [0, 'few'],
			relationships: [0, 'few'],
			addiction: [0, 'few'],
			safety: ['violence'],
			firstSteps: ['safe-now', 'keep-going'],
			reading: ['violence'],
		},
	},
	{
		told: 'Hana skips what is about drinking, and nothing is guessed about it.',
		variant: 'self',
		answers: { coping: SKIPPED, hiding: SKIPPED, missed: 'very-often', worry: 'nearly-daily', sleep: 'nearly-daily' },
		expected: {
			mental: [6, 'some'],
			relationships: [0, 'few'],
			addiction: null,
			safety: [],
			firstSteps: ['tell-someone', 'talk', 'keep-going'],
			reading: ['mental-distress'],
		},
	},
	{
		told: 'Ivan worries about his neighbour, knows little of her sleep, and heard a child cry there at night.',
		variant: 'close',
		answers: {
			events: ['children'],
			sleep: 'unknown',
			joy: 'unknown',
			quarrels: 'nearly-daily',
			withdrawal: 'nearly-daily',
			lonely: 'several-days',
			child: 'perhaps',
			coping: 'unknown',
		},
		expected: {
			mental: null,
			relationships: [8, 'many'],
			addiction: null,
			safety: ['child'],
			firstSteps: ['safe-now', 'talk', 'calm-moment', 'tell-someone'],
			reading: ['violence', 'parenting', 'relationships'],
		},
	},
	{
		told: 'Jana answers only how old she is, and leaves the rest.',
		variant: 'self',
		answers: Object.fromEntries(
			[
				'living',
				'events',
				'duration',
				'sleep',
				'body',
				'chores',
				'withdrawal',
				'quarrels',
				'missed',
				'worry',
				'joy',
				'overwhelmed',
				'lonely',
				'guarded',
				'coping',
				'cutting-down',
				'thoughts',
				'support',
				'demands',
				'money',
				'home-addiction',
				'adapting',
				'hiding',
				'violence',
				'child',
			].map((id) => [id, SKIPPED]),
		),
		expected: { mental: null, relationships: null, addiction: null, safety: [], firstSteps: ['talk'], reading: [] },
	},
];
