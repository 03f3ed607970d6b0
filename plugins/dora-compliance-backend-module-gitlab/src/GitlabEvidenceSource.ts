import {
  type Delivery,
  eventsFrom,
  type EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  authenticateGitlab,
  type GitlabSecrets,
  isJudgedBySignature,
} from './authenticateGitlab';
import { createGitlabPages } from './createGitlabPages';
import { readDeliveryId } from './readDeliveryId';
import { SOURCE_ID } from './normalise/fields';
import type { GitlabScope } from './normalise/GitlabScope';
import { normaliseGitlab } from './normalise/normaliseGitlab';

/**
 * How a GitLab source is set up. Several secrets of a kind let them be
 * rotated.
 *
 * @public
 */
export type GitlabOptions = GitlabScope &
  GitlabSecrets & {
    /** Whether to listen to the topic `gitlab` of the events service. */
    events: boolean;
  };

/**
 * GitLab webhooks and system hooks as a source of evidence.
 *
 * @public
 */
export function createGitlabEvidenceSource(
  options: GitlabOptions,
): EvidenceSource {
  return {
    id: SOURCE_ID,
    askedWith: 'credentials for its host under integrations.gitlab',
    receives:
      options.webhookSecrets.length > 0 ||
      options.signingTokens.length > 0 ||
      options.events,
    pages: createGitlabPages(options.instances ?? []),
    keepHeaders: [
      'x-gitlab-event',
      'x-gitlab-instance',
      'webhook-timestamp',
      // Distinguishes two events of the same bytes, such as a tag that is
      // deleted twice: nothing in the payload does.
      'idempotency-key',
    ],
    authenticate: (delivery, receivedAt) =>
      authenticateGitlab(delivery, receivedAt, options),
    prepare: delivery => ({
      ...delivery,
      headers: provenHeaders(delivery.headers, options),
    }),
    deliveryId: readDeliveryId,
    normalise: document => normaliseGitlab(document, options),
    ...(options.events && {
      events: eventsFrom('gitlab', ({ headers, body }) => ({
        headers: withoutSigned(headers),
        body,
      })),
    }),
  };
}

/**
 * The headers of a delivery that was accepted. Those that belong to the
 * signature count only where it was checked: whoever maintains a project can
 * have GitLab send headers of their own, and so choose the time or hide one
 * event behind the id of another.
 */
function provenHeaders(
  headers: Delivery['headers'],
  { signingTokens }: GitlabSecrets,
): Delivery['headers'] {
  return isJudgedBySignature(headers, signingTokens)
    ? headers
    : withoutSigned(headers);
}

function withoutSigned(headers: Delivery['headers']): Delivery['headers'] {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => name !== 'webhook-id' && name !== 'webhook-timestamp',
    ),
  );
}
