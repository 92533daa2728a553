// What a page tells before anything is asked of it: without a browser, on the demo.
import { expect, test } from 'vitest';
import { aCaller, aWorker } from './http.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { KARITAS } from './steps.fixtures.ts';

const opora = anOpora();
const as = (name: string) => aWorker(opora, `${name}@karitas.invalid`);
/** A panel of a page, from the id of its heading to where the panel ends. */
const panelIn = (page: string, id: string) => page.split(`id="${id}"`)[1]!.split('</section>')[0]!;
const linksTo = (page: string, what: RegExp) =>
	[...page.matchAll(/href="([^"]+)"/g)].map((one) => one[1]!).filter((one) => what.test(one));

test('the deadlines beyond the first are a click away, and what is late says so there and in the plan [W1]', async () => {
	const maja = await as('maja');
	const first = panelIn((await maja.get(KARITAS)).text, 'deadlines');
	const [all] = linksTo(first, /deadlines=all/);
	const page = (await maja.get(all!.replace('#deadlines', ''))).text;
	const rows = (panel: string) => panel.split('<li').length - 1;
	expect([rows(first), rows(panelIn(page, 'deadlines')) > 8]).toEqual([8, true]);
	const late = panelIn(page, 'deadlines')
		.split('<li')
		.find((row) => /clock--over[\s\S]*#plan/.test(row))!;
	expect(late).toMatch(/rok \d|včeraj/);
	const plan = panelIn((await maja.get(linksTo(late, /#plan$/)[0]!.replace('#plan', ''))).text, 'plan');
	expect(plan).toMatch(/clock--over[^>]*>rok je bil/);
});

test('the page of people begins with one’s own, and a person’s page with how to reach them', async () => {
	const maja = await as('maja');
	const own = panelIn((await maja.get(`${KARITAS}/people`)).text, 'own');
	const [person] = linksTo(own, /\/people\//);
	const page = (await maja.get(person!)).text;
	const places = ['id="contact"', 'id="cases"', 'id="around"'].map((one) => page.indexOf(one));
	expect(places).toEqual(places.toSorted((a, b) => a - b));
	expect(places[0]).toBeGreaterThan(0);
});

test('an administrator’s day says what nobody decided; the steps of the tour are shown to whoever takes requests', async () => {
	const [ada, leon, maja] = await Promise.all(
		['ada', 'leon', 'maja'].map(async (name) => (await (await as(name)).get(KARITAS)).text),
	);
	const retention = panelIn(ada!, 'managed')
		.split('<li')
		.find((row) => row.includes('/admin/retention'));
	expect(retention).toMatch(/\d (rok|roka|roki|rokov) ni/);
	expect([maja!, leon!, ada!].map((page) => page.includes('Skrijte te korake'))).toEqual([true, false, false]);
});

test('whoever reads Czech is first offered help in Czech', async () => {
	const offers = async (language: string) =>
		linksTo((await aCaller(opora).get(`/ask?lang=${language}`)).text, /^\/ask\/[^/?]+\//).map(
			(one) => one.split('/')[2],
		);
	const [czech, slovenian] = [await offers('cs'), await offers('sl')];
	expect([czech[0], slovenian.at(-1)]).toEqual(['krizove-centrum-smyslenka', 'krizove-centrum-smyslenka']);
	expect(czech.toSorted()).toEqual(slovenian.toSorted());
});
