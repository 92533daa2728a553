// npm run demo:canaries: twenty personal texts of the demo, one a line. None of them may be found in the data folder.
import { fileURLToPath } from 'node:url';
import { nameOf } from './people.ts';
import { STAFF } from './staff.ts';
import { GOALS, MEETING_NOTES, VIEWS_LATER, WEIGHS } from './words.ts';

const CLIENTS = [0, 1, 2, 32, 62, 30];
const WORKERS = ['maja', 'vida', 'neva', 'karla'];

/** Names and pieces of notes that stand in the demo's data, sealed. */
export const CANARIES: readonly string[] = [
	...CLIENTS.map((n) => `${nameOf(n).first} ${nameOf(n).last}`),
	...STAFF.filter((one) => WORKERS.some((local) => one.email.startsWith(`${local}@`))).map((one) => one.name),
	...WEIGHS.slice(0, 3).map(firstSentence),
	...MEETING_NOTES.slice(0, 3).map(firstSentence),
	...GOALS.slice(0, 2).map((goal) => goal.steps[0]!),
	...VIEWS_LATER.slice(0, 2).map(firstSentence),
];

function firstSentence(text: string): string {
	return text.slice(0, text.indexOf('.'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const text of CANARIES) console.log(text);
