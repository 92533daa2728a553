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

const at =
	(organisation: string, domain: string) =>
	(name: string, local: string, roles: readonly Role[], team: Partial<Staff> = {}): Staff => ({
		organisation,
		name,
		email: `${local}@${domain}.invalid`,
		roles,
		inTeam: true,
		...team,
	});
const karitas = at('slovenska-karitas', 'karitas');
const csd = at('csd-izmisljeno-polje', 'csd');
const outside = { inTeam: false };

/** Staff of each role for the two programmes that run, and an administrator for each of the others. */
export const STAFF: readonly Staff[] = [
	karitas('Maja Vzorčna', 'maja', ['professional']),
	karitas('Ciril Domišljen', 'ciril', ['professional']),
	karitas('Tea Zamišljena', 'tea', ['advocate']),
	karitas('Vida Zgledna', 'vida', ['coordinator'], { leads: true }),
	karitas('Leon Namišljen', 'leon', ['programme-lead'], outside),
	karitas('Pia Poskusna', 'pia', ['volunteer']),
	karitas('Metod Preizkusni', 'metod', ['workshop-moderator']),
	karitas('Ada Izmišljena', 'ada', ['administrator'], outside),
	karitas('Domen Dozdevni', 'domen', ['data-protection-officer'], outside),
	csd('Neva Navidezna', 'neva', ['professional']),
	csd('Bor Kobajagi', 'bor', ['professional']),
	csd('Zoja Umišljena', 'zoja', ['advocate']),
	csd('Karla Primerna', 'karla', ['coordinator'], { leads: true }),
	csd('Simon Nikogaršnji', 'simon', ['programme-lead'], outside),
	csd('Hana Neresnična', 'hana', ['volunteer']),
	csd('Gal Pravljični', 'gal', ['workshop-moderator']),
	csd('Alenka Izmišljena', 'alenka', ['administrator'], outside),
	csd('Drago Dozdevni', 'drago', ['data-protection-officer'], outside),
	at('zpm-moste-polje', 'zpm')('Iva Izmišljena', 'iva', ['administrator'], outside),
	at('krizove-centrum-smyslenka', 'smyslenka')('Alžběta Smyšlená', 'alzbeta', ['administrator'], outside),
];
