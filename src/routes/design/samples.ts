import type { FormView } from '#lib/design/form-view.ts';
import type { Helpline, NavItem } from '#lib/design/frame.ts';

// Everything on the sample pages is invented, and its names say so. The numbers ring nowhere.

export const HELPLINES: readonly Helpline[] = [
	{ number: '112', name: 'Življenje je v nevarnosti', hours: 'vedno, brezplačno', danger: true },
	{ number: '000 123', name: 'Vzorčni telefon za stisko', hours: '24 ur na dan, brezplačno' },
	{ number: '000 111', name: 'Izmišljena linija za otroke in mlade', hours: 'vsak dan od 12. do 20. ure' },
	{ number: '00 000 00 00', name: 'Klic v navidezni stiski', hours: 'vsak dan od 19. do 7. ure' },
];

export const FOOT_LINKS = [
	{ href: '#zaupnost', label: 'Zaupnost in vaši podatki' },
	{ href: '#dostopnost', label: 'Dostopnost' },
	{ href: '#kdo', label: 'Kdo stoji za Oporo' },
	{ href: '#izhod-zmore', label: 'Kaj hitri izhod zmore in česa ne' },
];

export const NAV: readonly NavItem[] = [
	{ href: '#danes', icon: 'sun', label: 'Danes', current: 'page' },
	{ href: '#prosnje', icon: 'inbox', label: 'Prošnje', count: 3 },
	{ href: '#obravnave', icon: 'folder-open', label: 'Obravnave', count: 31 },
	{ href: '#koledar', icon: 'calendar', label: 'Koledar' },
	{ href: '#porocila', icon: 'chart-column', label: 'Poročila' },
];

export const NAV_MORE: readonly NavItem[] = [
	{ href: '#delavnice', icon: 'users', label: 'Delavnice' },
	{ href: '#prostovoljci', icon: 'hand-heart', label: 'Prostovoljci' },
	{ href: '#mreza', icon: 'map-pin', label: 'Mreža izvajalcev' },
];

/** A form that came back with problems, as its page sees it. */
export const RETURNED: FormView = {
	typed: {
		'phone-bad': '000 12',
		'story-bad': 'Od poletja skrbim za mamo in ne zmorem več vsega.',
		'goals-bad': ['safety'],
	},
	problems: [
		{ field: 'phone-bad', text: 'Vpišite celo telefonsko številko, na primer 000 123 456' },
		{ field: 'place-bad', text: 'Izberite kraj' },
		{ field: 'story-bad', text: 'Skrajšajte besedilo na največ 4000 znakov' },
		{ field: 'when-bad', text: 'Izberite, kdaj vas lahko pokličemo' },
		{ field: 'goals-bad', text: 'Izberite vsaj dva cilja' },
		{ field: 'agree-bad', text: 'Označite, da ste prebrali pojasnilo' },
	],
};

/** A form that could not be taken as a whole. */
export const REFUSED: FormView = {
	typed: {},
	problems: [],
	problem: 'Nekdo je ta zapis medtem spremenil. Odprite ga znova in poskusite še enkrat.',
};

export const OFTEN = [
	{ value: '0', label: 'Skoraj nikoli' },
	{ value: '1', label: 'Kakšen dan' },
	{ value: '2', label: 'Več dni na teden', hint: 'Tudi če je bilo vmes kaj boljših dni.' },
	{ value: '3', label: 'Ta čas ni na voljo', disabled: true },
];

export const WHEN = [
	{ value: 'morning', label: 'Dopoldne, od 9. do 12. ure' },
	{ value: 'afternoon', label: 'Popoldne, od 12. do 17. ure' },
	{ value: 'hour', label: 'Samo ob določeni uri' },
];

export const GOALS = [
	{ value: 'safety', label: '1 Stabilizacija in varnost' },
	{ value: 'feelings', label: '2 Izraziti in umiriti čustva' },
	{ value: 'understanding', label: '3 Razumeti doživljanje', hint: 'od drugega pregleda naprej' },
	{ value: 'strengths', label: '6 Lastne sposobnosti', disabled: true },
];

export type SampleCase = {
	number: string;
	person: string | null;
	from: string;
	place: string;
	meetings: number;
	open: boolean;
};

export const CASES: readonly SampleCase[] = [
	{
		number: 'V-2026-011',
		person: 'Tine Primerek',
		from: '14. 1. 2026',
		place: 'Zgornji Vzorec',
		meetings: 18,
		open: true,
	},
	{
		number: 'V-2026-017',
		person: 'Bogdan Navidezni',
		from: '3. 2. 2026',
		place: 'Izmišljeni Kraj ob Domnevni',
		meetings: 22,
		open: true,
	},
	{ number: 'V-2026-024', person: null, from: '19. 2. 2026', place: 'po spletu', meetings: 6, open: false },
];
