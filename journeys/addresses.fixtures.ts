// Where each route is to be found in a scene.
import type { Scene } from './scene.fixtures.ts';

/** The address of a route in a scene. */
export function addressOf(route: string, scene: Scene): string {
	const told: Readonly<Record<string, string>> = {
		organisation: scene.slug,
		programme: 'small',
		step: route.includes('[case]') ? scene.step : 'who',
		request: scene[requestOf(route)],
		case: OF_A_FAMILY.test(route) ? scene.family : scene.case,
		member: scene.member,
		person: scene.person,
		other: scene.duplicate,
		around: scene.around,
		handover: scene.handover,
		complaint: scene.complaint,
		meeting: route.includes('talks') ? scene.talk : scene.meeting,
		condition: 'oral-commitment',
		party: scene.person,
		worker: scene.colleague,
		line: scene.helpline,
		kind: 'case',
		list: 'cases',
		appointment: scene.appointment,
		export: scene.export,
		print: scene.print,
		document: route.includes('[case]') ? scene.caseDocument : scene.personDocument,
		section: 'guide',
		place: route.includes('[section]') ? 'guide-parts.beginning' : '1',
		act: scene.act,
		contact: scene.contact,
		version: '1',
		token: 'not-a-link',
		text: 'grief',
		figure: 'ways-in',
	};
	return route.replace(/\/\([a-z]+\)/g, '').replace(/\[(\w+)\]/g, (_, name: string) => told[name]!) || '/';
}

/** Pages of a case that are about its members. */
const OF_A_FAMILY = /\[case\]\/(family|members|team|links|agreement|services|reported)/;

/** Some pages are there only for a request of a certain kind. */
function requestOf(route: string): 'application' | 'initiative' | 'request' | 'waiting' {
	if (route.endsWith('/assignment')) return 'waiting';
	if (route.endsWith('/application')) return 'application';
	return route.endsWith('/proposer') ? 'initiative' : 'request';
}
