import {
  authenticateSignature,
  type Authentication,
  COLLECTED_HEADER,
  type Delivery,
  eventsFrom,
  type EvidenceSource,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createGithubPages } from './createGithubPages';
import { normaliseGithubApi } from './normalise/api/normaliseGithubApi';
import { normaliseGithub } from './normalise/normaliseGithub';
import type { GithubScope } from './normalise/GithubScope';

/**
 * How a GitHub source is set up.
 *
 * @public
 */
export type GithubOptions = GithubScope & {
  /** Any of these may have signed a delivery, so that they can be rotated. */
  webhookSecrets: readonly SourceSecret[];
  /** Whether to listen to the topic `github` of the events service. */
  events: boolean;
  /** Hosts whose pages people are sent to; none if absent. */
  hosts?: readonly string[];
};

/**
 * GitHub webhooks as a source of evidence.
 *
 * @public
 */
export function createGithubEvidenceSource(
  options: GithubOptions,
): EvidenceSource {
  return {
    id: 'github',
    askedWith: 'credentials for its host under integrations.github',
    receives: options.webhookSecrets.length > 0 || options.events,
    pages: createGithubPages(options.hosts ?? []),
    keepHeaders: ['x-github-event'],
    keepProvenHeaders: ['x-github-delivery'],
    authenticate: delivery => authenticate(delivery, options.webhookSecrets),
    deliveryId: ({ headers }) => headers['x-github-delivery'],
    normalise: document =>
      document.headers[COLLECTED_HEADER]
        ? normaliseGithubApi(document.body, options)
        : normaliseGithub(document, options),
    ...(options.events && { events: eventsFrom('github') }),
  };
}

/**
 * `X-Hub-Signature-256`: HMAC SHA-256 over the raw bytes of the body. Neither
 * the name of the event nor the id of the delivery is signed.
 */
function authenticate(
  { headers, body }: Delivery,
  secrets: readonly SourceSecret[],
): Authentication {
  const given = headers['x-hub-signature-256'];
  if (!given) {
    return { outcome: 'refused', code: 'signature-missing' };
  }
  const [, hex = ''] = /^sha256=([0-9a-f]{64})$/i.exec(given) ?? [];
  return authenticateSignature(body, {
    given: [Buffer.from(hex, 'hex')],
    secrets,
    proof: 'signed-body',
  });
}
