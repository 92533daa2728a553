// Brings changed templates of the repository into the organisations that never edited them (decision 32).
import { system } from '../src/lib/kernel/actor.ts';
import { organisations } from '../src/lib/directory/organisations.server.ts';
import { publishedProgrammes } from '../src/lib/programmes/programmes.server.ts';
import { publishTemplate } from '../src/lib/programmes/publish-template.server.ts';
import { TEMPLATES } from '../programmes/templates.ts';

/** Publishes a new version of each programme whose template changed. */
export async function refreshTemplates(at: Date): Promise<void> {
	for (const organisation of await organisations(at)) {
		const running = await publishedProgrammes({ by: { kind: 'visitor' }, at }, organisation.id);
		for (const programme of running) {
			const template = TEMPLATES.find((one) => one.key === programme.key);
			if (template) await publishTemplate({ by: system(organisation.id), at }, template);
		}
	}
}
