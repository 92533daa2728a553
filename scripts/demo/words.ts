// What the invented clients of the demo say and are called. Every surname says that nobody is meant.

export const FIRST_NAMES = [
	'Ajda',
	'Zala',
	'Tine',
	'Neva',
	'Bogdan',
	'Ciril',
	'Špela',
	'Žiga',
	'Čarna',
	'Jernej',
	'Metka',
	'Luka',
	'Nives',
	'Rok',
	'Sonja',
	'Urška',
	'Vanja',
	'Gašper',
	'Darinka',
	'Anže',
	'Marjeta',
	'Samo',
	'Polona',
	'Igor',
	'Lučka',
	'Andrej',
	'Katja',
	'Stane',
	'Mojca',
	'Blaž',
] as const;
export const SURNAMES = [
	'Vzorčnik',
	'Primerek',
	'Izmišljen',
	'Navidezni',
	'Zamišljen',
	'Domišljen',
	'Umišljen',
	'Namišljen',
	'Poskusnik',
	'Neobstoj',
	'Kobajagi',
	'Dozdevnik',
	'Pravljičar',
	'Neresničnik',
	'Samozadnik',
] as const;
export const PLACES = [
	'Celje',
	'Ljubljana',
	'Novo mesto',
	'Mozirje',
	'Žalec',
	'Nazarje',
	'Grosuplje',
	'Trebnje',
	'Velenje',
	'Laško',
] as const;

/** What somebody writes who asks for help: what weighs on them, in their own words. */
export const WEIGHS = [
	'Od poletja skrbim za mamo in ne zmorem več vsega. Ponoči vstajam, v službi delam napake.',
	'Po ločitvi ne spim. Zjutraj ne vem, kako bi začela dan, in bojim se, da bom izgubila še službo.',
	'Odkar je umrl mož, je hiša prazna. Nimam s kom govoriti, otroci so daleč.',
	'Voda nam je odnesla delavnico. Zdaj so samo še računi in prepiri.',
	'Sin se zapira v sobo in noče v šolo. Ne vem več, kako naj se z njim pogovarjam.',
	'Pijem več, kot bi rad. Žena je rekla, da gre, če se ne spremeni.',
	'Ostala sem brez dela in zamujam z najemnino. Sram me je komu povedati.',
	'Zaradi bolezni ne grem od doma. Dnevi so dolgi in vsi enaki.',
	'Oče je postal pozabljiv in jezen. Midva z bratom se ne dogovoriva, kdo bo skrbel zanj.',
	'Vse me skrbi, tudi stvari, ki se niso zgodile. Telo je ves čas na preži.',
	'Preselili smo se sem in ne poznamo nikogar. Otroci jokajo, midva molčiva.',
	'Dolgovi so narasli. Pisem sploh ne odpiram več.',
] as const;
/** What a person close to somebody, or a proposer, writes. */
export const NOTICED = [
	'Opažam, da se umika. Prej je hodil na vaje, zdaj ne odpre vrat.',
	'Gospa ob razdelitvi hrane pogosto joka. Strinjala se je, da vas pokličem.',
	'Učenka je zadnje mesece zelo žalostna in pogosto sama.',
	'Sosed govori, da nima več smisla. Bojim se zanj.',
] as const;
export const RESOURCES = [
	'Sestra pride ob nedeljah. Rada dela na vrtu.',
	'Sodelavka, ki jo razume. Jutranji sprehod.',
	'Župnijska skupina, glasba, sosed Tine.',
	'Dva prijatelja iz otroštva, pes, delavnica.',
] as const;
export const EXPECTATIONS = [
	'Da bi spet spala in zmogla v službo.',
	'Da bi se doma dalo govoriti brez kričanja.',
	'Da bi uredil papirje in vedel, pri čem sem.',
	'Da ne bi bila več tako sama.',
] as const;
export const RHYTHMS = [
	'Zjutraj komaj vstane. Čez dan je sama, zvečer dolgo bere.',
	'Dela v izmenah, ob koncu tedna je pri mami.',
	'Otroke pelje v šolo, potem ves dan čaka, da se vrnejo.',
	'Vstane zgodaj, hodi po opravkih, zaspi šele po polnoči.',
] as const;
export const NEXT_STEPS = [
	'Do četrtka pokliče sestro in ji pove, da pride k nam.',
	'Prihodnjič skupaj pogledava, kaj ji jemlje spanec.',
	'Vsak dan gre za četrt ure ven.',
	'Prinese pisma, ki jih ne odpira; odpreva jih skupaj.',
] as const;
export const GOALS = [
	{ text: 'Spet spati ponoči', steps: ['Vsak dan ob sedmih vstane in gre ven', 'Telefon ostane zvečer v kuhinji'] },
	{ text: 'Urediti dolgove', steps: ['Skupaj odpreta vsa pisma', 'Pogovor z banko o obročnem plačilu'] },
	{ text: 'Imeti s kom govoriti', steps: ['Enkrat na teden na kavo s sosedo', 'Ogledati si skupino v Celju'] },
	{ text: 'Pogovor doma brez kričanja', steps: ['Dogovor o večerni uri za pogovor', 'Zapisati, kaj vsak potrebuje'] },
	{ text: 'Vrniti ritem dneva', steps: ['Načrt tedna na hladilniku', 'Dvakrat na teden sprehod'] },
] as const;
export const MEETING_NOTES = [
	'Prvič je opisala noč po odhodu. Poimenovali sva, kaj jo drži: jutranji sprehod in sestra.',
	'Pregledala sva pisma in jih razvrstila. Olajšan, ker je videl celoto.',
	'Govorila sva o mami in o krivdi. Naslednjič povabi še brata.',
	'Težak teden. Ostala sva pri dihanju in pri tem, kaj pomaga ponoči.',
	'Pogovor z vodjo je uspel, dela krajši čas. Ponosna je nase.',
	'Na obisku doma. Pokazal je delavnico in načrte, kako naprej.',
] as const;
export const VIEWS_LATER = [
	'Še je težko, a zjutraj vem, kaj bom naredila.',
	'Ni več vse črno. Imam s kom govoriti.',
	'Jezen sem manj. Z ženo sva začela govoriti.',
	'Vidim, da nisem edina, ki nosi.',
] as const;
