// npm start, once everything is installed and built: the product, served.
import { serveHttp, stopHttp } from './http-server.ts';
import { CannotStart } from './cannot-start.ts';
import { run } from './product.ts';

const port = Number(process.env.PORT ?? 3000);
process.env.ORIGIN ??= `http://localhost:${port}`;

await run(async () => {
	const server = await serveHttp(port).catch((error: Error & { code?: string }) => {
		if (error.code !== 'EADDRINUSE') throw error;
		throw new CannotStart(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`);
	});
	return (reason) => stopHttp(server, reason);
});
