import type { Definition } from './definition.ts';
import { missingFeatures, type Feature } from './features.ts';

// What is told or recorded beside requests and cases. Without it a programme helps less than its definition says, but nobody
// who asks for help there comes to nothing.
const BESIDE: ReadonlySet<Feature> = new Set<Feature>([
	'indications',
	'target-groups-reported',
	'project-goals-reported',
	'group-events',
	'gatherings',
	'tutoring',
	'questionnaire',
]);

/**
 * What of a definition the engine does not run, and would leave requests or cases without what it promises: as long as there
 * is any, a programme cannot be opened for requests. What there is another way for hinders nobody: families where persons
 * are helped too, events where there are meetings.
 */
export function hindrances(definition: Definition): readonly Feature[] {
	const { formsOfHelp, unit } = definition;
	const meets = formsOfHelp.length === 0 || formsOfHelp.some((one) => one.recordedAs === 'meeting');
	const persons = unit.includes('person');
	return missingFeatures(definition).filter((feature) =>
		feature === 'family-as-unit' ? !persons : !meets || !BESIDE.has(feature),
	);
}
