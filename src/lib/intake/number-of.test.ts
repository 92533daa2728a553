import { expect, test } from 'vitest';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { activeCase, good, problemOf } from './intake.fixtures.ts';
import { numberOf } from './number-of.server.ts';
import { readPersonPage } from './read-person-page.server.ts';
import { readRequest } from './read-requests.server.ts';

testDatabase();

test('a page that shows nobody’s name gives the number of a case and the label of a request or a person, in their organisation alone', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const { caseId, personId, requestId } = await activeCase(world, worker);
	const { facts } = good(await readCasePage(worker, { caseId }));
	const { person } = good(await readPersonPage(worker, { personId }));
	expect(good(await numberOf(worker, { of: 'case', id: caseId }))).toBe(facts.number);
	expect(good(await numberOf(worker, { of: 'person', id: personId }))).toBe(person.label);
	const request = good(await readRequest(worker, { requestId }));
	expect(good(await numberOf(worker, { of: 'request', id: requestId }))).toBe(request.facts.label);
	expect(problemOf(await numberOf(worker, { of: 'request', id: caseId }))).toBe('not-found');
	expect(problemOf(await numberOf(worker, { of: 'case', id: personId }))).toBe('not-found');
	const foreigner = await (await aWorld()).hire(['coordinator', 'programme-lead']);
	expect(problemOf(await numberOf(foreigner, { of: 'case', id: caseId }))).toBe('not-found');
	expect(problemOf(await numberOf(foreigner, { of: 'request', id: requestId }))).toBe('not-found');
	expect(problemOf(await numberOf(foreigner, { of: 'person', id: personId }))).toBe('not-found');
});
