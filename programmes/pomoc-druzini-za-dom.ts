import type { Definition } from '#lib/programmes/definition.ts';

/** Family help for the home (pomoč družini za dom) of a Slovenian centre for social work. */
export const pomocDruziniZaDom: Definition = {
	shape: 1,
	key: 'pomoc-druzini-za-dom',
	kind: 'service',
	language: 'sl',
	title: {
		sl: 'Pomoč družini za dom',
		cs: 'Odborná pomoc rodině (vztahy, péče o děti)',
		en: 'Family help for the home',
	},
	summary: {
		sl: 'Strokovno svetovanje in pomoč družini: pri odnosih med družinskimi člani, pri skrbi za otroke in pri vsakdanji vlogi družine. Z vami delata dva strokovna delavca.',
		cs: 'Odborné poradenství a pomoc rodině: ve vztazích mezi jejími členy, v péči o děti a v každodenní roli rodiny. Pracují s vámi dva odborní pracovníci. V českém právu tato slovinská služba nemá přesnou obdobu.',
		en: 'Professional counselling and help for the family: in relations between its members, in caring for children and in its everyday role. Two professionals work with you.',
	},
	motto: null,
	values: [
		{
			sl: 'Vsak v družini je slišan. Rešitve iščemo skupaj, v družini kot celoti.',
			cs: 'Každý v rodině je vyslyšen. Řešení hledáme společně, v rodině jako celku.',
			en: 'Everybody in the family is heard. We look for solutions together, in the family as a whole.',
		},
	],
	purpose: [
		{
			sl: 'Strokovno svetovanje in pomoč pri urejanju odnosov med družinskimi člani.',
			cs: 'Odborné poradenství a pomoc při uspořádání vztahů mezi členy rodiny.',
			en: 'Professional counselling and help in putting relations between family members in order.',
		},
		{
			sl: 'Strokovno svetovanje in pomoč pri skrbi za otroke.',
			cs: 'Odborné poradenství a pomoc při péči o děti.',
			en: 'Professional counselling and help in caring for children.',
		},
		{
			sl: 'Usposabljanje družine za opravljanje njene vsakdanje vloge.',
			cs: 'Příprava rodiny na plnění její každodenní role.',
			en: 'Training the family for its everyday role.',
		},
	],
	forWhom: [
		{
			sl: 'Za posameznike in družine, kadar stiske izhajajo iz odnosov v družini in jih je mogoče rešiti le s spremembami v družini kot celoti.',
			cs: 'Pro jednotlivce a rodiny, když tíseň vyplývá ze vztahů v rodině a dá se řešit jen změnami v rodině jako celku.',
			en: 'For individuals and families, when distress comes from relations in the family and can be resolved only by change in the family as a whole.',
		},
		{
			sl: 'Kadar družina išče strokovno svetovanje in pomoč pri skrbi za otroke.',
			cs: 'Když rodina hledá odborné poradenství a pomoc při péči o děti.',
			en: 'When the family seeks professional counselling and help with the care of its children.',
		},
		{
			sl: 'Kadar stiske dveh ali več družinskih članov zahtevajo trajnejšo podporo in vodenje.',
			cs: 'Když tíseň dvou nebo více členů rodiny vyžaduje dlouhodobější podporu a vedení.',
			en: 'When the distress of two or more family members needs lasting support and guidance.',
		},
	],
	openToAnyone: false,
	indications: [
		{
			key: 'family-relations',
			text: {
				sl: 'socialne stiske in težave izhajajo iz neurejenih odnosov v družini in so rešljive le s spremembami v družini kot celoti',
				cs: 'nepříznivá sociální situace a potíže vyplývají z neuspořádaných vztahů v rodině a jsou řešitelné jen změnami v rodině jako celku',
				en: 'social distress and difficulty come from disordered relations in the family and can be resolved only by change in the family as a whole',
			},
		},
		{
			key: 'care-of-children',
			text: {
				sl: 'družina išče strokovno svetovanje in pomoč pri skrbi za otroke, vzorci vedenja in znanja družine pa ne zadoščajo za odpravljanje težav',
				cs: 'rodina hledá odborné poradenství a pomoc při péči o děti, její vzorce chování a znalosti však k odstranění potíží nestačí',
				en: 'the family seeks professional counselling and help with the care of its children, but its patterns of behaviour and knowledge do not suffice',
			},
		},
		{
			key: 'two-or-more-members',
			membersMin: 2,
			text: {
				sl: 'socialne stiske dveh ali več družinskih članov zahtevajo trajnejšo podporo in vodenje za zagotovitev normalnih pogojev za obstanek in razvoj družine',
				cs: 'nepříznivá sociální situace dvou nebo více členů rodiny vyžaduje dlouhodobější podporu a vedení, aby měla rodina běžné podmínky pro své trvání a rozvoj',
				en: 'the social distress of two or more family members needs lasting support and guidance, to secure normal conditions for the family’s existence and development',
			},
		},
	],
	targetGroups: [],
	projectGoals: [],
	contents: [
		{
			key: 'relations-between-members',
			text: {
				sl: 'strokovno svetovanje in pomoč pri urejanju odnosov med družinskimi člani',
				cs: 'odborné poradenství a pomoc při uspořádání vztahů mezi členy rodiny',
				en: 'professional counselling and help in putting relations between family members in order',
			},
		},
		{
			key: 'care-for-children',
			text: {
				sl: 'strokovno svetovanje in pomoč pri skrbi za otroke',
				cs: 'odborné poradenství a pomoc při péči o děti',
				en: 'professional counselling and help in caring for children',
			},
		},
		{
			key: 'everyday-role',
			text: {
				sl: 'usposabljanje družine za opravljanje njene vsakdanje vloge',
				cs: 'příprava rodiny na plnění její každodenní role',
				en: 'training the family for its everyday role',
			},
		},
	],
	formsOfHelp: [
		{
			key: 'family-meeting',
			text: { sl: 'Srečanje z družino', cs: 'Setkání s rodinou', en: 'Meeting with the family' },
			modes: ['home', 'office'],
			recordedAs: 'meeting',
		},
		{
			key: 'talk-with-a-member',
			text: {
				sl: 'Razgovor s posameznim družinskim članom',
				cs: 'Rozhovor s jednotlivým členem rodiny',
				en: 'Talk with one family member',
			},
			modes: ['home', 'office', 'phone'],
			recordedAs: 'meeting',
		},
	],
	services: [],
	counsellingKinds: [],
	topics: [],
	reasons: [],
	modes: ['home', 'office', 'phone'],
	onlineReasons: [],
	waysIn: [
		{
			key: 'own-decision',
			text: {
				sl: 'Lastna odločitev osebe ali družine',
				cs: 'Vlastní rozhodnutí člověka nebo rodiny',
				en: 'The person’s or the family’s own decision',
			},
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
			key: 'motivation-assessed',
			text: {
				sl: 'ocena, da so družinski člani motivirani za uresničevanje potrebnih sprememb v svojih socialnih vlogah',
				cs: 'posouzení, že členové rodiny jsou motivováni uskutečnit potřebné změny ve svých sociálních rolích',
				en: 'an assessment that the family members are motivated to bring about the needed changes in their social roles',
			},
			hint: {
				sl: 'Ocenita jo strokovna delavca, po pogovoru z vsemi, ki bodo sodelovali.',
				cs: 'Posuzují oba odborní pracovníci po rozhovoru se všemi, kdo se budou účastnit.',
				en: 'The two professionals assess it, after talking with everybody who will take part.',
			},
			party: 'each-member',
			kind: 'assessment',
			forms: ['written'],
			setsPeriod: false,
		},
		{
			key: 'cooperation-agreement',
			text: {
				sl: 'sprejem dogovora o sodelovanju',
				cs: 'přijetí dohody o spolupráci',
				en: 'acceptance of the cooperation agreement',
			},
			hint: {
				sl: 'Dogovor sprejme vsak, ki sodeluje. Otroku ga povejte z besedami, ki jih razume.',
				cs: 'Dohodu přijímá každý, kdo se účastní. Dítěti ji povězte slovy, kterým rozumí.',
				en: 'Everybody who takes part accepts the agreement. Tell it to a child in words they understand.',
			},
			party: 'each-member',
			kind: 'agreement',
			forms: ['oral', 'written'],
			setsPeriod: true,
		},
	],
	unit: ['person', 'family'],
	// Who takes part (D4).
	memberRoles: [
		{
			key: 'client',
			text: {
				sl: 'družinski član – upravičenec',
				cs: 'člen rodiny – oprávněná osoba',
				en: 'family member entitled to the service',
			},
		},
		{ key: 'key-member', text: { sl: 'ključni član družine', cs: 'klíčový člen rodiny', en: 'key family member' } },
		{
			key: 'responsible-member',
			text: { sl: 'odgovorni član družine', cs: 'odpovědný člen rodiny', en: 'responsible family member' },
		},
		{
			key: 'lives-with-the-family',
			takesPart: false,
			text: {
				sl: 'oseba, ki živi z družino',
				cs: 'osoba, která s rodinou žije',
				en: 'person who lives with the family',
			},
		},
		{
			key: 'can-influence-the-family',
			takesPart: false,
			text: {
				sl: 'oseba, ki lahko vpliva na družino',
				cs: 'osoba, která může mít na rodinu vliv',
				en: 'person who can influence the family',
			},
		},
	],
	team: {
		// Two professional workers (D4).
		minimum: 2,
		text: {
			sl: 'Z družino delata dva strokovna delavca.',
			cs: 'S rodinou pracují dva odborní pracovníci.',
			en: 'Two professional workers work with the family.',
		},
	},
	meetings: { limit: null, counting: ['talk', 'meeting'] },
	course: [],
	guide: {
		key: 'family-opening-talk',
		title: { sl: 'Prvi razgovor z družino', cs: 'První rozhovor s rodinou', en: 'Opening talk with the family' },
		usualMinutes: null,
		parts: [
			{
				key: 'introduction',
				title: { sl: 'Predstavitev', cs: 'Představení', en: 'Introduction' },
				prompts: [
					{
						key: 'introduced',
						say: {
							sl: 'Hvala, da ste prišli skupaj. Vsak bo lahko povedal, kako vidi stvari. Kar poveste, je zaupno. Povemo tudi, kdaj zakon zahteva drugače.',
							cs: 'Děkujeme, že jste přišli společně. Každý bude moci říct, jak věci vidí. Co povíte, je důvěrné. Řekneme i to, kdy zákon vyžaduje něco jiného.',
							en: 'Thank you for coming together. Everybody will be able to say how they see things. What you tell us is confidential. We will also say when the law requires otherwise.',
						},
						label: { sl: 'Povedano na začetku', cs: 'Řečeno na začátku', en: 'Said at the start' },
						kind: 'ticks',
						list: 'own',
						items: [
							{
								key: 'both-workers',
								text: {
									sl: 'oba strokovna delavca',
									cs: 'oba odborní pracovníci',
									en: 'both professionals',
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
								key: 'conditions',
								text: {
									sl: 'oba pogoja: ocena in dogovor o sodelovanju',
									cs: 'obě podmínky: posouzení a dohoda o spolupráci',
									en: 'both conditions: the assessment and the cooperation agreement',
								},
							},
						],
					},
					{
						key: 'who-takes-part',
						say: {
							sl: 'Kdo živi z vami? Kdo je še pomemben za vašo družino?',
							cs: 'Kdo s vámi žije? Kdo je pro vaši rodinu ještě důležitý?',
							en: 'Who lives with you? Who else matters to your family?',
						},
						label: { sl: 'Kdo sodeluje', cs: 'Kdo se účastní', en: 'Who takes part' },
						kind: 'text',
						alreadyTold: true,
					},
				],
			},
			{
				key: 'how-each-sees-it',
				title: {
					sl: 'Kako vidi stvari vsak od vas',
					cs: 'Jak věci vidí každý z vás',
					en: 'How each of you sees things',
				},
				prompts: [
					{
						key: 'own-view',
						say: {
							sl: 'Kaj je zdaj doma najtežje? Kako to vidi vsak od vas?',
							cs: 'Co je teď doma nejtěžší? Jak to vidí každý z vás?',
							en: 'What is hardest at home now? How does each of you see it?',
						},
						label: {
							sl: 'Pogled vsakega, v njegovih besedah',
							cs: 'Pohled každého, jeho vlastními slovy',
							en: 'Each one’s view, in their own words',
						},
						hint: {
							sl: 'Ob sumu nasilja se pogovorite z vsakim posebej.',
							cs: 'Při podezření na násilí mluvte s každým zvlášť.',
							en: 'Where violence is suspected, talk with each person alone.',
						},
						kind: 'text',
						alreadyTold: true,
					},
					{
						key: 'care-of-children',
						say: {
							sl: 'Kako poteka dan z otroki? Kje bi vam pomoč najbolj prišla prav?',
							cs: 'Jak probíhá den s dětmi? Kde by se vám pomoc hodila nejvíc?',
							en: 'What is a day with the children like? Where would help be most useful?',
						},
						label: { sl: 'Skrb za otroke', cs: 'Péče o děti', en: 'Care of the children' },
						kind: 'text',
					},
					{
						key: 'resources',
						say: {
							sl: 'Kaj vam doma gre dobro? Kdo komu pomaga?',
							cs: 'Co se vám doma daří? Kdo komu pomáhá?',
							en: 'What goes well at home? Who helps whom?',
						},
						label: {
							sl: 'Viri družine in okolja',
							cs: 'Zdroje rodiny a okolí',
							en: 'Resources of the family and around it',
						},
						kind: 'text',
					},
				],
			},
			{
				key: 'way-forward',
				title: { sl: 'Kaj bi radi spremenili', cs: 'Co byste rádi změnili', en: 'What you would like to change' },
				prompts: [
					{
						key: 'changes-wished',
						say: {
							sl: 'Kaj bi vsak od vas rad spremenil in kaj je za to pripravljen narediti?',
							cs: 'Co by každý z vás rád změnil a co je pro to ochoten udělat?',
							en: 'What would each of you like to change, and what are you ready to do for it?',
						},
						label: {
							sl: 'Želene spremembe in pripravljenost vsakega nanje',
							cs: 'Změny, které si každý přeje, a jeho ochota k nim',
							en: 'Changes wished for, and each one’s readiness for them',
						},
						hint: {
							sl: 'Podlaga za oceno motivacije.',
							cs: 'Podklad pro posouzení motivace.',
							en: 'The ground for assessing motivation.',
						},
						kind: 'text',
					},
					{
						key: 'contents-wished',
						label: {
							sl: 'Vsebine, ki jih družina potrebuje',
							cs: 'Obsah, který rodina potřebuje',
							en: 'Contents the family needs',
						},
						kind: 'ticks',
						list: 'contents',
					},
					{
						key: 'next-step',
						say: {
							sl: 'O čem se lahko dogovorimo že danes?',
							cs: 'Na čem se můžeme dohodnout už dnes?',
							en: 'What can we agree on today?',
						},
						label: { sl: 'Naslednji korak', cs: 'Další krok', en: 'Next step' },
						kind: 'text',
					},
				],
			},
		],
	},
	plan: {
		title: { sl: 'Načrt dela z družino', cs: 'Plán práce s rodinou', en: 'Family plan' },
		goals: 'own',
		listed: [],
		capabilities: [],
		agreedTask: false,
		madeBy: 'together',
	},
	outcomes: [
		{
			key: 'relations-in-order',
			text: {
				sl: 'odnosi med družinskimi člani so urejeni',
				cs: 'vztahy mezi členy rodiny jsou uspořádány',
				en: 'relations between family members are in order',
			},
		},
		{
			key: 'children-cared-for',
			text: {
				sl: 'družina zmore skrb za otroke',
				cs: 'rodina péči o děti zvládá',
				en: 'the family manages the care of its children',
			},
		},
		{
			key: 'everyday-role-carried-out',
			text: {
				sl: 'družina opravlja svojo vsakdanjo vlogo',
				cs: 'rodina plní svou každodenní roli',
				en: 'the family carries out its everyday role',
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
			sl: 'Traja, kolikor je zapisano v dogovoru o sodelovanju. Podpora in vodenje sta lahko trajnejša.',
			cs: 'Trvá tak, jak je zapsáno v dohodě o spolupráci. Podpora a vedení mohou být dlouhodobější.',
			en: 'It lasts as the cooperation agreement says. Support and guidance can be longer-term.',
		},
		// Ours, editable: the source names no interval.
		reviewEveryDays: 90,
	},
	methods: [
		{ sl: 'delo z družino kot celoto', cs: 'práce s rodinou jako celkem', en: 'work with the family as a whole' },
		{ sl: 'delo s posameznikom', cs: 'práce s jednotlivcem', en: 'work with an individual' },
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
			sl: 'ocena motiviranosti in dogovor o sodelovanju, ki ga je sprejel vsak sodelujoči',
			cs: 'posouzení motivace a dohoda o spolupráci, kterou přijal každý účastník',
			en: 'assessment of motivation, and the cooperation agreement accepted by everybody who takes part',
		},
		{
			sl: 'sodelujoči in njihove vloge, oba strokovna delavca',
			cs: 'účastníci a jejich role, oba odborní pracovníci',
			en: 'those taking part and their roles, both professionals',
		},
		{
			sl: 'načrt, srečanja, pregledi, izidi in zaključek',
			cs: 'plán, setkání, revize, výsledky a ukončení',
			en: 'plan, meetings, reviews, outcomes and closure',
		},
	],
	reportSet: [
		'users',
		'included',
		'indirect',
		'families',
		'indications',
		'ways-in',
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
		{
			key: 'family-not-ready-now',
			text: {
				sl: 'družina se za to zdaj ne odloči; vrne se lahko kadarkoli',
				cs: 'rodina se pro to nyní nerozhodla; vrátit se může kdykoli',
				en: 'the family does not choose this now; it may come back at any time',
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
		{ key: 'own-wish', text: { sl: 'lastna želja družine', cs: 'vlastní přání rodiny', en: 'the family’s own wish' } },
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
				sl: 'Pomoč družini za dom (izmišljena številka)',
				cs: 'Odborná pomoc rodině (smyšlené číslo)',
				en: 'Family help for the home (invented number)',
			},
			name: null,
			phone: '01 000 00 04',
			email: null,
		},
	],
	links: [],
	funding: null,
	acceptsRequests: true,
} satisfies Definition;
