import { createHmac } from 'node:crypto';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createGitlabEvidenceSource } from '../GitlabEvidenceSource';
import { scope } from './reading';

export const [oldKey, newKey, guessedKey] = ['a', 'b', 'c'].map(
  letter => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`,
) as [string, string, string];

/** Takes secret tokens and the topic of the events service. */
export const withTokens = () =>
  createGitlabEvidenceSource({
    ...scope,
    webhookSecrets: ['old', 'new'],
    signingTokens: [],
    events: true,
  });

/** Takes signatures. */
export const withSignatures = () =>
  createGitlabEvidenceSource({
    ...scope,
    webhookSecrets: [],
    signingTokens: [oldKey, newKey],
    events: false,
  });

/** Adds a secret token. */
export const give =
  (token: string) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    headers: { ...delivery.headers, 'x-gitlab-token': token },
  });

/** The time that is signed. */
export const SIGNED_AT = '2026-09-21T14:13:20.000Z' as Instant;

/** Adds a signature, as GitLab makes it. */
export const sign =
  (key: string) =>
  ({ headers, body }: Delivery): Delivery => {
    const id = 'f5e5f430-f57b-4e6e-9fac-d9128cd7232f';
    const signature = createHmac('sha256', Buffer.from(key.slice(6), 'base64'))
      .update(`${id}.1790000000.`)
      .update(body)
      .digest('base64');
    return {
      body,
      headers: {
        ...headers,
        'webhook-id': id,
        'webhook-timestamp': '1790000000',
        'webhook-signature': `v1,${signature}`,
      },
    };
  };
