// What the programmes say of themselves, statement by statement, as somebody reads it on their pages.
import { describe, expect, test } from 'vitest';
import { expectAccessible, people } from './browser.fixtures.ts';
import { aCaller } from './http.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';

const opora = anOpora();
const { somebody } = people(opora);
const BLIZU = '/p/slovenska-karitas/blizu';
const SKUPAJ = '/p/zpm-moste-polje/skupaj-zmoremo';
const PSP = '/p/csd-izmisljeno-polje/prva-socialna-pomoc';
const PERSONAL = '/p/csd-izmisljeno-polje/osebna-pomoc';
const FAMILY = '/p/csd-izmisljeno-polje/pomoc-druzini-za-dom';
const CRISIS = '/p/krizove-centrum-smyslenka/krizova-intervence';
const ALL = [BLIZU, SKUPAJ, PSP, PERSONAL, FAMILY, CRISIS];

/** The words of a page, as they are read: without its elements. */
async function wordsOn(address: string): Promise<string> {
	const { text } = await aCaller(opora).get(address);
	const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
	return main
		.replace(/<[^>]+>/g, '')
		.replaceAll('&amp;', '&')
		.replaceAll('&nbsp;', ' ')
		.replace(/\s+/g, ' ');
}

/** Which of these statements a page does not say. */
async function missingOn(address: string, statements: readonly string[]): Promise<readonly string[]> {
	const words = (await wordsOn(address)).toLowerCase();
	return statements.filter((statement) => !words.includes(statement.toLowerCase()));
}

test('Blizu says what it believes, for whom it is, how it helps, what it needs and how one comes in [B1]', async () => {
	const missing = await missingOn(BLIZU, [
		'da v (duševni) stiski nihče ne ostane sam',
		'Duševno zdravje je temelj vsakršne dobrobiti, tudi materialne',
		'razvijamo svoje potenciale in prispevamo k skupnosti',
		'Je osnova in temelj kakovosti življenja',
		'Samo duševno zdrav in opolnomočen človek lahko poskrbi zase',
		'Verjamemo, da pogovor pomaga',
		'Naravno je, da so ljudje v težkih okoliščinah obupani in žalostni',
		'odvisno od vsakega posameznika in njegovega pogleda na situacijo',
		'Psihosocialna podpora je dobra preventiva',
		'ritem vsakdanjega življenja',
		'soustvarjamo podporne okoliščine in pogoje za soočanje s stisko',
		'trajnejšemu spremljanju ljudi v stiski',
		...'široko in odprto dostopnost | novost v socialno varstvenih programih'.split(' | '),
		'svetovanja, zagovorništva, informiranja in spremljanja',
		...'strah pred stigmo | izolacija zaradi invalidnosti'.split(' | '),
		'Obisk na domu in podpora pri premagovanju stisk',
		'Online informativno svetovanje',
		'Psihosocialno in terapevtsko svetovanje',
		'na terenu, v svetovalnicah ali spletno',
		'Individualno zagovorništvo in psihosocialno svetovanje',
		'Moderirana tematska delavnica',
		'Tematsko srečanje v lokalnem okolju',
		'osmišljenje življenja, samooskrba, samopomoč, spoprijemanje s stresorji, sprostitvene dejavnosti',
		'Neformalno srečanje v lokalnem okolju',
		'Vprašalnik ogroženosti za tri najpogostejše psihosocialne stiske',
		'izražena želja po vključitvi',
		'sodelovanje pri pripravi individualnega načrta',
		'ustna zaveza za aktivno sodelovanje za dogovorjeno obdobje vključitve',
		'duševno stisko in/ali ima slabši socialno-ekonomski status',
		'prostovoljno in na vašo lastno željo',
		'Vloga za materialno pomoč in pomoč ob poplavah 2023',
		...'Uvodni razgovor na terenu | Prvi informativni razgovor online'.split(' | '),
		'Priporočilo glede na rezultate v vprašalniku eSOS',
		'Predlog strokovnega delavca drugih socialno varstvenih programov Karitas ali prostovoljca',
		'Predlog strokovnega delavca iz druge nevladne organizacije ali javne ustanove',
	]);
	expect(missing).toEqual([]);
	// A statement that is not there is found.
	expect(await missingOn(BLIZU, ['največ 12 srečanj'])).toEqual(['največ 12 srečanj']);
});

test('Blizu says where it is, with each telephone, and that it comes when invited [B16]', async () => {
	const missing = await missingOn(BLIZU, [
		'www.karitas.si/esos',
		...'Kristanova 1, Ljubljana | Poljanska cesta 4, Ljubljana'.split(' | '),
		...'Muzejski trg 8, Celje | Rečica ob Savinji 75'.split(' | '),
		'Smrečnikova 60, Novo mesto',
		'Terensko na območju Savinjske doline',
		...'051 555 557 | 051 278 481 | 051 658 144 | 040 464 340 | 040 862 303'.split(' | '),
		'Obiščite nas ali nas povabite in mi pridemo k vam',
	]);
	expect(missing).toEqual([]);
});

test.each(['sl', 'cs', 'en'])(
	'Blizu’s co-funding statement stands word for word on its page, whatever its language: %s [B18]',
	async (language) => {
		const statement =
			'Program sofinancira Ministrstvo za delo, družino, socialne zadeve in enake možnosti iz sredstev za sofinanciranje socialno varstvenih programov za leto 2024';
		expect(await wordsOn(`${BLIZU}?lang=${language}`)).toContain(statement);
	},
);

test('Skupaj zmoremo says its activities, groups, goals and whom to turn to [Z10]', async () => {
	const missing = await missingOn(SKUPAJ, [
		'zviševanju stopnje socialne vključenosti ranljivih skupin',
		'dolgoletnih izkušenj pri delu z uporabniki',
		'preventivne aktivnosti',
		'Paket aktivnosti pomaga socialno ogroženim otrokom in mladostnikom ter njihovim družinam',
		'Svetovanje in psihološka podpora',
		'brezplačne razbremenilne pogovore ob soočanju s stresom, strahovi ali skrbmi',
		'Svetovalni pogovor in psihološko svetovanje',
		'Poglobljena obravnava',
		'Terensko delo vstopa v družine',
		'mobilizira vire družinskih članov',
		'Individualna učna pomoč na daljavo',
		'ob sproščanju ukrepov tudi v živo',
		'zmanjševanje neenakosti v izobraževanju',
		...'osebe s težavami v duševnem zdravju | otroci in mladostniki'.split(' | '),
		'visoko stopnjo socialne izključenosti',
		'zmanjševanje tveganja revščine ciljnih skupin',
		'zmanjševanje socialne neenakosti',
		'celostne individualne podpore',
		'lajšanje posledic epidemije Covid-19',
		...'Neža Janež | 0820 526 89 | neza.janez@zpmmoste.net'.split(' | '),
	]);
	expect(missing).toEqual([]);
});

test('Skupaj zmoremo says word for word who pays for it [Z11]', async () => {
	const missing = await missingOn(SKUPAJ, [
		'Evropska unija – Evropski socialni sklad',
		'Posredniški organ: Ministrstvo za delo, družino, socialne zadeve in enake možnosti',
		'9. prednostne osi: »Socialna vključenost in zmanjševanje tveganja revščine«',
		'9.1 prednostne naložbe: »Aktivno vključevanje, tudi za spodbujanje enakih možnosti in aktivne udeležbe, ter povečanje zaposljivosti«',
		'9.1.3 specifičnega cilja: »Preprečevanje zdrsa v revščino oziroma socialno izključenost in zmanjševanje neenakosti v zdravju«',
		'Operativnega programa za izvajanje Evropske kohezijske politike v obdobju 2014-2020',
	]);
	expect(missing).toEqual([]);
});

describe('first social help', () => {
	test('is free, for anyone, on first arrival or on a new distress [P1]', async () => {
		const missing = await missingOn(PSP, [
			'Storitev je brezplačna',
			'ne glede na stalno prebivališče ali državljanstvo',
			'Ko se na center obrnete prvič',
			'Ko ste že v obravnavi in se pojavi nova stiska ali težava',
			'ko ne veste, kam s svojo težavo',
			'nujna strokovna pomoč',
			'samostojna storitev',
		]);
		expect(missing).toEqual([]);
	});

	test('says its four contents, and each option with its condition and obligation [P2]', async () => {
		const missing = await missingOn(PSP, [
			'pomoč pri prepoznavanju in opredelitvi socialne stiske in težave',
			'ocena možnih rešitev',
			'seznanitev z vsemi storitvami, dajatvami in javnimi pooblastili centra ter z obveznostmi, ki sledijo izbiri',
			'predstavitev mreže in programov izvajalcev zunaj centra',
			...'Storitve centra | Javna pooblastila centra | Programi in izvajalci zunaj centra'.split(' | '),
			...'Pogoj: | Obveznost: | Trajnejše spremljanje v bližini doma: Blizu'.split(' | '),
		]);
		expect(missing).toEqual([]);
	});

	test('names the reasons for coming, how a talk goes, three ways in and the special fields [P3]', async () => {
		const missing = await missingOn(PSP, [
			'težave v družinskih in partnerskih odnosih',
			...'nasilje v družini | razveza zakonske zveze | vzgojne težave | sum ogroženosti otroka'.split(' | '),
			...'tvegano in škodljivo pitje alkohola | zloraba drog | materialna stiska | stanovanjska stiska'.split(' | '),
			...'težave v medosebnih odnosih | oskrba bolnih in ostarelih | uveljavljanju pravic iz javnih sredstev'.split(
				' | ',
			),
			...'druge stiske in težave | predstavi institucijo in sebe | v povprečju traja 45 minut'.split(' | '),
			...'Samostojna odločitev | Pobuda upravičenega predlagatelja | Po uradni dolžnosti'.split(' | '),
			...'rejništvo | posvojitve | skrbništvo mladoletnih | domsko varstvo | pokazenska pomoč'.split(' | '),
		]);
		expect(missing).toEqual([]);
	});
});

test('personal help and family help say their forms, indications, conditions and who takes part', async () => {
	const personal = await missingOn(PERSONAL, [
		'svetovanje, urejanje in vodenje',
		'razvijanje, dopolnjevanje, ohranjanje in izboljšanje socialnih možnosti',
		'razgovori so zaupne narave',
		'pristanek osebe na vključevanje ključnih dejavnikov okolja',
		'ustrezna organizacijska mreža stalnih sodelavcev',
		'prostovoljna odločitev za prejemanje pomoči',
		'pripravljena je spremeniti svoje vedenje, poiskati ustrezne rešitve in urediti odnose z drugimi',
	]);
	const family = await missingOn(FAMILY, [
		'rešljive le s spremembami v družini kot celoti',
		'vzorci vedenja in znanja družine pa ne zadoščajo',
		'dveh ali več družinskih članov',
		'pri urejanju odnosov med družinskimi člani',
		...'pri skrbi za otroke | usposabljanje družine za opravljanje njene vsakdanje vloge'.split(' | '),
		'družinski člani motivirani',
		...'sprejem dogovora o sodelovanju | dva strokovna delavca'.split(' | '),
		'oseba, ki lahko vpliva na družino',
	]);
	expect({ personal, family }).toEqual({ personal: [], family: [] });
});

test('crisis intervention says in Czech its course, its eight goals, its length and its counselling', async () => {
	const missing = await missingOn(`${CRISIS}?lang=cs`, [
		'akutní jednorázová, případně krátkodobá psychologická a sociální pomoc',
		'již nemohou zvládat vlastními silami',
		...'zmapování aktuální situace | legitimizace prožívání klienta | společná formulace zakázky'.split(' | '),
		'návrat k předkrizovému fungování a zajištění bezpečí',
		'vyjádřit jeho emoce, normalizovat je a pomoci je stabilizovat',
		...'porozumět jeho prožívání | zastavit ohrožující tendence | podpůrné přirozené sociální sítě'.split(' | '),
		...'klientovy stabilizační schopnosti | vytvořit plán k řešení krize'.split(' | '),
		'zprostředkovávat kontakty s dalšími sociálními či zdravotními službami, pokud to situace vyžaduje',
		'maximálně 12 setkání',
		'rozšíření repertoáru vyrovnávacích strategií',
		...'o základních právech a povinnostech osoby | podpora při jednání s úřady, lékaři | ojedinělých případech'.split(
			' | ',
		),
		'obnovení nebo upevnění kontaktu s rodinou',
		'vyjednávání na úřadech a v jiných institucích',
	]);
	expect(missing).toEqual([]);
});

test('each page prints without what only a screen needs, with its options laid open [A10]', async () => {
	const page = await somebody({ width: 360 });
	for (const address of ALL) {
		await page.goto(address);
		expect(await page.getByRole('button', { name: 'Natisnite' }).isVisible(), address).toBe(true);
		await expectAccessible(page, 'a programme');
		await page.emulateMedia({ media: 'print' });
		const shown = (name: string) => page.locator(name).first().isVisible();
		expect([await shown('.print-head'), await shown('main .button'), await shown('.masthead')], address).toEqual([
			true,
			false,
			false,
		]);
		await page.emulateMedia({ media: 'screen' });
	}
});

test('search engines are told of what exists, and of one address for each language', async () => {
	const head = async (address: string) => (await aCaller(opora).get(address)).text;
	const told = (html: string) =>
		JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as Record<
			string,
			unknown
		> | null;
	expect(told(await head(BLIZU))).toMatchObject({
		'@type': 'Service',
		name: 'Blizu',
		provider: { name: 'Slovenska karitas' },
		url: `${opora.address}${BLIZU}`,
	});
	expect(JSON.stringify(told(await head(BLIZU)))).toContain('Muzejski trg 8, Celje');
	expect(told(await head('/p/slovenska-karitas'))).toMatchObject({ '@type': 'Organization', telephone: '051 555 557' });
	for (const invented of [PSP, CRISIS, '/p/csd-izmisljeno-polje']) {
		expect(told(await head(invented))).toBeNull();
		expect(await head(invented)).toContain('<meta name="robots" content="noindex"');
	}
	const czech = await head(`${BLIZU}?lang=cs&utm=x`);
	expect(czech).toContain(`<link rel="canonical" href="${opora.address}${BLIZU}?lang=cs"`);
	for (const code of ['sl', 'cs', 'en'])
		expect(czech).toContain(`hreflang="${code}" href="${opora.address}${BLIZU}?lang=${code}"`);
	// A browser takes the data for data: nothing complains of a script.
	const page = await somebody();
	await page.goto(BLIZU);
	expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1);
});
