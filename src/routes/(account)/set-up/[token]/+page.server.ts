import * as v from 'valibot';
import { choice, choices, email, line, optionalEmail, optionalLine, optionalPhone, slug } from '#lib/kernel/fields.ts';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { publicForm } from '#lib/identity/doorway.server.ts';
import { isOpenSetupLink } from '#lib/identity/setup-link.server.ts';
import { setUpOrganisation } from '#lib/programmes/set-up-organisation.server.ts';
import { TEMPLATES } from '../../../../../programmes/templates.ts';
import type { Actions, PageServerLoad } from './$types';

const ZONES = { si: 'Europe/Ljubljana', cz: 'Europe/Prague' } as const;
const SCHEMA = v.object({
	name: line(),
	slug: slug(),
	country: choice(['si', 'cz']),
	language: choice(LANGUAGES),
	about: line(500),
	address: optionalLine(),
	phone: optionalPhone(),
	email: optionalEmail(),
	programmes: v.pipe(choices(TEMPLATES.map((one) => one.key)), v.minLength(1, 'choose-some')),
	administratorName: line(),
	administratorEmail: email(),
});

export const load: PageServerLoad = async (event) => ({
	open: await isOpenSetupLink(event.params.token, event.locals.now),
	templates: TEMPLATES.map(({ key, title, summary }) => ({ key, title, summary })),
});

export const actions: Actions = {
	default: (event) =>
		publicForm(event, {
			schema: SCHEMA,
			run: (input) =>
				setUpOrganisation(event.locals.now, {
					link: event.params.token,
					slug: input.slug,
					name: input.name,
					country: input.country,
					language: input.language,
					timeZone: ZONES[input.country],
					about: {
						words: { [input.language]: input.about },
						address: input.address || null,
						phone: input.phone || null,
						email: input.email || null,
						website: null,
					},
					administrator: { name: input.administratorName, email: input.administratorEmail },
					team: input.name,
					programmes: TEMPLATES.filter((one) => input.programmes.includes(one.key)),
				}),
			goTo: (made) => new URL(made.invitation).pathname,
		}),
};
