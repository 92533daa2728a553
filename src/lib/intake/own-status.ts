import { standing, type Appointment } from '#lib/meetings/appointment.ts';
import type { ProposerAnswer } from './proposal.ts';
import type { RequestFacts } from './request.ts';

/** How a request stands, for the person who made it. */
type OwnStatus =
	| 'received'
	| 'read'
	| 'time-offered'
	| 'time-agreed'
	| 'another-time'
	| 'on-waiting-list'
	| 'going-on'
	| 'declined'
	| 'withdrawn'
	| 'ended';

/** How a request stands, from its facts: what is next for the person, not what the office did. */
export function statusOf(facts: RequestFacts, appointments: readonly Appointment[], now: Date): OwnStatus {
	if (facts.outcome === 'withdrawn') return 'withdrawn';
	if (facts.outcome === 'declined' || facts.outcome === 'routed') return 'declined';
	if (facts.outcome === 'accepted') return 'going-on';
	if (facts.outcome) return 'ended';
	const next = standing(appointments);
	if (next && next.startsAt > now) return next.state === 'offered' ? 'time-offered' : 'time-agreed';
	if (facts.waitingSince) return 'on-waiting-list';
	if (appointments[0]?.state === 'another-asked' || appointments[0]?.state === 'moved') return 'another-time';
	return facts.takenBy ? 'read' : 'received';
}

/** How a proposal stands, for the one who made it: what the office did with it, and nothing of the person. */
type ProposalStatus = 'received' | 'read' | 'withdrawn' | ProposerAnswer;

/** How a proposal stands, from what its proposer may see. */
export function proposalStatusOf(
	facts: Pick<RequestFacts, 'outcome' | 'takenBy'>,
	answer: ProposerAnswer | undefined,
): ProposalStatus {
	if (facts.outcome === 'withdrawn') return 'withdrawn';
	return answer ?? (facts.takenBy ? 'read' : 'received');
}
