import type { IconName } from '#lib/design/icons.ts';
import type { Words } from '#lib/platform/words.server.ts';

/** What the worker may come to, as the frame of the desk knows it. */
type DeskRights = {
	readonly requests: boolean;
	readonly enter: boolean;
	readonly cases: boolean;
	readonly people: boolean;
	readonly merge: boolean;
	readonly workers: boolean;
	readonly changeWorkers: boolean;
	readonly routing: boolean;
	readonly changeRouting: boolean;
	readonly outbox: boolean;
	readonly helplines: boolean;
	readonly retention: boolean;
	readonly access: boolean;
	readonly system: boolean;
	readonly complaints: boolean;
	readonly programmes: boolean;
	readonly figures: boolean;
	readonly teamDay: boolean;
};
export type DeskPage = {
	readonly href: string;
	readonly icon: IconName;
	readonly label: string;
	/** Where it stands: in the menu, among what looks after the organisation, or nowhere but on other pages. */
	readonly place: 'menu' | 'administration' | 'elsewhere';
};

/** Every page and act of the desk that needs nothing chosen first, as far as the worker may come to it. */
export function deskPages(desk: string, can: DeskRights, t: Words['t']): readonly DeskPage[] {
	const page = (
		may: boolean,
		place: DeskPage['place'],
		[path, icon, label]: readonly [string, IconName, string],
	): readonly DeskPage[] => (may ? [{ href: `${desk}${path}`, icon, label, place }] : []);
	return [
		...page(true, 'menu', ['', 'sun', t('nav.today')]),
		...page(can.requests, 'menu', ['/requests', 'inbox', t('nav.requests')]),
		...page(can.cases, 'menu', ['/cases', 'folder-open', t('nav.cases')]),
		...page(can.people, 'menu', ['/people', 'users', t('nav.people')]),
		...page(can.figures, 'administration', ['/programmes', 'list-checks', t('figure.programmes')]),
		...page(can.complaints, 'administration', ['/complaints', 'message-circle', t('nav.complaints')]),
		...page(can.workers, 'administration', ['/admin/workers', 'user', t('nav.workers')]),
		...page(can.programmes, 'administration', ['/admin/programmes', 'book-open', t('nav.programmes')]),
		...page(can.programmes, 'administration', ['/admin/sites', 'map-pin', t('site.title')]),
		...page(can.helplines, 'administration', ['/admin/helplines', 'phone', t('nav.helplines')]),
		...page(can.routing, 'administration', ['/admin/routing', 'compass', t('routing.title')]),
		...page(can.outbox, 'administration', ['/admin/outbox', 'mail', t('nav.outbox')]),
		...page(can.retention, 'administration', ['/admin/retention', 'clock', t('retention.title')]),
		...page(can.access, 'administration', ['/admin/access', 'shield', t('access.title')]),
		...page(can.system, 'administration', ['/admin/system', 'settings', t('system.title')]),
		...page(can.teamDay, 'elsewhere', ['?of=team', 'sun', t('day.of-team')]),
		...page(can.enter, 'elsewhere', ['/requests/new', 'plus', t('request.enter')]),
		...page(can.requests, 'elsewhere', ['/requests?view=mine', 'inbox', t('day.mine')]),
		...page(can.requests, 'elsewhere', ['/requests?view=ended', 'inbox', t('find.ended-requests')]),
		...page(can.merge, 'elsewhere', ['/people/duplicates', 'users', t('duplicate.title')]),
		...page(can.changeWorkers, 'elsewhere', ['/admin/workers/new', 'plus', t('find.invite')]),
		...page(can.changeRouting, 'elsewhere', ['/admin/routing/new', 'plus', t('find.new-rule')]),
		...page(can.programmes, 'elsewhere', ['/admin/programmes/new', 'plus', t('find.new-programme')]),
		...page(can.helplines, 'elsewhere', ['/admin/helplines/new', 'plus', t('find.new-helpline')]),
		...page(can.complaints, 'elsewhere', ['/complaints/new', 'plus', t('complaint.new')]),
		...page(true, 'elsewhere', ['/account', 'user', t('find.account')]),
	];
}
