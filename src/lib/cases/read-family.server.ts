import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, type Relation } from '#lib/access/access-table.ts';
import { relationsTo, relationTo } from '#lib/access/access.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { personNames, type PersonName } from '#lib/people/open-persons.server.ts';
import { personDetails } from '#lib/people/people.server.ts';
import type { Sex } from '#lib/people/person.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import type { CaseFacts } from './case.ts';
import { todayHere } from './case-under-change.server.ts';
import { loadCase, loadCasesById, loadCaseWorkers, loadMembers } from './cases.store.server.ts';
import { loadCasesOfFamily } from './cases-of.store.server.ts';
import { notePlace } from './change-family.server.ts';
import { callCase } from './name-of-case.ts';
import { colleaguesByRole } from './change-team.server.ts';
import { indicationsUnmet } from './member.ts';
import { loadOwnViews } from './inclusion.store.server.ts';
import { loadFamily, loadIndications, loadPresent, type Indication } from './members.store.server.ts';
import { loadAbsences } from './team.store.server.ts';
import type { Absence } from './team.ts';
import {
	loadLinks,
	loadNotes,
	loadParentViews,
	loadRelationships,
	loadScreened,
	type CaseLink,
	type ParentView,
} from './family.store.server.ts';
import type { Relationship } from './family.ts';

/** A member of a case as the family's page shows them. */
export type FamilyPerson = {
	readonly person: Uuid;
	readonly name: string;
	readonly roles: readonly string[];
	readonly from: CalendarDay;
	readonly livesWith: boolean;
	readonly sex: Sex | null;
	readonly birthYear: number | null;
	/** Their distress stands in their own words. */
	readonly spoke: boolean;
	/** The case is kept from their file. */
	readonly screened: boolean;
};

/** A case that belongs to this one; with its number where the worker may read it. */
type RelatedCase = { readonly id: Uuid; readonly number: string | null; readonly programme: string };

/** Everything about who takes part in a case: its members and how they are related, its workers, and the cases beside it. */
type FamilyPage = {
	/** By whom the case is called. */
	readonly name: string;
	readonly facts: CaseFacts;
	readonly definition: Definition;
	readonly relation: Relation;
	readonly today: CalendarDay;
	readonly members: readonly FamilyPerson[];
	readonly relationships: readonly Relationship[];
	readonly indications: readonly (Indication & { readonly unmet: boolean })[];
	readonly workers: readonly { readonly worker: Uuid; readonly name: string; readonly role: string }[];
	readonly absences: readonly Absence[];
	/** Who of the colleagues can be what in a case. */
	readonly colleagues: Awaited<ReturnType<typeof colleaguesByRole>>;
	readonly links: readonly (CaseLink & RelatedCase)[];
	readonly otherCases: readonly RelatedCase[];
	/** Who could be a parent of whom the case is about: its members, and those of the cases it is linked to. */
	readonly parents: readonly { readonly id: Uuid; readonly name: string }[];
	readonly parentViews: readonly (ParentView & { readonly name: string; readonly byName: string })[];
};

/** Reads who takes part in a case. */
export async function readFamily(act: Act<Worker>, input: { caseId: Uuid }): Promise<Result<FamilyPage>> {
	return transaction(act, async (tx) => {
		const { caseId } = input;
		const [relation, facts, today] = await Promise.all([relationTo(tx, caseId), loadCase(tx, caseId), todayHere(tx)]);
		if (!facts || !may(act.by.roles, 'case.read', relation)) return refuse('not-found');
		const definition = await definitionOf(tx, facts.programme, facts.version);
		const [people, team, beside] = await Promise.all([peopleOf(tx, facts), teamOf(tx, caseId), casesBeside(tx, facts)]);
		const named = [...people.members.map((one) => one.person), ...people.personIds, ...beside.personIds];
		record(tx, { action: 'case.family-read', subjects: [caseId, ...new Set(named)] });
		return ok({ facts, definition, relation, today, ...people, ...team, ...beside });
	});
}

async function peopleOf(tx: Tx<Worker>, facts: CaseFacts) {
	const [present, family, relationships, indications, screened, views] = await Promise.all([
		loadPresent(tx, facts.id),
		facts.familyId ? loadFamily(tx, facts.familyId) : [],
		facts.familyId ? loadRelationships(tx, facts.familyId) : [],
		loadIndications(tx, facts.id),
		loadScreened(tx, [facts.id]),
		loadOwnViews(tx, facts.id),
	]);
	const spoken = new Set(views.map((view) => view.person_id));
	const persons = present.map((one) => one.person);
	const [names, ...details] = await Promise.all([
		personNames(tx, persons),
		...persons.map((person) => personDetails(tx, person)),
	]);
	const { name, personIds } = callCase(facts, persons, names);
	const members = present.map((one, place) => ({
		...one,
		name: names.get(one.person)?.name ?? '',
		livesWith: family.some((known) => known.person === one.person && known.to === null && known.livesWith),
		sex: details[place]?.facts.sex ?? null,
		birthYear: details[place]?.facts.birthYear ?? null,
		spoke: spoken.has(one.person),
		screened: screened.some((kept) => kept.person === one.person),
	}));
	const unmet = new Set(indicationsUnmet(indications, members.filter((one) => one.spoke).length));
	return {
		name,
		personIds,
		members,
		relationships,
		indications: indications.map((one) => ({ ...one, unmet: unmet.has(one.indication) })),
	};
}

async function teamOf(tx: Tx<Worker>, caseId: Uuid) {
	const [workers, absences, colleagues] = await Promise.all([
		loadCaseWorkers(tx, [caseId]),
		loadAbsences(tx, caseId),
		colleaguesByRole(tx),
	]);
	const there = workers.map((one) => one.worker_id);
	const away = absences.flatMap((one) => (one.worker ? [one.worker] : []));
	const names = await namesOf(tx, [...there, ...away]);
	const named = workers.map((one) => ({ worker: one.worker_id, role: one.role, name: names.get(one.worker_id) ?? '' }));
	return { workers: named, absences, colleagues };
}

async function casesBeside(tx: Tx<Worker>, facts: CaseFacts) {
	const [links, ofFamily, views] = await Promise.all([
		loadLinks(tx, facts.id),
		facts.familyId ? loadCasesOfFamily(tx, facts.familyId) : [],
		loadParentViews(tx, facts.id),
	]);
	const others = ofFamily.filter((one) => one.id !== facts.id);
	const linked = await loadCasesById(
		tx,
		links.map((one) => one.caseId),
	);
	const relations = await relationsTo(
		tx,
		[...others, ...linked].map((one) => one.id),
	);
	const shown = (one: CaseFacts): RelatedCase => ({
		id: one.id,
		number: may(tx.act.by.roles, 'case.read', relations.get(one.id) ?? 'none') ? one.number : null,
		programme: one.programme,
	});
	const parents = await parentsAmong(tx, [facts.id, ...linked.map((one) => one.id)]);
	return {
		/** Of whom names are given. */
		personIds: [...parents.map((one) => one.id), ...views.map((one) => one.parent)],
		parents,
		otherCases: others.map(shown),
		links: links.flatMap((link) => {
			const other = linked.find((one) => one.id === link.caseId);
			return other ? [{ ...link, ...shown(other) }] : [];
		}),
		parentViews: await named(tx, views),
	};
}

async function parentsAmong(tx: Tx<Worker>, cases: readonly Uuid[]) {
	const members = await loadMembers(tx, cases);
	const people = [...new Set(members.filter((one) => !one.to_on).map((one) => one.person_id))];
	const relations = await relationsTo(tx, people);
	const open = people.filter((one) => may(tx.act.by.roles, 'person.read', relations.get(one) ?? 'none'));
	return [...(await personNames(tx, open))].map(([id, { name }]) => ({ id, name }));
}

async function named(tx: Tx<Worker>, views: readonly ParentView[]) {
	const [names, workers] = await Promise.all([
		personNames(
			tx,
			views.map((one) => one.parent),
		),
		namesOf(
			tx,
			views.map((one) => one.by),
		),
	]);
	return views.map((one) => ({ ...one, name: names.get(one.parent)?.name ?? '', byName: workers.get(one.by) ?? '' }));
}

/** A confidential note as the file of its member shows it. */
type ConfidentialNote = {
	readonly id: Uuid;
	readonly on: CalendarDay;
	readonly by: string;
	readonly words: string;
};

/** Reads one member of a case, with what they alone said in confidence. Nothing of another member's is ever loaded here. */
export async function readMember(
	act: Act<Worker>,
	input: { caseId: Uuid; person: Uuid },
): Promise<Result<{ name: PersonName; notes: readonly ConfidentialNote[] }>> {
	return transaction(act, async (tx) => {
		const relation = await relationTo(tx, input.caseId);
		if (!may(act.by.roles, 'case.change', relation)) return refuse('not-found');
		const [members, names] = await Promise.all([loadMembers(tx, [input.caseId]), personNames(tx, [input.person])]);
		const name = names.get(input.person);
		if (!name || !members.some((one) => one.person_id === input.person)) return refuse('not-found');
		const notes = await notesOf(tx, input);
		record(tx, { action: 'case.family-read', subjects: [input.caseId, input.person], reason: 'in-confidence' });
		return ok({ name, notes });
	});
}

async function notesOf(tx: Tx<Worker>, of: { caseId: Uuid; person: Uuid }): Promise<readonly ConfidentialNote[]> {
	const rows = await loadNotes(tx, of);
	const [key, names] = await Promise.all([
		openVault(tx).then((vault) => vault.keysOf([of.person])),
		namesOf(
			tx,
			rows.map((row) => row.recorded_by),
		),
	]);
	const own = key.get(of.person);
	if (!own) return [];
	return rows.map((row) => ({
		id: row.id,
		on: row.on_day,
		by: names.get(row.recorded_by) ?? '',
		words: own.open<string>(notePlace(row.id), row.sealed),
	}));
}
