import type { Definition } from '#lib/programmes/definition.ts';
import { blizu } from './blizu.ts';
import { krizovaIntervence } from './krizova-intervence.ts';
import { osebnaPomoc } from './osebna-pomoc.ts';
import { pomocDruziniZaDom } from './pomoc-druzini-za-dom.ts';
import { prvaSocialnaPomoc } from './prva-socialna-pomoc.ts';
import { skupajZmoremo } from './skupaj-zmoremo.ts';

/** An organisation of the repository: what an installation begins with, in demo mode or on its administrator's wish. */
export type OrganisationTemplate = {
	/** Its part of the address. */
	readonly slug: string;
	readonly name: string;
	readonly country: 'si' | 'cz';
	readonly language: 'sl' | 'cs' | 'en';
	readonly timeZone: string;
	/** Made up as a sample: it exists nowhere, and its numbers ring nowhere. */
	readonly invented: boolean;
	/** One or two sentences on who they are. */
	readonly about: Words;
	/** How to reach them, in a sentence. */
	readonly contactsText: Words;
	readonly contact: {
		readonly address: string | null;
		readonly phone: string | null;
		readonly email: string | null;
		readonly website: string | null;
	};
	readonly programmes: readonly Definition[];
};

type Words = { readonly sl: string; readonly cs: string; readonly en: string };

export const slovenskaKaritas: OrganisationTemplate = {
	slug: 'slovenska-karitas',
	name: 'Slovenska karitas',
	country: 'si',
	language: 'sl',
	timeZone: 'Europe/Ljubljana',
	invented: false,
	about: {
		sl: 'Slovenska karitas s programom Blizu spremlja ljudi v stiski. Na več lokacijah po Sloveniji, na terenu in po spletu.',
		cs: 'Slovenska karitas (Slovinská charita) programem Blizu provází lidi v tísni. Na několika místech ve Slovinsku, v terénu i online.',
		en: 'Slovenska karitas accompanies people in distress with its programme Blizu: at several places in Slovenia, in the field and online.',
	},
	contactsText: {
		sl: 'Za podrobnejše informacije smo dosegljivi na telefonu 051 555 557. Obiščite nas ali nas povabite in mi pridemo k vam.',
		cs: 'Podrobnější informace vám dáme na telefonu 051 555 557. Navštivte nás, nebo nás pozvěte a my přijedeme za vámi.',
		en: 'For more information call 051 555 557. Visit us, or invite us and we come to you.',
	},
	contact: { address: null, phone: '051 555 557', email: null, website: 'https://www.karitas.si/esos' },
	programmes: [blizu],
};

export const zpmMostePolje: OrganisationTemplate = {
	slug: 'zpm-moste-polje',
	name: 'ZPM Ljubljana Moste-Polje',
	country: 'si',
	language: 'sl',
	timeZone: 'Europe/Ljubljana',
	invented: false,
	about: {
		sl: 'ZPM Ljubljana Moste-Polje izvaja projekt Skupaj zmoremo za otroke in mladostnike ter njihove družine.',
		cs: 'ZPM Ljubljana Moste-Polje uskutečňuje projekt Skupaj zmoremo pro děti a dospívající a jejich rodiny.',
		en: 'ZPM Ljubljana Moste-Polje runs the project Skupaj zmoremo for children and adolescents and their families.',
	},
	contactsText: {
		sl: 'Koordinatorka projekta je Neža Janež: 0820 526 89, neza.janez@zpmmoste.net.',
		cs: 'Koordinátorkou projektu je Neža Janež: 0820 526 89, neza.janez@zpmmoste.net.',
		en: 'The coordinator of the project is Neža Janež: 0820 526 89, neza.janez@zpmmoste.net.',
	},
	contact: { address: null, phone: '0820 526 89', email: 'neza.janez@zpmmoste.net', website: null },
	programmes: [skupajZmoremo],
};

export const csdIzmisljenoPolje: OrganisationTemplate = {
	slug: 'csd-izmisljeno-polje',
	name: 'Center za socialno delo Izmišljeno Polje (vzorčni)',
	country: 'si',
	language: 'sl',
	timeZone: 'Europe/Ljubljana',
	invented: true,
	about: {
		sl: 'Vzorčni center za socialno delo. Ne obstaja: na njem je mogoče videti storitve, kakršne izvajajo slovenski centri.',
		cs: 'Ukázkové slovinské centrum sociální práce. Neexistuje: jsou na něm vidět služby, jaké slovinská centra poskytují.',
		en: 'A sample centre for social work. It does not exist: it shows the services that Slovenian centres provide.',
	},
	contactsText: {
		sl: 'Številke in naslov so izmišljeni. Če potrebujete pomoč, pokličite center za socialno delo v svojem kraju.',
		cs: 'Čísla i adresa jsou smyšlené. Pokud ve Slovinsku potřebujete pomoc, obraťte se na centrum sociální práce ve svém místě.',
		en: 'The numbers and the address are invented. If you need help, call the centre for social work where you live.',
	},
	contact: {
		address: 'Neobstoječa ulica 1, Izmišljeno Polje',
		phone: '01 000 00 01',
		email: 'csd-izmisljeno-polje@example.org',
		website: null,
	},
	programmes: [prvaSocialnaPomoc, osebnaPomoc, pomocDruziniZaDom],
};

export const krizoveCentrumSmyslenka: OrganisationTemplate = {
	slug: 'krizove-centrum-smyslenka',
	name: 'Krizové centrum Smyšlenka (ukázkové)',
	country: 'cz',
	language: 'cs',
	timeZone: 'Europe/Prague',
	invented: true,
	about: {
		sl: 'Vzorčni češki krizni center. Ne obstaja: na njem je mogoče videti krizno intervencijo.',
		cs: 'Ukázkové krizové centrum. Neexistuje: je na něm vidět krizová intervence.',
		en: 'A sample Czech crisis centre. It does not exist: it shows crisis intervention.',
	},
	contactsText: {
		sl: 'Številke in naslov so izmišljeni. V stiski pokličite enega od telefonov za pomoč na tej strani.',
		cs: 'Čísla i adresa jsou smyšlené. V tísni zavolejte na některou z linek pomoci na této stránce.',
		en: 'The numbers and the address are invented. In distress, call one of the helplines on this page.',
	},
	contact: {
		address: 'Smyšlená 1, Vymyšlov',
		phone: '+420 000 000 001',
		email: 'krizove-centrum-smyslenka@example.org',
		website: null,
	},
	programmes: [krizovaIntervence],
};

/** All organisations of the repository. */
export const ORGANISATIONS: readonly OrganisationTemplate[] = [
	slovenskaKaritas,
	zpmMostePolje,
	csdIzmisljenoPolje,
	krizoveCentrumSmyslenka,
];
