import type { Subject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Repository, repositorySubject, WebAddress } from './fields';

const Organization = z.looseObject({
  login: z.string().min(1),
  url: WebAddress,
});

const Owned = z.looseObject({
  repository: Repository.nullish(),
  organization: Organization.nullish(),
});

/** What a setting belongs to, and the page of it. */
export type Place = { html_url: string; subject: Subject };

/** The repository of an event, or the organisation of one without. */
export function placeOf(payload: unknown): Place {
  const { repository, organization } = Owned.parse(payload);
  if (repository) {
    const { html_url } = repository;
    return { html_url, subject: repositorySubject(repository) };
  }
  return organizationPlace(organization ?? undefined);
}

function organizationPlace(
  organization: z.output<typeof Organization> | undefined,
): Place {
  if (!organization) {
    throw new TypeError('organization is missing');
  }
  const html_url = `${originOf(organization.url)}/${organization.login}`;
  return { html_url, subject: { kind: 'organization', uri: html_url } };
}

/**
 * The web server that goes with an API address: `api.github.com` and the API
 * of a tenant answer beside it, that of a server of one's own under
 * `/api/v3`.
 */
function originOf(apiUrl: string): string {
  const { protocol, host, pathname } = new URL(apiUrl);
  const webHost = pathname.startsWith('/api/')
    ? host
    : host.replace(/^api\./, '');
  return `${protocol}//${webHost}`;
}
