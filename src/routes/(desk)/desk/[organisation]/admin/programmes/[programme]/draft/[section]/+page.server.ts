import { addToList, changeList, loadPlace, savePlace } from '../../../parts/place-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadPlace(event);

export const actions: Actions = { save: savePlace, lines: addToList, row: changeList };
