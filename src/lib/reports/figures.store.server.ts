import { sql, type RawBuilder } from 'kysely';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ownSubjects, teamSubjects, unscreened } from '#lib/access/whose-subjects.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { ALL, NOT_RECORDED, NOT_YET, STILL_OPEN, type Figure, type Source } from './figures.ts';

/** Of which programme and days figures are asked, and of how much of the organisation. */
export type AskedFigures = {
	readonly programme: string;
	readonly from: CalendarDay;
	readonly to: CalendarDay;
	/** The moments the first day begins and the last one ends. */
	readonly begins: Date;
	readonly ends: Date;
	readonly scope: 'team' | 'organisation';
};

type Sql = RawBuilder<unknown>;
/** What a question counts (`unit`), by which code, from where, of whom (`subject`: a request or a case), and when it happened. */
type Question = {
	readonly unit: Sql;
	readonly code: Sql;
	readonly from: Sql;
	readonly subject: Sql;
	readonly where: Sql;
};
/** Of which questions a figure's rows come: those of cases and those of requests apart, since each is found by its own way. */
type Ask = (asked: AskedFigures, prompt?: string) => readonly Question[];

const NOTHING = sql``;

const requests =
	(code: Sql, join: Sql = NOTHING): Ask =>
	({ programme, begins, ends }) => [
		{
			unit: sql`r.id`,
			subject: sql`r.id`,
			code,
			from: sql`request r join request_mark k on k.organisation_id = r.organisation_id and k.request_id = r.id ${join}`,
			where: sql`r.programme = ${programme} and r.received_at >= ${begins} and r.received_at < ${ends}`,
		},
	];
const ofRequest = (table: Sql, alias: string) =>
	sql`${table} ${sql.raw(alias)} on ${sql.ref(`${alias}.organisation_id`)} = r.organisation_id and ${sql.ref(`${alias}.request_id`)} = r.id`;

const cases =
	(code: Sql, join: Sql = NOTHING, unit: Sql = sql`c.id`): Ask =>
	({ programme, from, to }) => [
		{
			unit,
			subject: sql`c.id`,
			code,
			from: sql`case_ c ${join}`,
			where: sql`c.programme = ${programme} and c.opened_on between ${from} and ${to}`,
		},
	];
const ofCase = (table: Sql, alias: string) =>
	sql`${table} ${sql.raw(alias)} on ${sql.ref(`${alias}.organisation_id`)} = c.organisation_id and ${sql.ref(`${alias}.case_id`)} = c.id`;

/** What happened within a case on a day. */
const within =
	(table: Sql, code: Sql, { day, join = NOTHING }: { day: Sql; join?: Sql }): Ask =>
	({ programme, from, to }) => [
		{
			unit: sql`c.id`,
			subject: sql`c.id`,
			code,
			from: sql`case_ c join ${ofCase(table, 'w')} ${join}`,
			where: sql`c.programme = ${programme} and ${day} between ${from} and ${to}`,
		},
	];
const closed = (code: Sql, join: Sql = NOTHING): Ask => {
	const ask = within(sql`closure`, code, { day: sql`w.closed_on`, join });
	return (asked) =>
		ask(asked).map((question) => ({ ...question, where: sql`${question.where} and w.reopened_on is null` }));
};
const ofClosure = (table: Sql) => sql`${table} x on x.organisation_id = w.organisation_id and x.closure_id = w.id`;

/** Talks, meetings and contacts to which somebody came. */
const meetings =
	(code: Sql, join: Sql | ((prompt: string) => Sql) = NOTHING): Ask =>
	({ programme, from, to }, prompt = '') => {
		const held = sql`m.occurred_on between ${from} and ${to} and m.attendance = 'came' and m.voided_at is null`;
		const more = typeof join === 'function' ? join(prompt) : join;
		return [
			{
				unit: sql`m.id`,
				subject: sql`m.case_id`,
				code,
				from: sql`meeting m join case_ c on c.organisation_id = m.organisation_id and c.id = m.case_id ${more}`,
				where: sql`c.programme = ${programme} and ${held}`,
			},
			{
				unit: sql`m.id`,
				subject: sql`m.request_id`,
				code,
				from: sql`meeting m join request r on r.organisation_id = m.organisation_id and r.id = m.request_id ${more}`,
				where: sql`m.case_id is null and r.programme = ${programme} and ${held}`,
			},
		];
	};
const recorded = (code: Sql) => sql`coalesce(${code}, ${NOT_RECORDED})::text`;
const ofMeeting = (table: Sql) => sql`join ${table} x on x.organisation_id = m.organisation_id and x.meeting_id = m.id`;

const PERSON = sql`coalesce(p.merged_into, p.id)`;
// Two records of one person are one person, and a group recorded of either is theirs.
const GROUPS = sql`join ${ofCase(sql`case_member`, 'b')}
	join person p on p.organisation_id = b.organisation_id and p.id = b.person_id
	left join lateral (select g.target_group from case_target_group g
		join person q on q.organisation_id = g.organisation_id and q.id = g.person_id
		where g.organisation_id = c.organisation_id and g.case_id = c.id and coalesce(q.merged_into, q.id) = ${PERSON}) x on true`;

const EVERY = sql`${ALL}::text`;
/** Codes that stand in the row of a meeting itself: each row comes once, with none where it is not counted. All of them are counted in one look. */
const HELD: Readonly<Partial<Record<Source, Sql>>> = {
	'all-held': EVERY,
	services: recorded(sql`m.service`),
	forms: recorded(sql`m.form`),
	modes: recorded(sql`m.mode`),
	'online-reasons': sql`case when m.mode = 'online' then ${recorded(sql`m.online_reason`)} end`,
};
const ASKS: Readonly<Record<Source, Ask>> = {
	'all-came': requests(EVERY),
	'ways-in': requests(sql`r.way_in`),
	applications: requests(sql`x.kind`, sql`join ${ofRequest(sql`aid_application`, 'x')}`),
	reasons: requests(sql`x.reason`, sql`left join ${ofRequest(sql`request_reason`, 'x')}`),
	'asked-modes': requests(sql`r.mode`),
	'request-outcomes': requests(
		sql`coalesce(x.kind, ${STILL_OPEN})`,
		sql`left join ${ofRequest(sql`request_outcome`, 'x')}`,
	),
	declined: requests(sql`x.reason`, sql`join ${ofRequest(sql`request_outcome`, 'x')} and x.kind = 'declined'`),
	'first-talk': requests(sql`case when k.first_talk_at is null then ${NOT_YET} else 'talked' end`),
	'all-opened': cases(EVERY),
	indications: cases(sql`x.indication`, sql`left join ${ofCase(sql`case_indication`, 'x')}`),
	'target-groups': cases(sql`x.target_group`, GROUPS, PERSON),
	'project-goals': cases(sql`x.project_goal`, sql`left join ${ofCase(sql`case_project_goal`, 'x')}`),
	'given-services': cases(sql`x.service`, sql`left join ${ofCase(sql`case_service`, 'x')}`),
	'all-held': meetings(HELD['all-held']!),
	services: meetings(HELD.services!),
	forms: meetings(HELD.forms!),
	modes: meetings(HELD.modes!),
	'online-reasons': meetings(HELD['online-reasons']!),
	counselling: meetings(sql`x.kind`, ofMeeting(sql`meeting_counselling`)),
	ticked: meetings(sql`x.code`, (prompt) => sql`${ofMeeting(sql`meeting_code`)} and x.field = ${prompt}`),
	life: within(sql`review`, sql`w.quality_of_life`, {
		day: sql`x.on_day`,
		join: sql`join case_event x on x.organisation_id = w.organisation_id and x.id = w.event_id`,
	}),
	'stepped-up': within(sql`step_up`, sql`w.reason`, { day: sql`w.stepped_on` }),
	advocacy: within(sql`advocacy_act`, sql`w.towards`, { day: sql`w.done_on` }),
	mediated: within(sql`mediated_contact`, sql`w.provider`, { day: sql`w.made_on` }),
	'all-closed': closed(EVERY),
	'closing-reasons': closed(sql`w.reason`),
	outcomes: closed(sql`x.outcome`, sql`left join ${ofClosure(sql`closure_outcome`)}`),
	grades: closed(sql`x.grade`, sql`join ${ofClosure(sql`goal_outcome`)}`),
};

type Counted = Pick<Figure, 'source' | 'prompt'>;

const union = (parts: readonly Sql[]) => sql.join(parts, sql` union all `);

/** The rows a figure counts, each with its code. Its count and the list of its rows are both asked of this. */
function rowsOf(tx: Tx, figure: Counted, asked: AskedFigures) {
	const whole = figure.source in HELD;
	const questions = ASKS[figure.source](asked, figure.prompt);
	return union(
		questions.map(
			({ unit, code, from, subject, where }) =>
				sql`select ${unit} as unit, ${whole ? code : recorded(code)} as code from ${from}
					where ${where} and ${reached(tx, subject, asked.scope)}`,
		),
	);
}

type Counts = ReadonlyMap<string, number>;

/** How many rows each of some figures has by code. */
export async function countFigures(tx: Tx, figures: readonly Counted[], asked: AskedFigures): Promise<Counts[]> {
	const held = countHeld(tx, figures, asked);
	return Promise.all(
		figures.map(async (figure) =>
			figure.source in HELD ? (await held).get(figure.source)! : countFigure(tx, figure, asked),
		),
	);
}

/** How many rows a figure has by code. */
export async function countFigure(tx: Tx, figure: Counted, asked: AskedFigures): Promise<Counts> {
	if (figure.source in HELD) return (await countHeld(tx, [figure], asked)).get(figure.source)!;
	const { rows } = await sql<{ code: string; n: number }>`select code, count(distinct unit)::int as n
		from (${rowsOf(tx, figure, asked)}) counted group by code`.execute(tx.db);
	return new Map(rows.map((row) => [row.code, row.n]));
}

/** The figures whose codes stand in the row of a meeting, all counted in one look at the meetings. */
async function countHeld(
	tx: Tx,
	figures: readonly Counted[],
	asked: AskedFigures,
): Promise<ReadonlyMap<Source, Counts>> {
	const sources = figures.map(({ source }) => source).filter((source) => source in HELD);
	if (sources.length === 0) return new Map();
	const codes = sql.join(sources.map((source, i) => sql`${HELD[source]!} as ${sql.ref(`c${i}`)}`));
	const held = ASKS['all-held'](asked).map(
		({ from, subject, where }) =>
			sql`select ${codes} from ${from} where ${where} and ${reached(tx, subject, asked.scope)}`,
	);
	const names = sql.join(sources.map((_, i) => sql.ref(`c${i}`)));
	const { rows } = await sql<Record<string, string | null> & { n: number }>`select ${names}, count(*)::int as n
		from (${union(held)}) held group by ${names}`.execute(tx.db);
	return new Map(sources.map((source, i) => [source, summed(rows, `c${i}`)]));
}

function summed(rows: readonly (Record<string, string | null> & { n: number })[], column: string): Counts {
	const counts = new Map<string, number>();
	for (const row of rows) {
		const code = row[column];
		if (code) counts.set(code, (counts.get(code) ?? 0) + row.n);
	}
	return counts;
}

/** The rows of one code of a figure, newest first, from behind one of them. */
export async function loadFigureRows(
	tx: Tx,
	figure: Counted & { readonly code: string; readonly asked: AskedFigures },
	page: { after: Uuid | undefined; atMost: number },
): Promise<readonly Uuid[]> {
	const behind = page.after ? sql`and unit < ${page.after}::uuid` : NOTHING;
	// Where each comes once they need not be told apart first: the newest are read, and no more.
	const each = figure.source in HELD ? sql`unit` : sql`distinct unit`;
	const { rows } = await sql<{ unit: Uuid }>`select ${each} from (${rowsOf(tx, figure, figure.asked)}) counted
		where code = ${figure.code} ${behind} order by unit desc limit ${page.atMost}`.execute(tx.db);
	return rows.map((row) => row.unit);
}

/** From the first sign to the first talk, in seconds: half took no longer than the median, nine of ten no longer than the other. */
export type FirstTalk = { readonly median: number; readonly ninth: number };

/** How long it took those who were talked with (B21); null where nobody was. */
export async function loadFirstTalk(tx: Tx, asked: AskedFigures): Promise<FirstTalk | null> {
	const [{ from, subject, where }] = ASKS['first-talk'](asked) as [Question];
	const { rows } = await sql<{ median: number | null; ninth: number | null }>`
		select percentile_cont(0.5) within group (order by took) as median, percentile_cont(0.9) within group (order by took) as ninth
		from (select greatest(0, extract(epoch from k.first_talk_at - r.received_at))::float as took from ${from}
			where k.first_talk_at is not null and ${where} and ${reached(tx, subject, asked.scope)}) lengths`.execute(tx.db);
	const { median = null, ninth = null } = rows[0] ?? {};
	return median === null || ninth === null ? null : { median, ninth };
}

/** The year in which the first request came or the first case was opened. */
export async function loadFirstYear(tx: Tx, programme: string): Promise<number | null> {
	const { rows } = await sql<{ year: number | null }>`select extract(year from least(
		(select min(received_at)::date from request where organisation_id = ${tx.organisationId} and programme = ${programme}),
		(select min(opened_on) from case_ where organisation_id = ${tx.organisationId} and programme = ${programme})))::int as year`.execute(
		tx.db,
	);
	return rows[0]?.year ?? null;
}

/** Whether whoever asks may know of a request or case: their own and their team's, or all; what is screened off in no case. */
function reached(tx: Tx, subject: Sql, scope: AskedFigures['scope']): Sql {
	if (scope === 'organisation') return unscreened(tx, subject);
	return sql`((${subject} in (${ownSubjects(tx)}) or ${subject} in (${teamSubjects(tx)})) and ${unscreened(tx, subject)})`;
}
