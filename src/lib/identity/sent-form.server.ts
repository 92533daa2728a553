// The bytes of a form as they come in: counted, never more than are allowed.
import { error } from '@sveltejs/kit';

/** Forms that could not be read: nothing of them is done, and whoever sent one sees the page that says so. */
const unreadable = new WeakSet<Request>();

/** Tells whether a form came that could not be read. */
export const wasUnreadable = (request: Request): boolean => unreadable.has(request);

/** The largest form without a file, bytes. What is larger is not read: the server lets more through, for files alone. */
export const FORM_BYTES_MAX = 1_048_576;

const CUT_OFF = 'ECONNRESET';

/** The form that a request carries, of so many bytes at most. What is too large ends with 413, what is no form with 400. */
export async function formIn(request: Request, bytesMax: number): Promise<FormData> {
	return readIn(request, bytesMax).catch((failure: unknown) => {
		unreadable.add(request);
		throw failure;
	});
}

async function readIn(request: Request, bytesMax: number): Promise<FormData> {
	const tooLarge = () => error(413, 'too large', { code: 'too-large' });
	const said = Number(request.headers.get('content-length') ?? 0);
	if (said > bytesMax) {
		await discard(request);
		tooLarge();
	}
	// Without a length said beforehand it is counted as it comes. What is too much is read to its end and dropped: a browser
	// that is cut off while it sends shows no answer.
	let bytes = 0;
	const counting = new TransformStream<Uint8Array, Uint8Array>({
		transform: (chunk, controller) => {
			bytes += chunk.length;
			if (bytes <= bytesMax) controller.enqueue(chunk);
		},
	});
	const counted = said === 0 && request.body !== null;
	const from = counted ? new Response(request.body.pipeThrough(counting), { headers: request.headers }) : request;
	return from
		.formData()
		.catch((failure: unknown) => {
			const { status, code } = failure as { status?: number; code?: string };
			// The server counts too, and may allow less.
			if (bytes > bytesMax || status === 413) tooLarge();
			// A sender who is cut off is so in the very words in which a database is that went away.
			if (failure instanceof TypeError || code === CUT_OFF) error(400, 'no form', { code: 'refused' });
			throw failure;
		})
		.then((form) => (bytes > bytesMax ? tooLarge() : form));
}

/** Reads what was sent to its end and keeps nothing of it. */
export async function discard(request: Request): Promise<void> {
	await request.body?.pipeTo(new WritableStream()).catch(() => {});
}
