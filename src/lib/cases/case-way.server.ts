import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import type { AgreedTask } from './agreed-task.ts';
import { openTask } from './agreed-task.server.ts';
import { loadTasks } from './agreed-task.store.server.ts';
import { openAct } from './advocacy.server.ts';
import type { AdvocacyAct, MediatedContact } from './beyond.ts';
import { loadActs, loadContacts } from './beyond.store.server.ts';
import { openContact } from './mediated-contact.server.ts';
import type { Episode, GoalStanding, PhaseBegun, StepUp } from './way.ts';
import { openEpisode, openStepUp } from './way.server.ts';
import { loadEpisode, loadPhases, loadStandings, loadStepUp } from './way.store.server.ts';

/** What marks the way of a case, opened: whatever its definition has no use for is empty. */
export type CaseWay = {
	/** The newest version first. */
	readonly tasks: readonly AgreedTask[];
	readonly standings: readonly GoalStanding[];
	readonly phases: readonly PhaseBegun[];
	readonly stepUp: StepUp | undefined;
	readonly episode: Episode | undefined;
	readonly advocacy: readonly AdvocacyAct[];
	readonly contacts: readonly MediatedContact[];
};

/** Loads the way of a case, sealed: all queries travel together with those of its file. */
export async function loadWay(tx: Tx, caseId: Uuid) {
	const [tasks, standings, phases, step, episode, acts, contacts] = await Promise.all([
		loadTasks(tx, caseId),
		loadStandings(tx, caseId),
		loadPhases(tx, caseId),
		loadStepUp(tx, caseId),
		loadEpisode(tx, caseId),
		loadActs(tx, caseId),
		loadContacts(tx, caseId),
	]);
	return { tasks, standings, phases, step, episode, acts, contacts };
}

/** Opens the way of a case. */
export function openWay(key: SubjectKey, caseId: Uuid, rows: Awaited<ReturnType<typeof loadWay>>): CaseWay {
	return {
		tasks: rows.tasks.map((row) => openTask(key, caseId, row)),
		standings: rows.standings,
		phases: rows.phases,
		stepUp: rows.step && openStepUp(key, caseId, rows.step),
		episode: rows.episode && openEpisode(key, caseId, rows.episode),
		advocacy: rows.acts.map((row) => openAct(key, row)),
		contacts: rows.contacts.map((row) => openContact(key, row)),
	};
}
