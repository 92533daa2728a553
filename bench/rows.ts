// The rows of one generated person: their case, its meetings, and what the journal says of them.
import { dayOf, type CalendarDay } from '../src/lib/kernel/calendar-day.ts';
import type { Uuid } from '../src/lib/kernel/ids.ts';
import { namesAsked, NO_LIMIT } from '../src/lib/cases/case.ts';
import { conditionsFor } from '../src/lib/cases/member.ts';
import { workerPlace } from '../src/lib/identity/workers.server.ts';
import { meetingTextPlace } from '../src/lib/meetings/keep-meeting.server.ts';
import { textPlace } from '../src/lib/people/open-persons.server.ts';
import { hashesOf } from '../src/lib/people/people.server.ts';
import { treeLabel, type PersonText } from '../src/lib/people/person.ts';
import { newId } from '../src/lib/platform/ids.server.ts';
import type { Programme } from '../src/lib/programmes/programmes.server.ts';
import type { Vault } from '../src/lib/vault/vault.server.ts';
import { line, type Lines, type Value } from './copy.ts';
import type { Profile } from './generate.ts';

/** Somebody who carries cases, and the team they belong to. */
export type Staff = { readonly worker: Uuid; readonly team: Uuid };
type Row = readonly [into: string, values: readonly Value[]];

const ZONE = 'Europe/Ljubljana';
const PREFIX = '386';
const TEAM_SIZE = 10;
const HOUR_MS = 3_600_000;

const KEYS = 'subject_key (organisation_id, subject_id, kind, wrapped, key_version, created_at)';
const GRANTS = 'access.grant_ (organisation_id, worker_id, subject_id, relation, from_at)';

// Recognisably invented; every fifth begins with the same three letters, as many real ones do.
const FIRST = ['Zala', 'Bor', 'Maja', 'Jan', 'Neža', 'Tine', 'Ema', 'Vid', 'Lara', 'Žiga', 'Olga', 'Pavel'];
const LAST = ['Vzorčnik', 'Zglednik', 'Novovzorec', 'Izmišljen', 'Domišljen', 'Namišljen', 'Poskusnik', 'Navidezni'];
const LAST_OTHER = ['Novozgled', 'Primernik', 'Kobajagi', 'Umišljen', 'Dozdevnik', 'Pravljični', 'Smyšlený'];

/** Workers, their teams and roles: those who carry cases, one who may see three of all cases, and one who may see all. */
export function staffRows(
	vault: Vault,
	{ organisation, now, carriers }: { organisation: Uuid; now: Date; carriers: number },
): { rows: readonly Lines[]; staff: readonly Staff[]; three: Uuid; all: Uuid } {
	const teams = Array.from({ length: Math.ceil(carriers / TEAM_SIZE) }, () => newId(now));
	const staff = Array.from({ length: carriers }, (_, n) => ({ worker: newId(now), team: teams[n % teams.length]! }));
	const [three, all] = [newId(now), newId(now)];
	const people = [
		...staff.map(({ worker, team }) => ({ worker, team, role: 'professional' })),
		{ worker: three, team: null, role: 'professional' },
		{ worker: all, team: null, role: 'programme-lead' },
	];
	const rows: Row[] = teams.map((team, n) => ['access.team', [organisation, team, `Izmišljena ekipa ${n + 1}`]]);
	for (const [n, { worker, team, role }] of people.entries()) {
		const { key, wrapped } = vault.freshKey(worker);
		const text = { name: `${FIRST[n % FIRST.length]} Vzorčni ${n}`, email: `${worker}@primer.invalid` };
		rows.push(
			[KEYS, [organisation, worker, 'worker', wrapped, 1, now]],
			['worker (organisation_id, id, language, joined_at)', [organisation, worker, 'sl', now]],
			['worker_text', [organisation, worker, key.seal(workerPlace(worker), text)]],
			['access.worker_role (organisation_id, worker_id, role, from_at)', [organisation, worker, role, now]],
		);
		if (team)
			rows.push([
				'access.team_member (organisation_id, team_id, worker_id, is_lead, from_at)',
				[organisation, team, worker, false, now],
			]);
	}
	const tables = Map.groupBy(rows, ([into]) => into);
	return {
		rows: [...tables].map(([into, all]) => ({ into, lines: all.map(([, values]) => line(values)) })),
		staff,
		three,
		all,
	};
}

/** One person as they are to be. */
export type ToMake = {
	readonly organisation: Uuid;
	readonly ordinal: number;
	readonly openedAt: Date;
	readonly now: Date;
	readonly profile: Profile;
	readonly programme: Programme;
	readonly carrier: Staff;
	/** A second worker whose own the case is. */
	readonly alsoOf: Uuid | undefined;
};
type Made = ToMake & { readonly person: Uuid; readonly caseId: Uuid };

export function rowsOf(vault: Vault, asked: ToMake): readonly Row[] {
	const made = { ...asked, person: newId(asked.openedAt), caseId: newId(asked.openedAt) };
	return [...personRows(vault, made), ...caseRows(vault, made), ...journalRows(made)];
}

function nameOf(ordinal: number): string {
	const last = [...LAST, ...LAST_OTHER];
	return `${FIRST[ordinal % FIRST.length]} ${last[Math.floor(ordinal / FIRST.length) % last.length]}`;
}

function personRows(vault: Vault, { organisation, person, ordinal, openedAt, carrier }: Made): readonly Row[] {
	const { key, wrapped } = vault.freshKey(person);
	const text: PersonText = {
		name: nameOf(ordinal),
		phone: `041 ${String(ordinal).padStart(7, '0')}`,
		email: `oseba${ordinal}@primer.invalid`,
		address: '',
		interpreter: '',
		pseudonym: newId(openedAt),
	};
	return [
		[KEYS, [organisation, person, 'person', wrapped, 1, openedAt]],
		[
			'person (organisation_id, id, label, anonymous, first_seen_at)',
			[organisation, person, treeLabel(person), false, openedAt],
		],
		['person_text', [organisation, person, key.seal(textPlace(person), text)]],
		['person_search', [organisation, person, hashesOf(vault, [text], PREFIX).map(String)]],
		['person_facts', [organisation, text.pseudonym, 1940 + (ordinal % 70), ordinal % 2 ? 'female' : 'male', null]],
		[GRANTS, [organisation, carrier.worker, person, 'own', openedAt]],
		['access.subject_team', [organisation, person, carrier.team]],
	];
}

function caseRows(vault: Vault, made: Made): readonly Row[] {
	const { organisation, caseId, person, openedAt, carrier, ordinal, profile, programme, alsoOf } = made;
	const { definition, key: of, version } = programme;
	const limit = definition.meetings.limit ?? NO_LIMIT;
	const on = dayOf(openedAt, ZONE);
	const meetings = Array.from({ length: profile.meetingsEach }, (_, n) => meetingOf(made, n, limit));
	const roles = [definition.memberRoles[0]?.key ?? 'client'];
	const key = vault.freshKey(caseId);
	const { unmet, rows: inclusion } = inclusionRows(made, on, roles);
	const counted = meetings.filter((one) => one.ordinal !== null).length;
	const number = `${on.slice(0, 4)}-${100_000 + ordinal}`;
	const active = unmet > 0 ? null : on;
	const met = meetings.at(-1)?.on ?? null;
	const { worker, team } = carrier;
	return [
		[KEYS, [organisation, caseId, 'case', key.wrapped, 1, openedAt]],
		[CASES, [organisation, caseId, number, of, version, 'person', limit, 1, unmet, active, on, worker, met, counted]],
		['case_member (organisation_id, case_id, person_id, roles, from_on)', [organisation, caseId, person, roles, on]],
		[CASE_WORKERS, [organisation, caseId, worker, 'key-worker', openedAt]],
		[EVENTS, [organisation, newId(openedAt), caseId, 'opened', on, openedAt, worker]],
		...inclusion,
		...meetings.flatMap((one) => meetingRows(made, one, key)),
		['access.subject_team', [organisation, caseId, team]],
		...[worker, ...(alsoOf ? [alsoOf] : [])].map((whose): Row => [
			GRANTS,
			[organisation, whose, caseId, 'own', openedAt],
		]),
	];
}

const CASES = `case_ (organisation_id, id, number, programme, version, unit, meeting_limit, team_min, unmet, active_from, opened_on, opened_by,
	last_met_on, counted)`;
const CASE_WORKERS = 'case_worker (organisation_id, case_id, worker_id, role, from_at)';
const EVENTS = 'case_event (organisation_id, id, case_id, kind, on_day, recorded_at, recorded_by)';
const CONDITIONS = 'case_condition (organisation_id, case_id, condition, party_id)';
const FACTS =
	'inclusion_fact (organisation_id, id, case_id, condition, party_id, stated_on, form, recorded_by, recorded_at)';

/** What the case asks before it begins. One of five still waits for it; the others are active since they were opened. */
function inclusionRows(
	{ organisation, caseId, person, openedAt, carrier, ordinal, programme: { definition } }: Made,
	on: CalendarDay,
	roles: readonly string[],
): { unmet: number; rows: readonly Row[] } {
	const asked = conditionsFor(definition, { caseId, services: [] }, [{ person, roles }]).filter(
		(one) => namesAsked(definition.conditions.find(({ key }) => key === one.condition)!) === 0,
	);
	const conditions = asked.map((one): Row => [CONDITIONS, [organisation, caseId, one.condition, one.partyId]]);
	if (ordinal % 5 === 4) return { unmet: asked.length, rows: conditions };
	const facts = asked.map(({ condition, partyId }): Row => [
		FACTS,
		[organisation, newId(openedAt), caseId, condition, partyId, on, 'oral', carrier.worker, openedAt],
	]);
	const period: Row = ['case_active_period (organisation_id, case_id, from_on)', [organisation, caseId, on]];
	return { unmet: 0, rows: [...conditions, ...facts, period] };
}

type MeetingToMake = ReturnType<typeof meetingOf>;

function meetingOf({ openedAt, now, profile, programme }: Made, n: number, limit: number) {
	const share = (n + 1) / (profile.meetingsEach + 1);
	const at = new Date(openedAt.getTime() + (now.getTime() - openedAt.getTime() - HOUR_MS) * share);
	const counts = programme.definition.meetings.counting.some((kind) => kind === 'meeting') && n < limit;
	return {
		id: newId(at),
		at,
		on: dayOf(at, ZONE),
		kind: counts ? 'meeting' : 'contact',
		counts,
		ordinal: counts ? n + 1 : null,
		limit,
	};
}

function meetingRows(
	{ organisation, caseId, person, carrier, programme }: Made,
	{ id, at, on, kind, counts, ordinal, limit }: MeetingToMake,
	{ key }: ReturnType<Vault['freshKey']>,
): readonly Row[] {
	const words = { done: 'Pogovor o spanju in o tem, kar je pred nami. Dogovor za naprej.' };
	const { worker } = carrier;
	const mode = programme.definition.modes[0]!;
	const when = [at, on, 45, 'came', counts, ordinal, limit, worker, new Date(at.getTime() + HOUR_MS)];
	return [
		[MEETINGS, [organisation, id, caseId, kind, mode, ...when]],
		['meeting_text', [organisation, id, 'notes', caseId, key.seal(meetingTextPlace(id, 'notes', caseId), words)]],
		['meeting_person', [organisation, id, person, 'client']],
		['meeting_worker', [organisation, id, worker]],
	];
}

const MEETINGS = `meeting (organisation_id, id, case_id, kind, mode, started_at, occurred_on, minutes, attendance, counts, ordinal, meeting_limit,
	recorded_by, recorded_at)`;

function journalRows({ organisation, caseId, person, carrier, openedAt, now, profile }: Made): readonly Row[] {
	const span = now.getTime() - openedAt.getTime() - HOUR_MS;
	return Array.from({ length: profile.entriesEach }, (_, n): Row => {
		const at = new Date(Math.round(openedAt.getTime() + (span * (n + 1)) / (profile.entriesEach + 1)));
		return [
			'journal (organisation_id, at, id, actor_kind, actor_id, action, subject_ids)',
			[organisation, at, newId(at), 'worker', carrier.worker, 'case.read', [caseId, person]],
		];
	});
}
