import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { personsById } from '#lib/people/open-persons.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { caseUnderChange } from './case-under-change.server.ts';
import { loadCaseByNumber } from './cases.store.server.ts';
import { memberUnderChange } from './change-members.server.ts';
import { checkRelationship, type CaseLinkKind, type ParentSees, type RelationshipKind } from './family.ts';
import {
	endRelationshipOn,
	insertLink,
	insertNote,
	insertParentView,
	insertRelationship,
	insertScreen,
	liftScreen,
	loadRelationships,
} from './family.store.server.ts';
import { loadFamily } from './members.store.server.ts';

export const notePlace = (note: Uuid) => ({ table: 'member_note', column: 'sealed', row: note });

type Said = { readonly command: Uuid; readonly caseId: Uuid };

/** Says how two of a family are related. What stood between them before ends. */
export async function relate(
	act: Act<Worker>,
	input: Said & { one: Uuid; other: Uuid; kind: RelationshipKind },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await familyUnderChange(tx, input.caseId);
			if (!found.ok) return found;
			const { family, members, known, today } = found.value;
			const checked = checkRelationship(members, known, input);
			if (!checked.ok) return checked;
			if (await claim(tx, input.command, 'relate')) {
				const between = known.find((one) => [one.one, one.other].every((id) => id === input.one || id === input.other));
				if (between) await endRelationshipOn(tx, { family, id: between.id }, today);
				await insertRelationship(tx, { ...input, id: input.command, family, on: today, by: act.by.workerId });
			}
			record(tx, { action: 'case.related', subjects: [input.caseId, input.one, input.other], record: input.command });
			return ok();
		},
		{ relationship_once: 'changed-meanwhile' },
	);
}

/** Ends a relation that no longer holds, or never did. */
export async function endRelationship(
	act: Act<Worker>,
	input: { caseId: Uuid; relationship: Uuid },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await familyUnderChange(tx, input.caseId);
		if (!found.ok) return found;
		const { family, today } = found.value;
		if (!(await endRelationshipOn(tx, { family, id: input.relationship }, today))) return refuse('already-decided');
		record(tx, { action: 'case.related', subjects: [input.caseId], record: input.relationship, reason: 'ended' });
		return ok();
	});
}

async function familyUnderChange(tx: Tx<Worker>, caseId: Uuid) {
	const found = await caseUnderChange(tx, 'case.change', caseId);
	if (!found.ok) return found;
	const { facts, today } = found.value;
	if (facts.closedOn) return refuse('case-closed');
	if (!facts.familyId) return refuse('not-a-family');
	const [members, known] = await Promise.all([loadFamily(tx, facts.familyId), loadRelationships(tx, facts.familyId)]);
	const present = members.filter((one) => one.to === null).map((one) => one.person);
	return ok({ family: facts.familyId, members: present, known, today });
}

/** Keeps what one member said in confidence, under that member's own key: it stands in their file and in nobody else's. */
export async function noteInConfidence(
	act: Act<Worker>,
	input: Said & { person: Uuid; on: CalendarDay; words: string },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await memberUnderChange(tx, input);
		if (!found.ok) return found;
		if (input.on > found.value.of.today) return refuseField('on', 'in-the-future');
		const key = (await (await openVault(tx)).keysOf([input.person])).get(input.person);
		if (!key) return refuse('not-found');
		if (await claim(tx, input.command, 'note-in-confidence')) {
			const sealed = key.seal(notePlace(input.command), input.words);
			await insertNote(tx, { ...input, id: input.command, by: act.by.workerId, sealed });
		}
		record(tx, { action: 'case.noted-in-confidence', subjects: [input.caseId, input.person], record: input.command });
		return ok();
	});
}

/** Keeps the case from one member's file, or no longer: who may be the one the others are afraid of must not learn of it. */
export async function screenMember(
	act: Act<Worker>,
	input: Said & { person: Uuid; screened: boolean },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await memberUnderChange(tx, input);
			if (!found.ok) return found;
			const of = { caseId: input.caseId, person: input.person, by: act.by.workerId };
			if (input.screened) await insertScreen(tx, { ...of, id: input.command });
			else if (!(await liftScreen(tx, of))) return refuse('already-decided');
			const reason = input.screened ? 'screened' : 'lifted';
			record(tx, { action: 'case.member-screened', subjects: [input.caseId], record: input.person, reason });
			return ok();
		},
		{ member_screened_once: 'already-decided', member_screen_pkey: 'already-decided' },
	);
}

/** Says that two cases belong together. Whoever says so may read both. */
export async function linkCases(
	act: Act<Worker>,
	input: { caseId: Uuid; number: string; kind: CaseLinkKind },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.change', input.caseId);
			if (!found.ok) return found;
			const other = await loadCaseByNumber(tx, input.number);
			const readable = other && (await permit(tx, 'case.read', other.id)).ok;
			if (!other || !readable || other.id === input.caseId) return refuseField('number', 'case-unknown');
			const cases = [input.caseId, other.id] as const;
			await insertLink(tx, { cases, kind: input.kind, on: found.value.today, by: act.by.workerId });
			record(tx, { action: 'case.linked', subjects: [...cases], reason: input.kind });
			return ok();
		},
		{ case_link_pkey: 'already-linked' },
	);
}

/** Decides what a parent may learn of this case (Z3), with the adolescent where that was possible. The newest decision stands. */
export async function decideParentView(
	act: Act<Worker>,
	input: Said & { parent: Uuid; shows: readonly ParentSees[]; withTheChild: boolean },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await caseUnderChange(tx, 'case.change', input.caseId);
		if (!found.ok) return found;
		if (found.value.facts.closedOn) return refuse('case-closed');
		const [allowed, there] = await Promise.all([
			permit(tx, 'person.read', input.parent),
			personsById(tx, [input.parent]),
		]);
		if (!allowed.ok || there.length === 0) return refuseField('parent', 'choose-one');
		if (await claim(tx, input.command, 'decide-parent-view'))
			await insertParentView(tx, {
				...input,
				id: input.command,
				decidedOn: found.value.today,
				by: act.by.workerId,
			});
		record(tx, { action: 'case.parent-view-decided', subjects: [input.caseId, input.parent], record: input.command });
		return ok();
	});
}
