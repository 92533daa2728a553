import type { HandoverReason } from '#lib/cases/handover.ts';

/** Why a request that nobody has yet goes to this colleague. */
export const ASSIGNMENT_REASONS = ['assigned', 'skills', 'language', 'place', 'other'] as const;
export type AssignmentReason = (typeof ASSIGNMENT_REASONS)[number];

/** Why somebody got a request: it was assigned to them, or handed over. */
export type TakingReason = AssignmentReason | HandoverReason;
