import { createHash, createHmac } from 'node:crypto';
import webhooks from '@octokit/webhooks-examples';

export const SECRET = 'bench-webhook-secret';

/** A payload in pieces, with places for what is other in each. */
const pieces = inPieces();

/** A delivery as it goes over the wire. */
export type BenchDelivery = {
  headers: Record<string, string>;
  body: Buffer;
};

/** The nth of any number of finished runs: a payload of GitHub, other numbers. */
export function deliveryNumber(n: number, secret = SECRET): BenchDelivery {
  const own: Record<string, string> = {
    '@id': String(1_000_000 + n),
    '@sha': createHash('sha1').update(String(n)).digest('hex'),
    '@at': new Date(1_760_000_000_000 + n * 1000).toISOString(),
  };
  // A benchmark must not spend its time on making what it sends.
  const body = Buffer.from(pieces.map(piece => own[piece] ?? piece).join(''));
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

/** GitHub's own example of a finished run: 17 kB. */
function finishedRun(): any {
  const payload = webhooks
    .find(({ name }) => name === 'workflow_run')
    ?.examples.find(
      example => 'action' in example && example.action === 'completed',
    );
  if (!payload) {
    throw new Error('@octokit/webhooks-examples has no finished run');
  }
  return structuredClone(payload);
}

function inPieces(): string[] {
  const payload = finishedRun();
  const run = payload.workflow_run;
  run.id = '@id';
  run.html_url = `${payload.repository.html_url}/actions/runs/@id`;
  run.head_sha = '@sha';
  run.updated_at = '@at';
  return JSON.stringify(payload)
    .replace('"@id"', '@id')
    .split(/(@id|@sha|@at)/);
}
