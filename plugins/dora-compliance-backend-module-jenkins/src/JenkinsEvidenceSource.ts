import {
  authenticateToken,
  basicPassword,
  bearerToken,
  type Delivery,
  type EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createJenkinsPages } from './createJenkinsPages';
import type { JenkinsOptions } from './JenkinsOptions';
import type { JenkinsScope } from './normalise/JenkinsScope';
import { normaliseJenkins } from './normalise/normaliseJenkins';

/**
 * Jenkins as a source of evidence.
 *
 * @public
 */
export function createJenkinsEvidenceSource(
  options: Pick<JenkinsOptions, 'webhookTokens'> &
    Partial<Pick<JenkinsOptions, 'controllers'>> &
    JenkinsScope,
): EvidenceSource {
  return {
    id: 'jenkins',
    askedWith: 'its controllers under doraCompliance.jenkins.controllers',
    receives: options.webhookTokens.length > 0,
    pages: createJenkinsPages(options.controllers ?? []),
    keepHeaders: [],
    authenticate: delivery =>
      authenticateToken(readToken(delivery), options.webhookTokens),
    // Nothing that Jenkins sends has an id of its own.
    deliveryId: () => undefined,
    normalise: document => normaliseJenkins(document, options),
  };
}

/**
 * `Authorization: Bearer`, `X-Jenkins-Token`, or the password of
 * `Authorization: Basic`, which is all the Notification plugin can send.
 */
function readToken({ headers }: Delivery): string | undefined {
  const { authorization, 'x-jenkins-token': token } = headers;
  return basicPassword(authorization) ?? bearerToken(authorization) ?? token;
}
