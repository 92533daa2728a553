// What the invented children and adolescents of the demo say, and what is set and done with them.

export const WEIGHS_YOUNG = [
	'V šoli me zasmehujejo in zvečer me boli trebuh.',
	'Odkar sva z mamo sami, se bojim, da se ji kaj zgodi.',
	'Po zaprtju šol nimam več s kom biti v odmoru.',
	'Doma se stalno kregajo in jaz potem kričim na brata.',
	'Ne morem zaspati, ker mislim na teste.',
] as const;
export const RESOURCES_YOUNG = [
	'Rada riše in igra košarko.',
	'Stari starši živijo blizu.',
	'Dobro se razume z razredničarko.',
] as const;
export const EXPECTATIONS_YOUNG = [
	'Rad bi spet hodil na treninge.',
	'Da bi lahko komu povedala, ne da bi takoj klical mamo.',
	'Da bi doma kdaj kosili skupaj.',
] as const;
export const GOALS_YOUNG = [
	{ text: 'Spet med vrstnike', steps: ['Ob torkih na delavnico', 'Povabiti sošolko na sprehod'] },
	{ text: 'Zaspati brez telefona', steps: ['Telefon ob devetih v kuhinjo', 'Vaja dihanja pred spanjem'] },
	{
		text: 'Doma povedati, kaj je hudo',
		steps: ['Zapisati tri stvari, ki jih želi povedati', 'Pogovor z mamo v nedeljo'],
	},
	{ text: 'V šolo brez strahu', steps: ['Pogovor s svetovalno delavko', 'Dogovor, h komu gre v odmoru'] },
] as const;
export const NOTES_YOUNG = [
	'Narisal je svoj teden in obkrožil, kdaj je najteže.',
	'Govorila sva o strahu pred testi. Izbrala si je vajo dihanja.',
	'Mama in hči sta prvič povedali ena drugi, kaj pogrešata.',
	'Na delavnici je spoznala dve vrstnici. Želi še priti.',
	'Na obisku doma: skupaj so sestavili urnik popoldnevov.',
] as const;
export const VIEWS_LATER_YOUNG = [
	'Trebuh me boli manj. V torek komaj čakam.',
	'Z mamo se več pogovarjava.',
	'Še me je strah, ampak vem, komu lahko povem.',
] as const;
