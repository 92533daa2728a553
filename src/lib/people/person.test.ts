import { expect, test } from 'vitest';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { ok } from '#lib/kernel/result.ts';
import { listOutbox } from '#lib/identity/list-outbox.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { wordsIn } from '#lib/platform/words.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { likelyPersons } from './likely-persons.server.ts';
import { mayCall, maySend, MESSAGE_KINDS } from './message.ts';
import { PREFIX, screen, somebodyKnown } from './people.fixtures.ts';
import { changePerson, personDetails } from './people.server.ts';
import { CONTACT_RULES, treeLabel, type ContactRule, type Identifying } from './person.ts';
import { sendToPerson } from './send-to-person.server.ts';

const database = testDatabase();

async function likely(world: World, somebody: Partial<Identifying>) {
	const worker = await world.hire(['professional']);
	const done = await transaction(worker, async (tx) => {
		const given = await likelyPersons(tx, { name: '', phone: '', email: '', ...somebody }, PREFIX);
		record(tx, { action: 'person.found', subjects: given.map((one) => one.person.id) });
		return ok(given.map((one) => [one.person.name, ...one.why]));
	});
	return done.ok ? done.value : done.problem;
}

test('a newcomer who may be somebody known is shown with the reasons, most reasons first', async () => {
	const world = await aWorld();
	const elsewhere = await world.anotherTeam();
	await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 123', email: 'zala@primer.invalid' }, [
		elsewhere,
	]);
	await somebodyKnown(world, { name: 'Zala Vzorčnig' });
	await somebodyKnown(world, { name: 'Miha Izmišljen', phone: '041 000 999' });
	expect(await likely(world, { name: 'vzorcnik zala', phone: '+386 41 000 123' })).toEqual([
		['Zala Vzorčnik', 'same-phone', 'same-name'],
		['Zala Vzorčnig', 'similar-name'],
	]);
	expect(await likely(world, { email: 'ZALA@primer.invalid' })).toEqual([['Zala Vzorčnik', 'same-email']]);
	expect(await likely(world, { phone: '041 000 999' })).toEqual([['Miha Izmišljen', 'same-phone']]);
});

test('a first name alone, or nothing at all, makes nobody likely, and neither does another organisation [A2]', async () => {
	const [world, other] = [await aWorld(), await aWorld()];
	await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 123' });
	expect(await likely(world, { name: 'Zala' })).toEqual([]);
	expect(await likely(world, {})).toEqual([]);
	expect(await likely(other, { name: 'Zala Vzorčnik', phone: '041 000 123' })).toEqual([]);
});

test('a changed person is found by the new name, keeps what is counted, and leaves the words to nobody with the disk', async () => {
	const world = await aWorld();
	const worker = await world.hire(['coordinator']);
	const personId = await somebodyKnown(world, { name: 'Zala Vzorčnik' });
	const text = { name: 'Zala Izmišljena', phone: '041 000 777', email: '', address: 'Nikjer 1', interpreter: '' };
	const facts = { birthYear: 1980, sex: 'female', municipality: null } as const;
	const rules: ContactRule[] = ['no-email', 'mornings-only'];
	const change = { personId, text, anonymous: false, facts, rules, countryPrefix: PREFIX };
	expect(await changePerson(worker, change)).toEqual({ ok: true, value: undefined });
	const read = await transaction(worker, async (tx) => {
		record(tx, { action: 'person.read', subjects: [personId] });
		return ok(await personDetails(tx, personId));
	});
	expect(read.ok && read.value).toMatchObject({ person: { ...text, id: personId }, facts });
	expect(read.ok && read.value?.rules.toSorted()).toEqual(rules.toSorted());
	const { rows } = await database.superuser.query('select sealed from person_text where person_id = $1', [personId]);
	expect((rows[0].sealed as Buffer).includes('Izmi')).toBe(false);
	const outsider = await world.hire(['coordinator'], { team: null });
	expect(await changePerson(outsider, change)).toMatchObject({ ok: false, problem: 'not-found' });
});

/** Writes to somebody, and tells whether a message went out and what all messages of the organisation then are. */
async function written(email: string, rules: readonly ContactRule[]) {
	const world = await aWorld();
	const personId = await somebodyKnown(world, { name: 'Zala Vzorčnik', email });
	const worker = await world.hire(['professional']);
	const done = await transaction(worker, async (tx) => {
		const key = (await (await openVault(tx)).keysOf([personId])).get(personId)!;
		const sent = await sendToPerson(
			tx,
			{ key, email, rules, person: null, words: wordsIn('sl') },
			{ kind: 'time-offered' },
		);
		record(tx, { action: 'message.queued', subjects: [personId] });
		return ok(sent);
	});
	const outbox = await listOutbox(await world.hire(['administrator']));
	if (!done.ok || !outbox.ok) throw new Error('refused');
	const messages = outbox.value.messages.filter((one) => one.kind === 'time-offered');
	return { sent: done.value, messages };
}

test('a person is written to in words that name neither the service nor its kind', async () => {
	const { sent, messages } = await written('zala@primer.invalid', ['no-phone', 'no-voicemail']);
	expect(sent).toBe(true);
	expect(messages.map((one) => [one.to, one.subject])).toEqual([['zala@primer.invalid', 'Novo sporočilo']]);
	expect(messages[0]!.text).not.toMatch(/Zala|Organizacija/);
});

test('whoever said no to e-mail, or gave none, is never written to', async () => {
	expect(await written('zala@primer.invalid', ['no-email'])).toEqual({ sent: false, messages: [] });
	expect(await written('', [])).toEqual({ sent: false, messages: [] });
	expect(CONTACT_RULES.filter((rule) => !maySend('zala@primer.invalid', [rule]))).toEqual(['no-email']);
});

const TELLING =
	/stisk|pomo[cč](?!í kódu)|svetov|psih|soci|tísn|poraden|krizi|krize|distress|help|counsel|mental|social|opor|karitas|csd/i;

/** What some of the messages name. */
const SAID = { day: '1. 1. 2027' };

test('no message to a person tells what it is about, in any language', () => {
	const texts = LANGUAGES.flatMap((language) =>
		MESSAGE_KINDS.flatMap((kind) => {
			const { t } = wordsIn(language);
			return [t(`mail.${kind}.subject`, SAID), t(`mail.${kind}.text`, SAID)];
		}),
	);
	expect(texts).toHaveLength(LANGUAGES.length * MESSAGE_KINDS.length * 2);
	expect(texts.filter((text) => TELLING.test(text))).toEqual([]);
	expect(TELLING.test('Vabimo vas na svetovanje')).toBe(true);
});

test('a person is called only in the part of the day they said, and not at all where they said so', () => {
	expect(['08:00', '11:59', '12:00'].map((time) => mayCall(['mornings-only'], time))).toEqual([true, true, false]);
	expect(['11:59', '12:00', '18:00'].map((time) => mayCall(['afternoons-only'], time))).toEqual([false, true, true]);
	expect(mayCall(['no-phone'], '10:00')).toBe(false);
	expect(mayCall(['no-email', 'withheld-number'], '10:00')).toBe(true);
});

test('whoever has no name is spoken of by a tree and a number, always the same', async () => {
	const world = await aWorld();
	const id = await somebodyKnown(world, {});
	const { rows } = await database.superuser.query('select label, anonymous from person where id = $1', [id]);
	expect(rows).toEqual([{ label: treeLabel(id), anonymous: true }]);
	expect(treeLabel(id)).toMatch(/^[A-Z]+-\d{2,3}$/);
});

test('whoever is screened from a worker is not shown to them as somebody likely either', async () => {
	const world = await aWorld();
	const [worker, colleague] = [await world.hire(['professional']), await world.hire(['professional'])];
	const person = await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 123' });
	await screen(world, worker, person);
	const shownTo = async (who: typeof worker) => {
		const done = await transaction(who, async (tx) => {
			const given = await likelyPersons(tx, { name: 'Zala Vzorčnik', phone: '041 000 123', email: '' }, PREFIX);
			record(tx, { action: 'person.found', subjects: given.map((one) => one.person.id) });
			return ok(given.map((one) => one.person.id));
		});
		return done.ok && done.value;
	};
	expect([await shownTo(worker), await shownTo(colleague)]).toEqual([[], [person]]);
});
