import type { LocalWords } from '#lib/kernel/local-words.ts';
import type { Organisation } from '#lib/directory/organisation.ts';
import type { Definition, Site } from './definition.ts';

// What search engines read of an organisation and its programmes, in the vocabulary of schema.org.

type Speaks = (words: LocalWords) => { readonly text: string };
type Told = Pick<Organisation, 'name' | 'country' | 'about'>;

/** An organisation. `url`: of its page. */
export function organisationData(organisation: Told, url: string, local: Speaks): object {
	const { about } = organisation;
	return withoutNothing({
		'@context': 'https://schema.org',
		'@type': 'Organization',
		'@id': url,
		url,
		name: organisation.name,
		description: local(about.words).text,
		telephone: about.phone,
		email: about.email,
		address: about.address,
		sameAs: about.website,
	});
}

/** A programme as a service of its organisation. `url`: of its page. */
export function programmeData(
	{
		definition,
		organisation,
		organisationUrl,
	}: { definition: Definition; organisation: Told; organisationUrl: string },
	url: string,
	local: Speaks,
): object {
	const offices = definition.sites.filter((site) => site.kind === 'office');
	const online = definition.sites.flatMap((site) => (site.kind === 'online' ? (site.link ?? []) : []));
	const phones = definition.contacts.flatMap((contact) => contact.phone ?? []);
	return withoutNothing({
		'@context': 'https://schema.org',
		'@type': 'Service',
		'@id': url,
		url,
		name: local(definition.title).text,
		description: local(definition.summary).text,
		slogan: definition.motto ? local(definition.motto).text : null,
		audience: definition.forWhom.slice(0, 1).map((words) => ({ '@type': 'Audience', audienceType: local(words).text })),
		areaServed: { '@type': 'Country', name: organisation.country.toUpperCase() },
		provider: { '@type': 'Organization', '@id': organisationUrl, name: organisation.name, url: organisationUrl },
		availableChannel: [
			...offices.map((site) => ({ '@type': 'ServiceChannel', serviceLocation: placeData(site, organisation, local) })),
			...phones.map((telephone) => ({
				'@type': 'ServiceChannel',
				servicePhone: { '@type': 'ContactPoint', telephone },
			})),
			...online.map((serviceUrl) => ({ '@type': 'ServiceChannel', serviceUrl })),
		],
	});
}

function placeData(site: Site, organisation: Told, local: Speaks): object {
	return withoutNothing({
		'@type': 'Place',
		name: local(site.title).text,
		telephone: site.phones,
		openingHours: site.hours ? local(site.hours).text : null,
		address: withoutNothing({
			'@type': 'PostalAddress',
			streetAddress: site.address,
			addressLocality: site.settlement,
			addressCountry: organisation.country.toUpperCase(),
		}),
	});
}

function withoutNothing(data: Readonly<Record<string, unknown>>): object {
	return Object.fromEntries(
		Object.entries(data).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
	);
}
