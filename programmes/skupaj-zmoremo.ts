import type { Definition } from '#lib/programmes/definition.ts';

/** Skupaj zmoremo, a project of ZPM Ljubljana Moste-Polje: children, adolescents and their families. */
export const skupajZmoremo: Definition = {
	shape: 1,
	key: 'skupaj-zmoremo',
	kind: 'project',
	language: 'sl',
	title: { sl: 'Skupaj zmoremo', cs: 'Skupaj zmoremo (Společně to zvládneme)', en: 'Skupaj zmoremo (Together we can)' },
	summary: {
		sl: 'Pogovor, podpora na domu in učna pomoč za otroke in mladostnike ter njihove družine.',
		cs: 'Rozhovor, podpora doma a doučování pro děti a dospívající a jejich rodiny.',
		en: 'Talks, support at home and tutoring for children and adolescents and their families.',
	},
	motto: null,
	values: [
		{
			sl: 'Projekt izhaja iz dolgoletnih izkušenj pri delu z uporabniki in iz njihovih konkretnih potreb, ki so nastale kot posledica epidemije.',
			cs: 'Projekt vychází z dlouholetých zkušeností z práce s klienty a z jejich konkrétních potřeb, které vznikly v důsledku epidemie.',
			en: 'The project comes from many years of experience in work with clients, and from their concrete needs that the epidemic caused.',
		},
		{
			sl: 'K vsakemu pristopimo individualno. Vključimo ga v preventivne aktivnosti, ki pomagajo izboljšati kakovost življenja.',
			cs: 'Ke každému přistupujeme individuálně. Zapojíme ho do preventivních aktivit, které pomáhají zlepšit kvalitu života.',
			en: 'We approach each person individually, and include them in preventive activities that help to improve the quality of life.',
		},
	],
	purpose: [
		{
			sl: 'Projekt je namenjen zviševanju stopnje socialne vključenosti ranljivih skupin in lajšanju posledic epidemije Covid-19.',
			cs: 'Projekt je určen k posílení sociálního začlenění zranitelných skupin a ke zmírnění následků epidemie Covid-19.',
			en: 'The project is there to raise the social inclusion of vulnerable groups and to relieve the consequences of the Covid-19 epidemic.',
		},
		{
			sl: 'Paket aktivnosti pomaga socialno ogroženim otrokom in mladostnikom ter njihovim družinam in blaži negativne socialno-ekonomske posledice epidemije Covid-19 na številnih področjih družbenega življenja.',
			cs: 'Balíček aktivit pomáhá sociálně ohroženým dětem a dospívajícím a jejich rodinám a zmírňuje negativní sociálně-ekonomické následky epidemie Covid-19 v mnoha oblastech života společnosti.',
			en: 'A package of activities helps socially disadvantaged children and adolescents and their families, and softens the negative socio-economic consequences of the Covid-19 epidemic in many areas of social life.',
		},
	],
	forWhom: [
		{
			sl: 'Za socialno ogrožene otroke in mladostnike ter njihove družine.',
			cs: 'Pro sociálně ohrožené děti a dospívající a jejich rodiny.',
			en: 'For socially disadvantaged children and adolescents and their families.',
		},
		{
			sl: 'Za otroke in mladostnike, ki se soočajo z večjo čustveno stisko, tesnobo ali razdražljivostjo, in za njihove starše.',
			cs: 'Pro děti a dospívající, kteří zažívají větší citovou tíseň, úzkost nebo podrážděnost, a pro jejich rodiče.',
			en: 'For children and adolescents with greater emotional distress, anxiety or irritability, and for their parents.',
		},
		{
			sl: 'Za družine s kompleksnimi psihosocialnimi problemi, ki jih je epidemija še poglobila.',
			cs: 'Pro rodiny se složitými psychosociálními problémy, které epidemie ještě prohloubila.',
			en: 'For families with complex psychosocial problems that the epidemic made deeper.',
		},
		{
			sl: 'Učna pomoč je predvsem za socialno ogrožene otroke in mladostnike ter za mlade s posebnimi potrebami. Drugi niso izključeni.',
			cs: 'Doučování je především pro sociálně ohrožené děti a dospívající a pro mladé lidi se speciálními potřebami. Ostatní nejsou vyloučeni.',
			en: 'Tutoring is above all for socially disadvantaged children and adolescents and for young people with special needs. Others are not excluded.',
		},
	],
	openToAnyone: false,
	indications: [
		{
			key: 'stress-fears-worries',
			text: {
				sl: 'stres, strahovi ali skrbi',
				cs: 'stres, strach nebo starosti',
				en: 'stress, fears or worries',
			},
		},
		{
			key: 'greater-emotional-distress',
			text: {
				sl: 'večja čustvena stiska, tesnoba, razdražljivost in podobno',
				cs: 'větší citová tíseň, úzkost, podrážděnost a podobně',
				en: 'greater emotional distress, anxiety, irritability and the like',
			},
		},
		{
			key: 'complex-family-problems',
			text: {
				sl: 'kompleksni psihosocialni problemi v družini, ki so se zaradi epidemije še poglobili',
				cs: 'složité psychosociální problémy v rodině, které se kvůli epidemii ještě prohloubily',
				en: 'complex psychosocial problems in the family, deepened by the epidemic',
			},
		},
		{
			key: 'hard-to-reach-for-services',
			text: {
				sl: 'sistemsko naravnane storitve in programi družino težje dosežejo ali je sploh ne dosežejo',
				cs: 'systémově nastavené služby a programy rodinu zastihnou jen stěží, nebo vůbec',
				en: 'system services and programmes reach the family with difficulty or not at all',
			},
		},
		{
			key: 'social-disadvantage',
			text: { sl: 'socialna ogroženost', cs: 'sociální ohrožení', en: 'social disadvantage' },
			hint: {
				sl: 'Pri učni pomoči prednost, kadar ni dovolj mest.',
				cs: 'U doučování přednost, když není dost míst.',
				en: 'In tutoring, priority when places are short.',
			},
		},
		{
			key: 'special-needs',
			belongsTo: 'tutoring',
			text: {
				sl: 'mladi s posebnimi potrebami',
				cs: 'mladí lidé se speciálními potřebami',
				en: 'young people with special needs',
			},
			hint: {
				sl: 'Pri učni pomoči prednost, kadar ni dovolj mest.',
				cs: 'U doučování přednost, když není dost míst.',
				en: 'In tutoring, priority when places are short.',
			},
		},
	],
	// Z8
	targetGroups: [
		{
			key: 'mental-health-problems',
			text: {
				sl: 'osebe s težavami v duševnem zdravju',
				cs: 'lidé s potížemi v oblasti duševního zdraví',
				en: 'people with mental-health problems',
			},
		},
		{
			key: 'children-and-adolescents',
			text: { sl: 'otroci in mladostniki', cs: 'děti a dospívající', en: 'children and adolescents' },
		},
		{
			key: 'high-social-exclusion',
			text: {
				sl: 'osebe, ki se srečujejo z visoko stopnjo socialne izključenosti',
				cs: 'lidé, kteří zažívají vysokou míru sociálního vyloučení',
				en: 'people with a high degree of social exclusion',
			},
		},
	],
	// The five goals of the project (Z9) and the two of its tutoring (Z13).
	projectGoals: [
		{
			key: 'social-inclusion-and-empowerment',
			text: {
				sl: 'zviševanje stopnje socialne vključenosti in opolnomočenje ciljnih skupin',
				cs: 'posílení sociálního začlenění a zmocnění cílových skupin',
				en: 'higher social inclusion and empowerment of the target groups',
			},
		},
		{
			key: 'poverty-risk',
			text: {
				sl: 'zmanjševanje tveganja revščine ciljnih skupin',
				cs: 'snížení rizika chudoby cílových skupin',
				en: 'lower poverty risk of the target groups',
			},
		},
		{
			key: 'social-inequality',
			text: {
				sl: 'zmanjševanje socialne neenakosti',
				cs: 'zmenšení sociální nerovnosti',
				en: 'less social inequality',
			},
		},
		{
			key: 'holistic-individual-support',
			text: {
				sl: 'zagotavljanje celostne individualne podpore pripadnikom ciljnih skupin',
				cs: 'zajištění celostní individuální podpory příslušníkům cílových skupin',
				en: 'holistic individual support for members of the target groups',
			},
		},
		{
			key: 'epidemic-relief',
			text: {
				sl: 'lajšanje posledic epidemije Covid-19',
				cs: 'zmírnění následků epidemie Covid-19',
				en: 'relief of the consequences of the Covid-19 epidemic',
			},
		},
		{
			key: 'inequality-in-education',
			belongsTo: 'tutoring',
			text: {
				sl: 'zmanjševanje neenakosti v izobraževanju',
				cs: 'zmenšení nerovnosti ve vzdělávání',
				en: 'less inequality in education',
			},
			hint: { sl: 'cilj učne pomoči', cs: 'cíl doučování', en: 'goal of the tutoring' },
		},
		{
			key: 'harm-of-closed-schools',
			belongsTo: 'tutoring',
			text: {
				sl: 'zmanjševanje negativnega vpliva zaprtja šol in zavodov na mlade iz ranljivejših okolij',
				cs: 'zmenšení negativního vlivu zavření škol a zařízení na mladé lidi ze zranitelnějšího prostředí',
				en: 'less harm from closed schools and institutions for young people from more vulnerable environments',
			},
			hint: { sl: 'cilj učne pomoči', cs: 'cíl doučování', en: 'goal of the tutoring' },
		},
	],
	contents: [],
	formsOfHelp: [
		{
			key: 'counselling-and-support',
			text: {
				sl: 'Svetovanje in psihološka podpora',
				cs: 'Poradenství a psychologická podpora',
				en: 'Counselling and psychological support',
			},
			detail: {
				sl: 'individualno, po telefonu ali spletu. Strokovnjaki so na voljo za brezplačne razbremenilne pogovore ob soočanju s stresom, strahovi ali skrbmi; namen je osnovna psihološka podpora. Svetovalni pogovor in psihološko svetovanje sta za otroke in mladostnike ter za njihove starše',
				cs: 'individuálně, po telefonu nebo online. Odborníci nabízejí bezplatné podpůrné rozhovory při stresu, strachu nebo starostech; cílem je základní psychologická podpora. Poradenský rozhovor a psychologické poradenství jsou pro děti a dospívající i pro jejich rodiče',
				en: 'individual, by telephone or online. Professionals give free relief talks about stress, fears or worries; the aim is basic psychological support. The counselling talk and psychological counselling are for children and adolescents, and for their parents',
			},
			modes: ['phone', 'online'],
			recordedAs: 'meeting',
		},
		{
			key: 'field-work-in-families',
			text: {
				sl: 'Terensko delo vstopa v družine',
				cs: 'Terénní práce přímo v rodinách',
				en: 'Field work entering families',
			},
			detail: {
				sl: 'celostna podpora družinam s kompleksnimi psihosocialnimi problemi na terenu, ki mobilizira vire družinskih članov in jih spodbuja k aktivnemu reševanju nastale situacije',
				cs: 'celostní podpora rodin se složitými psychosociálními problémy v terénu, která mobilizuje zdroje jejich členů a povzbuzuje je k aktivnímu řešení vzniklé situace',
				en: 'holistic support in the field for families with complex psychosocial problems, which mobilises the members’ own resources and encourages them to resolve the situation actively',
			},
			modes: ['home'],
			recordedAs: 'meeting',
		},
		{
			key: 'tutoring-at-a-distance',
			text: {
				sl: 'Individualna učna pomoč na daljavo',
				cs: 'Individuální doučování na dálku',
				en: 'Individual tutoring at a distance',
			},
			detail: {
				sl: 'prostovoljci pomagajo pri učenju, motivaciji za šolsko delo in šolskih obveznostih, z digitalnimi rešitvami; ob sproščanju ukrepov tudi v živo',
				cs: 'dobrovolníci pomáhají s učením, motivací ke školní práci a školními povinnostmi pomocí digitálních nástrojů; při uvolnění opatření i osobně',
				en: 'volunteers help with learning, motivation for school work and school duties by digital means; in person too when restrictions are eased',
			},
			modes: ['online', 'home', 'office'],
			recordedAs: 'tutoring',
		},
	],
	services: [
		{ key: 'relief-talk', text: { sl: 'razbremenilni pogovor', cs: 'podpůrný rozhovor', en: 'relief talk' } },
		{ key: 'counselling-talk', text: { sl: 'svetovalni pogovor', cs: 'poradenský rozhovor', en: 'counselling talk' } },
		{
			key: 'psychological-counselling',
			text: { sl: 'psihološko svetovanje', cs: 'psychologické poradenství', en: 'psychological counselling' },
		},
		{
			key: 'family-support-in-the-field',
			text: {
				sl: 'celostna podpora družini na terenu',
				cs: 'celostní podpora rodiny v terénu',
				en: 'holistic family support in the field',
			},
		},
		{
			key: 'tutoring',
			belongsTo: 'tutoring',
			text: { sl: 'učna pomoč', cs: 'doučování', en: 'tutoring' },
		},
		{
			key: 'preventive-activity',
			text: { sl: 'preventivna aktivnost', cs: 'preventivní aktivita', en: 'preventive activity' },
		},
	],
	counsellingKinds: [],
	topics: [],
	reasons: [
		{ key: 'stress', text: { sl: 'stres', cs: 'stres', en: 'stress' } },
		{ key: 'fears', text: { sl: 'strahovi', cs: 'strach', en: 'fears' } },
		{ key: 'worries', text: { sl: 'skrbi', cs: 'starosti', en: 'worries' } },
		{
			key: 'emotional-distress',
			text: { sl: 'večja čustvena stiska', cs: 'větší citová tíseň', en: 'greater emotional distress' },
		},
		{ key: 'anxiety', text: { sl: 'tesnoba', cs: 'úzkost', en: 'anxiety' } },
		{ key: 'irritability', text: { sl: 'razdražljivost', cs: 'podrážděnost', en: 'irritability' } },
		{
			key: 'family-problems',
			text: {
				sl: 'psihosocialni problemi v družini',
				cs: 'psychosociální problémy v rodině',
				en: 'psychosocial problems in the family',
			},
		},
		{
			key: 'school',
			text: { sl: 'učenje in šolske obveznosti', cs: 'učení a školní povinnosti', en: 'learning and school duties' },
		},
		{ key: 'other', text: { sl: 'drugo', cs: 'jiné', en: 'other' } },
	],
	// How talks and field work are given; the tutoring has modes of its own.
	modes: ['phone', 'online', 'home'],
	onlineReasons: [],
	waysIn: [
		{
			key: 'own-decision',
			text: {
				sl: 'Otrok, mladostnik ali starši se oglasijo sami',
				cs: 'Dítě, dospívající nebo rodiče se ozvou sami',
				en: 'A child, an adolescent or the parents get in touch themselves',
			},
			from: 'self',
			alsoForAnother: true,
			modes: [],
			ownWish: 'given',
			needsNotice: false,
		},
		{
			key: 'proposal',
			text: {
				sl: 'Predlog šole, strokovnega delavca ali nekoga bližnjega',
				cs: 'Návrh školy, odborného pracovníka nebo osoby blízké',
				en: 'Proposal by a school, a professional or a close person',
			},
			from: 'proposal',
			alsoForAnother: true,
			modes: [],
			ownWish: 'before-case',
			needsNotice: false,
		},
	],
	conditions: [],
	unit: ['person', 'family'],
	// A parent can be a client in their own right (Z3).
	memberRoles: [
		{ key: 'client', text: { sl: 'uporabnik', cs: 'klient', en: 'client' } },
		{ key: 'child', text: { sl: 'otrok', cs: 'dítě', en: 'child' } },
		{ key: 'adolescent', text: { sl: 'mladostnik', cs: 'dospívající', en: 'adolescent' } },
		{ key: 'parent', text: { sl: 'starš', cs: 'rodič', en: 'parent' } },
		{
			key: 'other-family-member',
			text: { sl: 'drug družinski član', cs: 'jiný člen rodiny', en: 'other family member' },
		},
	],
	team: {
		minimum: 1,
		text: {
			sl: 'Pogovore in svetovanje vodijo strokovnjaki. Učno pomoč nudijo prostovoljci z mentorjem.',
			cs: 'Rozhovory a poradenství vedou odborníci. Doučování poskytují dobrovolníci s mentorem.',
			en: 'Professionals lead the talks and counselling. Volunteers with a mentor give tutoring.',
		},
	},
	meetings: { limit: null, counting: ['talk', 'meeting'] },
	course: [],
	guide: {
		key: 'first-talk-with-child-or-family',
		title: { sl: 'Prvi pogovor', cs: 'První rozhovor', en: 'First talk' },
		usualMinutes: null,
		parts: [
			{
				key: 'introduction',
				title: { sl: 'Predstavitev', cs: 'Představení', en: 'Introduction' },
				prompts: [
					{
						key: 'introduced',
						say: {
							sl: 'Lepo, da ste se oglasili. Pogovor je brezplačen in zaupen. Povem tudi, kdaj moram zaradi varnosti komu kaj povedati.',
							cs: 'Je dobře, že jste se ozvali. Rozhovor je bezplatný a důvěrný. Řeknu i to, kdy musím kvůli bezpečí někomu něco říct.',
							en: 'It is good that you got in touch. The talk is free and confidential. I will also say when I have to tell somebody something for the sake of safety.',
						},
						label: { sl: 'Povedano na začetku', cs: 'Řečeno na začátku', en: 'Said at the start' },
						kind: 'ticks',
						list: 'own',
						items: [
							{
								key: 'confidentiality',
								text: {
									sl: 'zaupnost in njene meje',
									cs: 'důvěrnost a její meze',
									en: 'confidentiality and its limits',
								},
							},
							{
								key: 'what-parents-learn',
								text: {
									sl: 'kaj izvedo starši in kaj ne',
									cs: 'co se dozvědí rodiče a co ne',
									en: 'what parents learn and what they do not',
								},
							},
							{
								key: 'free-of-charge',
								text: {
									sl: 'pogovor je brezplačen',
									cs: 'rozhovor je bezplatný',
									en: 'the talk is free',
								},
							},
							{
								key: 'voluntary',
								text: {
									sl: 'sodelovanje je prostovoljno',
									cs: 'spolupráce je dobrovolná',
									en: 'taking part is voluntary',
								},
							},
						],
					},
					{
						key: 'own-view',
						say: {
							sl: 'Kaj vas zdaj najbolj skrbi?',
							cs: 'Co vám teď dělá největší starost?',
							en: 'What worries you most now?',
						},
						label: {
							sl: 'Kaj je težko, v besedah osebe',
							cs: 'Co je těžké, slovy člověka samotného',
							en: 'What is hard, in the person’s own words',
						},
						kind: 'text',
						alreadyTold: true,
					},
					{
						key: 'reasons',
						label: { sl: 'Razlogi za pogovor', cs: 'Důvody rozhovoru', en: 'Reasons for the talk' },
						hint: { sl: 'Lahko jih je več.', cs: 'Může jich být více.', en: 'There may be several.' },
						kind: 'ticks',
						list: 'reasons',
					},
				],
			},
			{
				key: 'needs-and-resources',
				title: { sl: 'Potrebe in viri', cs: 'Potřeby a zdroje', en: 'Needs and resources' },
				prompts: [
					{
						key: 'concrete-needs',
						say: {
							sl: 'Kaj bi vam zdaj najbolj pomagalo?',
							cs: 'Co by vám teď nejvíc pomohlo?',
							en: 'What would help you most now?',
						},
						label: { sl: 'Konkretne potrebe', cs: 'Konkrétní potřeby', en: 'Concrete needs' },
						kind: 'text',
					},
					{
						key: 'needs-from-the-epidemic',
						say: {
							sl: 'Se je kaj od tega začelo ali poslabšalo med epidemijo?',
							cs: 'Začalo nebo zhoršilo se něco z toho během epidemie?',
							en: 'Did any of it begin or get worse during the epidemic?',
						},
						label: {
							sl: 'Potrebe, ki so nastale kot posledica epidemije',
							cs: 'Potřeby, které vznikly v důsledku epidemie',
							en: 'Needs that arose from the epidemic',
						},
						kind: 'text',
					},
					{
						key: 'own-resources',
						say: {
							sl: 'Kaj vam gre dobro? Kdo v družini lahko pri čem pomaga?',
							cs: 'Co se vám daří? Kdo v rodině může s čím pomoci?',
							en: 'What goes well for you? Who in the family can help with what?',
						},
						label: {
							sl: 'Viri, tudi viri posameznih družinskih članov',
							cs: 'Zdroje, i zdroje jednotlivých členů rodiny',
							en: 'Resources, those of each family member too',
						},
						kind: 'text',
					},
					{
						key: 'quality-of-life',
						say: {
							sl: 'Kako ste zdaj zadovoljni s svojim vsakdanom? Kaj bi ga izboljšalo?',
							cs: 'Jak jste teď spokojeni se svým všedním dnem? Co by ho zlepšilo?',
							en: 'How content are you with your everyday life now? What would make it better?',
						},
						label: {
							sl: 'Kakovost življenja, kot jo oceni oseba',
							cs: 'Kvalita života, jak ji hodnotí člověk',
							en: 'Quality of life as the person sees it',
						},
						hint: {
							sl: 'Ob pregledu vprašajte znova, da je vidna sprememba.',
							cs: 'Při revizi se zeptejte znovu, aby byla vidět změna.',
							en: 'Ask again at the review, so that change can be seen.',
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
						key: 'activities-chosen',
						say: {
							sl: 'Kaj od tega bi radi poskusili? Lahko je več stvari hkrati.',
							cs: 'Co z toho byste rádi zkusili? Může to být i několik věcí najednou.',
							en: 'Which of these would you like to try? It can be several at once.',
						},
						label: {
							sl: 'Aktivnosti, ki jih oseba izbere',
							cs: 'Aktivity, které si člověk zvolí',
							en: 'Activities the person chooses',
						},
						kind: 'ticks',
						list: 'services',
					},
					{
						key: 'more-support-needed',
						label: {
							sl: 'Ali je potrebna poglobljena obravnava',
							cs: 'Zda je potřeba intenzivnější odborná podpora',
							en: 'Whether in-depth treatment is needed',
						},
						kind: 'text',
					},
					{
						key: 'next-step',
						say: {
							sl: 'Kaj naredimo najprej?',
							cs: 'Co uděláme jako první?',
							en: 'What do we do first?',
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
		capabilities: [],
		agreedTask: false,
		madeBy: 'together',
	},
	outcomes: [
		{
			key: 'relieved',
			text: {
				sl: 'oseba je po pogovoru razbremenjena',
				cs: 'člověku se po rozhovoru ulevilo',
				en: 'the person feels relieved after the talk',
			},
		},
		{
			key: 'quality-of-life-better',
			text: {
				sl: 'kakovost življenja se je po mnenju osebe izboljšala',
				cs: 'kvalita života se podle člověka zlepšila',
				en: 'the quality of life has improved, as the person sees it',
			},
		},
		{
			key: 'family-resolves-actively',
			text: {
				sl: 'družina aktivno rešuje nastalo situacijo z lastnimi viri',
				cs: 'rodina aktivně řeší vzniklou situaci z vlastních zdrojů',
				en: 'the family is actively resolving the situation with its own resources',
			},
		},
		{
			key: 'motivation-for-school',
			belongsTo: 'tutoring',
			text: {
				sl: 'motivacija za šolsko delo je okrepljena',
				cs: 'motivace ke školní práci je posílena',
				en: 'motivation for school work has grown',
			},
		},
		{
			key: 'stepped-up',
			text: {
				sl: 'vključitev v poglobljeno obravnavo',
				cs: 'přechod do intenzivnější odborné podpory',
				en: 'taken into in-depth treatment',
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
			sl: 'Od enega razbremenilnega pogovora do daljše podpore, po dogovoru.',
			cs: 'Od jednoho podpůrného rozhovoru po delší podporu, podle dohody.',
			en: 'From one relief talk to longer support, as agreed.',
		},
		// Ours, editable: the source names no interval.
		reviewEveryDays: 90,
	},
	methods: [
		{ sl: 'individualni pristop', cs: 'individuální přístup', en: 'individual approach' },
		{
			sl: 'telefonsko in spletno svetovanje',
			cs: 'telefonické a online poradenství',
			en: 'counselling by telephone and online',
		},
		{ sl: 'terensko delo z družino', cs: 'terénní práce s rodinou', en: 'field work with the family' },
		{
			sl: 'individualna učna pomoč z digitalnimi rešitvami',
			cs: 'individuální doučování pomocí digitálních nástrojů',
			en: 'individual tutoring by digital means',
		},
	],
	providers: [
		{ key: 'professional', text: { sl: 'strokovnjak', cs: 'odborník', en: 'professional' } },
		{ key: 'volunteer', text: { sl: 'prostovoljec', cs: 'dobrovolník', en: 'volunteer' } },
		{ key: 'mentor', text: { sl: 'mentor prostovoljcev', cs: 'mentor dobrovolníků', en: 'mentor of volunteers' } },
		{
			key: 'coordinator',
			text: { sl: 'koordinatorka projekta', cs: 'koordinátorka projektu', en: 'coordinator of the project' },
		},
	],
	educationAndSupervision: [
		{
			sl: 'Izobraževanje in supervizijo strokovnjakov ter usposabljanje prostovoljcev ureja izvajalec.',
			cs: 'Vzdělávání a supervizi odborníků a přípravu dobrovolníků zajišťuje poskytovatel.',
			en: 'The provider arranges education and supervision of professionals and training of volunteers.',
		},
	],
	documentation: [
		{
			sl: 'konkretne potrebe osebe, tudi tiste, ki so nastale kot posledica epidemije',
			cs: 'konkrétní potřeby člověka, i ty, které vznikly v důsledku epidemie',
			en: 'the person’s concrete needs, also those arising from the epidemic',
		},
		{
			sl: 'aktivnosti, v katere je oseba ali družina vključena, in napredek pri ciljih',
			cs: 'aktivity, do nichž je člověk nebo rodina zapojena, a pokrok v cílech',
			en: 'activities the person or family takes part in, and progress towards goals',
		},
		{
			sl: 'pri otrocih: kdo ima starševsko skrb in soglasje staršev',
			cs: 'u dětí: kdo má rodičovskou odpovědnost, a souhlas rodičů',
			en: 'with children: who holds parental responsibility, and the parents’ consent',
		},
		{
			sl: 'srečanja, ure učne pomoči, pregledi, izidi in zaključek',
			cs: 'setkání, hodiny doučování, revize, výsledky a ukončení',
			en: 'meetings, hours of tutoring, reviews, outcomes and closure',
		},
	],
	reportSet: [
		'participants',
		'common-output-indicators',
		'common-result-indicators',
		'readiness-list',
		'target-groups',
		'project-goals',
		'users',
		'families',
		'direct-work',
		'contacts',
		'volunteers',
		'outcome',
	],
	clock: { urgentWorkingDays: 0, ordinaryWorkingDays: 3 },
	// Participants of a project of the European Social Fund have to be identifiable; a relief talk stays open to everybody.
	pseudonymMayBeIncluded: false,
	reasonsToDecline: [
		{
			key: 'not-our-field',
			text: {
				sl: 'tu ne moremo pomagati; povedali smo, kdo lahko',
				cs: 's tímto pomoci nemůžeme; řekli jsme, kdo může',
				en: 'we cannot help with this; we said who can',
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
	stepUp: {
		sl: 'Poglobljena obravnava, kadar je potrebne več podpore. Zgodovina ostane ob osebi, da je ni treba pripovedovati znova.',
		cs: 'Intenzivnější odborná podpora, když je třeba podpory více. Historie zůstává u člověka, aby ji nemusel vyprávět znovu.',
		en: 'In-depth treatment when more support is needed. The history stays with the person, so that it need not be told again.',
	},
	sites: [],
	contacts: [
		{
			role: { sl: 'Koordinatorka projekta', cs: 'Koordinátorka projektu', en: 'Coordinator of the project' },
			name: 'Neža Janež',
			phone: '0820 526 89',
			email: 'neza.janez@zpmmoste.net',
		},
	],
	links: [],
	funding: {
		// Word for word, in its own language only (Z11).
		statement: [
			{ sl: 'Sofinanciranje: Evropska unija – Evropski socialni sklad' },
			{ sl: 'Posredniški organ: Ministrstvo za delo, družino, socialne zadeve in enake možnosti' },
			{ sl: 'Projekt poteka v okviru' },
			{ sl: '9. prednostne osi: »Socialna vključenost in zmanjševanje tveganja revščine«' },
			{
				sl: '9.1 prednostne naložbe: »Aktivno vključevanje, tudi za spodbujanje enakih možnosti in aktivne udeležbe, ter povečanje zaposljivosti«',
			},
			{
				sl: '9.1.3 specifičnega cilja: »Preprečevanje zdrsa v revščino oziroma socialno izključenost in zmanjševanje neenakosti v zdravju«',
			},
			{ sl: 'Operativnega programa za izvajanje Evropske kohezijske politike v obdobju 2014-2020.' },
		],
		year: null,
	},
	acceptsRequests: true,
} satisfies Definition;
