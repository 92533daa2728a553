import { documentPage, removal } from '../../../../parts/document-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = documentPage;
export const actions: Actions = { default: removal };
