// Where each route is to be found in a scene.
import type { Scene } from './scene.fixtures.ts';

/** The address of a route in a scene. */
export function addressOf(route: string, scene: Scene): string {
	const told: Readonly<Record<string, string>> = {
		organisation: scene.slug,
		programme: 'small',
		step: route.includes('[case]') ? scene.step : 'who',
		request: scene[requestOf(route)],
		case: scene.case,
		person: scene.person,
		around: scene.around,
		handover: scene.handover,
		complaint: scene.complaint,
		meeting: route.includes('talks') ? scene.talk : scene.meeting,
		condition: 'oral-commitment',
		party: scene.person,
		worker: scene.colleague,
		line: scene.helpline,
		kind: 'case',
		export: scene.export,
		place: '1',
		version: '1',
		token: 'not-a-link',
		text: 'grief',
	};
	return route.replace(/\/\([a-z]+\)/g, '').replace(/\[(\w+)\]/g, (_, name: string) => told[name]!) || '/';
}

/** Some pages are there only for a request of a certain kind. */
function requestOf(route: string): 'application' | 'initiative' | 'request' {
	if (route.endsWith('/application')) return 'application';
	return route.endsWith('/proposer') ? 'initiative' : 'request';
}
