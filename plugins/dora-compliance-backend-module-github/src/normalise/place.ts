import type { Subject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Repository, repositorySubject, WebAddress } from './fields';

const Organization = z.looseObject({
  login: z.string().min(1),
  url: WebAddress,
});

const Enterprise = z.looseObject({ html_url: WebAddress });

const Owned = z.looseObject({
  repository: Repository.nullish(),
  organization: Organization.nullish(),
  enterprise: Enterprise.nullish(),
});

/** What a setting belongs to, and the page of it. */
export type Place = { html_url: string; subject: Subject };

/** The repository of an event, else its organization, else its enterprise. */
export function readPlace(payload: unknown): Place {
  const { repository, organization, enterprise } = Owned.parse(payload);
  if (repository) {
    const { html_url } = repository;
    return { html_url, subject: repositorySubject(repository) };
  }
  if (organization) {
    return ownerPlace(ownerPage(organization, organization.login));
  }
  if (enterprise) {
    return ownerPlace(enterprise.html_url);
  }
  throw new TypeError('organization is missing');
}

/** The organization of an event, else its enterprise, wherever it happened. */
export function readOrganizationPlace(payload: unknown): Place {
  return readPlace({
    ...z.looseObject({}).parse(payload),
    repository: undefined,
  });
}

/** An organization, enterprise or account that owns repositories. */
export function ownerPlace(html_url: string): Place {
  return { html_url, subject: { kind: 'organization', uri: html_url } };
}

/** The server of an event that belongs to the server as a whole. */
export function serverPlace(someone: { url: string }): Place {
  return ownerPlace(toWebOrigin(someone.url));
}

/** The page an owner has, or had, under a login. */
export function ownerPage(owner: { url: string }, login: string): string {
  return `${toWebOrigin(owner.url)}/${login}`;
}

/**
 * The web server that goes with an API address: `api.github.com` and the API
 * of a tenant answer beside it, that of a server of one's own under
 * `/api/v3`.
 */
function toWebOrigin(apiUrl: string): string {
  const { protocol, host, pathname } = new URL(apiUrl);
  const webHost = pathname.startsWith('/api/')
    ? host
    : host.replace(/^api\./, '');
  return `${protocol}//${webHost}`;
}
