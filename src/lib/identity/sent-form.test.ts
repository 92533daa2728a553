import { describe, expect, test } from 'vitest';
import { formIn, wasUnreadable } from './sent-form.server.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const sent = (body: BodyInit, headers: Record<string, string> = FORM) =>
	new Request('http://localhost/ask', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
/** A body of which some came, and then no more. */
const ending = (why: object) =>
	new ReadableStream({
		start: (controller) => controller.enqueue(new TextEncoder().encode('words=Ne+spim')),
		pull: (controller) => controller.error(Object.assign(new Error('aborted'), why)),
	});
const cutOff = () => ending({ code: 'ECONNRESET' });

describe('a form that comes in', () => {
	test('is read', async () => {
		const request = sent('words=Ne+spim');
		expect((await formIn(request, 100)).get('words')).toBe('Ne spim');
		expect(wasUnreadable(request)).toBe(false);
	});

	test.each([
		['is none', () => sent('{}', { 'content-type': 'application/json' }), 400],
		['is of parts that do not end', () => sent('--a', { 'content-type': 'multipart/form-data; boundary=a' }), 400],
		['was cut off, a length said', () => sent(cutOff(), { ...FORM, 'content-length': '50' }), 400],
		['was cut off, none said', () => sent(cutOff()), 400],
		['is larger than it may be', () => sent('words='.padEnd(200, 'a')), 413],
		['is larger than the server allows', () => sent(ending({ status: 413 })), 413],
		['says that it is', () => sent(cutOff(), { ...FORM, 'content-length': '200' }), 413],
	])('and %s ends with its own status: no fault, and no database that is away', async (_, form, status) => {
		const request = form();
		await expect(formIn(request, 100)).rejects.toMatchObject({ status });
		expect(wasUnreadable(request)).toBe(true);
	});

	test('and fails for a fault of ours is that fault', async () => {
		await expect(formIn(sent(ending({ code: 'ERR_OF_OURS' })), 100)).rejects.toMatchObject({ code: 'ERR_OF_OURS' });
	});
});
