import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedFolder } from '../../plugins/dora-compliance-node/src/testUtils/sharedFolder';

export const SECRET = 'bench-webhook-secret';

const real = readFileSync(
  path.join(
    sharedFolder(),
    'corpora/github-webhooks/workflow_run.completed.0.json',
  ),
  'utf8',
);

/** A delivery as it goes over the wire. */
export type BenchDelivery = {
  headers: Record<string, string>;
  body: Buffer;
};

/** The nth of any number of finished runs: a real payload, other numbers. */
export function deliveryNumber(n: number, secret = SECRET): BenchDelivery {
  const payload = JSON.parse(real);
  const run = payload.workflow_run;
  run.id = 1_000_000 + n;
  run.html_url = `${payload.repository.html_url}/actions/runs/${run.id}`;
  run.head_sha = createHash('sha1').update(String(n)).digest('hex');
  run.updated_at = new Date(1_760_000_000_000 + n * 1000).toISOString();
  const body = Buffer.from(JSON.stringify(payload));
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return {
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'workflow_run',
      'x-github-delivery': `bench-${n}`,
      'x-hub-signature-256': `sha256=${signature}`,
    },
    body,
  };
}
