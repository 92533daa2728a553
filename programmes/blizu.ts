import type { Definition } from '#lib/programmes/definition.ts';

/** Blizu, a programme of Slovenska karitas: longer-term support near home. */
export const blizu: Definition = {
	shape: 1,
	key: 'blizu',
	kind: 'programme',
	language: 'sl',
	title: { sl: 'Blizu', cs: 'Blizu', en: 'Blizu' },
	summary: {
		sl: 'Z vami gremo skozi težko obdobje. Pridemo k vam, v bližino vašega doma, ali pa se pogovorimo v svetovalnici ali po spletu.',
		cs: 'Projdeme s vámi těžkým obdobím. Přijedeme za vámi, blízko vašeho domova, nebo si promluvíme v poradně či online.',
		en: 'We go through a hard time with you. We come to you, near your home, or we talk at a counselling office or online.',
	},
	motto: {
		sl: 'da v (duševni) stiski nihče ne ostane sam',
		cs: 'aby v (psychické) tísni nikdo nezůstal sám',
		en: 'so that nobody is left alone in (mental) distress',
	},
	values: [
		{
			sl: 'Duševno zdravje je temelj vsakršne dobrobiti, tudi materialne. Omogoča, da živimo izpolnjeno, razvijamo svoje potenciale in prispevamo k skupnosti.',
			cs: 'Duševní zdraví je základem každé pohody, i té materiální. Díky němu můžeme žít naplněný život, rozvíjet své možnosti a přispívat společnosti.',
			en: 'Mental health is the ground of all well-being, material too. It lets us live a full life, develop what is in us and contribute to the community.',
		},
		{
			sl: 'Je osnova in temelj kakovosti življenja. Samo duševno zdrav in opolnomočen človek lahko poskrbi zase in za svoje bližnje.',
			cs: 'Je základem kvality života. Jen duševně zdravý člověk, který má věci ve svých rukou, se může postarat o sebe a o své blízké.',
			en: 'It is the foundation of the quality of life. Only somebody who is mentally well and empowered can care for themselves and those close to them.',
		},
		{
			sl: 'Verjamemo, da pogovor pomaga. Želimo, da v preizkušnjah nihče ne ostane sam in da si ljudje v duševni stiski čim prej poiščejo pomoč.',
			cs: 'Věříme, že rozhovor pomáhá. Přejeme si, aby ve zkouškách nikdo nezůstal sám a aby lidé v psychické tísni našli pomoc co nejdříve.',
			en: 'We believe that talking helps. We want nobody to be alone in hard times, and people in mental distress to find help as soon as they can.',
		},
		{
			sl: 'Naravno je, da so ljudje v težkih okoliščinah obupani in žalostni.',
			cs: 'Je přirozené, že lidé v těžkých okolnostech cítí zoufalství a smutek.',
			en: 'It is natural to feel despair and sadness in hard circumstances.',
		},
		{
			sl: 'Kaj so težke okoliščine, je v veliki meri odvisno od vsakega posameznika in njegovega pogleda na situacijo. To se lahko ob podpori spremeni.',
			cs: 'Co jsou těžké okolnosti, do velké míry závisí na každém člověku a na tom, jak svou situaci vidí. S podporou se to může změnit.',
			en: 'What counts as hard circumstances depends largely on each person and how they see their situation. With support, this can change.',
		},
	],
	purpose: [
		{
			sl: 'Program je namenjen trajnejšemu spremljanju ljudi v stiski ter spodbuja k pravočasnemu odkrivanju in reševanju stisk. Zagotavlja široko in odprto dostopnost.',
			cs: 'Program je určen k dlouhodobějšímu provázení lidí v tísni a podporuje včasné rozpoznání a řešení tísně. Je široce a otevřeně dostupný.',
			en: 'The programme is there to accompany people in distress over a longer time, and to encourage recognising and resolving distress early. It is broadly and openly accessible.',
		},
		{
			sl: 'Psihosocialna podpora je dobra preventiva. Zgodnja in ustrezna podpora lahko prepreči, da se stiska človeka, ki doživi težek dogodek ali se sooča s težko situacijo, še poglobi. Pomaga ponovno vzpostaviti ritem vsakdanjega življenja in zaživeti polno življenje.',
			cs: 'Psychosociální podpora je dobrá prevence. Včasná a vhodná podpora může zabránit tomu, aby se tíseň člověka, který prožije těžkou událost nebo čelí těžké situaci, ještě prohloubila. Pomáhá obnovit rytmus každodenního života a žít plný život.',
			en: 'Psychosocial support is good prevention. Early and suitable support can keep the distress of somebody who lives through a hard event, or faces a hard situation, from growing deeper. It helps to regain the rhythm of everyday life and to live fully.',
		},
		{
			sl: 'S strokovnim spremljanjem skupaj z ljudmi, ki to želijo, soustvarjamo podporne okoliščine in pogoje za soočanje s stisko in njeno premagovanje.',
			cs: 'Odborným provázením spolu s lidmi, kteří si to přejí, vytváříme podpůrné okolnosti a podmínky k tomu, jak tísni čelit a jak ji překonat.',
			en: 'Through professional accompaniment, and together with those who want it, we create supportive circumstances and the conditions for facing distress and overcoming it.',
		},
		{
			sl: 'Program poteka na terenu, v bližini domačega okolja ljudi v stiski. Je novost v socialno varstvenih programih in omogoča lažji dostop do svetovanja, zagovorništva, informiranja in spremljanja.',
			cs: 'Program probíhá v terénu, blízko domova lidí v tísni. Mezi sociálními programy je novinkou a usnadňuje přístup k poradenství, obhajobě práv a zájmů, informování a provázení.',
			en: 'The programme works in the field, close to the homes of people in distress. It is new among social-care programmes, and makes counselling, advocacy, informing and accompaniment easier to reach.',
		},
		{
			sl: 'Pomoč je mogoča tudi po spletu, za tiste, ki niso mobilni ali zaradi različnih razlogov ne morejo priti osebno.',
			cs: 'Pomoc je možná i online, pro ty, kdo se hůře pohybují nebo z různých důvodů nemohou přijít osobně.',
			en: 'Help is also given online, for those who cannot move about or who for various reasons cannot come in person.',
		},
	],
	forWhom: [
		{
			sl: 'Vključi se lahko vsak, ki doživlja duševno stisko in/ali ima slabši socialno-ekonomski status.',
			cs: 'Zapojit se může každý, kdo prožívá psychickou tíseň a/nebo má horší sociálně-ekonomické postavení.',
			en: 'Anyone can take part who is in mental distress and/or has a weaker socio-economic position.',
		},
		{
			sl: 'Na začetku vas ne vprašamo ne po napotnici, ne po diagnozi, ne po plačilu.',
			cs: 'Na začátku po vás nechceme doporučení, diagnózu ani platbu.',
			en: 'At the door we ask for no referral, no diagnosis and no fee.',
		},
		{
			sl: 'Sodelovanje v programu je prostovoljno in na vašo lastno željo. Odidete lahko kadarkoli.',
			cs: 'Účast v programu je dobrovolná a na vaše vlastní přání. Odejít můžete kdykoli.',
			en: 'Taking part is voluntary and at your own wish. You may leave at any time.',
		},
	],
	openToAnyone: true,
	indications: [
		{ key: 'mental-distress', text: { sl: 'duševna stiska', cs: 'psychická tíseň', en: 'mental distress' } },
		{
			key: 'weaker-socio-economic-position',
			text: {
				sl: 'slabši socialno-ekonomski status',
				cs: 'horší sociálně-ekonomické postavení',
				en: 'weaker socio-economic position',
			},
		},
	],
	targetGroups: [],
	projectGoals: [],
	contents: [],
	formsOfHelp: [
		{
			key: 'home-visit',
			text: {
				sl: 'Obisk na domu in podpora pri premagovanju stisk',
				cs: 'Návštěva v domácnosti a podpora při překonávání tísně',
				en: 'Home visit and support in overcoming distress',
			},
			modes: ['home'],
			recordedAs: 'meeting',
		},
		{
			key: 'online-informational-counselling',
			text: {
				sl: 'Online informativno svetovanje',
				cs: 'Online informativní poradenství',
				en: 'Online informational counselling',
			},
			modes: ['online'],
			recordedAs: 'meeting',
		},
		{
			key: 'psychosocial-and-therapeutic-counselling',
			text: {
				sl: 'Psihosocialno in terapevtsko svetovanje',
				cs: 'Psychosociální a terapeutické poradenství',
				en: 'Psychosocial and therapeutic counselling',
			},
			detail: {
				sl: 'na terenu, v svetovalnicah ali spletno',
				cs: 'v terénu, v poradnách nebo online',
				en: 'in the field, at counselling offices or online',
			},
			modes: ['home', 'office', 'online'],
			recordedAs: 'meeting',
		},
		{
			key: 'individual-advocacy',
			text: {
				sl: 'Individualno zagovorništvo in psihosocialno svetovanje',
				cs: 'Individuální obhajoba práv a zájmů a psychosociální poradenství',
				en: 'Individual advocacy and psychosocial counselling',
			},
			modes: ['home', 'office', 'online', 'phone'],
			recordedAs: 'meeting',
		},
		{
			key: 'thematic-workshop',
			text: {
				sl: 'Moderirana tematska delavnica v lokalnem okolju',
				cs: 'Moderovaný tematický workshop v místě, kde žijete',
				en: 'Moderated thematic workshop in the local environment',
			},
			modes: [],
			recordedAs: 'group-event',
		},
		{
			key: 'thematic-meeting',
			text: {
				sl: 'Tematsko srečanje v lokalnem okolju',
				cs: 'Tematické setkání v místě, kde žijete',
				en: 'Thematic meeting in the local environment',
			},
			modes: [],
			recordedAs: 'group-event',
		},
		{
			key: 'gathering',
			text: {
				sl: 'Neformalno srečanje v lokalnem okolju',
				cs: 'Neformální setkání v místě, kde žijete',
				en: 'Informal gathering in the local environment',
			},
			detail: {
				sl: 'za krepitev duševnega zdravja in povezanosti skupnosti',
				cs: 'k posílení duševního zdraví a soudržnosti společenství',
				en: 'to strengthen mental health and the ties of the community',
			},
			modes: [],
			recordedAs: 'gathering',
		},
		{
			key: 'risk-questionnaire',
			text: {
				sl: 'Vprašalnik ogroženosti za tri najpogostejše psihosocialne stiske',
				cs: 'Dotazník ohrožení pro tři nejčastější druhy psychosociální tísně',
				en: 'Risk questionnaire for the three commonest psychosocial distresses',
			},
			detail: {
				sl: 'Izvirni vprašalnik eSOS Slovenske karitas najdete na www.karitas.si/esos.',
				cs: 'Původní dotazník eSOS Slovinské charity (Slovenska karitas) najdete na www.karitas.si/esos.',
				en: 'The original eSOS questionnaire of Slovenska karitas is at www.karitas.si/esos.',
			},
			modes: ['online'],
			recordedAs: 'questionnaire',
		},
	],
	services: [
		{ key: 'counselling', text: { sl: 'svetovanje', cs: 'poradenství', en: 'counselling' } },
		{ key: 'advocacy', text: { sl: 'zagovorništvo', cs: 'obhajoba práv a zájmů', en: 'advocacy' } },
		{ key: 'informing', text: { sl: 'informiranje', cs: 'informování', en: 'informing' } },
		{ key: 'accompaniment', text: { sl: 'spremljanje', cs: 'provázení', en: 'accompaniment' } },
	],
	counsellingKinds: [],
	advocacyActs: true,
	topics: [
		{ key: 'meaning-of-life', text: { sl: 'osmišljenje življenja', cs: 'smysl života', en: 'meaning of life' } },
		{ key: 'self-care', text: { sl: 'samooskrba', cs: 'péče o sebe a soběstačnost', en: 'self-care' } },
		{ key: 'self-help', text: { sl: 'samopomoč', cs: 'svépomoc', en: 'self-help' } },
		{
			key: 'coping-with-stressors',
			text: { sl: 'spoprijemanje s stresorji', cs: 'zvládání stresorů', en: 'coping with stressors' },
		},
		{ key: 'relaxation', text: { sl: 'sprostitvene dejavnosti', cs: 'relaxační činnosti', en: 'relaxation' } },
		{
			key: 'healthy-living',
			text: {
				sl: 'zdrav način življenja v lokalnem okolju',
				cs: 'zdravý způsob života v místě, kde žijete',
				en: 'healthy living in the local environment',
			},
		},
	],
	// The first three are the distresses that eSOS recognises, as its public pages name them.
	reasons: [
		{
			key: 'relationships',
			text: {
				sl: 'težave v medosebnih odnosih',
				cs: 'potíže v mezilidských vztazích',
				en: 'difficulties in relationships',
			},
		},
		{ key: 'mental-distress', text: { sl: 'duševna stiska', cs: 'psychická tíseň', en: 'mental distress' } },
		{
			key: 'addiction',
			text: {
				sl: 'stiska zaradi odvisnosti, lastne ali v družini',
				cs: 'tíseň kvůli závislosti, vlastní nebo v rodině',
				en: 'distress from addiction, one’s own or in the family',
			},
		},
		{ key: 'material-distress', text: { sl: 'materialna stiska', cs: 'materiální tíseň', en: 'material distress' } },
		{ key: 'floods', text: { sl: 'posledice poplav', cs: 'následky povodní', en: 'consequences of floods' } },
		{ key: 'other', text: { sl: 'drugo', cs: 'jiné', en: 'other' } },
	],
	modes: ['home', 'office', 'online', 'phone'],
	onlineReasons: [
		{ key: 'mobility', text: { sl: 'oseba ni mobilna', cs: 'omezená pohyblivost', en: 'limited mobility' } },
		{ key: 'fear-of-stigma', text: { sl: 'strah pred stigmo', cs: 'strach ze stigmatu', en: 'fear of stigma' } },
		{
			key: 'isolation-through-disability',
			text: {
				sl: 'izolacija zaradi invalidnosti',
				cs: 'izolace kvůli zdravotnímu postižení',
				en: 'isolation through disability',
			},
		},
		{ key: 'other', text: { sl: 'drugo', cs: 'jiné', en: 'other' } },
	],
	waysIn: [
		{
			key: 'aid-application',
			text: {
				sl: 'Vloga za materialno pomoč in pomoč ob poplavah 2023',
				cs: 'Žádost o materiální pomoc a o pomoc při povodních 2023',
				en: 'Application for material aid and 2023 flood aid',
			},
			from: 'application',
			alsoForAnother: false,
			modes: [],
			// Whoever applied for aid has not yet asked for this programme: their own wish is recorded before a case (B15).
			ownWish: 'before-case',
			needsNotice: false,
			applications: [
				{
					key: 'material-aid',
					text: {
						sl: 'vloga za materialno pomoč',
						cs: 'žádost o materiální pomoc',
						en: 'application for material aid',
					},
				},
				{
					key: 'flood-aid-2023',
					text: {
						sl: 'vloga za pomoč ob poplavah 2023',
						cs: 'žádost o pomoc při povodních 2023',
						en: 'application for aid after the 2023 floods',
					},
				},
			],
		},
		{
			key: 'introductory-talk-field',
			text: { sl: 'Uvodni razgovor na terenu', cs: 'Úvodní rozhovor v terénu', en: 'Introductory talk in the field' },
			from: 'self',
			alsoForAnother: true,
			modes: ['home', 'office', 'phone'],
			ownWish: 'given',
			needsNotice: false,
		},
		{
			key: 'first-talk-online',
			text: {
				sl: 'Prvi informativni razgovor online',
				cs: 'První informativní rozhovor online',
				en: 'First informational talk online',
			},
			from: 'self',
			alsoForAnother: true,
			modes: ['online'],
			ownWish: 'given',
			needsNotice: false,
		},
		{
			key: 'questionnaire-result',
			text: {
				sl: 'Priporočilo glede na rezultate v vprašalniku eSOS',
				cs: 'Doporučení podle výsledků v dotazníku eSOS',
				en: 'Recommendation from an eSOS questionnaire result',
			},
			from: 'questionnaire',
			alsoForAnother: true,
			modes: [],
			// A result becomes a request only when the person says so.
			ownWish: 'given',
			needsNotice: false,
		},
		{
			key: 'proposal-karitas',
			text: {
				sl: 'Predlog strokovnega delavca drugih socialno varstvenih programov Karitas ali prostovoljca v programih pomoči Karitas',
				cs: 'Návrh odborného pracovníka jiných sociálních programů Karitas nebo dobrovolníka v programech pomoci Karitas',
				en: 'Proposal by a professional of another Karitas social-care programme or by a volunteer in the Karitas aid programmes',
			},
			from: 'proposal',
			alsoForAnother: true,
			modes: [],
			ownWish: 'before-case',
			needsNotice: false,
		},
		{
			key: 'proposal-other',
			text: {
				sl: 'Predlog strokovnega delavca iz druge nevladne organizacije ali javne ustanove',
				cs: 'Návrh odborného pracovníka z jiné neziskové organizace nebo veřejné instituce',
				en: 'Proposal by a professional of another NGO or public institution',
			},
			from: 'proposal',
			alsoForAnother: true,
			modes: [],
			ownWish: 'before-case',
			needsNotice: false,
		},
	],
	conditions: [
		{
			key: 'expressed-wish',
			text: {
				sl: 'izražena želja po vključitvi',
				cs: 'vyjádřené přání vstoupit do programu',
				en: 'expressed wish to be included',
			},
			hint: {
				sl: 'Oseba sama pove ali napiše, da se želi vključiti. Predlog nekoga drugega ne zadošča.',
				cs: 'Člověk sám řekne nebo napíše, že chce do programu vstoupit. Návrh někoho jiného nestačí.',
				en: 'The person says or writes themselves that they want to be included. A proposal by somebody else is not enough.',
			},
			party: 'each-client',
			kind: 'statement',
			forms: ['oral', 'written'],
			setsPeriod: false,
		},
		{
			key: 'plan-cooperation',
			text: {
				sl: 'sodelovanje pri pripravi individualnega načrta',
				cs: 'spolupráce na přípravě individuálního plánu',
				en: 'cooperation in preparing the individual plan',
			},
			hint: {
				sl: 'Načrt nastaja skupaj z osebo. Zapišite dan, ko ste ga začeli skupaj pripravljati.',
				cs: 'Plán vzniká společně s člověkem. Zapište den, kdy jste ho spolu začali připravovat.',
				en: 'The plan is made together with the person. Record the day on which you began to prepare it together.',
			},
			party: 'each-client',
			kind: 'statement',
			forms: ['oral', 'written'],
			setsPeriod: false,
		},
		{
			key: 'oral-commitment',
			text: {
				sl: 'ustna zaveza za aktivno sodelovanje za dogovorjeno obdobje vključitve',
				cs: 'ústní závazek k aktivní spolupráci po dohodnuté období účasti v programu',
				en: 'oral commitment to active participation for the agreed period of inclusion',
			},
			hint: {
				sl: 'Zadošča, da jo oseba izreče. Podpisa ne zahtevajte. Zapišite dogovorjeno obdobje.',
				cs: 'Stačí, když ho člověk vysloví. Podpis nevyžadujte. Zapište dohodnuté období.',
				en: 'It is enough that the person says it. Do not ask for a signature. Record the agreed period.',
			},
			party: 'each-client',
			kind: 'statement',
			forms: ['oral'],
			setsPeriod: true,
		},
	],
	unit: ['person'],
	memberRoles: [{ key: 'client', text: { sl: 'uporabnik', cs: 'klient', en: 'client' } }],
	team: {
		minimum: 1,
		text: {
			sl: 'Osebo spremlja ključni delavec programa. Po potrebi sodelujejo zagovornik, moderator delavnic in koordinator.',
			cs: 'Člověka provází klíčový pracovník programu. Podle potřeby se zapojí obhájce práv a zájmů, moderátor workshopů a koordinátor.',
			en: 'A key worker of the programme accompanies the person. An advocate, a workshop moderator and a coordinator join where needed.',
		},
	},
	meetings: { limit: null, counting: ['talk', 'meeting'] },
	course: [],
	guide: {
		key: 'introductory-talk',
		title: { sl: 'Uvodni razgovor', cs: 'Úvodní rozhovor', en: 'Introductory talk' },
		usualMinutes: null,
		parts: [
			{
				key: 'introduction',
				title: { sl: 'Predstavitev', cs: 'Představení', en: 'Introduction' },
				prompts: [
					{
						key: 'introduced',
						say: {
							sl: 'Dobrodošli. Najprej povem, kdo sem in kako delamo. Kar poveste, je zaupno. Povem tudi, kdaj zakon zahteva drugače.',
							cs: 'Vítejte. Nejdřív řeknu, kdo jsem a jak pracujeme. Co mi povíte, je důvěrné. Řeknu i to, kdy zákon vyžaduje něco jiného.',
							en: 'Welcome. First I will say who I am and how we work. What you tell me is confidential. I will also say when the law requires otherwise.',
						},
						label: { sl: 'Povedano na začetku', cs: 'Řečeno na začátku', en: 'Said at the start' },
						kind: 'ticks',
						list: 'own',
						items: [
							{
								key: 'worker-and-organisation',
								text: { sl: 'kdo sem in kje delam', cs: 'kdo jsem a kde pracuji', en: 'who I am and where I work' },
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
								key: 'what-is-recorded',
								text: {
									sl: 'kaj zapišem in kdo to bere',
									cs: 'co zapisuji a kdo to čte',
									en: 'what I write down and who reads it',
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
				],
			},
			{
				key: 'own-story',
				title: { sl: 'Pripoved osebe', cs: 'Vyprávění člověka', en: 'The person’s own account' },
				prompts: [
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
						hint: {
							sl: 'Kaj so težke okoliščine, pove oseba sama. Ob pregledih jo vprašate znova, da je vidno, ali se njen pogled spreminja.',
							cs: 'Co jsou těžké okolnosti, říká sám člověk. Při revizích se zeptáte znovu, aby bylo vidět, zda se jeho pohled mění.',
							en: 'The person says what the hard circumstances are. At reviews you ask again, so that a change of view can be seen.',
						},
						kind: 'text',
						alreadyTold: true,
					},
					{
						key: 'reasons',
						label: { sl: 'Razlogi za prihod', cs: 'Důvody příchodu', en: 'Reasons for coming' },
						hint: { sl: 'Lahko jih je več.', cs: 'Může jich být více.', en: 'There may be several.' },
						kind: 'ticks',
						list: 'reasons',
					},
					{
						key: 'everyday-rhythm',
						say: {
							sl: 'Kako zdaj poteka vaš običajen dan?',
							cs: 'Jak teď vypadá váš obyčejný den?',
							en: 'What does an ordinary day look like for you now?',
						},
						label: { sl: 'Ritem vsakdana', cs: 'Rytmus všedního dne', en: 'Rhythm of everyday life' },
						kind: 'text',
					},
					{
						key: 'resources',
						say: {
							sl: 'Kdo ali kaj vam je do zdaj pomagalo?',
							cs: 'Kdo nebo co vám zatím pomáhalo?',
							en: 'Who or what has helped you so far?',
						},
						label: { sl: 'Viri, lastni in v okolju', cs: 'Zdroje, vlastní i v okolí', en: 'Resources, own and around' },
						kind: 'text',
					},
				],
			},
			{
				key: 'way-forward',
				title: { sl: 'Kako naprej', cs: 'Jak dál', en: 'The way forward' },
				prompts: [
					{
						key: 'expectations',
						say: {
							sl: 'Kaj bi si želeli, da se spremeni?',
							cs: 'Co byste si přáli, aby se změnilo?',
							en: 'What would you like to change?',
						},
						label: { sl: 'Pričakovanja', cs: 'Očekávání', en: 'Expectations' },
						kind: 'text',
					},
					{
						key: 'programme-presented',
						say: {
							sl: 'Povem vam, kako vam lahko pomagamo in kaj je za to potrebno. Odločite se sami.',
							cs: 'Povím vám, jak vám můžeme pomoci a co je k tomu potřeba. Rozhodnutí je na vás.',
							en: 'I will tell you how we can help and what that takes. The decision is yours.',
						},
						label: { sl: 'Predstavljeno', cs: 'Představeno', en: 'Presented' },
						kind: 'ticks',
						list: 'own',
						items: [
							{ key: 'forms-of-help', text: { sl: 'oblike pomoči', cs: 'formy pomoci', en: 'forms of help' } },
							{
								key: 'three-conditions',
								text: {
									sl: 'tri stvari, ki jih vključitev potrebuje',
									cs: 'tři věci, které vstup do programu vyžaduje',
									en: 'the three things that inclusion needs',
								},
							},
							{
								key: 'agreed-period',
								text: {
									sl: 'obdobje vključitve, pregledi in podaljšanje',
									cs: 'období účasti, revize a prodloužení',
									en: 'period of inclusion, reviews and renewal',
								},
							},
							{
								key: 'leaving',
								text: { sl: 'odide lahko kadarkoli', cs: 'odejít lze kdykoli', en: 'one may leave at any time' },
							},
							{
								key: 'other-help',
								text: { sl: 'pomoč drugje', cs: 'pomoc jinde', en: 'help elsewhere' },
							},
						],
					},
					{
						key: 'help-wished',
						say: {
							sl: 'Kaj od tega bi vam prišlo prav?',
							cs: 'Co z toho by se vám hodilo?',
							en: 'Which of these would be of use to you?',
						},
						label: {
							sl: 'Pomoč, ki si jo oseba želi',
							cs: 'Pomoc, kterou si člověk přeje',
							en: 'Help the person would like',
						},
						kind: 'ticks',
						list: 'services',
					},
					{
						key: 'place-wished',
						say: {
							sl: 'Kje bi se najlažje pogovarjali?',
							cs: 'Kde by se vám mluvilo nejlépe?',
							en: 'Where would it be easiest for you to talk?',
						},
						label: {
							sl: 'Kje se oseba želi pogovarjati',
							cs: 'Kde si člověk přeje mluvit',
							en: 'Where the person would like to talk',
						},
						kind: 'ticks',
						list: 'own',
						items: [
							{
								key: 'at-home',
								text: {
									sl: 'na domu ali v bližini doma',
									cs: 'doma nebo blízko domova',
									en: 'at home or near home',
								},
							},
							{ key: 'at-an-office', text: { sl: 'v svetovalnici', cs: 'v poradně', en: 'at a counselling office' } },
							{ key: 'online', text: { sl: 'po spletu', cs: 'online', en: 'online' } },
							{ key: 'by-phone', text: { sl: 'po telefonu', cs: 'po telefonu', en: 'by phone' } },
						],
					},
					{
						key: 'next-step',
						say: {
							sl: 'Kaj bi bil za vas naslednji korak?',
							cs: 'Jaký další krok by pro vás dával smysl?',
							en: 'What would be the next step for you?',
						},
						label: { sl: 'Naslednji korak', cs: 'Další krok', en: 'Next step' },
						hint: { sl: 'Kakor ga pove oseba.', cs: 'Tak, jak ho řekne člověk.', en: 'As the person puts it.' },
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
			key: 'everyday-rhythm-regained',
			text: {
				sl: 'ritem vsakdanjega življenja je ponovno vzpostavljen',
				cs: 'rytmus každodenního života je obnoven',
				en: 'the rhythm of everyday life is regained',
			},
		},
		{
			key: 'supportive-circumstances',
			text: {
				sl: 'ustvarjene so podporne okoliščine in pogoji za soočanje s stisko',
				cs: 'vznikly podpůrné okolnosti a podmínky k tomu, jak tísni čelit',
				en: 'supportive circumstances and conditions for facing distress have been created',
			},
		},
		{
			key: 'not-deepened',
			text: {
				sl: 'stiska se ni poglobila',
				cs: 'tíseň se neprohloubila',
				en: 'the distress has not grown deeper',
			},
		},
		{
			key: 'distress-overcome',
			text: {
				sl: 'oseba je stisko premagala',
				cs: 'člověk tíseň překonal',
				en: 'the person has overcome the distress',
			},
		},
		{
			key: 'own-view-changed',
			text: {
				sl: 'pogled osebe na situacijo se je spremenil',
				cs: 'pohled člověka na situaci se změnil',
				en: 'the person’s view of the situation has changed',
			},
		},
	],
	agreement: {
		title: {
			sl: 'Ustna zaveza za dogovorjeno obdobje vključitve',
			cs: 'Ústní závazek na dohodnuté období účasti v programu',
			en: 'Oral commitment for the agreed period of inclusion',
		},
		form: 'oral',
		period: 'required',
	},
	duration: {
		text: {
			sl: 'Spremljanje je trajnejše. Poteka v obdobju, o katerem se skupaj dogovorimo. Ob pregledu se skupaj odločimo, ali ga podaljšamo ali zaključimo.',
			cs: 'Provázení je dlouhodobější. Trvá po dobu, na které se společně dohodneme. Při revizi se společně rozhodneme, zda ho prodloužíme, nebo ukončíme.',
			en: 'Accompaniment is longer-term. It lasts for a period we agree on together. At a review we decide together whether to renew it or to close it.',
		},
		// Ours, editable: the source asks for reviews (B3) and names no interval.
		reviewEveryDays: 90,
	},
	methods: [
		{
			sl: 'strokovno spremljanje, v katerem z osebo soustvarjamo podporne okoliščine',
			cs: 'odborné provázení, při němž s člověkem společně vytváříme podpůrné okolnosti',
			en: 'professional accompaniment, in which supportive circumstances are created together with the person',
		},
		{
			sl: 'psihosocialno in terapevtsko svetovanje',
			cs: 'psychosociální a terapeutické poradenství',
			en: 'psychosocial and therapeutic counselling',
		},
		{
			sl: 'individualno zagovorništvo',
			cs: 'individuální obhajoba práv a zájmů',
			en: 'individual advocacy',
		},
		{
			sl: 'vodene tematske delavnice in srečanja',
			cs: 'vedené tematické workshopy a setkání',
			en: 'moderated thematic workshops and meetings',
		},
	],
	providers: [
		{
			key: 'professional',
			text: {
				sl: 'strokovni delavec programa',
				cs: 'odborný pracovník programu',
				en: 'professional worker of the programme',
			},
		},
		{ key: 'advocate', text: { sl: 'zagovornik', cs: 'obhájce práv a zájmů', en: 'advocate' } },
		{
			key: 'workshop-moderator',
			text: { sl: 'moderator delavnic', cs: 'moderátor workshopů', en: 'workshop moderator' },
		},
		{ key: 'coordinator', text: { sl: 'koordinator', cs: 'koordinátor', en: 'coordinator' } },
	],
	educationAndSupervision: [
		{
			sl: 'Izobraževanje in supervizijo delavcev ureja izvajalec po pravilih, ki veljajo za sofinancirane socialno varstvene programe.',
			cs: 'Vzdělávání a supervizi pracovníků zajišťuje poskytovatel podle pravidel pro spolufinancované sociální programy ve Slovinsku.',
			en: 'The provider arranges education and supervision of its workers by the rules for co-financed social-care programmes.',
		},
	],
	documentation: [
		{
			sl: 'prošnja in način vključitve; ob vlogi za pomoč tudi, za kaj je oseba prosila in kako je bilo odločeno',
			cs: 'žádost a způsob vstupu; u žádosti o materiální pomoc také, o co člověk žádal a jak bylo rozhodnuto',
			en: 'request and way in; with an application for aid also what was asked for and what was decided',
		},
		{
			sl: 'izražena želja, sodelovanje pri načrtu in ustna zaveza: vsaka z datumom in delavcem, ki jo je zapisal',
			cs: 'vyjádřené přání, spolupráce na plánu a ústní závazek: každé s datem a pracovníkem, který ho zapsal',
			en: 'expressed wish, cooperation in the plan and oral commitment: each with its date and who recorded it',
		},
		{
			sl: 'pogled osebe v njenih besedah, ob začetku in ob vsakem pregledu',
			cs: 'pohled člověka jeho vlastními slovy, na začátku a při každé revizi',
			en: 'the person’s view in their own words, at the start and at each review',
		},
		{
			sl: 'individualni načrt, pregledi in podaljšanja',
			cs: 'individuální plán, revize a prodloužení',
			en: 'individual plan, reviews and renewals',
		},
		{
			sl: 'srečanja in stiki, doseženi izidi in zaključek',
			cs: 'setkání a kontakty, dosažené výsledky a ukončení',
			en: 'meetings and contacts, outcomes reached and closure',
		},
	],
	reportSet: [
		'users',
		'included',
		'informative',
		'indirect',
		'ways-in',
		'direct-work',
		'contacts',
		'groups',
		'volunteers',
		'staff',
		'outcome',
		'first-sign-to-first-talk',
	],
	clock: { urgentWorkingDays: 0, ordinaryWorkingDays: 3 },
	pseudonymMayBeIncluded: true,
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
	stepUp: null,
	sites: [
		{
			key: 'online',
			kind: 'online',
			title: { sl: 'Online', cs: 'Online', en: 'Online' },
			address: null,
			settlement: null,
			municipality: null,
			phones: [],
			hours: null,
			link: 'https://www.karitas.si/esos',
		},
		{
			key: 'ljubljana-kristanova',
			kind: 'office',
			title: { sl: 'Ljubljana, Kristanova', cs: 'Lublaň, Kristanova', en: 'Ljubljana, Kristanova' },
			address: 'Kristanova 1, Ljubljana',
			settlement: 'Ljubljana',
			municipality: 'Ljubljana',
			phones: ['051 555 557'],
			hours: null,
			link: null,
		},
		{
			key: 'ljubljana-poljanska',
			kind: 'office',
			title: { sl: 'Ljubljana, Poljanska', cs: 'Lublaň, Poljanska', en: 'Ljubljana, Poljanska' },
			address: 'Poljanska cesta 4, Ljubljana',
			settlement: 'Ljubljana',
			municipality: 'Ljubljana',
			phones: ['051 555 557'],
			hours: null,
			link: null,
		},
		{
			key: 'celje',
			kind: 'office',
			title: { sl: 'Celje', cs: 'Celje', en: 'Celje' },
			address: 'Muzejski trg 8, Celje',
			settlement: 'Celje',
			municipality: 'Celje',
			phones: ['051 278 481', '051 658 144'],
			hours: null,
			link: null,
		},
		{
			key: 'recica-ob-savinji',
			kind: 'office',
			title: { sl: 'Rečica ob Savinji', cs: 'Rečica ob Savinji', en: 'Rečica ob Savinji' },
			address: 'Rečica ob Savinji 75, Rečica ob Savinji',
			settlement: 'Rečica ob Savinji',
			municipality: 'Rečica ob Savinji',
			phones: ['040 464 340'],
			hours: null,
			link: null,
		},
		{
			key: 'novo-mesto',
			kind: 'office',
			title: { sl: 'Novo mesto', cs: 'Novo mesto', en: 'Novo mesto' },
			address: 'Smrečnikova 60, Novo mesto',
			settlement: 'Novo mesto',
			municipality: 'Novo mesto',
			phones: ['040 862 303'],
			hours: null,
			link: null,
		},
		{
			key: 'savinja-valley',
			kind: 'field',
			title: {
				sl: 'Terensko na območju Savinjske doline',
				cs: 'V terénu v údolí Savinje (Savinjska dolina)',
				en: 'In the field in the Savinja valley',
			},
			address: null,
			settlement: null,
			municipality: null,
			phones: [],
			hours: null,
			link: null,
		},
	],
	contacts: [
		{
			role: { sl: 'Podrobnejše informacije', cs: 'Podrobnější informace', en: 'More information' },
			name: null,
			phone: '051 555 557',
			email: null,
		},
	],
	links: [
		{
			text: {
				sl: 'Izvirni vprašalnik eSOS na straneh Karitas',
				cs: 'Původní dotazník eSOS na stránkách Karitas (slovinsky)',
				en: 'The original eSOS questionnaire on the Karitas site (in Slovenian)',
			},
			href: 'https://www.karitas.si/esos',
		},
	],
	funding: {
		// Word for word, in its own language only (B18).
		statement: [
			{
				sl: 'Program sofinancira Ministrstvo za delo, družino, socialne zadeve in enake možnosti iz sredstev za sofinanciranje socialno varstvenih programov za leto 2024',
			},
		],
		year: 2024,
	},
	acceptsRequests: true,
} satisfies Definition;
