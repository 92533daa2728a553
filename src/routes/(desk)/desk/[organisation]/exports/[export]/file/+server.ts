import { found, idFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { takeExport } from '#lib/reports/read-export.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { name, type, bytes } = found(await takeExport(workerAct(event), idFrom(event.params.export)));
	const body = new ReadableStream<Uint8Array>({
		pull: async (controller) => {
			const { value, done } = await bytes.next();
			if (done) controller.close();
			else controller.enqueue(value);
		},
		cancel: async () => void (await bytes.return(undefined)),
	});
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
