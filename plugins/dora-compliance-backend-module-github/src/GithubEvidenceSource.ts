import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  acceptWith,
  type Authentication,
  COLLECTED_HEADER,
  type Delivery,
  type EvidenceSource,
  secretIn,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readCollectedGithub } from './collected/readCollectedGithub';
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
    keepHeaders: ['x-github-event'],
    keepProvenHeaders: ['x-github-delivery'],
    authenticate: delivery => authenticate(delivery, options.webhookSecrets),
    deliveryId: ({ headers }) => headers['x-github-delivery'],
    normalise: document =>
      document.headers[COLLECTED_HEADER]
        ? readCollectedGithub(document, options)
        : normaliseGithub(document, options),
    ...(options.events && {
      events: {
        topics: ['github'],
        verification: 'unverified' as const,
        toDelivery: event => ({
          headers: lowerCased(event.metadata ?? {}),
          body: new TextEncoder().encode(JSON.stringify(event.eventPayload)),
        }),
      },
    }),
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
  const signature = Buffer.from(
    /^sha256=([0-9a-f]{64})$/i.exec(given)?.[1] ?? '',
    'hex',
  );
  // Every secret is tried, so that the time taken tells nothing.
  const matches = secrets.filter(secret => {
    const expected = createHmac('sha256', secretIn(secret))
      .update(body)
      .digest();
    return (
      signature.length === expected.length &&
      timingSafeEqual(signature, expected)
    );
  });
  return matches.length > 0
    ? acceptWith(matches, { proof: 'signed-body' })
    : { outcome: 'refused', code: 'signature-invalid' };
}

function lowerCased(
  metadata: Record<string, string | string[] | undefined>,
): Delivery['headers'] {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value[0] : value,
    ]),
  );
}
