import type { FormView } from '#lib/design/form-view.ts';
import type { PageData } from './$types';

/** What every page of asking for help is given. */
export type StepProps = { readonly data: PageData; readonly view: FormView };
