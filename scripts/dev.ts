// npm run dev: the product from its sources; a change shows at once.
import { createServer } from 'vite';
import { run } from './product.ts';

const port = Number(process.env.PORT ?? 3000);
process.env.ORIGIN ??= `http://localhost:${port}`;

await run(async () => {
	const server = await createServer({ server: { port, strictPort: true } });
	await server.listen();
	return () => server.close();
});
