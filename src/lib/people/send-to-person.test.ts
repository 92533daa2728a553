import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { LANGUAGES, type Language } from '#lib/kernel/local-words.ts';
import { ok } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp, transaction } from '#lib/platform/database.server.ts';
import { wordsIn } from '#lib/platform/words.server.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { newestMail } from '#lib/vault/outbox.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { MESSAGE_KINDS, type MessageKind } from './message.ts';
import { PREFIX, somebodyKnown } from './people.fixtures.ts';
import { changePerson } from './people.server.ts';
import { CONTACT_RULES, type ContactRule } from './person.ts';
import { sendToPerson } from './send-to-person.server.ts';

testDatabase();
const NAME = 'Zala Vzorčnik';

type Written = { kind: MessageKind; email: string; language: Language; asked: ContactRule[]; kept: ContactRule[] };
const rules = fc.subarray([...CONTACT_RULES]);
const letters = fc.record<Written>({
	kind: fc.constantFrom(...MESSAGE_KINDS),
	email: fc.constantFrom('', 'zala@primer.invalid'),
	language: fc.constantFrom(...LANGUAGES),
	asked: rules,
	kept: rules,
});

/** Writes to a person under the rules they gave and those kept with them, and tells what went into the outbox. */
async function written(worker: Act<Worker>, personId: Uuid, letter: Written) {
	const changed = await changePerson(worker, {
		personId,
		text: { name: NAME, phone: '', email: letter.email, address: '', interpreter: '' },
		anonymous: false,
		facts: { birthYear: null, sex: null, municipality: null },
		rules: letter.kept,
		countryPrefix: PREFIX,
	});
	expect(changed.ok).toBe(true);
	const before = await messages(worker);
	const sent = await transaction(worker, async (tx) => {
		const key = (await (await openVault(tx)).keysOf([personId])).get(personId)!;
		const to = { key, email: letter.email, rules: letter.asked, person: personId, words: wordsIn(letter.language) };
		record(tx, { action: 'message.queued', subjects: [personId] });
		return ok(await sendToPerson(tx, to, { kind: letter.kind, values: { day: '26. november' } }));
	});
	const added = (await messages(worker)).filter((one) => !before.some((earlier) => earlier.id === one.id));
	return { sent: sent.ok && sent.value, added };
}

async function messages(worker: Act<Worker>) {
	const found = await lookUp(worker, async (tx) => ok(await newestMail(tx, 500)));
	return found.ok ? found.value : [];
}

test('whatever was asked or kept, the sender obeys: no e-mail to who wants none, never the name of the service, never a word about what it is', async () => {
	const world = await aWorld();
	const worker = await world.hire(['coordinator']);
	const organisation = `Organizacija ${world.slug}`;
	const seen = new Set<string>();
	await fc.assert(
		fc.asyncProperty(letters, async (letter) => {
			const personId = await somebodyKnown(world, { name: NAME });
			const { sent, added } = await written(worker, personId, letter);
			const all = [...letter.asked, ...letter.kept];
			const mayGo = letter.email !== '' && !all.includes('no-email');
			expect(sent).toBe(mayGo);
			expect(added.map((one) => one.to)).toEqual(mayGo ? [letter.email] : []);
			for (const { subject, text } of added) {
				expect(subject).toMatch(/^(Novo sporočilo|Nová zpráva|A new message)$/);
				expect(text).not.toContain(organisation);
				expect(text).not.toContain(NAME.split(' ')[0]);
				expect(text).not.toMatch(/Small|Opor|{|}/);
			}
			seen.add(`${mayGo} ${letter.email !== ''}`);
		}),
		{ numRuns: 120 },
	);
	// Somebody was written to, somebody did not want it, and somebody had no address.
	expect(seen.size).toBe(3);
}, 120_000);
