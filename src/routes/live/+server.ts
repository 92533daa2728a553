/** The process runs. */
export function GET(): Response {
	return new Response('live', { headers: { 'content-type': 'text/plain' } });
}
