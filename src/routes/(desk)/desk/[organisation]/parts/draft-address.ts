import type { DraftFields } from '#lib/identity/drafts.server.ts';
import type { FormView } from '#lib/design/form-view.ts';

/** Where drafts of a form are kept: the address its “keep as a draft” sends to, and goes back from. */
export function draftAddress(desk: string, draft: { form: string; subject: string; to: string }): string {
	return `${desk}/drafts?${new URLSearchParams({ form: draft.form, subject: draft.subject, to: draft.to })}`;
}

/** What a form shows: what was just sent and refused, else what was kept as a draft, else nothing. */
export function viewOf(
	form: FormView | null | undefined,
	draft: { readonly fields: DraftFields } | undefined,
): FormView | undefined {
	return form ?? (draft && { typed: draft.fields, problems: [] });
}
