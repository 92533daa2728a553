// What the invented clients of the Czech crisis centre say and are called. Every surname says that nobody is meant.

export const FIRST_NAMES_CS = [
	'Alena',
	'Bohumil',
	'Dana',
	'Evžen',
	'Hedvika',
	'Ivo',
	'Jarmila',
	'Karel',
	'Libuše',
	'Milan',
	'Naďa',
	'Otakar',
] as const;
/** Surnames of women and men. */
export const SURNAMES_CS = [
	['Smyšlená', 'Smyšlený'],
	['Vymyšlená', 'Vymyšlený'],
	['Neskutečná', 'Neskutečný'],
	['Ukázková', 'Ukázkový'],
] as const;
export const MEN_CS: ReadonlySet<string> = new Set(['Bohumil', 'Evžen', 'Ivo', 'Karel', 'Milan', 'Otakar']);

export const WEIGHS_CS = [
	'Manžel odešel ze dne na den. Nespím, nejím a bojím se zůstat sama doma.',
	'Přišel jsem o práci a nevím, jak to říct doma. Točím se v kruhu.',
	'Po nehodě se třesu, kdykoli slyším brzdy. Do auta nesednu.',
	'Dcera utekla z domova. Každý telefon mě vyděsí.',
	'Zemřela mi maminka. Všichni říkají, ať se držím, a já nemůžu.',
	'Dostali jsme výpověď z bytu. Nevím, kde budeme za měsíc spát.',
] as const;
export const NOTICED_CS = [
	'Sousedka už dva týdny nevychází a pláče. Souhlasila, abych vám zavolala.',
	'Student se po rozchodu uzavřel do sebe. Přál si, abych ho ohlásila.',
] as const;
export const RESOURCES_CS = [
	'Sestra, které může zavolat i v noci. Procházky se psem.',
	'Kolegyně z práce. Zpěv ve sboru.',
	'Bratr, soused z přízemí, zahrádka.',
] as const;
export const EXPECTATIONS_CS = [
	'Aby se dalo zase vyspat a jít do práce.',
	'Vědět, co dělat zítra ráno.',
	'Promluvit si doma bez křiku.',
] as const;
export const RHYTHMS_CS = [
	'Ráno sotva vstane. Přes den je sama, večer dlouho nespí.',
	'Pracuje na směny, o víkendu je u maminky.',
	'Vstává brzy, chodí po pochůzkách, usne až po půlnoci.',
] as const;
export const NEXT_STEPS_CS = [
	'Do čtvrtka zavolá sestře a řekne jí, že přijde.',
	'Každý den půjde na čtvrt hodiny ven.',
	'Přinese dopisy, které neotvírá; otevřeme je společně.',
] as const;
export const TASKS_CS = [
	'Přečkat nejbližší noci a domluvit se, komu zavolá, když bude nejhůř.',
	'Roztřídit, co hoří hned a co počká, a říct to doma.',
	'Porozumět tomu, co se s ní po nehodě děje, a zkusit krátkou cestu autobusem.',
] as const;
export const OWN_PLANS_CS = [
	'Ráno vstanu v sedm a půjdu se psem. Když přijde panika, zavolám sestře a dýchám, jak jsme zkoušeli.',
	'V pondělí zajdu na úřad práce. Večer si s manželkou sedneme a řeknu jí všechno.',
	'Jeden den, jedna věc. Napíšu si ji večer na lednici.',
] as const;
export const NOTES_CS = [
	'Zmapovali jsme poslední týden. Uklidnila se, když popsala první noc.',
	'Pojmenoval strach a stud. Naplánovali jsme rozhovor doma.',
	'Těžký týden. Zůstali jsme u dýchání a u toho, kdo může přijít.',
	'Zkusila cestu autobusem, dvě zastávky. Má z toho radost.',
	'Telefonát s úřadem zvládl sám, nacvičili jsme ho předem.',
] as const;
export const INSIGHTS_CS = [
	'Vidí, že strach nepřichází z ničeho nic, ale po dnech, kdy mlčí.',
	'Rozumí tomu, proč ho výpověď zasáhla víc, než čekal.',
] as const;
export const THEMES_CS = ['Strach z opuštění.', 'Potřeba všechno zvládnout bez pomoci.'] as const;
