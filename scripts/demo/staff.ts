// The invented people who work in the demo.
import type { Role } from '../../src/lib/kernel/actor.ts';

export type Staff = {
	readonly organisation: string;
	readonly name: string;
	readonly email: string;
	readonly roles: readonly Role[];
	readonly inTeam: boolean;
	readonly leads?: boolean;
};

type Named = Pick<Staff, 'name' | 'roles'> & { local: string; team?: Partial<Staff> };

const at =
	(organisation: string, domain: string) =>
	({ name, local, roles, team }: Named): Staff => ({
		organisation,
		name,
		email: `${local}@${domain}.invalid`,
		roles,
		inTeam: true,
		...team,
	});
const karitas = at('slovenska-karitas', 'karitas');
const csd = at('csd-izmisljeno-polje', 'csd');
const crisis = at('krizove-centrum-smyslenka', 'smyslenka');
const zpm = at('zpm-moste-polje', 'zpm');
const outside = { inTeam: false };

/** Staff of each role that has something to do in its organisation. */
export const STAFF: readonly Staff[] = [
	karitas({ name: 'Maja Vzorčna', local: 'maja', roles: ['professional'] }),
	karitas({ name: 'Ciril Domišljen', local: 'ciril', roles: ['professional'] }),
	karitas({ name: 'Tea Zamišljena', local: 'tea', roles: ['advocate'] }),
	karitas({ name: 'Vida Zgledna', local: 'vida', roles: ['coordinator'], team: { leads: true } }),
	karitas({ name: 'Leon Namišljen', local: 'leon', roles: ['programme-lead'], team: outside }),
	karitas({ name: 'Pia Poskusna', local: 'pia', roles: ['volunteer'] }),
	karitas({ name: 'Metod Preizkusni', local: 'metod', roles: ['workshop-moderator'] }),
	karitas({ name: 'Ada Izmišljena', local: 'ada', roles: ['administrator'], team: outside }),
	karitas({ name: 'Domen Dozdevni', local: 'domen', roles: ['data-protection-officer'], team: outside }),
	csd({ name: 'Neva Navidezna', local: 'neva', roles: ['professional'] }),
	csd({ name: 'Bor Kobajagi', local: 'bor', roles: ['professional'] }),
	csd({ name: 'Zoja Umišljena', local: 'zoja', roles: ['advocate'] }),
	csd({ name: 'Karla Primerna', local: 'karla', roles: ['coordinator'], team: { leads: true } }),
	csd({ name: 'Simon Nikogaršnji', local: 'simon', roles: ['programme-lead'], team: outside }),
	csd({ name: 'Hana Neresnična', local: 'hana', roles: ['volunteer'] }),
	csd({ name: 'Gal Pravljični', local: 'gal', roles: ['workshop-moderator'] }),
	csd({ name: 'Alenka Izmišljena', local: 'alenka', roles: ['administrator'], team: outside }),
	csd({ name: 'Drago Dozdevni', local: 'drago', roles: ['data-protection-officer'], team: outside }),
	zpm({ name: 'Lina Zamišljena', local: 'lina', roles: ['professional'] }),
	zpm({ name: 'Tomo Navidezni', local: 'tomo', roles: ['professional'] }),
	zpm({ name: 'Klara Umišljena', local: 'klara', roles: ['coordinator'], team: { leads: true } }),
	zpm({ name: 'Brina Domišljena', local: 'brina', roles: ['programme-lead'], team: outside }),
	zpm({ name: 'Iva Izmišljena', local: 'iva', roles: ['administrator'], team: outside }),
	zpm({ name: 'Jure Dozdevni', local: 'jure', roles: ['data-protection-officer'], team: outside }),
	crisis({ name: 'Radka Vymyšlená', local: 'radka', roles: ['professional'] }),
	crisis({ name: 'Vojtěch Neskutečný', local: 'vojtech', roles: ['professional'] }),
	crisis({ name: 'Olga Ukázková', local: 'olga', roles: ['advocate'] }),
	crisis({ name: 'Květa Smyšlená', local: 'kveta', roles: ['coordinator'], team: { leads: true } }),
	crisis({ name: 'Prokop Vymyšlený', local: 'prokop', roles: ['programme-lead'], team: outside }),
	crisis({ name: 'Slávka Neskutečná', local: 'slavka', roles: ['volunteer'] }),
	crisis({ name: 'Matyáš Ukázkový', local: 'matyas', roles: ['workshop-moderator'] }),
	crisis({ name: 'Alžběta Smyšlená', local: 'alzbeta', roles: ['administrator'], team: outside }),
	crisis({ name: 'Dobromil Smyšlený', local: 'dobromil', roles: ['data-protection-officer'], team: outside }),
];
