// The states a person can be in, each reached as people reach it.
import type { Result } from '../../src/lib/kernel/result.ts';
import type { Scene } from './scene.ts';
import { closed, inclusion, inactiveAgain, activeFor, reopened, waitingForConditions } from './case-stories.ts';
import { anotherCrisis, crisisOver, inCrisis } from './crisis-stories.ts';
import {
	answered,
	declined,
	exOfficio,
	initiative,
	offered,
	received,
	returning,
	talked,
	taken,
	withdrawn,
} from './request-stories.ts';
import { childSteppedUp, childTalks, familyAtHome, helped } from './family-stories.ts';
import { familyHelped, personallyHelped } from './help-stories.ts';
import { missedAndMoved, unrecorded } from './appointment-stories.ts';
import { handedOn, onWaitingList, waited } from './waiting-stories.ts';

export type Story = (scene: Scene) => Promise<Result<unknown>>;

/** Each story, how often it is told among the clients of a programme, and the one programme it belongs to where it does. */
export const STORIES: readonly { readonly story: Story; readonly often: number; readonly only?: string }[] = [
	{ story: (scene) => received(scene, { daysAgo: 0.05, urgency: 'urgent' }), often: 1 },
	{ story: (scene) => received(scene, { daysAgo: 1, urgency: 'ordinary' }), often: 1 },
	{ story: (scene) => taken(scene, 2), often: 1 },
	{ story: (scene) => offered(scene, 2), often: 1 },
	{ story: (scene) => offered(scene, 3, true), often: 1 },
	{ story: (scene) => answered(scene, 3), often: 1 },
	{ story: (scene) => declined(scene, 40), often: 1 },
	{ story: (scene) => withdrawn(scene, 25), often: 1 },
	{ story: (scene) => initiative(scene, { daysAgo: 3, answer: undefined }), often: 1 },
	{ story: (scene) => initiative(scene, { daysAgo: 60, answer: 'declined' }), often: 1 },
	{ story: (scene) => exOfficio(scene, 12), often: 2, only: 'prva-socialna-pomoc' },
	{ story: (scene) => talked(scene, { daysAgo: 20, conclude: undefined }), often: 1 },
	{ story: (scene) => talked(scene, { daysAgo: 90, conclude: 'agreed' }), often: 5, only: 'prva-socialna-pomoc' },
	{ story: (scene) => talked(scene, { daysAgo: 120, conclude: 'none' }), often: 3, only: 'prva-socialna-pomoc' },
	{ story: (scene) => waitingForConditions(scene, 10), often: 2, only: 'blizu' },
	{ story: (scene) => inclusion(scene, 30), often: 1, only: 'blizu' },
	{ story: (scene) => activeFor(scene, { daysAgo: 75, meetings: 4 }), often: 3, only: 'blizu' },
	{ story: (scene) => activeFor(scene, { daysAgo: 160, meetings: 9 }), often: 3, only: 'blizu' },
	{ story: (scene) => inactiveAgain(scene, 140), often: 1, only: 'blizu' },
	{ story: (scene) => closed(scene, 240), often: 3, only: 'blizu' },
	{ story: (scene) => reopened(scene, 260), often: 1, only: 'blizu' },
	{ story: (scene) => childTalks(scene, { daysAgo: 45, meetings: 3 }), often: 3, only: 'skupaj-zmoremo' },
	{ story: (scene) => familyAtHome(scene, { daysAgo: 100, meetings: 5 }), often: 3, only: 'skupaj-zmoremo' },
	{ story: (scene) => childSteppedUp(scene, 130), often: 2, only: 'skupaj-zmoremo' },
	{ story: (scene) => helped(scene, 190), often: 3, only: 'skupaj-zmoremo' },
	{ story: (scene) => personallyHelped(scene, 70), often: 1, only: 'osebna-pomoc' },
	{ story: (scene) => familyHelped(scene, 60), often: 1, only: 'pomoc-druzini-za-dom' },
	{ story: (scene) => inCrisis(scene, { daysAgo: 30, meetings: 4 }), often: 1, only: 'krizova-intervence' },
	{ story: (scene) => inCrisis(scene, { daysAgo: 80, meetings: 11 }), often: 1, only: 'krizova-intervence' },
	{ story: (scene) => crisisOver(scene, { daysAgo: 150, meetings: 12 }), often: 1, only: 'krizova-intervence' },
	{ story: (scene) => anotherCrisis(scene, 220), often: 1, only: 'krizova-intervence' },
	{ story: (scene) => returning(scene, 200), often: 1 },
	{ story: (scene) => onWaitingList(scene, 34), often: 1 },
	{ story: (scene) => onWaitingList(scene, 71), often: 1 },
	{ story: (scene) => waited(scene, 22), often: 1 },
	{ story: (scene) => handedOn(scene, 2), often: 1 },
	{ story: (scene) => missedAndMoved(scene, 80), often: 1, only: 'blizu' },
	{ story: (scene) => unrecorded(scene, 60), often: 1, only: 'blizu' },
];
