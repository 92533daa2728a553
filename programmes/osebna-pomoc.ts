import type { Definition } from '#lib/programmes/definition.ts';

/** Personal help (osebna pomoč) of a Slovenian centre for social work: counselling, arranging, guidance. */
export const osebnaPomoc: Definition = {
	shape: 1,
	key: 'osebna-pomoc',
	kind: 'service',
	language: 'sl',
	title: { sl: 'Osebna pomoč', cs: 'Osobní pomoc', en: 'Personal help' },
	summary: {
		sl: 'Strokovna pomoč pri odpravljanju socialnih stisk in težav: svetovanje, urejanje ali vodenje. Vključitev je prostovoljna, razgovori so zaupni.',
		cs: 'Odborná pomoc při odstraňování nepříznivé sociální situace a potíží: poradenství, pomoc při uspořádání vztahů a situace nebo vedení. Vstup je dobrovolný, rozhovory jsou důvěrné. V českém právu tato slovinská služba nemá přesnou obdobu.',
		en: 'Professional help in removing social distress and difficulty: counselling, arranging or guidance. Inclusion is voluntary, talks are confidential.',
	},
	motto: null,
	values: [
		{
			sl: 'Vključitev v storitev je prostovoljna.',
			cs: 'Vstup do služby je dobrovolný.',
			en: 'Inclusion is voluntary.',
		},
		{ sl: 'Razgovori so zaupne narave.', cs: 'Rozhovory jsou důvěrné.', en: 'Talks are confidential.' },
	],
	purpose: [
		{
			sl: 'Namenjena je odpravljanju socialnih stisk in težav.',
			cs: 'Je určena k odstraňování nepříznivé sociální situace a potíží.',
			en: 'It is there to remove social distress and difficulty.',
		},
		{
			sl: 'Usmerjena je v razvijanje, dopolnjevanje, ohranjanje in izboljšanje socialnih možnosti posameznika.',
			cs: 'Směřuje k rozvíjení, doplňování, zachování a zlepšení sociálních možností jednotlivce.',
			en: 'It is directed at developing, complementing, preserving and improving the person’s social capabilities.',
		},
	],
	forWhom: [
		{
			sl: 'Svetovanje: za stisko, ki izhaja iz okoliščin in je sami ne znate ali ne zmorete odpraviti, pripravljeni pa ste dejavno prispevati k spremembi.',
			cs: 'Poradenství: pro tíseň, která vyplývá z okolností a kterou sami neumíte nebo nedokážete odstranit, ale jste připraveni ke změně aktivně přispět.',
			en: 'Counselling: for distress that comes from circumstances and that you do not know how to remove alone, or have not the strength to, while you are ready to take an active part in change.',
		},
		{
			sl: 'Urejanje: za stisko zaradi osebnostnih ali vedenjskih posebnosti, v kateri so ogroženi tudi drugi.',
			cs: 'Pomoc při uspořádání vztahů a situace: pro tíseň kvůli zvláštnostem osobnosti nebo chování, při níž jsou ohroženi i druzí.',
			en: 'Arranging: for distress from particularities of personality or behaviour in which others are endangered, too.',
		},
		{
			sl: 'Vodenje: za človeka, ki zaradi zdravstvenih, osebnostnih ali drugih posebnosti ne more živeti samostojno, lahko pa mu v domačem okolju trajno pomaga mreža sodelavcev.',
			cs: 'Vedení: pro člověka, který ze zdravotních, osobnostních nebo jiných důvodů nemůže žít samostatně, ale v domácím prostředí mu může trvale pomáhat síť spolupracovníků.',
			en: 'Guidance: for a person who for reasons of health, personality or other particularities cannot live independently, but whom a network of collaborators can help lastingly in the community.',
		},
	],
	openToAnyone: false,
	indications: [
		{
			key: 'situational-distress',
			text: {
				sl: 'situacijsko pogojena socialna stiska in težava, ki je oseba sama ne zna ali ne zmore odpraviti; pripravljena je spremeniti svoje vedenje, poiskati ustrezne rešitve in urediti odnose z drugimi',
				cs: 'nepříznivá sociální situace a potíž podmíněná okolnostmi, kterou člověk sám neumí nebo nedokáže odstranit; je připraven změnit své chování, hledat vhodná řešení a uspořádat vztahy s druhými',
				en: 'situational social distress that the person does not know how to resolve alone, or has not the strength to; ready to change their behaviour, look for solutions and put relations with others in order',
			},
			hint: { sl: 'svetovanje', cs: 'poradenství', en: 'counselling' },
		},
		{
			key: 'others-endangered-too',
			text: {
				sl: 'socialna stiska zaradi osebnostnih ali vedenjskih posebnosti, ki ogroža tudi druge osebe',
				cs: 'nepříznivá sociální situace kvůli zvláštnostem osobnosti nebo chování, která ohrožuje i druhé',
				en: 'social distress from particularities of personality or behaviour that also endangers others',
			},
			hint: { sl: 'urejanje', cs: 'pomoc při uspořádání vztahů a situace', en: 'arranging' },
		},
		{
			key: 'cannot-live-independently',
			text: {
				sl: 'oseba zaradi zdravstvenih, osebnostnih ali drugih posebnosti ne more živeti samostojno, mogoča pa je stalna oblika pomoči v okolju',
				cs: 'člověk ze zdravotních, osobnostních nebo jiných důvodů nemůže žít samostatně, je však možná stálá forma pomoci v jeho prostředí',
				en: 'the person cannot live independently for reasons of health, personality or other particularities, but lasting help in the community is possible',
			},
			hint: { sl: 'vodenje', cs: 'vedení', en: 'guidance' },
		},
	],
	targetGroups: [],
	projectGoals: [],
	contents: [],
	formsOfHelp: [
		{
			key: 'individual-talk',
			text: { sl: 'Zaupen razgovor', cs: 'Důvěrný rozhovor', en: 'Confidential talk' },
			modes: ['office', 'phone', 'home'],
			recordedAs: 'meeting',
		},
		{
			key: 'meeting-with-the-environment',
			text: {
				sl: 'Srečanje s ključnimi dejavniki okolja ali z mrežo stalnih sodelavcev',
				cs: 'Setkání s klíčovými aktéry okolí nebo se sítí stálých spolupracovníků',
				en: 'Meeting with the key actors of the environment or the network of standing collaborators',
			},
			modes: ['office', 'home'],
			recordedAs: 'meeting',
		},
	],
	// The three forms of personal help (O1).
	services: [
		{ key: 'counselling', text: { sl: 'svetovanje', cs: 'poradenství', en: 'counselling' } },
		{
			key: 'arranging',
			text: { sl: 'urejanje', cs: 'pomoc při uspořádání vztahů a situace', en: 'arranging' },
		},
		{ key: 'guidance', text: { sl: 'vodenje', cs: 'vedení', en: 'guidance' } },
	],
	counsellingKinds: [],
	topics: [],
	reasons: [],
	modes: ['office', 'phone', 'home'],
	onlineReasons: [],
	waysIn: [
		{
			key: 'own-decision',
			text: { sl: 'Lastna odločitev osebe', cs: 'Vlastní rozhodnutí člověka', en: 'The person’s own decision' },
			from: 'self',
			alsoForAnother: false,
			modes: [],
			ownWish: 'given',
			needsNotice: false,
		},
		{
			key: 'agreed-after-first-talk',
			text: {
				sl: 'Dogovor o nadaljnjem sodelovanju po prvem pogovoru na centru',
				cs: 'Dohoda o další spolupráci po prvním rozhovoru v centru',
				en: 'Agreement on further cooperation after a first talk at the centre',
			},
			from: 'proposal',
			alsoForAnother: false,
			modes: [],
			ownWish: 'before-case',
			needsNotice: false,
		},
	],
	conditions: [
		{
			// For all three forms (O2), and named once more for guidance (O5).
			key: 'voluntary-decision',
			text: {
				sl: 'prostovoljna odločitev za prejemanje pomoči',
				cs: 'dobrovolné rozhodnutí pomoc přijímat',
				en: 'voluntary decision to receive help',
			},
			hint: {
				sl: 'Oseba sama pove, da pomoč želi. Za kakšno obdobje, zapišite le, če se o njem dogovorite.',
				cs: 'Člověk sám řekne, že pomoc chce. Období zapište jen tehdy, pokud se na něm dohodnete.',
				en: 'The person says themselves that they want help. Record a period only if you agree on one.',
			},
			party: 'each-client',
			kind: 'statement',
			forms: ['oral', 'written'],
			setsPeriod: true,
		},
		{
			key: 'agreement-to-involve',
			text: {
				sl: 'pristanek osebe na vključevanje ključnih dejavnikov okolja',
				cs: 'souhlas člověka se zapojením klíčových aktérů okolí',
				en: 'the person’s agreement to involving the key actors of their environment',
			},
			hint: {
				sl: 'Zapišite, za katere ljudi je oseba dala pristanek in kaj smejo vedeti.',
				cs: 'Zapište, se zapojením kterých lidí člověk souhlasil a co smějí vědět.',
				en: 'Record whom the person agreed to involve and what they may know.',
			},
			party: 'each-client',
			kind: 'key-actors',
			forms: ['oral', 'written'],
			setsPeriod: false,
			forServices: ['arranging'],
		},
		{
			key: 'network-of-collaborators',
			text: {
				sl: 'ustrezna organizacijska mreža stalnih sodelavcev',
				cs: 'vhodná organizovaná síť stálých spolupracovníků',
				en: 'a suitable organised network of standing collaborators',
			},
			hint: {
				sl: 'Zapišite, kdo so stalni sodelavci in kaj je kdo prevzel.',
				cs: 'Zapište, kdo jsou stálí spolupracovníci a co kdo převzal.',
				en: 'Record who the standing collaborators are and what each has taken on.',
			},
			party: 'case',
			kind: 'collaborators',
			// A network is more than one.
			namesMin: 2,
			forms: ['oral', 'written'],
			setsPeriod: false,
			forServices: ['guidance'],
		},
	],
	unit: ['person'],
	memberRoles: [{ key: 'client', text: { sl: 'uporabnik', cs: 'klient', en: 'client' } }],
	team: {
		minimum: 1,
		text: {
			sl: 'Strokovni delavec centra. Pri vodenju z njim sodelujejo stalni sodelavci iz mreže.',
			cs: 'Odborný pracovník centra. Při vedení s ním spolupracují stálí spolupracovníci ze sítě.',
			en: 'A professional of the centre. In guidance, the standing collaborators of the network work with them.',
		},
	},
	meetings: { limit: null, counting: ['talk', 'meeting'] },
	course: [],
	guide: {
		key: 'opening-talk',
		title: { sl: 'Prvi razgovor', cs: 'První rozhovor', en: 'Opening talk' },
		usualMinutes: null,
		parts: [
			{
				key: 'introduction',
				title: { sl: 'Predstavitev', cs: 'Představení', en: 'Introduction' },
				prompts: [
					{
						key: 'introduced',
						say: {
							sl: 'Tu ste prostovoljno in lahko kadarkoli prenehate. Kar poveste, je zaupno. Povem tudi, kdaj zakon zahteva drugače.',
							cs: 'Jste tu dobrovolně a můžete kdykoli skončit. Co mi povíte, je důvěrné. Řeknu i to, kdy zákon vyžaduje něco jiného.',
							en: 'You are here of your own free will and may stop at any time. What you tell me is confidential. I will also say when the law requires otherwise.',
						},
						label: { sl: 'Povedano na začetku', cs: 'Řečeno na začátku', en: 'Said at the start' },
						kind: 'ticks',
						list: 'own',
						items: [
							{
								key: 'voluntary',
								text: {
									sl: 'vključitev je prostovoljna',
									cs: 'vstup je dobrovolný',
									en: 'inclusion is voluntary',
								},
							},
							{
								key: 'confidentiality',
								text: {
									sl: 'zaupnost in njene meje',
									cs: 'důvěrnost a její meze',
									en: 'confidentiality and its limits',
								},
							},
							{
								key: 'three-forms',
								text: { sl: 'tri oblike pomoči', cs: 'tři formy pomoci', en: 'the three forms of help' },
							},
						],
					},
					{
						key: 'own-view',
						say: {
							sl: 'Kaj je za vas zdaj najtežje?',
							cs: 'Co je pro vás teď nejtěžší?',
							en: 'What is hardest for you now?',
						},
						label: {
							sl: 'Kaj je težko, v besedah osebe',
							cs: 'Co je těžké, slovy člověka samotného',
							en: 'What is hard, in the person’s own words',
						},
						kind: 'text',
						alreadyTold: true,
					},
				],
			},
			{
				key: 'situation',
				title: { sl: 'Položaj in ljudje v njem', cs: 'Situace a lidé v ní', en: 'The situation and the people in it' },
				prompts: [
					{
						key: 'tried-so-far',
						say: {
							sl: 'Kaj ste že poskusili? Kaj je vsaj malo pomagalo?',
							cs: 'Co jste už zkusili? Co aspoň trochu pomohlo?',
							en: 'What have you tried already? What helped, if only a little?',
						},
						label: { sl: 'Viri, lastni in v okolju', cs: 'Zdroje, vlastní i v okolí', en: 'Resources, own and around' },
						kind: 'text',
					},
					{
						key: 'people-around',
						say: {
							sl: 'Kdo vam stoji ob strani? Koga bi radi povabili k pomoči in koga ne?',
							cs: 'Kdo stojí při vás? Koho byste rádi k pomoci přizvali a koho ne?',
							en: 'Who stands by you? Whom would you like to invite to help, and whom not?',
						},
						label: {
							sl: 'Ključni dejavniki okolja in stalni sodelavci',
							cs: 'Klíčoví aktéři okolí a stálí spolupracovníci',
							en: 'Key actors of the environment and standing collaborators',
						},
						kind: 'text',
					},
					{
						key: 'others-affected',
						say: {
							sl: 'Koga to, kar se dogaja, še prizadene? Je kdo v nevarnosti?',
							cs: 'Koho se to, co se děje, ještě dotýká? Je někdo v nebezpečí?',
							en: 'Who else is affected by what is happening? Is anybody in danger?',
						},
						label: {
							sl: 'Drugi, ki jih stiska zadeva',
							cs: 'Další lidé, kterých se tíseň týká',
							en: 'Others whom the distress touches',
						},
						kind: 'text',
					},
				],
			},
			{
				key: 'way-forward',
				title: { sl: 'Kako naprej', cs: 'Jak dál', en: 'The way forward' },
				prompts: [
					{
						key: 'change-wished',
						say: {
							sl: 'Kaj bi radi spremenili in kaj ste za to pripravljeni narediti?',
							cs: 'Co byste rádi změnili a co jste pro to připraveni udělat?',
							en: 'What would you like to change, and what are you ready to do for it?',
						},
						label: {
							sl: 'Želene spremembe in pripravljenost nanje',
							cs: 'Změny, které si člověk přeje, a připravenost k nim',
							en: 'Changes wished for, and readiness for them',
						},
						kind: 'text',
					},
					{
						key: 'form-chosen',
						say: {
							sl: 'Katera oblika pomoči bi vam ustrezala?',
							cs: 'Která forma pomoci by vám vyhovovala?',
							en: 'Which form of help would suit you?',
						},
						label: {
							sl: 'Oblika pomoči, ki jo oseba izbere',
							cs: 'Forma pomoci, kterou si člověk zvolí',
							en: 'Form of help the person chooses',
						},
						kind: 'ticks',
						list: 'services',
					},
					{
						key: 'next-step',
						say: {
							sl: 'Kaj bi bil za vas naslednji korak?',
							cs: 'Jaký další krok by pro vás dával smysl?',
							en: 'What would be the next step for you?',
						},
						label: { sl: 'Naslednji korak', cs: 'Další krok', en: 'Next step' },
						kind: 'text',
					},
				],
			},
		],
	},
	plan: {
		title: { sl: 'Individualni načrt', cs: 'Individuální plán', en: 'Individual plan' },
		goals: 'own',
		listed: [],
		// Each goal says which of the four it serves (O6).
		capabilities: [
			{
				key: 'developing',
				text: {
					sl: 'razvijanje socialnih možnosti',
					cs: 'rozvíjení sociálních možností',
					en: 'developing social capabilities',
				},
			},
			{
				key: 'complementing',
				text: {
					sl: 'dopolnjevanje socialnih možnosti',
					cs: 'doplňování sociálních možností',
					en: 'complementing social capabilities',
				},
			},
			{
				key: 'preserving',
				text: {
					sl: 'ohranjanje socialnih možnosti',
					cs: 'zachování sociálních možností',
					en: 'preserving social capabilities',
				},
			},
			{
				key: 'improving',
				text: {
					sl: 'izboljšanje socialnih možnosti',
					cs: 'zlepšení sociálních možností',
					en: 'improving social capabilities',
				},
			},
		],
		agreedTask: false,
		madeBy: 'together',
	},
	outcomes: [
		{
			key: 'distress-removed',
			text: {
				sl: 'socialna stiska ali težava je odpravljena',
				cs: 'nepříznivá sociální situace nebo potíž je odstraněna',
				en: 'the social distress or difficulty has been removed',
			},
		},
		{
			key: 'behaviour-changed',
			text: {
				sl: 'oseba je spremenila svoje vedenje, kot si je zastavila',
				cs: 'člověk změnil své chování tak, jak si předsevzal',
				en: 'the person has changed their behaviour as they set out to',
			},
		},
		{
			key: 'solutions-found',
			text: {
				sl: 'oseba je poiskala ustrezne rešitve',
				cs: 'člověk našel vhodná řešení',
				en: 'the person has found suitable solutions',
			},
		},
		{
			key: 'relations-in-order',
			text: {
				sl: 'odnosi z drugimi so urejeni',
				cs: 'vztahy s druhými jsou uspořádány',
				en: 'relations with others are in order',
			},
		},
		{
			key: 'lasting-help-at-home',
			text: {
				sl: 'stalna pomoč v domačem okolju je vzpostavljena',
				cs: 'stálá pomoc v domácím prostředí je zajištěna',
				en: 'lasting help in the community is in place',
			},
		},
	],
	agreement: {
		title: { sl: 'Dogovor o sodelovanju', cs: 'Dohoda o spolupráci', en: 'Cooperation agreement' },
		form: 'either',
		period: 'optional',
	},
	duration: {
		text: {
			sl: 'Traja, kolikor se dogovorita oseba in strokovni delavec. Ob pregledu skupaj presodita, kako naprej.',
			cs: 'Trvá tak dlouho, jak se dohodnou člověk a odborný pracovník. Při revizi společně posoudí, jak dál.',
			en: 'It lasts as long as the person and the professional agree. At a review they judge together how to go on.',
		},
		// Ours, editable: the source names no interval.
		reviewEveryDays: 90,
	},
	methods: [
		{ sl: 'delo s posameznikom', cs: 'práce s jednotlivcem', en: 'work with an individual' },
		{
			sl: 'delo s ključnimi dejavniki okolja in mrežo stalnih sodelavcev',
			cs: 'práce s klíčovými aktéry okolí a se sítí stálých spolupracovníků',
			en: 'work with key actors of the environment and the network of standing collaborators',
		},
	],
	providers: [
		{
			key: 'professional',
			text: {
				sl: 'strokovni delavec centra za socialno delo',
				cs: 'odborný pracovník centra sociální práce',
				en: 'professional of the centre for social work',
			},
		},
		{
			key: 'standing-collaborator',
			text: {
				sl: 'stalni sodelavec iz mreže',
				cs: 'stálý spolupracovník ze sítě',
				en: 'standing collaborator of the network',
			},
		},
	],
	educationAndSupervision: [
		{
			// Uradni list RS, no. 15/2024, item 402.
			sl: 'Kakor določa pravilnik o standardih in normativih te storitve (Uradni list RS, št. 15/2024).',
			cs: 'Jak stanoví slovinská vyhláška o standardech a normativech této služby (Uradni list RS, č. 15/2024).',
			en: 'As the Slovenian rulebook on the standards and norms of this service sets out (Uradni list RS, no. 15/2024).',
		},
	],
	documentation: [
		{
			sl: 'prostovoljna odločitev; pri urejanju pristanek in ključni dejavniki okolja; pri vodenju mreža stalnih sodelavcev',
			cs: 'dobrovolné rozhodnutí; u pomoci při uspořádání souhlas a klíčoví aktéři okolí; u vedení síť stálých spolupracovníků',
			en: 'voluntary decision; in arranging the agreement and the key actors; in guidance the network of standing collaborators',
		},
		{
			sl: 'individualni načrt; ob vsakem cilju, kateri socialni možnosti služi',
			cs: 'individuální plán; u každého cíle, kterým sociálním možnostem slouží',
			en: 'individual plan; with each goal, which social capability it serves',
		},
		{
			sl: 'razgovori, pregledi, izidi in zaključek',
			cs: 'rozhovory, revize, výsledky a ukončení',
			en: 'talks, reviews, outcomes and closure',
		},
	],
	reportSet: [
		'users',
		'included',
		'indirect',
		'ways-in',
		'services',
		'goals',
		'direct-work',
		'contacts',
		'staff',
		'outcome',
	],
	clock: { urgentWorkingDays: 0, ordinaryWorkingDays: 3 },
	pseudonymMayBeIncluded: false,
	reasonsToDecline: [
		{
			key: 'not-our-field',
			text: {
				sl: 's to storitvijo ne moremo pomagati; povedali smo, kdo lahko',
				cs: 'touto službou pomoci nemůžeme; řekli jsme, kdo může',
				en: 'this service cannot help here; we said who can',
			},
		},
		{
			key: 'no-capacity',
			text: { sl: 'trenutno ni prostih mest', cs: 'nyní není volná kapacita', en: 'no free places at present' },
		},
		{
			key: 'other-help-running',
			text: {
				sl: 'druga ustrezna pomoč že poteka',
				cs: 'jiná vhodná pomoc již probíhá',
				en: 'other suitable help is already running',
			},
		},
		{ key: 'other', text: { sl: 'drugo', cs: 'jiné', en: 'other' } },
	],
	reasonsToClose: [
		{
			key: 'goals-achieved',
			text: { sl: 'cilji so doseženi', cs: 'cíle jsou naplněny', en: 'the goals have been reached' },
		},
		{
			key: 'period-ended',
			text: {
				sl: 'dogovorjeno obdobje se je izteklo',
				cs: 'dohodnuté období skončilo',
				en: 'the agreed period has ended',
			},
		},
		{ key: 'own-wish', text: { sl: 'lastna želja osebe', cs: 'vlastní přání člověka', en: 'the person’s own wish' } },
		{ key: 'moved-away', text: { sl: 'selitev drugam', cs: 'přestěhování', en: 'moved away' } },
		{
			key: 'referred-on',
			text: {
				sl: 'pomoč se nadaljuje pri drugem izvajalcu',
				cs: 'pomoc pokračuje u jiného poskytovatele',
				en: 'help goes on with another provider',
			},
		},
		{
			key: 'no-contact',
			text: {
				sl: 'stika ni bilo več mogoče vzpostaviti',
				cs: 'kontakt se už nepodařilo navázat',
				en: 'contact could no longer be made',
			},
		},
		{ key: 'died', text: { sl: 'smrt', cs: 'úmrtí', en: 'death' } },
		{ key: 'other', text: { sl: 'drugo', cs: 'jiné', en: 'other' } },
	],
	options: [],
	routedFields: [],
	mediatedContacts: false,
	stepUp: null,
	sites: [
		{
			key: 'centre',
			kind: 'office',
			title: {
				sl: 'Center za socialno delo Izmišljeno Polje (vzorčni center, ne obstaja)',
				cs: 'Centrum sociální práce Izmišljeno Polje (ukázkové centrum, neexistuje)',
				en: 'Centre for social work Izmišljeno Polje (a sample centre, it does not exist)',
			},
			address: 'Neobstoječa ulica 1, Izmišljeno Polje',
			settlement: null,
			municipality: null,
			phones: ['01 000 00 01'],
			hours: null,
			link: null,
		},
	],
	contacts: [
		{
			role: {
				sl: 'Osebna pomoč (izmišljena številka)',
				cs: 'Osobní pomoc (smyšlené číslo)',
				en: 'Personal help (invented number)',
			},
			name: null,
			phone: '01 000 00 03',
			email: null,
		},
	],
	links: [],
	funding: null,
	acceptsRequests: true,
} satisfies Definition;
