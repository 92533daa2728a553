import type { Definition } from '#lib/programmes/definition.ts';

/** Crisis intervention (krizová intervence) of a Czech crisis centre. The Czech wording is the source's own. */
export const krizovaIntervence: Definition = {
	shape: 1,
	key: 'krizova-intervence',
	kind: 'service',
	language: 'cs',
	title: { sl: 'Krizna intervencija', cs: 'Krizová intervence', en: 'Crisis intervention' },
	summary: {
		sl: 'Akutna enkratna ali kratkotrajna psihološka in socialna pomoč ljudem v težki življenjski situaciji.',
		cs: 'Krizová intervence je akutní jednorázová, případně krátkodobá psychologická a sociální pomoc, která je určena lidem v obtížné životní situaci.',
		en: 'Acute, one-off or short-term psychological and social help for people in a difficult life situation.',
	},
	motto: null,
	values: [
		{
			sl: 'Ponudimo razumevanje. To, kar doživljate, ima v težki situaciji svoje mesto.',
			cs: 'Nabízíme pochopení. To, co prožíváte, má v těžké situaci své místo.',
			en: 'We offer understanding. What you live through has its place in a hard situation.',
		},
		{
			sl: 'Načrt za razrešitev krize sestavite vi. Mi vam pri tem pomagamo.',
			cs: 'Plán řešení krize vytváříte vy. My vám s ním pomáháme.',
			en: 'You make the plan for resolving the crisis. We help you with it.',
		},
	],
	purpose: [
		{
			sl: 'Skupaj pregledamo vašo sedanjo situacijo, oblikujemo dogovorjeno nalogo in delamo na njeni rešitvi.',
			cs: 'Společně zmapujeme vaši aktuální situaci, zformulujeme zakázku a pracujeme na jejím řešení.',
			en: 'Together we map your present situation, formulate an agreed task and work on it.',
		},
		{
			sl: 'Po akutni krizi je mogoče kratkotrajno terapevtsko delo, usmerjeno k določenemu uvidu in širšemu izboru načinov spoprijemanja.',
			cs: 'I po odeznění akutní krize je možné krátkodobě terapeuticky pracovat. Taková spolupráce pak směřuje k určitému náhledu a rozšíření repertoáru vyrovnávacích strategií.',
			en: 'Short therapeutic work is possible after the acute crisis too. It is then directed at a certain insight and a wider range of coping strategies.',
		},
		{
			sl: 'Del krizne intervencije je tudi osnovno socialno svetovanje.',
			cs: 'V rámci krizové intervence je poskytováno také základní sociální poradenství.',
			en: 'Basic social counselling is part of crisis intervention.',
		},
	],
	forWhom: [
		{
			sl: 'Za ljudi v težki življenjski situaciji, ki je ne zmorejo več obvladovati sami.',
			cs: 'Pro lidi v obtížné životní situaci, kteří ji již nemohou zvládat vlastními silami.',
			en: 'For people in a difficult life situation who can no longer cope with it alone.',
		},
	],
	openToAnyone: true,
	indications: [
		{
			key: 'difficult-life-situation',
			text: {
				sl: 'težka življenjska situacija, ki je oseba ne zmore več obvladovati sama',
				cs: 'obtížná životní situace, kterou člověk již nemůže zvládat vlastními silami',
				en: 'a difficult life situation that the person can no longer cope with alone',
			},
		},
	],
	targetGroups: [],
	projectGoals: [],
	contents: [
		{
			key: 'acute-help',
			text: {
				sl: 'akutna psihološka in socialna pomoč',
				cs: 'akutní psychologická a sociální pomoc',
				en: 'acute psychological and social help',
			},
		},
		{
			key: 'short-therapeutic-work',
			text: {
				sl: 'kratkotrajno terapevtsko delo tudi po akutni krizi, v okviru dogovorjenega števila srečanj',
				cs: 'krátkodobá terapeutická práce i po odeznění akutní krize, v daném rozsahu setkání',
				en: 'short therapeutic work after the acute crisis too, within the number of meetings',
			},
		},
		{
			key: 'basic-social-counselling',
			text: {
				sl: 'osnovno socialno svetovanje',
				cs: 'základní sociální poradenství',
				en: 'basic social counselling',
			},
		},
		{
			key: 'mediated-contacts',
			text: {
				sl: 'posredovanje stikov z drugimi izvajalci, kadar se o tem dogovorimo',
				cs: 'zprostředkování kontaktů s jinými poskytovateli služeb, pokud se na tom s vámi domluvíme',
				en: 'mediated contacts with other providers, when agreed',
			},
		},
	],
	formsOfHelp: [
		{
			key: 'crisis-meeting',
			text: { sl: 'Krizno srečanje', cs: 'Krizové setkání', en: 'Crisis meeting' },
			modes: ['office', 'phone', 'home'],
			recordedAs: 'meeting',
		},
		{
			key: 'social-counselling',
			text: { sl: 'Osnovno socialno svetovanje', cs: 'Základní sociální poradenství', en: 'Basic social counselling' },
			modes: ['office', 'phone', 'home'],
			recordedAs: 'meeting',
		},
	],
	services: [],
	// An open list (C6): with help in everyday affairs and escort (C7), family and inclusion (C8), negotiating skills (C10).
	counsellingKinds: [
		{
			key: 'other-services-and-support',
			text: {
				sl: 'informacije o možnosti izbire drugih socialnih in zdravstvenih storitev ter drugih običajno dostopnih virov podpore',
				cs: 'poskytnutí informací o možnosti výběru jiných sociálně-zdravotnických služeb a jiných běžně dostupných zdrojů podpory',
				en: 'information on the choice of other social and health services and ordinarily available sources of support',
			},
			needsReason: false,
		},
		{
			key: 'rights-and-duties',
			text: {
				sl: 'informacije o osnovnih pravicah in dolžnostih osebe, zlasti v zvezi s socialnimi storitvami',
				cs: 'poskytnutí informací o základních právech a povinnostech osoby, zejména v souvislosti s poskytováním sociálních služeb',
				en: 'information on the person’s basic rights and duties, above all in connection with social services',
			},
			needsReason: false,
		},
		{
			key: 'further-forms-of-help',
			text: {
				sl: 'informacije o drugih oblikah pomoči (npr. državna socialna varnost, stanovanje, zaposlovanje in drugo)',
				cs: 'poskytnutí informací o dalších formách pomoci (např. o státním sociálním zabezpečení, v oblasti bydlení, zaměstnávání, aj.)',
				en: 'information on further forms of help (state social security, housing, employment and others)',
			},
			needsReason: false,
		},
		{
			key: 'everyday-affairs',
			text: {
				sl: 'pomoč pri urejanju vsakdanjih zadev: podpora pri stikih z uradi, zdravniki ipd.',
				cs: 'pomoc při vyřizování běžných záležitostí – podpora při jednání s úřady, lékaři apod.',
				en: 'help with everyday affairs: support in dealing with offices, doctors and the like',
			},
			needsReason: false,
		},
		{
			key: 'escort',
			text: { sl: 'spremstvo', cs: 'doprovod', en: 'escort' },
			hint: {
				sl: 'Samo v posameznih primerih. Zapišite razlog.',
				cs: 'Jen v ojedinělých případech. Zapište důvod.',
				en: 'Only in isolated cases. Record the reason.',
			},
			needsReason: true,
		},
		{
			key: 'contact-with-the-family',
			text: {
				sl: 'pomoč pri obnovitvi ali utrditvi stika z družino',
				cs: 'pomoc při obnovení nebo upevnění kontaktu s rodinou',
				en: 'help in renewing or strengthening contact with the family',
			},
			needsReason: false,
		},
		{
			key: 'social-inclusion-activities',
			text: {
				sl: 'pomoč in podpora pri drugih dejavnostih socialnega vključevanja',
				cs: 'pomoc a podpora při dalších aktivitách podporujících sociální začleňování',
				en: 'help and support in other activities of social inclusion',
			},
			needsReason: false,
		},
		{
			key: 'negotiating-skills',
			text: {
				sl: 'razvijanje spretnosti in zmožnosti za pogajanje na uradih in v drugih ustanovah',
				cs: 'rozvoj dovedností a schopností vyjednávání na úřadech a v jiných institucích',
				en: 'developing skills in negotiating with offices and other institutions',
			},
			needsReason: false,
		},
		{ key: 'other', text: { sl: 'drugo', cs: 'jiné', en: 'other' }, needsReason: false, needsWords: true },
	],
	topics: [],
	reasons: [],
	modes: ['office', 'phone', 'home'],
	onlineReasons: [],
	waysIn: [
		{
			key: 'own-decision',
			text: { sl: 'Oseba se oglasi sama', cs: 'Člověk se ozve sám', en: 'The person gets in touch themselves' },
			from: 'self',
			alsoForAnother: true,
			modes: [],
			ownWish: 'given',
			needsNotice: false,
		},
		{
			key: 'proposal',
			text: {
				sl: 'Predlog druge službe ali nekoga bližnjega, če si oseba to želi',
				cs: 'Návrh jiné služby nebo osoby blízké, pokud si to člověk přeje',
				en: 'Proposal by another service or a close person, if the person wishes it',
			},
			from: 'proposal',
			alsoForAnother: true,
			modes: [],
			ownWish: 'before-talk',
			needsNotice: false,
		},
	],
	conditions: [],
	unit: ['person'],
	memberRoles: [{ key: 'client', text: { sl: 'uporabnik', cs: 'klient', en: 'client' } }],
	team: {
		minimum: 1,
		text: {
			sl: 'Krizni delavec, po potrebi z drugim delavcem.',
			cs: 'Krizový intervent, podle potřeby s dalším pracovníkem.',
			en: 'A crisis worker, with a second worker where needed.',
		},
	},
	// At most twelve meetings (C4). A talk is a meeting; contacts never count.
	meetings: { limit: 12, counting: ['talk', 'meeting'] },
	// C2
	course: [
		{
			key: 'mapping-the-situation',
			text: {
				sl: 'pregled sedanje situacije',
				cs: 'zmapování aktuální situace',
				en: 'mapping the present situation',
			},
		},
		{
			key: 'offering-understanding',
			text: { sl: 'ponuditi razumevanje', cs: 'nabídnutí pochopení', en: 'offering understanding' },
		},
		{
			key: 'legitimising-the-experience',
			text: {
				sl: 'priznati doživljanje kot upravičeno',
				cs: 'legitimizace prožívání klienta',
				en: 'legitimising what the person lives through',
			},
		},
		{
			key: 'formulating-the-agreed-task',
			text: {
				sl: 'skupaj oblikovati dogovorjeno nalogo',
				cs: 'společná formulace zakázky',
				en: 'formulating the agreed task together',
			},
		},
		{
			key: 'working-on-the-agreed-task',
			text: {
				sl: 'delo na dogovorjeni nalogi',
				cs: 'práce na řešení zakázky',
				en: 'working on the agreed task',
			},
		},
	],
	// C5: within the same twelve meetings, and only once the acute crisis is over.
	phases: [
		{ key: 'acute', text: { sl: 'akutna kriza', cs: 'akutní krize', en: 'the acute crisis' }, prompts: [] },
		{
			key: 'after-acute',
			text: { sl: 'po akutni krizi', cs: 'po odeznění akutní krize', en: 'after the acute crisis' },
			hint: {
				sl: 'Kratkotrajno terapevtsko delo v okviru istih srečanj.',
				cs: 'Krátkodobá terapeutická práce v rámci týchž setkání.',
				en: 'Short therapeutic work within the same meetings.',
			},
			prompts: [
				{
					key: 'insight',
					say: {
						sl: 'Kaj zdaj vidite drugače kot na začetku?',
						cs: 'Co teď vidíte jinak než na začátku?',
						en: 'What do you see differently now than at the start?',
					},
					label: { sl: 'Uvid', cs: 'Náhled', en: 'Insight' },
					kind: 'text',
				},
				{
					key: 'coping-strategies',
					say: {
						sl: 'Kaj vam pomaga, kadar je težko? Kaj ste poskusili novega?',
						cs: 'Co vám pomáhá, když je těžko? Co nového jste vyzkoušeli?',
						en: 'What helps when it is hard? What new thing have you tried?',
					},
					label: { sl: 'Načini spoprijemanja', cs: 'Vyrovnávací strategie', en: 'Coping strategies' },
					kind: 'text',
				},
				{
					key: 'themes-named-in-words',
					label: { sl: 'Poimenovane teme', cs: 'Pojmenovaná témata', en: 'Themes named' },
					hint: {
						sl: 'Samo tiste, ki jih je oseba sama poimenovala. Poimenovati ni treba vseh.',
						cs: 'Jen ta, která klient sám pojmenoval. Není třeba pojmenovat všechna.',
						en: 'Only those the person named themselves. Not all need naming.',
					},
					kind: 'text',
				},
				{
					key: 'long-term-support',
					say: {
						sl: 'Bi vam koristila daljša terapevtska podpora? Kje bi jo lahko iskali?',
						cs: 'Hodila by se vám dlouhodobější terapeutická podpora? Kde bychom ji mohli hledat?',
						en: 'Would longer therapeutic support be of use? Where could we look for it?',
					},
					label: {
						sl: 'Iskanje dolgotrajne terapevtske podpore',
						cs: 'Vyhledávání dlouhodobé terapeutické podpory',
						en: 'Finding long-term therapeutic support',
					},
					kind: 'text',
				},
				{
					key: 'outcomes',
					label: { sl: 'Kaj je bilo doseženo', cs: 'Čeho se podařilo dosáhnout', en: 'What was reached' },
					kind: 'ticks',
					list: 'outcomes',
				},
			],
		},
	],
	guide: {
		key: 'crisis-talk',
		title: { sl: 'Krizni razgovor', cs: 'Krizový rozhovor', en: 'Crisis talk' },
		usualMinutes: null,
		parts: [
			{
				key: 'present-situation',
				title: { sl: 'Sedanja situacija', cs: 'Aktuální situace', en: 'The present situation' },
				prompts: [
					{
						key: 'introduced',
						say: {
							sl: 'Dobro je, da ste tu. Kar poveste, je zaupno. Povem tudi, kdaj zakon zahteva drugače.',
							cs: 'Je dobře, že jste tady. Co mi povíte, je důvěrné. Řeknu i to, kdy zákon vyžaduje něco jiného.',
							en: 'It is good that you are here. What you tell me is confidential. I will also say when the law requires otherwise.',
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
								key: 'number-of-meetings',
								text: {
									sl: 'koliko srečanj je mogočih; varnostni stiki se ne štejejo',
									cs: 'kolik setkání je možných; bezpečnostní kontakty se nepočítají',
									en: 'how many meetings there can be; safety contacts do not count',
								},
							},
							{
								key: 'anonymity',
								text: {
									sl: 'imena ni treba povedati',
									cs: 'jméno není třeba uvádět',
									en: 'no name needs to be given',
								},
							},
						],
					},
					{
						key: 'own-view',
						say: {
							sl: 'Kaj se je zgodilo, da ste prišli prav zdaj?',
							cs: 'Co se stalo, že přicházíte právě teď?',
							en: 'What has happened that you come just now?',
						},
						label: {
							sl: 'Sedanja situacija v besedah osebe',
							cs: 'Aktuální situace slovy klienta',
							en: 'The present situation in the person’s own words',
						},
						kind: 'text',
						step: 'mapping-the-situation',
						alreadyTold: true,
					},
					{
						key: 'safety',
						say: {
							sl: 'Ste zdaj na varnem? Je na varnem tudi kdo, ki je z vami?',
							cs: 'Jste teď v bezpečí? Jsou v bezpečí i ti, kdo jsou s vámi?',
							en: 'Are you safe now? Are those who are with you safe?',
						},
						label: { sl: 'Varnost', cs: 'Bezpečí', en: 'Safety' },
						hint: {
							sl: 'Če slišite kaj, kar ogroža osebo ali druge, označite tveganje.',
							cs: 'Pokud uslyšíte něco, co ohrožuje klienta nebo druhé, označte riziko.',
							en: 'If you hear anything that endangers the person or others, mark the risk.',
						},
						kind: 'text',
						step: 'mapping-the-situation',
					},
					{
						key: 'support-network',
						say: {
							sl: 'Kdo ve, kako vam je? Koga bi lahko poklicali?',
							cs: 'Kdo ví, jak vám je? Komu byste mohli zavolat?',
							en: 'Who knows how you are? Whom could you call?',
						},
						label: { sl: 'Naravna podporna mreža', cs: 'Přirozená podpůrná síť', en: 'Natural support network' },
						kind: 'text',
						step: 'mapping-the-situation',
					},
				],
			},
			{
				key: 'understanding',
				title: {
					sl: 'Razumeti, kar doživljate',
					cs: 'Porozumět tomu, co prožíváte',
					en: 'Understanding what you live through',
				},
				prompts: [
					{
						key: 'emotions',
						say: {
							sl: 'Kaj zdaj čutite? V taki situaciji ni napačnih čustev.',
							cs: 'Co teď cítíte? V takové situaci neexistují špatné emoce.',
							en: 'What do you feel now? In such a situation there are no wrong feelings.',
						},
						label: {
							sl: 'Čustva in doživljanje',
							cs: 'Emoce a prožívání',
							en: 'Emotions and what the person lives through',
						},
						kind: 'text',
						step: 'offering-understanding',
					},
					{
						key: 'legitimised',
						say: {
							sl: 'To, kar doživljate, je razumljiv odziv na to, kar se je zgodilo.',
							cs: 'To, co prožíváte, je pochopitelná reakce na to, co se stalo.',
							en: 'What you live through is an understandable reaction to what has happened.',
						},
						label: { sl: 'Kaj je bilo priznano', cs: 'Co bylo legitimizováno', en: 'What was legitimised' },
						kind: 'text',
						step: 'legitimising-the-experience',
					},
					{
						key: 'own-abilities',
						say: {
							sl: 'Kaj vam je pomagalo zdržati do zdaj?',
							cs: 'Co vám pomohlo vydržet až doteď?',
							en: 'What has helped you hold on until now?',
						},
						label: {
							sl: 'Lastne sposobnosti za stabilizacijo',
							cs: 'Stabilizační schopnosti klienta',
							en: 'Own stabilising abilities',
						},
						kind: 'text',
					},
				],
			},
			{
				key: 'agreed-task',
				title: { sl: 'Dogovorjena naloga', cs: 'Zakázka', en: 'The agreed task' },
				prompts: [
					{
						key: 'agreed-task',
						say: {
							sl: 'Kaj bi bilo za vas danes koristno? Na čem naj delamo skupaj?',
							cs: 'Co by pro vás dnes bylo užitečné? Na čem máme společně pracovat?',
							en: 'What would be useful to you today? What shall we work on together?',
						},
						label: {
							sl: 'Dogovorjena naloga, kakor sta jo skupaj oblikovala',
							cs: 'Zakázka, jak jste ji společně zformulovali',
							en: 'The agreed task, as you formulated it together',
						},
						kind: 'text',
						step: 'formulating-the-agreed-task',
						becomes: 'agreed-task',
					},
					{
						key: 'steps-of-the-plan',
						say: {
							sl: 'Kaj bi bil prvi korak vašega načrta?',
							cs: 'Co by byl první krok vašeho plánu?',
							en: 'What would be the first step of your plan?',
						},
						label: { sl: 'Načrt za razrešitev krize', cs: 'Plán řešení krize', en: 'Crisis resolution plan' },
						hint: {
							sl: 'Načrt sestavi oseba. Zapišite ga z njenimi besedami.',
							cs: 'Plán vytváří klient. Zapište ho jeho slovy.',
							en: 'The person makes the plan. Write it in their words.',
						},
						kind: 'text',
						step: 'working-on-the-agreed-task',
						becomes: 'own-plan',
					},
					{
						key: 'other-services',
						say: {
							sl: 'Bi vam prišel prav stik s kakšno drugo službo? Pokličemo le, če se o tem dogovorimo.',
							cs: 'Hodil by se vám kontakt na nějakou další službu? Spojíme vás jen tehdy, pokud se na tom domluvíme.',
							en: 'Would contact with another service be of use? We make it only if we agree on it.',
						},
						label: { sl: 'Posredovanje stika', cs: 'Zprostředkování kontaktu', en: 'Mediated contact' },
						kind: 'text',
					},
					{
						key: 'next-meeting',
						label: { sl: 'Do naslednjega srečanja', cs: 'Do příštího setkání', en: 'Until the next meeting' },
						kind: 'text',
					},
				],
			},
		],
	},
	plan: {
		title: { sl: 'Načrt za razrešitev krize', cs: 'Plán řešení krize', en: 'Crisis resolution plan' },
		goals: 'listed',
		// Eight goals, each set per client and assessed (C3).
		listed: [
			{
				key: 'stabilise-and-safety',
				text: {
					sl: 'stabilizacija, vrnitev k delovanju pred krizo in zagotovitev varnosti',
					cs: 'stabilizovat klienta, návrat k předkrizovému fungování a zajištění bezpečí',
					en: 'stabilise, return to functioning before the crisis, safety',
				},
			},
			{
				key: 'emotions',
				text: {
					sl: 'pomoč pri izražanju čustev, njihovi normalizaciji in stabilizaciji',
					cs: 'pomoci klientovi vyjádřit jeho emoce, normalizovat je a pomoci je stabilizovat',
					en: 'help to express, normalise and stabilise emotions',
				},
			},
			{
				key: 'understanding',
				text: {
					sl: 'pomoč pri razumevanju lastnega doživljanja',
					cs: 'pomoci klientovi porozumět jeho prožívání',
					en: 'help to understand what one lives through',
				},
			},
			{
				key: 'stop-endangering-tendencies',
				text: {
					sl: 'stabilizacija stanja, ustavitev ogrožajočih teženj v vedenju',
					cs: 'stabilizovat stav klienta, zastavit ohrožující tendence v chování klienta',
					en: 'stabilise the state, stop endangering tendencies in behaviour',
				},
			},
			{
				key: 'support-network',
				text: {
					sl: 'ugotavljanje naravne podporne socialne mreže',
					cs: 'zjišťovat podpůrné přirozené sociální sítě klienta',
					en: 'find out the supportive natural network',
				},
			},
			{
				key: 'own-abilities',
				text: {
					sl: 'iskanje in krepitev lastnih sposobnosti za stabilizacijo',
					cs: 'hledat a posilovat klientovy stabilizační schopnosti',
					en: 'find and strengthen own stabilising abilities',
				},
			},
			{
				key: 'own-plan',
				text: {
					sl: 'pomoč osebi, da sestavi načrt za razrešitev krize',
					cs: 'pomoci klientovi vytvořit plán k řešení krize',
					en: 'help the client make a plan for resolving the crisis',
				},
			},
			{
				key: 'mediated-contacts',
				text: {
					sl: 'posredovanje stikov z drugimi socialnimi ali zdravstvenimi službami, če situacija to zahteva',
					cs: 'zprostředkovávat kontakty s dalšími sociálními či zdravotními službami, pokud to situace vyžaduje',
					en: 'mediate contacts to further social or health services, if the situation requires it',
				},
				ifRequired: true,
			},
		],
		capabilities: [],
		agreedTask: true,
		madeBy: 'client',
	},
	// C5
	outcomes: [
		{
			key: 'certain-insight',
			text: { sl: 'določen uvid', cs: 'určitý náhled', en: 'a certain insight' },
		},
		{
			key: 'wider-coping',
			text: {
				sl: 'širši izbor načinov spoprijemanja',
				cs: 'rozšíření repertoáru vyrovnávacích strategií',
				en: 'wider coping strategies',
			},
		},
		{
			key: 'themes-named',
			text: {
				sl: 'poimenovane so nekatere najgloblje teme',
				cs: 'pojmenována některá nejhlubší témata',
				en: 'some of the deepest themes have been named',
			},
		},
		{
			key: 'long-term-support-sought',
			text: {
				sl: 'oseba ima podporo pri iskanju dolgotrajne terapevtske pomoči',
				cs: 'klient má podporu ve vyhledávání dlouhodobé terapeutické podpory',
				en: 'the person is supported in finding long-term therapeutic support',
			},
		},
	],
	agreement: {
		// In Czechia the agreement for this service may be oral (108/2006 Sb., § 91).
		title: { sl: 'Dogovor o sodelovanju', cs: 'Dohoda o spolupráci', en: 'Cooperation agreement' },
		form: 'either',
		period: 'none',
	},
	duration: {
		// C4
		text: {
			sl: 'Sodelovanje traja največ 12 srečanj.',
			cs: 'Délka spolupráce s klientem je maximálně 12 setkání.',
			en: 'Cooperation lasts at most 12 meetings.',
		},
		reviewEveryDays: null,
	},
	methods: [
		{ sl: 'krizna intervencija', cs: 'krizová intervence', en: 'crisis intervention' },
		{
			sl: 'kratkotrajno terapevtsko delo',
			cs: 'krátkodobá terapeutická práce',
			en: 'short therapeutic work',
		},
		{
			sl: 'osnovno socialno svetovanje',
			cs: 'základní sociální poradenství',
			en: 'basic social counselling',
		},
	],
	providers: [
		{ key: 'crisis-worker', text: { sl: 'krizni delavec', cs: 'krizový intervent', en: 'crisis worker' } },
		{ key: 'social-worker', text: { sl: 'socialni delavec', cs: 'sociální pracovník', en: 'social worker' } },
		{ key: 'programme-lead', text: { sl: 'vodja programa', cs: 'vedoucí služby', en: 'programme lead' } },
	],
	educationAndSupervision: [
		{
			sl: 'Izobraževanje in supervizijo delavcev ureja izvajalec po čeških predpisih o socialnih storitvah.',
			cs: 'Vzdělávání a supervizi pracovníků zajišťuje poskytovatel podle předpisů o sociálních službách.',
			en: 'The provider arranges education and supervision of its workers by the Czech rules on social services.',
		},
	],
	documentation: [
		{
			sl: 'dogovorjena naloga in cilji, določeni za vsako osebo in ocenjeni ob zaključku',
			cs: 'zakázka a cíle, stanovené pro každého klienta a při ukončení zhodnocené',
			en: 'agreed task and goals, set for each client and assessed at closure',
		},
		{
			sl: 'srečanja z zaporedno številko; stiki posebej',
			cs: 'setkání s pořadovým číslem; kontakty zvlášť',
			en: 'meetings with their number; contacts apart',
		},
		{
			sl: 'načrt za razrešitev krize, kot ga je sestavila oseba',
			cs: 'plán řešení krize, jak ho vytvořil klient',
			en: 'crisis resolution plan, as the client made it',
		},
		{
			sl: 'osnovno socialno svetovanje po vrstah; ob spremstvu razlog',
			cs: 'základní sociální poradenství podle druhů; u doprovodu důvod',
			en: 'basic social counselling by kind; with escort, the reason',
		},
		{
			sl: 'kadar oseba to želi, zapis brez imena',
			cs: 'pokud si to klient přeje, záznam beze jména',
			en: 'a record without a name where the person asks for it',
		},
	],
	reportSet: [
		'clients',
		'anonymous-work',
		'meetings',
		'contacts',
		'interventions',
		'refused-applicants',
		'goals',
		'outcome',
	],
	clock: { urgentWorkingDays: 0, ordinaryWorkingDays: 3 },
	pseudonymMayBeIncluded: true,
	reasonsToDecline: [
		{
			key: 'not-our-field',
			text: {
				sl: 'službe, ki jo oseba potrebuje, ne izvajamo; povedali smo, kdo jo',
				cs: 'neposkytujeme službu, kterou člověk potřebuje; řekli jsme, kdo ano',
				en: 'we do not provide the service the person needs; we said who does',
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
			key: 'meetings-used',
			text: {
				sl: 'opravljena so vsa mogoča srečanja',
				cs: 'proběhla všechna možná setkání',
				en: 'all possible meetings have taken place',
			},
		},
		{ key: 'own-wish', text: { sl: 'lastna želja osebe', cs: 'vlastní přání klienta', en: 'the person’s own wish' } },
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
	mediatedContacts: true,
	stepUp: null,
	sites: [
		{
			key: 'centre',
			kind: 'office',
			title: {
				sl: 'Krizni center Smyšlenka (vzorčni center, ne obstaja)',
				cs: 'Krizové centrum Smyšlenka (ukázkové centrum, neexistuje)',
				en: 'Crisis centre Smyšlenka (a sample centre, it does not exist)',
			},
			address: 'Smyšlená 1, Vymyšlov',
			settlement: null,
			municipality: null,
			phones: ['+420 000 000 001'],
			hours: null,
			link: null,
		},
	],
	contacts: [
		{
			role: {
				sl: 'Krizna intervencija (izmišljena številka)',
				cs: 'Krizová intervence (smyšlené číslo)',
				en: 'Crisis intervention (invented number)',
			},
			name: null,
			phone: '+420 000 000 002',
			email: null,
		},
	],
	links: [],
	funding: null,
	acceptsRequests: true,
} satisfies Definition;
