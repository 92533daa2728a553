import type { Uuid } from '#lib/kernel/ids.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import type { CaseRows } from './case-file.store.server.ts';
import type { AgreedTask } from './agreed-task.ts';
import { openTask } from './agreed-task.server.ts';
import { openAct } from './advocacy.server.ts';
import type { AdvocacyAct, MediatedContact } from './beyond.ts';
import { openContact } from './mediated-contact.server.ts';
import type { Episode, GoalStanding, PhaseBegun, StepUp } from './way.ts';
import { openEpisode, openStepUp } from './way.server.ts';

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

/** Opens the way of a case. */
export function openWay(key: SubjectKey, caseId: Uuid, rows: CaseRows): CaseWay {
	return {
		tasks: rows.tasks.map((row) => openTask(key, caseId, row)),
		standings: rows.standings,
		phases: rows.phases,
		stepUp: rows.step[0] && openStepUp(key, caseId, rows.step[0]),
		episode: rows.episode[0] && openEpisode(key, caseId, rows.episode[0]),
		advocacy: rows.acts.map((row) => openAct(key, row)),
		contacts: rows.contacts.map((row) => openContact(key, row)),
	};
}
