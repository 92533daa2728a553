import type { Definition } from '#lib/programmes/definition.ts';

/** First social help (prva socialna pomoč), a service of every Slovenian centre for social work. */
export const prvaSocialnaPomoc: Definition = {
	shape: 1,
	key: 'prva-socialna-pomoc',
	kind: 'service',
	language: 'sl',
	title: { sl: 'Prva socialna pomoč', cs: 'První sociální pomoc', en: 'First social help' },
	summary: {
		sl: 'Pogovor s strokovnim delavcem centra za socialno delo. Skupaj ugotovimo, kaj vas teži, katere poti so mogoče in kaj bi bil naslednji korak. Je brezplačno in za vsakogar.',
		cs: 'Rozhovor s odborným pracovníkem centra sociální práce. Společně zjistíme, co vás tíží, jaké cesty jsou možné a jaký by mohl být další krok. Je bezplatná a pro každého. V českém právu tato slovinská služba nemá přesnou obdobu.',
		en: 'A talk with a professional of the centre for social work. Together we find out what weighs on you, which ways are open and what the next step could be. It is free and for everybody.',
	},
	motto: null,
	values: [
		{
			sl: 'Vsakomur je zagotovljena kot nujna strokovna pomoč.',
			cs: 'Je zaručena každému jako naléhavá odborná pomoc.',
			en: 'It is guaranteed to everyone as urgent professional help.',
		},
		{
			sl: 'Možnosti vam predstavimo, odločite se sami.',
			cs: 'Možnosti vám představíme, rozhodnete se vy.',
			en: 'We show you the options; the decision is yours.',
		},
		{
			sl: 'V pogovoru lahko prevzamete dejavno vlogo. Če je ne zmorete ali ne želite, vam pomagamo enako.',
			cs: 'V rozhovoru můžete převzít aktivní roli. Pokud na to nemáte sílu nebo to nechcete, pomůžeme vám stejně.',
			en: 'You can take an active role in the talk. If you cannot or would rather not, we help you all the same.',
		},
	],
	purpose: [
		{
			sl: 'Je samostojna storitev. Pomagamo posamezniku ali družini pri prepoznavanju socialne stiske in težave ter pri iskanju uresničljivih oblik pomoči.',
			cs: 'Je to samostatná služba. Pomáháme jednotlivci nebo rodině rozpoznat nepříznivou sociální situaci či potíž a hledat uskutečnitelné formy pomoci.',
			en: 'It is a service of its own. We help an individual or a family to recognise social distress and difficulty, and to look for feasible forms of help.',
		},
		{
			sl: 'V zaupnem osebnem pogovoru lahko ubesedite svojo stisko in opišete, kako se nanjo odzivate.',
			cs: 'V důvěrném osobním rozhovoru můžete pojmenovat svou tíseň a popsat, jak na ni reagujete.',
			en: 'In a confidential personal talk you can put your distress into words and describe how you react to it.',
		},
		{
			sl: 'Spoznate vire, ki jih imate v sebi in okoli sebe, in predvidite možne posledice.',
			cs: 'Uvědomíte si zdroje, které máte v sobě i kolem sebe, a předvídáte možné následky.',
			en: 'You become aware of your own resources and those around you, and foresee possible consequences.',
		},
		{
			sl: 'Izveste, katere posebne pravice imate zdaj in kako jih uveljavite, tako da lahko izbirate med različnimi oblikami pomoči.',
			cs: 'Dozvíte se, jaká zvláštní práva teď máte a jak je uplatnit, takže si můžete vybrat mezi různými formami pomoci.',
			en: 'You learn which special rights you have now and how to claim them, so that you can choose between forms of help.',
		},
		{
			sl: 'Oblikujete zamisel za naslednji korak v smeri konstruktivnih sprememb.',
			cs: 'Vytvoříte si představu o dalším kroku směrem ke konstruktivní změně.',
			en: 'You form an idea of the next step towards constructive change.',
		},
	],
	forWhom: [
		{
			sl: 'Za vsakogar v socialni stiski ali težavi, ne glede na stalno prebivališče ali državljanstvo.',
			cs: 'Pro každého v nepříznivé sociální situaci nebo s potíží, bez ohledu na trvalé bydliště a státní občanství.',
			en: 'For anyone in social distress or difficulty, regardless of residence or citizenship.',
		},
		{
			sl: 'Ko se na center obrnete prvič in sami nimate dovolj znanj in spretnosti, da bi stisko rešili.',
			cs: 'Když se na centrum obracíte poprvé a sami nemáte dost znalostí a dovedností, abyste svou tíseň vyřešili.',
			en: 'When you turn to the centre for the first time and have not yourself the knowledge and skills to resolve the distress.',
		},
		{
			sl: 'Ko ste že v obravnavi in se pojavi nova stiska ali težava.',
			cs: 'Když už s vámi centrum pracuje a objeví se nová tíseň nebo potíž.',
			en: 'When you are already in treatment and a new distress or difficulty appears.',
		},
		{
			sl: 'Tudi takrat, ko ne veste, kam s svojo težavo.',
			cs: 'I tehdy, když nevíte, kam se se svou potíží obrátit.',
			en: 'Also when you do not know where to turn.',
		},
		{
			sl: 'Storitev je brezplačna.',
			cs: 'Služba je bezplatná.',
			en: 'The service is free.',
		},
	],
	openToAnyone: true,
	// Who is entitled (P5) is said in forWhom and ticked in the first part of the guide.
	indications: [],
	targetGroups: [],
	projectGoals: [],
	// The four contents of the service (P2).
	contents: [
		{
			key: 'recognising-the-distress',
			text: {
				sl: 'pomoč pri prepoznavanju in opredelitvi socialne stiske in težave',
				cs: 'pomoc při rozpoznání a vymezení nepříznivé sociální situace a potíže',
				en: 'help to recognise and define the social distress and difficulty',
			},
		},
		{
			key: 'possible-solutions',
			text: { sl: 'ocena možnih rešitev', cs: 'posouzení možných řešení', en: 'assessment of possible solutions' },
		},
		{
			key: 'help-and-obligations-at-the-centre',
			text: {
				sl: 'seznanitev z vsemi storitvami, dajatvami in javnimi pooblastili centra ter z obveznostmi, ki sledijo izbiri',
				cs: 'seznámení se všemi službami, dávkami a výkonem veřejné moci centra a s povinnostmi, které z volby plynou',
				en: 'information on all services, benefits and public authorities of the centre, and the obligations that follow from the choice',
			},
		},
		{
			key: 'provider-network',
			text: {
				sl: 'predstavitev mreže in programov izvajalcev zunaj centra',
				cs: 'představení sítě a programů poskytovatelů mimo centrum',
				en: 'presentation of the network and programmes of providers outside the centre',
			},
		},
	],
	formsOfHelp: [
		{
			key: 'individual-talk',
			text: {
				sl: 'Zaupen osebni pogovor s strokovnim delavcem',
				cs: 'Důvěrný osobní rozhovor s odborným pracovníkem',
				en: 'Confidential personal talk with a professional',
			},
			detail: {
				sl: 'en pogovor ali več',
				cs: 'jeden rozhovor nebo více',
				en: 'one talk or several',
			},
			modes: ['office', 'phone', 'home'],
			recordedAs: 'meeting',
		},
	],
	services: [],
	counsellingKinds: [],
	topics: [],
	// Twelve named reasons, and an open one (P3).
	reasons: [
		{
			key: 'family-and-partnership',
			text: {
				sl: 'težave v družinskih in partnerskih odnosih',
				cs: 'potíže v rodinných a partnerských vztazích',
				en: 'difficulties in family and partnership relations',
			},
		},
		{
			key: 'violence-in-the-family',
			text: { sl: 'nasilje v družini', cs: 'násilí v rodině', en: 'violence in the family' },
		},
		{
			key: 'break-up',
			text: {
				sl: 'razveza zakonske zveze ali razpad zunajzakonske skupnosti',
				cs: 'rozvod manželství nebo rozpad nesezdaného soužití',
				en: 'divorce or break-up of a partnership',
			},
		},
		{ key: 'upbringing', text: { sl: 'vzgojne težave', cs: 'výchovné potíže', en: 'difficulties in upbringing' } },
		{
			key: 'child-endangerment',
			text: {
				sl: 'sum ogroženosti otroka',
				cs: 'podezření na ohrožení dítěte',
				en: 'suspected endangerment of a child',
			},
		},
		{
			key: 'alcohol',
			text: {
				sl: 'tvegano in škodljivo pitje alkohola',
				cs: 'rizikové a škodlivé pití alkoholu',
				en: 'risky and harmful drinking',
			},
		},
		{ key: 'drugs', text: { sl: 'zloraba drog', cs: 'zneužívání drog', en: 'drug abuse' } },
		{ key: 'material', text: { sl: 'materialna stiska', cs: 'materiální tíseň', en: 'material distress' } },
		{ key: 'housing', text: { sl: 'stanovanjska stiska', cs: 'bytová tíseň', en: 'housing distress' } },
		{
			key: 'interpersonal',
			text: {
				sl: 'težave v medosebnih odnosih',
				cs: 'potíže v mezilidských vztazích',
				en: 'difficulties in interpersonal relations',
			},
		},
		{
			key: 'care-of-others',
			text: {
				sl: 'oskrba bolnih in ostarelih',
				cs: 'péče o nemocné a staré lidi',
				en: 'care of the ill and elderly',
			},
		},
		{
			key: 'rights-information',
			text: {
				sl: 'informacije o uveljavljanju pravic iz javnih sredstev',
				cs: 'informace o uplatnění nároků z veřejných prostředků',
				en: 'information on claiming rights from public funds',
			},
		},
		{
			key: 'other',
			text: { sl: 'druge stiske in težave', cs: 'jiné potíže', en: 'other distress and difficulties' },
		},
	],
	modes: ['office', 'phone', 'home'],
	onlineReasons: [],
	waysIn: [
		{
			key: 'own-decision',
			text: {
				sl: 'Samostojna odločitev osebe, ki želi storitev zaradi svoje stiske',
				cs: 'Vlastní rozhodnutí člověka, který o službu stojí kvůli své tísni',
				en: 'The person’s own decision to ask for the service because of their distress',
			},
			from: 'self',
			alsoForAnother: false,
			modes: [],
			ownWish: 'given',
			needsNotice: false,
		},
		{
			key: 'initiative',
			text: {
				sl: 'Pobuda upravičenega predlagatelja iz socialne mreže osebe, ki sklepa na ogroženost, če jo oseba sprejme',
				cs: 'Podnět oprávněného navrhovatele ze sociální sítě člověka, který usuzuje na ohrožení, pokud ho člověk přijme',
				en: 'Initiative of an entitled proposer in the person’s social network who suspects endangerment, if the person accepts it',
			},
			from: 'proposal',
			alsoForAnother: true,
			modes: [],
			ownWish: 'before-talk',
			needsNotice: false,
		},
		{
			key: 'ex-officio',
			text: {
				sl: 'Po uradni dolžnosti: center je dobil podatke, ki ga zavezujejo k ravnanju, in je osebo o tem seznanil, ali pa je pri izvajanju javnih pooblastil ocenil, da bi storitev lahko pomagala',
				cs: 'Z moci úřední: centrum získalo údaje, které je zavazují jednat, a člověka o tom informovalo, nebo při výkonu veřejné moci usoudilo, že by služba mohla pomoci',
				en: 'Ex officio: the centre received information that binds it to act and informed the person, or judged while exercising a public authority that the service could help',
			},
			from: 'office',
			alsoForAnother: false,
			modes: [],
			ownWish: 'given',
			needsNotice: true,
		},
	],
	// None: not taking an active role is no ground for refusal (P10).
	conditions: [],
	unit: ['person', 'family'],
	memberRoles: [
		{ key: 'client', text: { sl: 'uporabnik', cs: 'klient', en: 'client' } },
		{ key: 'family-member', text: { sl: 'družinski član', cs: 'člen rodiny', en: 'family member' } },
	],
	team: {
		minimum: 1,
		text: {
			sl: 'Pogovor vodi strokovni delavec centra, na posebnih področjih strokovni delavec tistega področja.',
			cs: 'Rozhovor vede odborný pracovník centra, ve zvláštních oblastech odborný pracovník dané oblasti.',
			en: 'A professional of the centre leads the talk; in special fields, a professional of that field.',
		},
	},
	meetings: { limit: null, counting: ['talk', 'meeting'] },
	course: [],
	guide: {
		key: 'first-social-help-talk',
		title: {
			sl: 'Razgovor prve socialne pomoči',
			cs: 'Rozhovor první sociální pomoci',
			en: 'First social help talk',
		},
		// An average, never a limit (P12).
		usualMinutes: 45,
		parts: [
			{
				key: 'introduction',
				title: {
					sl: 'Predstavitev in pripoved',
					cs: 'Představení a vyprávění',
					en: 'Introduction and the person’s account',
				},
				about: {
					sl: 'Strokovni delavec predstavi institucijo in sebe. Vi poveste, kolikor zmorete in želite, tudi kako sami vidite razmere: materialne in v odnosih z drugimi.',
					cs: 'Odborný pracovník představí instituci a sebe. Vy řeknete, kolik můžete a chcete, i to, jak svou situaci sami vidíte: materiální i ve vztazích s druhými.',
					en: 'The professional introduces the institution and themselves. You tell as much as you can and wish, also how you see your situation yourself: material, and in relations with others.',
				},
				prompts: [
					{
						key: 'introduced',
						say: {
							sl: 'Dobrodošli. Najprej povem, kdo sem in kaj lahko tu storimo za vas. Kar poveste, je zaupno. Povem tudi, kdaj zakon zahteva drugače.',
							cs: 'Vítejte. Nejdřív řeknu, kdo jsem a co pro vás tady můžeme udělat. Co mi povíte, je důvěrné. Řeknu i to, kdy zákon vyžaduje něco jiného.',
							en: 'Welcome. First I will say who I am and what we can do for you here. What you tell me is confidential. I will also say when the law requires otherwise.',
						},
						label: { sl: 'Predstavljeno na začetku', cs: 'Představeno na začátku', en: 'Introduced at the start' },
						kind: 'ticks',
						list: 'own',
						items: [
							{
								key: 'institution',
								text: { sl: 'center in njegova vloga', cs: 'centrum a jeho role', en: 'the centre and its role' },
							},
							{
								key: 'worker',
								text: { sl: 'strokovni delavec', cs: 'odborný pracovník', en: 'the professional' },
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
								key: 'free-of-charge',
								text: {
									sl: 'storitev je brezplačna',
									cs: 'služba je bezplatná',
									en: 'the service is free',
								},
							},
							{
								key: 'what-is-recorded',
								text: {
									sl: 'kaj zapišem in kdo to bere',
									cs: 'co zapisuji a kdo to čte',
									en: 'what I write down and who reads it',
								},
							},
						],
					},
					{
						key: 'entitlement',
						label: { sl: 'Kdo prihaja', cs: 'Kdo přichází', en: 'Who is coming' },
						hint: {
							sl: 'Vsak od teh odgovorov zadošča za pogovor.',
							cs: 'Každá z těchto odpovědí k rozhovoru stačí.',
							en: 'Any of these answers is enough for a talk.',
						},
						kind: 'ticks',
						list: 'own',
						items: [
							{
								key: 'first-time',
								text: {
									sl: 'na center se obrača prvič',
									cs: 'na centrum se obrací poprvé',
									en: 'turns to the centre for the first time',
								},
							},
							{
								key: 'new-difficulty',
								text: {
									sl: 'že v obravnavi, nova težava',
									cs: 'už v péči centra, nová potíž',
									en: 'already in treatment, a new problem',
								},
							},
							{
								key: 'not-knowing-where-to-turn',
								text: {
									sl: 'ne ve, kam s svojo težavo',
									cs: 'neví, kam se se svou potíží obrátit',
									en: 'does not know where to turn',
								},
							},
						],
					},
					{
						key: 'own-account',
						say: {
							sl: 'Povejte, kaj vas je pripeljalo k nam. Vzemite si čas.',
							cs: 'Povězte, co vás k nám přivedlo. Máme na to čas.',
							en: 'Tell me what brought you here. Take your time.',
						},
						label: { sl: 'Pripoved osebe', cs: 'Vyprávění člověka', en: 'The person’s account' },
						hint: {
							sl: 'Česar je oseba že povedala, je ne sprašujte znova, razen če to želi.',
							cs: 'Na to, co už člověk řekl, se neptejte znovu, ledaže si to přeje.',
							en: 'Do not ask again for what the person has already told, unless they want to tell it.',
						},
						kind: 'text',
						alreadyTold: true,
					},
					{
						key: 'own-view-material',
						say: {
							sl: 'Kako sami vidite svoje materialne razmere: dohodke, stanovanje, stroške?',
							cs: 'Jak sami vidíte své materiální poměry: příjmy, bydlení, výdaje?',
							en: 'How do you yourself see your material situation: income, housing, costs?',
						},
						label: {
							sl: 'Lastna ocena razmer: materialno stanje',
							cs: 'Vlastní pohled na situaci: materiální poměry',
							en: 'Own view of the situation: material',
						},
						kind: 'text',
					},
					{
						key: 'own-view-interpersonal',
						say: {
							sl: 'In kako vidite odnose z ljudmi okoli sebe?',
							cs: 'A jak vidíte vztahy s lidmi kolem sebe?',
							en: 'And how do you see your relations with the people around you?',
						},
						label: {
							sl: 'Lastna ocena razmer: medsebojni odnosi',
							cs: 'Vlastní pohled na situaci: mezilidské vztahy',
							en: 'Own view of the situation: interpersonal',
						},
						kind: 'text',
					},
				],
			},
			{
				key: 'help',
				title: { sl: 'Strokovna pomoč in podpora', cs: 'Odborná pomoc a podpora', en: 'Professional help and support' },
				about: {
					sl: 'Skupaj prepoznavamo stiske in težave. Upoštevamo vaša pričakovanja in predloge za rešitev.',
					cs: 'Společně rozpoznáváme tíseň a potíže. Bereme v úvahu vaše očekávání a návrhy řešení.',
					en: 'Together we recognise distress and difficulties, taking account of your expectations and proposals.',
				},
				prompts: [
					{
						key: 'distress-in-own-words',
						say: {
							sl: 'Kaj od tega vas zdaj najbolj teži? In kako se na to odzivate?',
							cs: 'Co z toho vás teď tíží nejvíc? A jak na to reagujete?',
							en: 'Which of these weighs on you most now? And how do you react to it?',
						},
						label: {
							sl: 'Stiska v besedah osebe in njeni odzivi nanjo',
							cs: 'Tíseň slovy člověka a jeho reakce na ni',
							en: 'The distress in the person’s own words, and their reactions to it',
						},
						kind: 'text',
					},
					{
						key: 'reasons',
						label: { sl: 'Razlogi za prihod', cs: 'Důvody příchodu', en: 'Reasons for coming' },
						hint: { sl: 'Lahko jih je več.', cs: 'Může jich být více.', en: 'There may be several.' },
						kind: 'ticks',
						list: 'reasons',
					},
					{
						key: 'resources',
						say: {
							sl: 'Kdo ali kaj vam je do zdaj pomagalo?',
							cs: 'Kdo nebo co vám zatím pomáhalo?',
							en: 'Who or what has helped you so far?',
						},
						label: {
							sl: 'Lastni viri in viri v okolju',
							cs: 'Vlastní zdroje a zdroje v okolí',
							en: 'Own resources and those around',
						},
						kind: 'text',
					},
					{
						key: 'possible-consequences',
						say: {
							sl: 'Kaj mislite, da bi se lahko zgodilo, če se nič ne spremeni?',
							cs: 'Co by se podle vás mohlo stát, když se nic nezmění?',
							en: 'What do you think could happen if nothing changes?',
						},
						label: {
							sl: 'Možne posledice glede na naravo škode',
							cs: 'Možné následky vzhledem k povaze újmy',
							en: 'Possible consequences, given the nature of the harm',
						},
						kind: 'text',
					},
					{
						key: 'expectations-and-proposals',
						say: {
							sl: 'Kaj bi si želeli, da se spremeni? Imate že kakšno zamisel?',
							cs: 'Co byste si přáli, aby se změnilo? Máte už nějaký nápad?',
							en: 'What would you like to change? Do you already have an idea?',
						},
						label: {
							sl: 'Pričakovanja in predlogi za rešitev',
							cs: 'Očekávání a návrhy řešení',
							en: 'Expectations and proposals',
						},
						kind: 'text',
					},
					{
						key: 'possible-solutions',
						label: {
							sl: 'Ocena možnih rešitev',
							cs: 'Posouzení možných řešení',
							en: 'Assessment of possible solutions',
						},
						hint: {
							sl: 'Kaj od tega, kar oseba predlaga in kar vidite vi, je uresničljivo.',
							cs: 'Co z toho, co navrhuje člověk a co vidíte vy, je uskutečnitelné.',
							en: 'What is feasible of what the person proposes and of what you see.',
						},
						kind: 'text',
					},
				],
			},
			{
				key: 'ways-forward',
				title: { sl: 'Možni načini ravnanja', cs: 'Možné způsoby dalšího postupu', en: 'Possible ways forward' },
				about: {
					sl: 'Izveste, katere storitve so na voljo pri različnih izvajalcih in pod katerimi pogoji.',
					cs: 'Dozvíte se, jaké služby nabízejí různí poskytovatelé a za jakých podmínek.',
					en: 'You learn which services the various providers offer, and on which conditions.',
				},
				prompts: [
					{
						key: 'rights',
						say: {
							sl: 'Povem vam, katere pravice imate v tem položaju in kako jih lahko uveljavite.',
							cs: 'Povím vám, jaká práva v této situaci máte a jak je můžete uplatnit.',
							en: 'I will tell you which rights you have in this situation and how you can claim them.',
						},
						label: {
							sl: 'Posebne pravice v sedanjem stanju in kako jih uveljavi',
							cs: 'Zvláštní práva v současném stavu a jak je uplatnit',
							en: 'Special rights in the present state, and how to claim them',
						},
						kind: 'text',
					},
					{
						key: 'options',
						say: {
							sl: 'Pokažem vam, kaj vse je na voljo, pod katerimi pogoji in kaj prinese s seboj. Izberete sami. Lahko tudi nič ali pozneje.',
							cs: 'Ukážu vám, co všechno je k dispozici, za jakých podmínek a co to obnáší. Vyberete si sami. Klidně nic, nebo až později.',
							en: 'I will show you what there is, on what conditions and what it brings with it. You choose. You may also choose nothing, or later.',
						},
						label: {
							sl: 'Možnosti s pogoji in obveznostmi ter izbira osebe',
							cs: 'Možnosti s podmínkami a povinnostmi a volba člověka',
							en: 'Options with conditions and obligations, and the person’s choice',
						},
						kind: 'options',
					},
					{
						key: 'next-step',
						say: {
							sl: 'Kaj bi bil za vas naslednji korak?',
							cs: 'Jaký další krok by pro vás dával smysl?',
							en: 'What would be the next step for you?',
						},
						label: {
							sl: 'Zamisel za naslednji korak v smeri konstruktivnih sprememb',
							cs: 'Představa o dalším kroku směrem ke konstruktivní změně',
							en: 'Idea of the next step towards constructive change',
						},
						hint: { sl: 'Kakor jo pove oseba.', cs: 'Tak, jak ji řekne člověk.', en: 'As the person puts it.' },
						kind: 'text',
					},
					{
						key: 'contents',
						label: { sl: 'Opravljene vsebine', cs: 'Probraný obsah', en: 'Contents covered' },
						kind: 'ticks',
						list: 'contents',
					},
					{
						key: 'outcomes',
						label: { sl: 'Izidi pogovora', cs: 'Výsledky rozhovoru', en: 'Outcomes of the talk' },
						hint: {
							sl: 'Označite, kar je oseba dosegla z vašo pomočjo. Kar ostane, lahko počaka na naslednji pogovor.',
							cs: 'Označte, k čemu člověk s vaší pomocí došel. Zbytek může počkat na příští rozhovor.',
							en: 'Tick what the person has reached with your help. The rest can wait for another talk.',
						},
						kind: 'ticks',
						list: 'outcomes',
					},
					{
						key: 'how-it-goes-on',
						label: { sl: 'Kako se pogovor sklene', cs: 'Jak rozhovor končí', en: 'How it ends' },
						kind: 'ticks',
						list: 'own',
						items: [
							{
								key: 'further-cooperation-agreed',
								text: {
									sl: 'dogovor o nadaljnji obliki strokovnega sodelovanja',
									cs: 'dohoda o další formě odborné spolupráce',
									en: 'agreement on the further form of professional cooperation',
								},
							},
							{
								key: 'another-talk',
								text: { sl: 'še en pogovor', cs: 'další rozhovor', en: 'another talk' },
							},
							{
								key: 'person-goes-on-alone',
								text: {
									sl: 'oseba nadaljuje sama, brez dogovora',
									cs: 'člověk pokračuje sám, bez dohody',
									en: 'the person goes on alone, without an agreement',
								},
							},
						],
					},
				],
			},
		],
	},
	plan: {
		title: { sl: 'Načrt naslednjih korakov', cs: 'Plán dalších kroků', en: 'Plan of next steps' },
		goals: 'own',
		listed: [],
		capabilities: [],
		agreedTask: false,
		madeBy: 'together',
	},
	// The four outcomes of the service (P9).
	outcomes: [
		{
			key: 'distress-put-into-words',
			text: {
				sl: 'oseba je ubesedila svojo stisko in opisala lastne reakcije na problem v zaupnem osebnem pogovoru',
				cs: 'člověk v důvěrném osobním rozhovoru pojmenoval svou tíseň a popsal vlastní reakce na problém',
				en: 'the person has put the distress and their own reactions into words in a confidential personal talk',
			},
		},
		{
			key: 'resources-and-consequences-known',
			text: {
				sl: 'oseba je ozavestila lastne vire in vire v okolju ter predvidela možne posledice glede na naravo škode',
				cs: 'člověk si uvědomil vlastní zdroje i zdroje v okolí a předvídal možné následky vzhledem k povaze újmy',
				en: 'the person knows their own resources and those around them, and has foreseen possible consequences given the nature of the harm',
			},
		},
		{
			key: 'rights-known',
			text: {
				sl: 'oseba je seznanjena s posebnimi pravicami, ki se nanašajo na trenutno stanje, in z načini uveljavljanja, tako da ima možnost izbire med različnimi oblikami pomoči',
				cs: 'člověk zná zvláštní práva, která se týkají současného stavu, a způsoby jejich uplatnění, takže si může vybrat mezi různými formami pomoci',
				en: 'the person knows the special rights that apply to their present state and how to claim them, so has a choice between forms of help',
			},
		},
		{
			key: 'next-step-formed',
			text: {
				sl: 'oseba je oblikovala zamisel za naslednji korak v smeri konstruktivnih sprememb',
				cs: 'člověk si vytvořil představu o dalším kroku směrem ke konstruktivní změně',
				en: 'the person has formed an idea of the next step towards constructive change',
			},
		},
	],
	agreement: {
		title: {
			sl: 'Dogovor o nadaljnji obliki strokovnega sodelovanja',
			cs: 'Dohoda o další formě odborné spolupráce',
			en: 'Agreement on the further form of professional cooperation',
		},
		form: 'either',
		period: 'none',
	},
	duration: {
		// 45 minutes on average (P12).
		text: {
			sl: 'Pogovor v povprečju traja 45 minut. To ni meja. Storitev se zaključi z enim ali več pogovori.',
			cs: 'Rozhovor trvá v průměru 45 minut. Není to limit. Služba končí po jednom nebo více rozhovorech.',
			en: 'A talk lasts 45 minutes on average. That is no limit. The service ends after one talk or several.',
		},
		reviewEveryDays: null,
	},
	methods: [{ sl: 'metoda dela s posameznikom', cs: 'metoda práce s jednotlivcem', en: 'work with an individual' }],
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
			key: 'professional-of-the-field',
			text: {
				sl: 'strokovni delavec posameznega področja (rejništvo, posvojitve, skrbništvo, domsko varstvo, pokazenska pomoč)',
				cs: 'odborný pracovník dané oblasti (pěstounská péče, osvojení, poručnictví a opatrovnictví, pobytové služby, postpenitenciární péče)',
				en: 'professional of the field (fostering, adoption, guardianship, residential care, post-penal help)',
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
			sl: 'zapis pogovora po treh delih, z vsebinami in izidi',
			cs: 'záznam rozhovoru ve třech částech, s obsahem a výsledky',
			en: 'record of the talk in three parts, with contents and outcomes',
		},
		{
			sl: 'predstavljene možnosti s pogoji in obveznostmi ter izbira osebe',
			cs: 'představené možnosti s podmínkami a povinnostmi a volba člověka',
			en: 'options presented, with conditions and obligations, and the person’s choice',
		},
		{
			sl: 'način vključitve; ob pobudi odločitev osebe, po uradni dolžnosti seznanitev osebe',
			cs: 'způsob vstupu; u podnětu rozhodnutí člověka, z moci úřední jeho informování',
			en: 'way in; with an initiative the person’s decision, ex officio that the person was informed',
		},
		{
			sl: 'dogovor o nadaljnjem sodelovanju, če ga oseba želi',
			cs: 'dohoda o další spolupráci, pokud si ji člověk přeje',
			en: 'agreement on further cooperation, if the person wants one',
		},
	],
	reportSet: [
		'users',
		'informative',
		'families',
		'ways-in',
		'reasons',
		'direct-work',
		'contacts',
		'staff',
		'outcome',
		'first-sign-to-first-talk',
	],
	clock: { urgentWorkingDays: 0, ordinaryWorkingDays: 3 },
	pseudonymMayBeIncluded: true,
	// Want of capacity is not among them: the service is guaranteed to everyone (P4).
	reasonsToDecline: [
		{
			key: 'other-help-running',
			text: {
				sl: 'za isto stisko na centru že poteka druga pomoč in se pogovor nadaljuje tam',
				cs: 'pro tutéž tíseň už v centru probíhá jiná pomoc a rozhovor pokračuje tam',
				en: 'other help for the same distress is already running at the centre and the talk goes on there',
			},
		},
		{
			key: 'information-was-enough',
			text: {
				sl: 'osebi je zadoščala informacija',
				cs: 'člověku stačila informace',
				en: 'a piece of information was enough for the person',
			},
		},
		{
			key: 'asked-twice',
			text: {
				sl: 'ista prošnja je prišla dvakrat',
				cs: 'stejná žádost přišla dvakrát',
				en: 'the same request came twice',
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
			key: 'further-cooperation-agreed',
			text: {
				sl: 'dogovor o nadaljnji obliki sodelovanja na centru',
				cs: 'dohoda o další formě spolupráce v centru',
				en: 'agreement on a further form of cooperation at the centre',
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
	options: [
		{
			key: 'counselling',
			group: 'service',
			title: { sl: 'Osebna pomoč: svetovanje', cs: 'Osobní pomoc: poradenství', en: 'Personal help: counselling' },
			condition: {
				sl: 'Odločite se prostovoljno. Stiske ne znate ali ne zmorete odpraviti sami, pripravljeni pa ste dejavno iskati rešitve, spremeniti svoje vedenje in urediti odnose z drugimi.',
				cs: 'Rozhodnete se dobrovolně. Tíseň neumíte nebo nedokážete odstranit sami, jste ale připraveni aktivně hledat řešení, změnit své chování a uspořádat vztahy s druhými.',
				en: 'You decide freely. You do not know how to resolve the distress alone, or have not the strength to, and are ready to look for solutions, change your behaviour and put relations with others in order.',
			},
			obligation: {
				sl: 'Dejavno sodelovanje v zaupnih pogovorih.',
				cs: 'Aktivní účast v důvěrných rozhovorech.',
				en: 'Active cooperation in confidential talks.',
			},
		},
		{
			key: 'arranging',
			group: 'service',
			title: {
				sl: 'Osebna pomoč: urejanje',
				cs: 'Osobní pomoc: pomoc při uspořádání vztahů a situace',
				en: 'Personal help: arranging',
			},
			condition: {
				sl: 'Odločite se prostovoljno in pristanete na to, da se vključijo ključni dejavniki okolja, to so ljudje, ki lahko pomagajo.',
				cs: 'Rozhodnete se dobrovolně a souhlasíte se zapojením klíčových aktérů okolí, tedy lidí, kteří mohou pomoci.',
				en: 'You decide freely and agree that the key actors of your environment, the people who can help, are involved.',
			},
			obligation: {
				sl: 'Sodelovanje z ljudmi, na katerih vključitev ste pristali.',
				cs: 'Spolupráce s lidmi, s jejichž zapojením jste souhlasili.',
				en: 'Cooperation with the people whose involvement you agreed to.',
			},
		},
		{
			key: 'guidance',
			group: 'service',
			title: { sl: 'Osebna pomoč: vodenje', cs: 'Osobní pomoc: vedení', en: 'Personal help: guidance' },
			condition: {
				sl: 'Odločite se prostovoljno in ob vas je ustrezna mreža stalnih sodelavcev.',
				cs: 'Rozhodnete se dobrovolně a je kolem vás vhodná síť stálých spolupracovníků.',
				en: 'You decide freely and there is a suitable network of standing collaborators around you.',
			},
			obligation: {
				sl: 'Sodelovanje z mrežo, ki vam trajno pomaga v domačem okolju.',
				cs: 'Spolupráce se sítí, která vám trvale pomáhá v domácím prostředí.',
				en: 'Cooperation with the network that gives you lasting help at home.',
			},
		},
		{
			key: 'family-help',
			group: 'service',
			title: {
				sl: 'Pomoč družini za dom',
				cs: 'Odborná pomoc rodině (vztahy, péče o děti)',
				en: 'Family help for the home',
			},
			condition: {
				sl: 'Ocena, da ste družinski člani motivirani za potrebne spremembe v svojih socialnih vlogah, in sprejem dogovora o sodelovanju.',
				cs: 'Posouzení, že jste jako členové rodiny motivováni k potřebným změnám ve svých sociálních rolích, a přijetí dohody o spolupráci.',
				en: 'An assessment that the family members are motivated to make the needed changes in their social roles, and acceptance of a cooperation agreement.',
			},
			obligation: {
				sl: 'Sodelovanje po dogovoru. Z družino delata dva strokovna delavca.',
				cs: 'Spolupráce podle dohody. S rodinou pracují dva odborní pracovníci.',
				en: 'Cooperation as agreed. Two professionals work with the family.',
			},
		},
		{
			key: 'victim-support',
			group: 'service',
			title: {
				sl: 'Podpora žrtvam kaznivih dejanj',
				cs: 'Podpora obětem trestných činů',
				en: 'Support for victims of crime',
			},
			condition: {
				sl: 'Kdo je upravičen, pojasni center.',
				cs: 'Kdo má nárok, vysvětlí centrum.',
				en: 'The centre explains who is entitled.',
			},
			obligation: {
				sl: 'Morebitne obveznosti pojasni strokovni delavec, preden se odločite.',
				cs: 'Případné povinnosti vysvětlí odborný pracovník dříve, než se rozhodnete.',
				en: 'The professional explains any obligations before you decide.',
			},
		},
		{
			key: 'cash-social-assistance',
			group: 'benefit',
			title: {
				sl: 'Denarna socialna pomoč',
				cs: 'Peněžitá sociální pomoc (denarna socialna pomoč)',
				en: 'Cash social assistance (denarna socialna pomoč)',
			},
			condition: {
				sl: 'Vloga. Pogoje preveri center ob vlogi.',
				cs: 'Žádost. Podmínky ověří centrum při jejím podání.',
				en: 'An application. The centre checks the conditions with it.',
			},
			obligation: {
				sl: 'Sporočanje sprememb, ki vplivajo na pravico. Rok in druge obveznosti pove odločba.',
				cs: 'Oznamovat změny, které mají na nárok vliv. Lhůtu a další povinnosti uvádí rozhodnutí.',
				en: 'Reporting changes that affect the right. The decision states the time limit and other obligations.',
			},
		},
		{
			key: 'emergency-assistance',
			group: 'benefit',
			title: {
				sl: 'Izredna denarna socialna pomoč',
				cs: 'Mimořádná peněžitá sociální pomoc (izredna denarna socialna pomoč)',
				en: 'Extraordinary cash social assistance (izredna denarna socialna pomoč)',
			},
			condition: {
				sl: 'Vloga. Pogoje preveri center ob vlogi.',
				cs: 'Žádost. Podmínky ověří centrum při jejím podání.',
				en: 'An application. The centre checks the conditions with it.',
			},
			obligation: {
				sl: 'Poraba za namen, za katerega je dodeljena. Kako to dokažete, pove odločba.',
				cs: 'Použít ji na účel, na který byla přiznána. Jak to doložíte, uvádí rozhodnutí.',
				en: 'To be spent on the purpose it was granted for. The decision says how to show this.',
			},
		},
		{
			key: 'supplementary-allowance',
			group: 'benefit',
			title: {
				sl: 'Varstveni dodatek',
				cs: 'Příplatek k nízkému příjmu (varstveni dodatek)',
				en: 'Supplementary allowance (varstveni dodatek)',
			},
			condition: {
				sl: 'Vloga. Pogoje preveri center ob vlogi.',
				cs: 'Žádost. Podmínky ověří centrum při jejím podání.',
				en: 'An application. The centre checks the conditions with it.',
			},
			obligation: {
				sl: 'Sporočanje sprememb, ki vplivajo na pravico. Rok in druge obveznosti pove odločba.',
				cs: 'Oznamovat změny, které mají na nárok vliv. Lhůtu a další povinnosti uvádí rozhodnutí.',
				en: 'Reporting changes that affect the right. The decision states the time limit and other obligations.',
			},
		},
		{
			key: 'child-allowance',
			group: 'benefit',
			title: {
				sl: 'Otroški dodatek',
				cs: 'Přídavek na dítě (otroški dodatek)',
				en: 'Child allowance (otroški dodatek)',
			},
			condition: {
				sl: 'Vloga. Pogoje preveri center ob vlogi.',
				cs: 'Žádost. Podmínky ověří centrum při jejím podání.',
				en: 'An application. The centre checks the conditions with it.',
			},
			obligation: {
				sl: 'Sporočanje sprememb, ki vplivajo na pravico. Rok in druge obveznosti pove odločba.',
				cs: 'Oznamovat změny, které mají na nárok vliv. Lhůtu a další povinnosti uvádí rozhodnutí.',
				en: 'Reporting changes that affect the right. The decision states the time limit and other obligations.',
			},
		},
		{
			key: 'parental-and-family-benefits',
			group: 'benefit',
			title: {
				sl: 'Pravice iz starševskega varstva in družinski prejemki',
				cs: 'Dávky při rodičovství a rodinné dávky',
				en: 'Parental and family benefits',
			},
			condition: {
				sl: 'Vloga. Pogoje preveri center ob vlogi.',
				cs: 'Žádost. Podmínky ověří centrum při jejím podání.',
				en: 'An application. The centre checks the conditions with it.',
			},
			obligation: {
				sl: 'Roke za vlogo in druge obveznosti pojasni center.',
				cs: 'Lhůty pro žádost a další povinnosti vysvětlí centrum.',
				en: 'The centre explains the time limits for applying and other obligations.',
			},
		},
		{
			key: 'state-scholarship',
			group: 'benefit',
			title: { sl: 'Državna štipendija', cs: 'Státní stipendium', en: 'State scholarship' },
			condition: {
				sl: 'Vloga. Pogoje preveri center ob vlogi.',
				cs: 'Žádost. Podmínky ověří centrum při jejím podání.',
				en: 'An application. The centre checks the conditions with it.',
			},
			obligation: {
				sl: 'Sporočanje sprememb, ki vplivajo na pravico. Rok in druge obveznosti pove odločba.',
				cs: 'Oznamovat změny, které mají na nárok vliv. Lhůtu a další povinnosti uvádí rozhodnutí.',
				en: 'Reporting changes that affect the right. The decision states the time limit and other obligations.',
			},
		},
		{
			key: 'kindergarten-fee',
			group: 'benefit',
			title: { sl: 'Znižano plačilo vrtca', cs: 'Snížená platba za mateřskou školu', en: 'Reduced kindergarten fee' },
			condition: {
				sl: 'Vloga. Pogoje preveri center ob vlogi.',
				cs: 'Žádost. Podmínky ověří centrum při jejím podání.',
				en: 'An application. The centre checks the conditions with it.',
			},
			obligation: {
				sl: 'Sporočanje sprememb, ki vplivajo na pravico. Rok in druge obveznosti pove odločba.',
				cs: 'Oznamovat změny, které mají na nárok vliv. Lhůtu a další povinnosti uvádí rozhodnutí.',
				en: 'Reporting changes that affect the right. The decision states the time limit and other obligations.',
			},
		},
		{
			key: 'rent-subsidy',
			group: 'benefit',
			title: { sl: 'Subvencija najemnine', cs: 'Příspěvek na nájemné', en: 'Rent subsidy' },
			condition: {
				sl: 'Vloga. Pogoje preveri center ob vlogi.',
				cs: 'Žádost. Podmínky ověří centrum při jejím podání.',
				en: 'An application. The centre checks the conditions with it.',
			},
			obligation: {
				sl: 'Sporočanje sprememb, ki vplivajo na pravico. Rok in druge obveznosti pove odločba.',
				cs: 'Oznamovat změny, které mají na nárok vliv. Lhůtu a další povinnosti uvádí rozhodnutí.',
				en: 'Reporting changes that affect the right. The decision states the time limit and other obligations.',
			},
		},
		{
			key: 'exemption-from-service-fees',
			group: 'benefit',
			title: {
				sl: 'Oprostitev plačila socialno varstvenih storitev',
				cs: 'Osvobození od plateb za sociální služby',
				en: 'Exemption from paying for social-care services',
			},
			condition: {
				sl: 'Vloga. Pogoje preveri center ob vlogi.',
				cs: 'Žádost. Podmínky ověří centrum při jejím podání.',
				en: 'An application. The centre checks the conditions with it.',
			},
			obligation: {
				sl: 'Sporočanje sprememb, ki vplivajo na pravico. Rok in druge obveznosti pove odločba.',
				cs: 'Oznamovat změny, které mají na nárok vliv. Lhůtu a další povinnosti uvádí rozhodnutí.',
				en: 'Reporting changes that affect the right. The decision states the time limit and other obligations.',
			},
		},
		{
			key: 'other-benefits',
			group: 'benefit',
			title: {
				sl: 'Druge pravice iz javnih sredstev',
				cs: 'Další nároky z veřejných prostředků',
				en: 'Other rights from public funds',
			},
			condition: {
				sl: 'Center pove, katere pravice še pridejo v poštev, in pogoje preveri ob vlogi.',
				cs: 'Centrum řekne, které nároky ještě přicházejí v úvahu, a podmínky ověří při podání žádosti.',
				en: 'The centre says which further rights may apply and checks the conditions with the application.',
			},
			obligation: {
				sl: 'Obveznosti pove odločba.',
				cs: 'Povinnosti uvádí rozhodnutí.',
				en: 'The decision states the obligations.',
			},
		},
		{
			key: 'child-protection',
			group: 'public-authority',
			title: {
				sl: 'Varstvo ogroženega otroka',
				cs: 'Ochrana ohroženého dítěte',
				en: 'Protection of a child in danger',
			},
			condition: {
				sl: 'Center ravna po uradni dolžnosti, kadar ga k temu zavezuje zakon.',
				cs: 'Centrum jedná z moci úřední, když je k tomu zavazuje zákon.',
				en: 'The centre acts ex officio when the law binds it to.',
			},
			obligation: {
				sl: 'Center vas seznani s postopkom in s tem, kaj iz njega sledi za vas.',
				cs: 'Centrum vás seznámí s postupem a s tím, co z něj pro vás plyne.',
				en: 'The centre tells you about the procedure and what follows from it for you.',
			},
		},
		{
			key: 'violence-protection',
			group: 'public-authority',
			title: {
				sl: 'Varstvo pred nasiljem v družini',
				cs: 'Ochrana před násilím v rodině',
				en: 'Protection from violence in the family',
			},
			condition: {
				sl: 'Za vsakogar, ki doživlja nasilje v družini. Center ravna tudi po uradni dolžnosti, kadar ga k temu zavezuje zakon.',
				cs: 'Pro každého, kdo zažívá násilí v rodině. Centrum jedná i z moci úřední, když je k tomu zavazuje zákon.',
				en: 'For anyone who experiences violence in the family. The centre also acts ex officio when the law binds it to.',
			},
			obligation: {
				sl: 'Strokovni delavec pove, kdaj mora center po zakonu obvestiti druge in kaj to pomeni za vas.',
				cs: 'Odborný pracovník řekne, kdy musí centrum ze zákona informovat další orgány a co to pro vás znamená.',
				en: 'The professional says when the law obliges the centre to inform others, and what that means for you.',
			},
		},
		{
			key: 'separation',
			group: 'public-authority',
			title: {
				sl: 'Razveza ali razpad zunajzakonske skupnosti in dogovor o otrocih',
				cs: 'Rozvod nebo rozpad nesezdaného soužití a dohoda o dětech',
				en: 'Divorce or break-up, and arrangements for the children',
			},
			condition: {
				sl: 'Kadar se partnerja razhajata. Strokovni delavec pove, kaj vodi center in o čem odloča sodišče.',
				cs: 'Když se partneři rozcházejí. Odborný pracovník řekne, co vede centrum a o čem rozhoduje soud.',
				en: 'When partners separate. The professional says what the centre leads and what a court decides.',
			},
			obligation: {
				sl: 'Obveznosti v postopku pojasni strokovni delavec.',
				cs: 'Povinnosti v řízení vysvětlí odborný pracovník.',
				en: 'The professional explains the obligations in the procedure.',
			},
		},
		{
			key: 'fostering',
			group: 'public-authority',
			title: { sl: 'Rejništvo', cs: 'Pěstounská péče', en: 'Fostering' },
			condition: {
				sl: 'Pogoje pojasni strokovni delavec za rejništvo.',
				cs: 'Podmínky vysvětlí odborný pracovník pro pěstounskou péči.',
				en: 'The professional for fostering explains the conditions.',
			},
			obligation: {
				sl: 'Obveznosti pojasni strokovni delavec, preden se odločite.',
				cs: 'Povinnosti vysvětlí odborný pracovník dříve, než se rozhodnete.',
				en: 'The professional explains the obligations before you decide.',
			},
		},
		{
			key: 'adoption',
			group: 'public-authority',
			title: { sl: 'Posvojitev', cs: 'Osvojení', en: 'Adoption' },
			condition: {
				sl: 'Pogoje pojasni strokovni delavec za posvojitve.',
				cs: 'Podmínky vysvětlí odborný pracovník pro osvojení.',
				en: 'The professional for adoption explains the conditions.',
			},
			obligation: {
				sl: 'Obveznosti pojasni strokovni delavec, preden se odločite.',
				cs: 'Povinnosti vysvětlí odborný pracovník dříve, než se rozhodnete.',
				en: 'The professional explains the obligations before you decide.',
			},
		},
		{
			key: 'guardianship-of-minors',
			group: 'public-authority',
			title: { sl: 'Skrbništvo mladoletnih', cs: 'Poručnictví', en: 'Guardianship of minors' },
			condition: {
				sl: 'Kdaj je mogoče in kdo o njem odloča, pojasni strokovni delavec za skrbništvo.',
				cs: 'Kdy je možné a kdo o něm rozhoduje, vysvětlí odborný pracovník pro poručnictví.',
				en: 'The professional for guardianship explains when it is possible and who decides.',
			},
			obligation: {
				sl: 'Obveznosti skrbnika in otrokove pravice pojasni strokovni delavec.',
				cs: 'Povinnosti poručníka a práva dítěte vysvětlí odborný pracovník.',
				en: 'The professional explains the guardian’s obligations and the child’s rights.',
			},
		},
		{
			key: 'guardianship-of-adults',
			group: 'public-authority',
			title: {
				sl: 'Skrbništvo odraslih in invalidov',
				cs: 'Opatrovnictví dospělých a lidí se zdravotním postižením',
				en: 'Guardianship of adults and disabled persons',
			},
			condition: {
				sl: 'Kdaj je mogoče in kdo o njem odloča, pojasni strokovni delavec za skrbništvo.',
				cs: 'Kdy je možné a kdo o něm rozhoduje, vysvětlí odborný pracovník pro opatrovnictví.',
				en: 'The professional for guardianship explains when it is possible and who decides.',
			},
			obligation: {
				sl: 'Obveznosti skrbnika in pravice osebe pojasni strokovni delavec.',
				cs: 'Povinnosti opatrovníka a práva člověka vysvětlí odborný pracovník.',
				en: 'The professional explains the guardian’s obligations and the person’s rights.',
			},
		},
		{
			key: 'post-penal-help',
			group: 'public-authority',
			title: { sl: 'Pokazenska pomoč', cs: 'Postpenitenciární péče', en: 'Post-penal help' },
			condition: {
				sl: 'Pogoje pojasni strokovni delavec za pokazensko pomoč.',
				cs: 'Podmínky vysvětlí odborný pracovník pro postpenitenciární péči.',
				en: 'The professional for post-penal help explains the conditions.',
			},
			obligation: {
				sl: 'Obveznosti pojasni strokovni delavec, preden se odločite.',
				cs: 'Povinnosti vysvětlí odborný pracovník dříve, než se rozhodnete.',
				en: 'The professional explains the obligations before you decide.',
			},
		},
		{
			key: 'other-public-authorities',
			group: 'public-authority',
			title: {
				sl: 'Druga javna pooblastila centra',
				cs: 'Další výkon veřejné moci centra',
				en: 'Other public authorities of the centre',
			},
			condition: {
				sl: 'Center pove, katera še pridejo v poštev in pod katerimi pogoji.',
				cs: 'Centrum řekne, co dalšího přichází v úvahu a za jakých podmínek.',
				en: 'The centre says which others may apply and on what conditions.',
			},
			obligation: {
				sl: 'Obveznosti pojasni strokovni delavec.',
				cs: 'Povinnosti vysvětlí odborný pracovník.',
				en: 'The professional explains the obligations.',
			},
		},
		{
			key: 'accompaniment-near-home',
			group: 'outside',
			title: {
				sl: 'Trajnejše spremljanje v bližini doma: Blizu (Slovenska karitas)',
				cs: 'Dlouhodobější provázení blízko domova: Blizu (Slovenska karitas)',
				en: 'Longer-term accompaniment near home: Blizu (Slovenska karitas)',
			},
			condition: {
				sl: 'Izražena želja, sodelovanje pri pripravi individualnega načrta in ustna zaveza za dogovorjeno obdobje.',
				cs: 'Vyjádřené přání, spolupráce na přípravě individuálního plánu a ústní závazek na dohodnuté období.',
				en: 'Expressed wish, cooperation in preparing the individual plan and an oral commitment for the agreed period.',
			},
			obligation: {
				sl: 'Aktivno sodelovanje v dogovorjenem obdobju. Odidete lahko kadarkoli.',
				cs: 'Aktivní spolupráce v dohodnutém období. Odejít můžete kdykoli.',
				en: 'Active participation in the agreed period. You may leave at any time.',
			},
		},
		{
			key: 'children-and-families',
			group: 'outside',
			title: {
				sl: 'Pomoč otrokom, mladostnikom in družinam: Skupaj zmoremo (ZPM Ljubljana Moste-Polje)',
				cs: 'Pomoc dětem, dospívajícím a rodinám: Skupaj zmoremo (ZPM Ljubljana Moste-Polje)',
				en: 'Help for children, adolescents and families: Skupaj zmoremo (ZPM Ljubljana Moste-Polje)',
			},
			condition: {
				sl: 'Za socialno ogrožene otroke in mladostnike ter njihove družine. Podrobnosti pove izvajalec.',
				cs: 'Pro sociálně ohrožené děti a dospívající a jejich rodiny. Podrobnosti sdělí poskytovatel.',
				en: 'For socially disadvantaged children and adolescents and their families. The provider gives details.',
			},
			obligation: {
				sl: 'Obveznosti pove izvajalec, preden se odločite.',
				cs: 'Povinnosti sdělí poskytovatel dříve, než se rozhodnete.',
				en: 'The provider states the obligations before you decide.',
			},
		},
		{
			key: 'health-services',
			group: 'outside',
			title: {
				sl: 'Osebni zdravnik in službe za duševno zdravje',
				cs: 'Praktický lékař a služby péče o duševní zdraví',
				en: 'Family doctor and mental-health services',
			},
			condition: {
				sl: 'Pogoje pove izvajalec.',
				cs: 'Podmínky sdělí poskytovatel.',
				en: 'The provider states the conditions.',
			},
			obligation: {
				sl: 'Obveznosti pove izvajalec, preden se odločite.',
				cs: 'Povinnosti sdělí poskytovatel dříve, než se rozhodnete.',
				en: 'The provider states the obligations before you decide.',
			},
		},
		{
			key: 'addiction-programmes',
			group: 'outside',
			title: {
				sl: 'Programi pomoči pri odvisnosti, za osebo in za svojce',
				cs: 'Programy pomoci při závislosti, pro člověka i pro příbuzné',
				en: 'Addiction programmes, for the person and for relatives',
			},
			condition: {
				sl: 'Pogoje pove izvajalec.',
				cs: 'Podmínky sdělí poskytovatel.',
				en: 'The provider states the conditions.',
			},
			obligation: {
				sl: 'Obveznosti pove izvajalec, preden se odločite.',
				cs: 'Povinnosti sdělí poskytovatel dříve, než se rozhodnete.',
				en: 'The provider states the obligations before you decide.',
			},
		},
		{
			key: 'safe-accommodation',
			group: 'outside',
			title: {
				sl: 'Varne hiše, materinski domovi, zavetišča',
				cs: 'Azylové domy (i s utajenou adresou), domovy pro matky s dětmi, noclehárny',
				en: 'Safe houses, mothers’ homes, shelters',
			},
			condition: {
				sl: 'Pogoje pove izvajalec.',
				cs: 'Podmínky sdělí poskytovatel.',
				en: 'The provider states the conditions.',
			},
			obligation: {
				sl: 'Hišni red in druge obveznosti pove izvajalec.',
				cs: 'Domovní řád a další povinnosti sdělí poskytovatel.',
				en: 'The provider states the house rules and other obligations.',
			},
		},
		{
			key: 'residential-care',
			group: 'outside',
			title: { sl: 'Domsko varstvo', cs: 'Pobytové služby', en: 'Residential care' },
			condition: {
				sl: 'Prošnja pri izvajalcu. Pogoje pove izvajalec.',
				cs: 'Žádost u poskytovatele. Podmínky sdělí poskytovatel.',
				en: 'A request to the provider, who states the conditions.',
			},
			obligation: {
				sl: 'Plačilo in druge obveznosti pove izvajalec. Center pove, ali je mogoča oprostitev.',
				cs: 'Platbu a další povinnosti sdělí poskytovatel. Centrum řekne, zda je možné osvobození.',
				en: 'The provider states the payment and other obligations. The centre says whether an exemption is possible.',
			},
		},
		{
			key: 'help-at-home',
			group: 'outside',
			title: { sl: 'Pomoč in oskrba na domu', cs: 'Pomoc a péče v domácnosti', en: 'Help and care at home' },
			condition: {
				sl: 'Prošnja pri izvajalcu. Pogoje pove izvajalec.',
				cs: 'Žádost u poskytovatele. Podmínky sdělí poskytovatel.',
				en: 'A request to the provider, who states the conditions.',
			},
			obligation: {
				sl: 'Plačilo in druge obveznosti pove izvajalec. Center pove, ali je mogoča oprostitev.',
				cs: 'Platbu a další povinnosti sdělí poskytovatel. Centrum řekne, zda je možné osvobození.',
				en: 'The provider states the payment and other obligations. The centre says whether an exemption is possible.',
			},
		},
		{
			key: 'material-aid',
			group: 'outside',
			title: {
				sl: 'Materialna pomoč humanitarnih organizacij',
				cs: 'Materiální pomoc humanitárních organizací',
				en: 'Material aid from humanitarian organisations',
			},
			condition: {
				sl: 'Pogoje pove izvajalec.',
				cs: 'Podmínky sdělí poskytovatel.',
				en: 'The provider states the conditions.',
			},
			obligation: {
				sl: 'Obveznosti pove izvajalec, preden se odločite.',
				cs: 'Povinnosti sdělí poskytovatel dříve, než se rozhodnete.',
				en: 'The provider states the obligations before you decide.',
			},
		},
		{
			key: 'legal-aid',
			group: 'outside',
			title: { sl: 'Brezplačna pravna pomoč', cs: 'Bezplatná právní pomoc', en: 'Free legal aid' },
			condition: {
				sl: 'Prošnja na pristojnem sodišču, ki preveri pogoje.',
				cs: 'Žádost u příslušného soudu, který ověří podmínky.',
				en: 'An application to the competent court, which checks the conditions.',
			},
			obligation: {
				sl: 'Obveznosti pove odločba.',
				cs: 'Povinnosti uvádí rozhodnutí.',
				en: 'The decision states the obligations.',
			},
		},
		{
			key: 'employment-service',
			group: 'outside',
			title: { sl: 'Zavod za zaposlovanje', cs: 'Úřad práce (Zavod za zaposlovanje)', en: 'Employment service' },
			condition: {
				sl: 'Prijava pri zavodu, ki pojasni pogoje.',
				cs: 'Přihlášení u úřadu, který vysvětlí podmínky.',
				en: 'Registration with the service, which explains the conditions.',
			},
			obligation: {
				sl: 'Obveznosti prijavljene osebe pojasni zavod.',
				cs: 'Povinnosti přihlášené osoby vysvětlí úřad.',
				en: 'The service explains the obligations of a registered person.',
			},
		},
		{
			key: 'other-providers',
			group: 'outside',
			title: {
				sl: 'Drugi programi iz mreže izvajalcev',
				cs: 'Další programy ze sítě poskytovatelů',
				en: 'Other programmes of the provider network',
			},
			condition: {
				sl: 'Pogoje pove izvajalec. Strokovni delavec vam pomaga najti pravega.',
				cs: 'Podmínky sdělí poskytovatel. Odborný pracovník vám pomůže najít toho pravého.',
				en: 'The provider states the conditions. The professional helps you find the right one.',
			},
			obligation: {
				sl: 'Obveznosti pove izvajalec, preden se odločite.',
				cs: 'Povinnosti sdělí poskytovatel dříve, než se rozhodnete.',
				en: 'The provider states the obligations before you decide.',
			},
		},
	],
	// In these fields the service is done by the workers of that field (P13).
	routedFields: [
		{ key: 'fostering', text: { sl: 'rejništvo', cs: 'pěstounská péče', en: 'fostering' } },
		{ key: 'adoption', text: { sl: 'posvojitve', cs: 'osvojení', en: 'adoption' } },
		{
			key: 'guardianship-of-minors',
			text: { sl: 'skrbništvo mladoletnih', cs: 'poručnictví', en: 'guardianship of minors' },
		},
		{
			key: 'guardianship-of-adults',
			text: {
				sl: 'skrbništvo odraslih in invalidov',
				cs: 'opatrovnictví dospělých a lidí se zdravotním postižením',
				en: 'guardianship of adults and disabled persons',
			},
		},
		{ key: 'residential-care', text: { sl: 'domsko varstvo', cs: 'pobytové služby', en: 'residential care' } },
		{ key: 'post-penal-help', text: { sl: 'pokazenska pomoč', cs: 'postpenitenciární péče', en: 'post-penal help' } },
	],
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
				sl: 'Prva socialna pomoč (izmišljena številka)',
				cs: 'První sociální pomoc (smyšlené číslo)',
				en: 'First social help (invented number)',
			},
			name: null,
			phone: '01 000 00 02',
			email: null,
		},
	],
	links: [],
	funding: null,
	acceptsRequests: true,
} satisfies Definition;
