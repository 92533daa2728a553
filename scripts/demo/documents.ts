// Files in the demo's cases: invented letters of an office that does not exist.
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { addDocument } from '../../src/lib/documents/documents.server.ts';
import type { DocumentOwner } from '../../src/lib/documents/document.ts';
import { newId } from '../../src/lib/platform/ids.server.ts';
import { good } from './organisations.ts';
import { acting } from './request-stories.ts';
import type { Scene } from './scene.ts';

const LETTERS = [
	{
		of: 'case',
		kind: 'decision',
		name: 'Odločba Izmišljenega urada.txt',
		note: 'o izredni denarni pomoči, prejeto po pošti',
		text: 'IZMIŠLJENI URAD\n\nOdločba št. 000-0/2026\n\nVloga za izredno denarno pomoč je odobrena.\n\nTo je izmišljen dokument za predstavitev.\n',
	},
	{
		of: 'person',
		kind: 'certificate',
		name: 'Potrdilo o izmišljenem tečaju.txt',
		note: '',
		text: 'IZMIŠLJENA LJUDSKA UNIVERZA\n\nPotrdilo o opravljenem tečaju.\n\nTo je izmišljen dokument za predstavitev.\n',
	},
] as const;

/** Puts an invented letter into a case, and one to its person. */
export async function putLetters(
	scene: Scene,
	at: Date,
	{ caseId, personId }: { caseId: Uuid; personId: Uuid },
): Promise<void> {
	for (const { of, kind, name, note, text } of LETTERS) {
		const owner: DocumentOwner = { of, id: of === 'case' ? caseId : personId };
		const file = { name, bytes: new TextEncoder().encode(text) };
		good(await addDocument(acting(scene, at), { command: newId(at), owner, kind, note, file }));
	}
}
