import type { Definition, ItemOfHelp } from './definition.ts';
import type { RecordedAs } from './definition-words.ts';

/** Everything a definition can ask of the engine. Each is a field of the definition, never the name of a programme. */
export const FEATURES = [
	'way-in-self',
	'way-in-proposal',
	'way-in-office',
	'way-in-application',
	'way-in-questionnaire',
	'own-wish-recorded',
	'person-informed',
	'statements-as-conditions',
	'assessment-as-condition',
	'agreement-as-condition',
	'key-actors-as-condition',
	'collaborators-as-condition',
	'conditions-of-members',
	'conditions-by-service',
	'family-as-unit',
	'team-minimum',
	'meeting-limit',
	'agreed-period',
	'talk-guide',
	'course-of-steps',
	'phases-of-a-case',
	'own-goals',
	'listed-goals',
	'capabilities-of-goals',
	'agreed-task',
	'outcomes-recorded',
	'reviews',
	'meetings-recorded',
	'kinds-of-service',
	'counselling-by-kind',
	'advocacy-acts',
	'reason-for-online',
	'options-with-conditions',
	'routed-fields',
	'indications',
	'target-groups-reported',
	'project-goals-reported',
	'group-events',
	'gatherings',
	'tutoring',
	'questionnaire',
	'mediated-contacts',
	'step-up',
	'inclusion-under-pseudonym',
] as const;
export type Feature = (typeof FEATURES)[number];

/** What the engine runs today. A definition may ask for more; the README lists what that is. */
export const ENGINE_RUNS: ReadonlySet<Feature> = new Set<Feature>([
	'way-in-self',
	'way-in-proposal',
	'way-in-office',
	'way-in-application',
	'way-in-questionnaire',
	'own-wish-recorded',
	'person-informed',
	'statements-as-conditions',
	'assessment-as-condition',
	'agreement-as-condition',
	'key-actors-as-condition',
	'collaborators-as-condition',
	'conditions-of-members',
	'conditions-by-service',
	'family-as-unit',
	'team-minimum',
	'capabilities-of-goals',
	'indications',
	'target-groups-reported',
	'project-goals-reported',
	'questionnaire',
	'meeting-limit',
	'agreed-period',
	'talk-guide',
	'course-of-steps',
	'phases-of-a-case',
	'own-goals',
	'listed-goals',
	'agreed-task',
	'outcomes-recorded',
	'reviews',
	'meetings-recorded',
	'kinds-of-service',
	'counselling-by-kind',
	'advocacy-acts',
	'reason-for-online',
	'options-with-conditions',
	'routed-fields',
	'mediated-contacts',
	'step-up',
	'inclusion-under-pseudonym',
]);

/** The features a definition asks for. */
export function featuresOf(definition: Definition): readonly Feature[] {
	const asked = new Map<Feature, boolean>([
		...waysAndConditions(definition),
		...shapeOfTheCase(definition),
		...whatIsRecorded(definition),
	]);
	return FEATURES.filter((feature) => asked.get(feature));
}

const FEATURE_OF_HELP: Readonly<Record<RecordedAs, Feature>> = {
	meeting: 'meetings-recorded',
	'group-event': 'group-events',
	gathering: 'gatherings',
	tutoring: 'tutoring',
	questionnaire: 'questionnaire',
};

/** Whether the engine runs this kind of help. */
export const runsHelp = (recordedAs: RecordedAs) => ENGINE_RUNS.has(FEATURE_OF_HELP[recordedAs]);

/** A definition as the desk works with it: without what belongs alone to a kind of help that the engine does not run. */
export function asRun(definition: Definition): Definition {
	const run = <Of extends ItemOfHelp>(items: Of[]) => items.filter((one) => !one.belongsTo || runsHelp(one.belongsTo));
	return {
		...definition,
		indications: run(definition.indications),
		targetGroups: run(definition.targetGroups),
		projectGoals: run(definition.projectGoals),
		services: run(definition.services),
		outcomes: run(definition.outcomes),
	};
}

/** What a definition asks for and the engine does not run yet. */
export function missingFeatures(definition: Definition): readonly Feature[] {
	return featuresOf(definition).filter((feature) => !ENGINE_RUNS.has(feature));
}

function waysAndConditions(definition: Definition): [Feature, boolean][] {
	const way = (from: string) => definition.waysIn.some((one) => one.from === from);
	const condition = (kind: string) => definition.conditions.some((one) => one.kind === kind);
	return [
		['way-in-self', way('self')],
		['way-in-proposal', way('proposal')],
		['way-in-office', way('office')],
		['way-in-application', way('application')],
		['way-in-questionnaire', way('questionnaire')],
		['own-wish-recorded', definition.waysIn.some((one) => one.ownWish !== 'given')],
		['person-informed', definition.waysIn.some((one) => one.needsNotice)],
		['statements-as-conditions', condition('statement')],
		['assessment-as-condition', condition('assessment')],
		['agreement-as-condition', condition('agreement')],
		['key-actors-as-condition', condition('key-actors')],
		['collaborators-as-condition', condition('collaborators')],
		['conditions-of-members', definition.conditions.some((one) => one.party === 'each-member')],
		['conditions-by-service', definition.conditions.some((one) => one.forServices !== undefined)],
	];
}

function shapeOfTheCase(definition: Definition): [Feature, boolean][] {
	return [
		['family-as-unit', definition.unit.includes('family')],
		['team-minimum', definition.team.minimum > 1],
		['meeting-limit', definition.meetings.limit !== null],
		['agreed-period', definition.agreement.period !== 'none'],
		['course-of-steps', definition.course.length > 0],
		['phases-of-a-case', (definition.phases ?? []).length > 0],
		['own-goals', definition.plan.goals !== 'listed'],
		['listed-goals', definition.plan.goals !== 'own'],
		['capabilities-of-goals', definition.plan.capabilities.length > 0],
		['agreed-task', definition.plan.agreedTask],
		['reviews', definition.duration.reviewEveryDays !== null],
		['step-up', definition.stepUp !== null],
		['inclusion-under-pseudonym', definition.pseudonymMayBeIncluded],
	];
}

function whatIsRecorded(definition: Definition): [Feature, boolean][] {
	const form = (recordedAs: string) => definition.formsOfHelp.some((one) => one.recordedAs === recordedAs);
	return [
		['talk-guide', true],
		['outcomes-recorded', definition.outcomes.length > 0],
		['meetings-recorded', form('meeting')],
		['kinds-of-service', definition.services.length > 0],
		['counselling-by-kind', definition.counsellingKinds.length > 0],
		['advocacy-acts', definition.advocacyActs === true],
		['reason-for-online', definition.onlineReasons.length > 0],
		['options-with-conditions', definition.options.length > 0],
		['routed-fields', definition.routedFields.length > 0],
		['indications', definition.indications.length > 0],
		['target-groups-reported', definition.targetGroups.length > 0],
		['project-goals-reported', definition.projectGoals.length > 0],
		['group-events', form('group-event')],
		['gatherings', form('gathering')],
		['tutoring', form('tutoring')],
		['questionnaire', form('questionnaire')],
		['mediated-contacts', definition.mediatedContacts],
	];
}
