import { found, idFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { takePrint } from '#lib/reports/read-print.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { name, pdf } = found(await takePrint(workerAct(event), idFrom(event.params.print)));
	return new Response(new Uint8Array(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${name}"`,
			'content-length': String(pdf.length),
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
