import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { FormView } from '#lib/design/form-view.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import {
	found,
	notFound,
	typedFrom,
	workerAct,
	workerForm,
	wordsOf,
	type RouteEvent,
} from '#lib/identity/doorway.server.ts';
import type { Typed } from '#lib/platform/form.ts';
import { newId } from '#lib/platform/ids.server.ts';
import {
	NEW_ROW,
	asShown,
	idOf,
	missingLanguages,
	placeAt,
	rowsAt,
	wordsOfRow,
	addressOfPlace,
} from '#lib/programmes/draft.ts';
import type { Draft, Place } from '#lib/programmes/draft.ts';
import { addLines, changeRow, saveFields, seenFields, seenList } from '#lib/programmes/edit-draft.server.ts';
import { fieldsSeen, hasGroup } from '#lib/programmes/edit.ts';
import { FEATURE_PLACES } from '#lib/programmes/feature-place.ts';
import { nameOf, type List } from '#lib/programmes/section.ts';
import { readDraft, type DraftSeen } from '#lib/programmes/read-drafts.server.ts';
import { editorWords } from './editor-words.ts';
import { linesOf, linesSchema, placeSchema, rowSchema, typedFields } from './place-form.ts';

type Event = RouteEvent & {
	readonly params: { organisation: string; programme: string; section: string; place?: string };
};

/** A section of a draft, or a row of one of its lists: its fields, its lists, and what is wrong with them once somebody worked on it. */
export async function loadPlace(event: Event) {
	const { programme, section, place: address = '' } = event.params;
	const draft = found(await readDraft(workerAct(event), programme));
	const place = placeAt(draft.definition, section, address) ?? notFound();
	const { definition } = draft;
	const row = place.rows.at(-1);
	return {
		command: newId(event.locals.now),
		programme,
		place: { key: section, address, fields: place.fields, rows: place.rows.map(({ list, id }) => ({ list, id })) },
		isNew: row?.id === NEW_ROW,
		title: asShown(definition).title,
		rowWords:
			row && row.id !== NEW_ROW ? place.rows.map((one) => wordsOfRow(one.list, valueOf(definition, one.path))) : [],
		language: asShown(definition).language,
		seen: seenFields(definition, place),
		values: row?.id === NEW_ROW ? {} : fieldsSeen(definition, place),
		group: place.section.group && place.rows.length === 0 ? { has: hasGroup(definition, place) } : undefined,
		lists: hasGroup(definition, place) ? place.lists.map((list) => listSeen(draft, place, list)) : [],
		named: { services: asShown(definition).services, course: asShown(definition).course },
		faults: event.url.searchParams.has('checked') ? faultsView(event, draft, place) : undefined,
		saved: event.url.searchParams.has('saved') ? draft.changedAt : undefined,
		missing: draft.missing.flatMap((feature) => {
			const [of, field] = FEATURE_PLACES[feature];
			return of === section && address === '' ? [{ feature, field, closes: draft.hindrances.includes(feature) }] : [];
		}),
	};
}

function valueOf(definition: Draft, path: Place['path']): unknown {
	return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)?.[step], definition);
}

function listSeen({ definition, faults }: DraftSeen, place: Place, list: List) {
	const inside = addressOfPlace(place);
	const rows = rowsAt(definition, [...place.path, ...list.at.split('.')]);
	return {
		list,
		name: nameOf(list),
		seen: seenList(definition, place, list),
		rows: rows.map((row, i) => {
			const id = idOf(list, row, i);
			const address = [inside, nameOf(list), id].filter(Boolean).join('.');
			const wrong = faults.filter(
				(one) => one.section === place.section.key && (one.place === address || one.place.startsWith(`${address}.`)),
			);
			return { id, address, words: wordsOfRow(list, row), missing: missingLanguages(row), faults: wrong.length };
		}),
	};
}

/** What is wrong in a place, as a form shows it; nothing was typed. */
function faultsView(event: RouteEvent, { faults }: DraftSeen, place: Place): FormView | undefined {
	const said = editorWords(wordsOf(event));
	const here = faults.filter((one) => one.section === place.section.key && one.place === addressOfPlace(place));
	if (here.length === 0) return undefined;
	return { typed: {}, problems: here.map((one) => ({ field: one.field, text: said.fault(one) })) };
}

/** Saves the fields: on to where one came from when all is well there, else back to what is still to be put right. */
export async function savePlace(event: Event) {
	const { act, place, definition } = await placeOf(event, await typedFrom(event));
	const at = { programme: event.params.programme, section: event.params.section, place: event.params.place ?? '' };
	return workerForm(event, {
		schema: placeSchema(place, asShown(definition)),
		run: async (worker, input) => {
			const typed = typedFields(place, input);
			const { command, seen, marked } = input;
			const done = await saveFields(worker, { ...at, command, seen, marked, typed });
			return done.ok ? { ok: true, value: await nextAddress(act, place, { ...at, row: done.value }) } : done;
		},
		goTo: (address) => `${draftOf(event)}/${address}`,
	});
}

async function nextAddress(
	act: Act<Worker>,
	place: Place,
	at: { programme: string; section: string; row: string },
): Promise<string> {
	const row = place.rows.at(-1);
	const above = addressOfPlace({ rows: place.rows.slice(0, -1) });
	const here = row ? [above, nameOf(row.list), row.id === NEW_ROW ? at.row : row.id].filter(Boolean).join('.') : '';
	const { faults } = found(await readDraft(act, at.programme));
	const wrong = faults.some((one) => one.section === at.section && one.place === here);
	const goesOn = row?.id === NEW_ROW && (row.list.lists ?? []).length > 0;
	if (at.row !== '' && (wrong || goesOn)) return `${sectionOf(at.section, here)}?saved${wrong ? '&checked' : ''}`;
	if (!row) return wrong ? `${at.section}?saved&checked` : '';
	return `${sectionOf(at.section, above)}?saved#${nameOf(row.list)}`;
}

const sectionOf = (section: string, address: string) => (address === '' ? section : `${section}/${address}`);
const draftOf = ({ params }: Event) => `/desk/${params.organisation}/admin/programmes/${params.programme}/draft`;

/** Adds rows to a list, one a line. */
export async function addToList(event: Event) {
	const { at, place } = await placeOf(event, await typedFrom(event));
	return workerForm(event, {
		schema: linesSchema(place),
		run: async (act, { command, of: list, lines }): Promise<Result<string>> => {
			if (list === '') return refuse('not-found');
			const done = await addLines(act, { ...at, command, seen: '', list, lines: linesOf(lines) });
			return done.ok ? ok(list) : done;
		},
		goTo: (list) => `${event.url.pathname}?saved#${list}`,
	});
}

/** Moves a row up or down, or takes it away. */
export async function changeList(event: Event) {
	const { at, place } = await placeOf(event, await typedFrom(event));
	return workerForm(event, {
		schema: rowSchema(place),
		run: async (act, { command, of: list, seen, row, to }): Promise<Result<string>> => {
			if (list === '') return refuse('not-found');
			const done = await changeRow(act, { ...at, command, seen, list, row, to });
			return done.ok ? ok(list) : done;
		},
		goTo: (list) => `${event.url.pathname}?saved#${list}`,
	});
}

async function placeOf(event: Event, typed: Typed) {
	const act = workerAct(event, typed);
	const { programme, section, place: address = '' } = event.params;
	const { definition } = found(await readDraft(act, programme));
	const place = placeAt(definition, section, address) ?? notFound();
	return { act, place, definition, at: { programme, section, place: address } };
}
