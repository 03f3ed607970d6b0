import type {
  Duration,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type Authentication,
  authenticateSignature,
  authenticateToken,
  type Delivery,
  isFresh,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { gitlabDefaults } from './gitlabDefaults';

/**
 * The secrets a webhook of GitLab may be set up with.
 *
 * @public
 */
export type GitlabSecrets = {
  /** Secret tokens, sent as they are in `X-Gitlab-Token`. */
  webhookSecrets: readonly SourceSecret[];
  /** Signing tokens (`whsec_…`), with which the delivery is signed. */
  signingTokens: readonly SourceSecret[];
  /**
   * How far the signed time of a delivery may be from our clock. Default:
   * PT5M.
   */
  signatureTolerance?: Duration;
};

/**
 * Judges a delivery by its signature where it has one that can be checked,
 * otherwise by its secret token. Every secret is tried, so that the time
 * taken tells nothing.
 */
export function authenticateGitlab(
  { headers, body }: Delivery,
  receivedAt: Instant,
  {
    webhookSecrets,
    signingTokens,
    signatureTolerance = gitlabDefaults.signatureTolerance,
  }: GitlabSecrets,
): Authentication {
  const signature = headers['webhook-signature'];
  if (signature && isJudgedBySignature(headers, signingTokens)) {
    // Standard Webhooks: id, time and bytes are signed.
    const { 'webhook-id': id, 'webhook-timestamp': sentAt } = headers;
    const judged = authenticateSignature(
      [Buffer.from(`${id}.${sentAt}.`), body],
      {
        given: signaturesIn(signature),
        secrets: signingTokens,
        proof: 'signed-delivery',
        decodeKey: token => Buffer.from(token.replace(/^whsec_/, ''), 'base64'),
      },
    );
    return judged.outcome === 'refused' ||
      isFresh(sentAt, receivedAt, signatureTolerance)
      ? judged
      : { outcome: 'refused', code: 'signature-stale' };
  }
  return authenticateToken(headers['x-gitlab-token'], webhookSecrets);
}

/** Whether a delivery has a signature, and it can be checked. */
export function isJudgedBySignature(
  headers: Delivery['headers'],
  signingTokens: readonly SourceSecret[],
): boolean {
  return Boolean(headers['webhook-signature']) && signingTokens.length > 0;
}

/** A header may hold several: `v1,<base64> v1,<base64>`. */
function signaturesIn(header: string): Buffer[] {
  return header
    .split(' ')
    .filter(part => part.startsWith('v1,'))
    .map(part => Buffer.from(part.slice('v1,'.length), 'base64'));
}
