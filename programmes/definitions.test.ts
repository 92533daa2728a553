import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { choose } from '#lib/kernel/local-words.ts';
import { promptItems, readDefinition, type Definition } from '#lib/programmes/definition.ts';
import { RECORDED_AS } from '#lib/programmes/definition-words.ts';
import { ENGINE_RUNS, FEATURES, featuresOf, missingFeatures, runsHelp } from '#lib/programmes/features.ts';
import { blizu } from './blizu.ts';
import { krizovaIntervence } from './krizova-intervence.ts';
import { ORGANISATIONS } from './organisations.ts';
import { osebnaPomoc } from './osebna-pomoc.ts';
import { pomocDruziniZaDom } from './pomoc-druzini-za-dom.ts';
import { prvaSocialnaPomoc } from './prva-socialna-pomoc.ts';
import { skupajZmoremo } from './skupaj-zmoremo.ts';

const DEFINITIONS: readonly Definition[] = ORGANISATIONS.flatMap((one) => one.programmes);
const LANGUAGES = ['sl', 'cs', 'en'];
const BEGIN = '<!-- not-run-yet:begin -->';
const END = '<!-- not-run-yet:end -->';

describe.each(DEFINITIONS.map((definition) => [definition.key, definition] as const))(
	'the definition %s',
	(_key, definition) => {
		test('reads without a fault', () => {
			expect(readDefinition(definition)).toEqual({ definition });
		});

		test('is data alone: it comes back the same from JSON', () => {
			expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
		});

		test('says everything in Slovenian, Czech and English', () => {
			expect(untranslated(definition)).toEqual([]);
		});

		test('names something to tick at every prompt', () => {
			const prompts = definition.guide.parts.flatMap((part) => part.prompts);
			expect(prompts.filter((prompt) => prompt.kind !== 'text' && !promptItems(definition, prompt)?.length)).toEqual(
				[],
			);
		});

		test('uses codes that name no programme and no organisation', () => {
			const codes = codesOf(definition).filter((code) => code !== definition.guide.key);
			// "proposal-karitas" is the one way in that says where a proposer comes from.
			const named = /blizu|esos|skupaj|zmoremo|psp|csd|zpm|krizov|osebna|karitas/;
			expect(codes.filter((code) => named.test(code))).toEqual(definition === blizu ? ['proposal-karitas'] : []);
		});

		test('answers an urgent request on the same day and an ordinary one in three working days', () => {
			expect(definition.clock).toEqual({ urgentWorkingDays: 0, ordinaryWorkingDays: 3 });
		});
	},
);

describe('the checks catch what they are for', () => {
	test('a definition without one of its lists has a fault there', () => {
		const { waysIn: _left, ...rest } = blizu;
		expect(faultsAt(rest)).toContain('waysIn');
		const { reasonsToClose: _closed, ...other } = prvaSocialnaPomoc;
		expect(faultsAt(other)).toContain('reasonsToClose');
	});

	test('a prompt that names an empty list has a fault there', () => {
		expect(faultsAt({ ...prvaSocialnaPomoc, reasons: [] })).toContain('guide.parts.1.prompts.1.list');
	});

	test('a condition for a kind of service that is not there has a fault there', () => {
		expect(
			faultsAt({ ...osebnaPomoc, services: osebnaPomoc.services.filter((one) => one.key !== 'arranging') }),
		).toContain('conditions.1.forServices');
	});

	test('a missing translation is found, wherever it is', () => {
		expect(untranslated({ ...blizu, title: { sl: 'Blizu', en: 'Blizu' } })).toEqual(['title: cs']);
		const [first, ...others] = blizu.waysIn;
		const waysIn = [{ ...first!, text: { sl: 'Vloga', cs: '', en: 'Application' } }, ...others];
		expect(untranslated({ ...blizu, waysIn })).toEqual(['waysIn.0.text: cs']);
	});

	test('a changed statement of a funder is found', () => {
		const statement = [{ sl: 'Program sofinancira ministrstvo' }];
		expect(statementOf({ ...blizu, funding: { statement, year: 2024 } })).not.toEqual(statementOf(blizu));
		expect(untranslated({ ...blizu, funding: { statement: [{}], year: 2024 } })).toEqual(['funding.statement.0: sl']);
	});
});

describe('blizu, word for word from its source', () => {
	test('motto and co-funding statement', () => {
		expect(blizu.motto?.sl).toBe('da v (duševni) stiski nihče ne ostane sam');
		expect(statementOf(blizu)).toEqual([
			'sl: Program sofinancira Ministrstvo za delo, družino, socialne zadeve in enake možnosti iz sredstev za sofinanciranje socialno varstvenih programov za leto 2024',
		]);
		expect(blizu.funding?.year).toBe(2024);
	});

	test('three conditions for inclusion, the third oral only', () => {
		expect(blizu.conditions.map((one) => [one.key, one.text.sl, one.forms, one.setsPeriod])).toEqual([
			['expressed-wish', 'izražena želja po vključitvi', ['oral', 'written'], false],
			['plan-cooperation', 'sodelovanje pri pripravi individualnega načrta', ['oral', 'written'], false],
			['oral-commitment', 'ustna zaveza za aktivno sodelovanje za dogovorjeno obdobje vključitve', ['oral'], true],
		]);
		expect(blizu.conditions.every((one) => one.kind === 'statement' && one.party === 'each-client')).toBe(true);
	});

	test('six ways in', () => {
		expect(blizu.waysIn.map((one) => [one.key, one.from, one.ownWish])).toEqual([
			['aid-application', 'application', 'before-case'],
			['introductory-talk-field', 'self', 'given'],
			['first-talk-online', 'self', 'given'],
			['questionnaire-result', 'questionnaire', 'given'],
			['proposal-karitas', 'proposal', 'before-case'],
			['proposal-other', 'proposal', 'before-case'],
		]);
	});

	test('the places with their telephones, and the number for more information', () => {
		expect(blizu.sites.map((one) => [one.kind, one.address ?? one.link ?? one.title.sl, ...one.phones])).toEqual([
			['online', 'https://www.karitas.si/esos'],
			['office', 'Kristanova 1, Ljubljana', '051 555 557'],
			['office', 'Poljanska cesta 4, Ljubljana', '051 555 557'],
			['office', 'Muzejski trg 8, Celje', '051 278 481', '051 658 144'],
			['office', 'Rečica ob Savinji 75, Rečica ob Savinji', '040 464 340'],
			['office', 'Smrečnikova 60, Novo mesto', '040 862 303'],
			['field', 'Terensko na območju Savinjske doline'],
		]);
		expect(blizu.contacts.map((one) => one.phone)).toEqual(['051 555 557']);
	});

	test('every place with a settlement is in the list of settlements', () => {
		const list = JSON.parse(
			readFileSync(new URL('../data/settlements-si.json', import.meta.url), 'utf8'),
		) as string[][];
		const known = new Set(list.map(([settlement, municipality]) => `${settlement}, ${municipality}`));
		const places = blizu.sites.filter((one) => one.settlement).map((one) => `${one.settlement}, ${one.municipality}`);
		expect(places.filter((place) => !known.has(place))).toEqual([]);
		expect(places).toHaveLength(5);
	});

	test('forms of help, kinds of service, topics of workshops and reasons for online', () => {
		expect(blizu.formsOfHelp).toHaveLength(8);
		expect(blizu.services.map((one) => one.text.sl)).toEqual([
			'svetovanje',
			'zagovorništvo',
			'informiranje',
			'spremljanje',
		]);
		expect(blizu.topics).toHaveLength(6);
		expect(blizu.onlineReasons.map((one) => one.key)).toEqual([
			'mobility',
			'fear-of-stigma',
			'isolation-through-disability',
			'other',
		]);
		expect(blizu.outcomes.map((one) => one.key)).toContain('everyday-rhythm-regained');
	});
});

describe('skupaj-zmoremo, word for word from its source', () => {
	test('co-funding statement', () => {
		expect(statementOf(skupajZmoremo)).toEqual([
			'sl: Sofinanciranje: Evropska unija – Evropski socialni sklad',
			'sl: Posredniški organ: Ministrstvo za delo, družino, socialne zadeve in enake možnosti',
			'sl: Projekt poteka v okviru',
			'sl: 9. prednostne osi: »Socialna vključenost in zmanjševanje tveganja revščine«',
			'sl: 9.1 prednostne naložbe: »Aktivno vključevanje, tudi za spodbujanje enakih možnosti in aktivne udeležbe, ter povečanje zaposljivosti«',
			'sl: 9.1.3 specifičnega cilja: »Preprečevanje zdrsa v revščino oziroma socialno izključenost in zmanjševanje neenakosti v zdravju«',
			'sl: Operativnega programa za izvajanje Evropske kohezijske politike v obdobju 2014-2020.',
		]);
	});

	test('coordinator, target groups, goals', () => {
		const [coordinator] = skupajZmoremo.contacts;
		expect([coordinator?.name, coordinator?.phone, coordinator?.email]).toEqual([
			'Neža Janež',
			'0820 526 89',
			'neza.janez@zpmmoste.net',
		]);
		expect(skupajZmoremo.targetGroups).toHaveLength(3);
		expect(skupajZmoremo.projectGoals).toHaveLength(7);
	});
});

describe('the services of a centre for social work', () => {
	test('first social help: twelve named reasons for coming, and an open one', () => {
		const keys = prvaSocialnaPomoc.reasons.map((one) => one.key);
		expect(keys).toHaveLength(13);
		expect(keys.filter((key) => key !== 'other')).toHaveLength(12);
		expect(keys.at(-1)).toBe('other');
	});

	test('first social help: the fields whose own workers do it', () => {
		expect(prvaSocialnaPomoc.routedFields.map((one) => one.text.sl)).toEqual([
			'rejništvo',
			'posvojitve',
			'skrbništvo mladoletnih',
			'skrbništvo odraslih in invalidov',
			'domsko varstvo',
			'pokazenska pomoč',
		]);
	});

	test('first social help: a talk of 45 minutes on average in three parts, with four contents and four outcomes', () => {
		const { guide, contents, outcomes, conditions } = prvaSocialnaPomoc;
		expect([guide.key, guide.usualMinutes]).toEqual(['first-social-help-talk', 45]);
		expect(guide.parts.map((part) => part.key)).toEqual(['introduction', 'help', 'ways-forward']);
		expect([contents.length, outcomes.length, conditions.length]).toEqual([4, 4, 0]);
		const ticked = guide.parts.flatMap((part) => part.prompts).map((prompt) => prompt.list ?? prompt.kind);
		expect(ticked).toEqual(expect.arrayContaining(['contents', 'outcomes', 'reasons', 'options']));
	});

	test('first social help: three ways in, and the person is informed in the third', () => {
		expect(prvaSocialnaPomoc.waysIn.map((one) => [one.key, one.from, one.ownWish, one.needsNotice])).toEqual([
			['own-decision', 'self', 'given', false],
			['initiative', 'proposal', 'before-talk', false],
			['ex-officio', 'office', 'given', true],
		]);
	});

	test('first social help: options of the centre and outside it, each with its condition and obligation', () => {
		const groups = new Set(prvaSocialnaPomoc.options.map((one) => one.group));
		expect([...groups]).toEqual(['service', 'benefit', 'public-authority', 'outside']);
	});

	test('personal help: arranging and guidance each have a condition of their own, and goals one of four capabilities', () => {
		expect(osebnaPomoc.conditions.map((one) => [one.kind, one.forServices ?? 'all'])).toEqual([
			['statement', 'all'],
			['key-actors', ['arranging']],
			['collaborators', ['guidance']],
		]);
		expect(osebnaPomoc.plan.capabilities.map((one) => one.key)).toEqual([
			'developing',
			'complementing',
			'preserving',
			'improving',
		]);
	});

	test('family help: two professionals, three indications, three contents, an assessment and an agreement', () => {
		expect(pomocDruziniZaDom.team.minimum).toBe(2);
		expect(pomocDruziniZaDom.indications).toHaveLength(3);
		expect(pomocDruziniZaDom.contents).toHaveLength(3);
		expect(pomocDruziniZaDom.conditions.map((one) => one.kind)).toEqual(['assessment', 'agreement']);
		expect(pomocDruziniZaDom.unit).toEqual(['person', 'family']);
	});
});

test('in no programme is not taking an active role a ground to decline: neither by its key nor by its words [P10]', () => {
	const asked = /aktivn|dejav|motivir|motivov|sodeluje|spolupracuj|trud|snaž|active|passive|effort/i;
	const said = DEFINITIONS.flatMap((one) =>
		one.reasonsToDecline.flatMap(({ key, text }) =>
			[key, ...Object.values(text)].map((words) => `${one.key}: ${words}`),
		),
	);
	expect(said.filter((words) => asked.test(words))).toEqual([]);
	expect(said.length).toBeGreaterThan(DEFINITIONS.length * 4);
	const planted = { key: 'not-active', text: { sl: 'ni dejaven', cs: 'není aktivní', en: 'is not active' } };
	expect(asked.test(planted.text.sl)).toBe(true);
	expect(faultsAt({ ...blizu, reasonsToDecline: [...blizu.reasonsToDecline, planted] })).toEqual([
		'reasonsToDecline.4',
	]);
});

describe('krizova-intervence', () => {
	test('at most twelve meetings, talks among them', () => {
		expect(krizovaIntervence.meetings).toEqual({ limit: 12, counting: ['talk', 'meeting'] });
	});

	test('five steps, eight goals, a plan the client makes, escort only with a reason', () => {
		expect(krizovaIntervence.course).toHaveLength(5);
		expect(krizovaIntervence.plan.listed).toHaveLength(8);
		expect([krizovaIntervence.plan.madeBy, krizovaIntervence.plan.agreedTask]).toEqual(['client', true]);
		expect(krizovaIntervence.counsellingKinds.filter((one) => one.needsReason).map((one) => one.key)).toEqual([
			'escort',
		]);
		expect(krizovaIntervence.mediatedContacts).toBe(true);
	});

	test('is written in Czech, word for word where the source is', () => {
		expect(krizovaIntervence.language).toBe('cs');
		expect(krizovaIntervence.plan.listed.at(-1)?.text.cs).toBe(
			'zprostředkovávat kontakty s dalšími sociálními či zdravotními službami, pokud to situace vyžaduje',
		);
		expect(krizovaIntervence.duration.text.cs).toBe('Délka spolupráce s klientem je maximálně 12 setkání.');
	});
});

describe('the organisations', () => {
	test('are four, each with a slug of its own and its words in all languages', () => {
		expect(ORGANISATIONS.map((one) => one.slug)).toEqual([
			'slovenska-karitas',
			'zpm-moste-polje',
			'csd-izmisljeno-polje',
			'krizove-centrum-smyslenka',
		]);
		expect(ORGANISATIONS.flatMap(({ about, contactsText }) => untranslated({ about, contactsText }))).toEqual([]);
	});

	test('say at every place of an invented one that it does not exist', () => {
		const invented = ORGANISATIONS.filter((one) => one.invented);
		expect(invented.map((one) => one.slug)).toEqual(['csd-izmisljeno-polje', 'krizove-centrum-smyslenka']);
		const titles = invented.flatMap((one) =>
			one.programmes.flatMap((programme) => programme.sites.map((site) => site.title)),
		);
		expect(titles.filter((title) => !/ne obstaja/.test(title.sl ?? '') || !/neexistuje/.test(title.cs ?? ''))).toEqual(
			[],
		);
		const phones = invented.flatMap((one) => [
			one.contact.phone,
			...one.programmes.flatMap((programme) => phonesOf(programme)),
		]);
		expect(phones.filter((phone) => !/^(01|\+420) 000 00/.test(phone ?? ''))).toEqual([]);
	});

	test('which programmes take requests through the product', () => {
		expect(DEFINITIONS.filter((one) => one.acceptsRequests).map((one) => one.key)).toEqual([
			'blizu',
			'skupaj-zmoremo',
			'prva-socialna-pomoc',
			'osebna-pomoc',
			'pomoc-druzini-za-dom',
			'krizova-intervence',
		]);
	});
});

test('the README tells for each programme what the engine does not run yet', () => {
	const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
	const section = readme.slice(readme.indexOf(BEGIN), readme.indexOf(END) + END.length);
	const right = `${BEGIN}\n${notRunYet(DEFINITIONS)}${END}`;
	expect(section, `Between these lines README.md has to read:\n\n${right}\n`).toBe(right);
});

test('nothing that the engine does not run is left out there, and everything it runs is asked for by one of the six', () => {
	const asked = new Set(DEFINITIONS.flatMap((one) => featuresOf(one)));
	const missing = new Set(DEFINITIONS.flatMap((one) => missingFeatures(one)));
	expect(FEATURES.filter((feature) => !asked.has(feature))).toEqual([]);
	expect(FEATURES.filter((feature) => missing.has(feature) === ENGINE_RUNS.has(feature))).toEqual([]);
	// Of the help that a definition tells, what is not run is what the README tells.
	const told = RECORDED_AS.filter((recordedAs) => !runsHelp(recordedAs));
	expect(told).toEqual(['group-event', 'gathering', 'tutoring']);
	expect(missing.size).toBe(told.length);
});

/** The section of the README: one row per programme. */
function notRunYet(definitions: readonly Definition[]): string {
	const rows = definitions.map((definition) => {
		const missing = missingFeatures(definition).map((feature) => `\`${feature}\``);
		return `| ${choose(definition.title, 'en').text} (\`${definition.key}\`) | ${missing.join(', ') || 'none'} |\n`;
	});
	return `| programme | features of its definition that the engine does not run yet |\n| --- | --- |\n${rows.join('')}`;
}

/**
 * Every place whose words lack one of the languages. The co-funding statement is exempt, because it stands word for word
 * as its funder wrote it and must not be translated: there, one language is right.
 */
function untranslated(data: unknown, at = ''): string[] {
	if (typeof data !== 'object' || data === null) return [];
	const wanted = /^funding\.statement\.\d+$/.test(at) ? ['sl'] : LANGUAGES;
	if (wanted.length === 1 || isWords(data)) {
		const words = data as Record<string, string>;
		return wanted.filter((language) => !words[language]?.trim()).map((language) => `${at}: ${language}`);
	}
	return Object.entries(data).flatMap(([key, value]) => untranslated(value, at ? `${at}.${key}` : key));
}

function isWords(data: object): boolean {
	const keys = Object.keys(data);
	return keys.length > 0 && keys.every((key) => LANGUAGES.includes(key));
}

function codesOf(data: unknown): string[] {
	if (typeof data !== 'object' || data === null) return [];
	// Neither the programme's own key nor words are codes.
	if (isWords(data)) return [];
	const own = 'key' in data && !('shape' in data) ? [String(data.key)] : [];
	return [...own, ...Object.values(data).flatMap(codesOf)];
}

function faultsAt(data: unknown): readonly string[] {
	const read = readDefinition(data);
	return 'faults' in read ? read.faults.map((one) => one.at) : [];
}

/** The lines of the funder's statement, each with its language: a translation beside it would show. */
function statementOf(definition: Definition): readonly string[] {
	return (definition.funding?.statement ?? []).map((words) => Object.entries(words).flat().join(': '));
}

function phonesOf(definition: Definition): (string | null)[] {
	return [...definition.sites.flatMap((site) => site.phones), ...definition.contacts.map((one) => one.phone)];
}
