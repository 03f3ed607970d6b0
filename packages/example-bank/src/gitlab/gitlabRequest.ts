import { createHmac } from 'node:crypto';
import { demoSecrets } from '../demoSecrets';
import { makeUuid } from '../github/names';
import type { WireRequest } from '../WireRequest';
import { GITLAB } from './names';

/** A webhook of GitLab, signed as Standard Webhooks asks. */
export function buildGitlabRequest(
  hook: string,
  { name, at, payload }: { name: string; at: string; payload: object },
): WireRequest {
  const body = JSON.stringify(payload);
  const id = makeUuid(`gitlab ${name} ${at}`);
  const sentAt = String(Date.parse(at) / 1000);
  const key = Buffer.from(demoSecrets.gitlab.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${id}.${sentAt}.${body}`)
    .digest('base64');
  return {
    source: 'gitlab',
    name,
    at,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'GitLab/18.5.0',
      'X-Gitlab-Event': hook,
      'X-Gitlab-Instance': GITLAB,
      'Idempotency-Key': id,
      'webhook-id': id,
      'webhook-timestamp': sentAt,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  };
}
