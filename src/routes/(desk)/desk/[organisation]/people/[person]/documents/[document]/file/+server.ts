import { documentFile } from '../../../../../parts/document-page.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = documentFile;
