import { createHash, createHmac } from 'node:crypto';
import webhooks from '@octokit/webhooks-examples';

export const SECRET = 'bench-webhook-secret';

/** The repositories that the payload of GitHub names. */
const EXAMPLES = /Codertocat\/Hello-World|octo-org\/octo-repo/g;

/** A payload in pieces, with places for what is other in each. */
const pieces = inPieces();

/** A delivery as it goes over the wire. */
export type BenchDelivery = {
  headers: Record<string, string>;
  body: Buffer;
};

/**
 * The nth of any number of finished runs: a payload of GitHub, other numbers.
 *
 * @param repository - owner and name, if not those of the example
 * @param at - when the run finished
 */
export function deliveryNumber(
  n: number,
  secret = SECRET,
  repository?: string,
  at = new Date(1_760_000_000_000 + n * 1000),
): BenchDelivery {
  const own: Record<string, string> = {
    '@id': String(1_000_000 + n),
    '@sha': createHash('sha1').update(String(n)).digest('hex'),
    '@at': at.toISOString(),
  };
  // A benchmark must not spend its time on making what it sends.
  const body = Buffer.from(
    (repository ? listPieces(repository) : pieces)
      .map(piece => own[piece] ?? piece)
      .join(''),
  );
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

const piecesByRepository = new Map<string, readonly string[]>();

function listPieces(repository: string): readonly string[] {
  const known = piecesByRepository.get(repository);
  const own =
    known ?? pieces.map(piece => piece.replaceAll(EXAMPLES, repository));
  piecesByRepository.set(repository, own);
  return own;
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

/** All examples of GitHub: of each event, and of each of its actions. */
const examples = webhooks.flatMap(({ name, examples: of }) =>
  of.map(example => ({ name, text: JSON.stringify(example) })),
);

/** Numbers and digests, which differ from payload to payload. */
const OWN = /\b(?:[0-9a-f]{40}|[1-9]\d{5,15})\b/g;

/**
 * The nth of any number of deliveries of all kinds: examples of GitHub in turn,
 * with other numbers and digests in each.
 */
export function mixedDelivery(n: number): BenchDelivery {
  const { name, text } = examples[n % examples.length]!;
  const body = Buffer.from(
    text
      .replace(OWN, own =>
        own.length === 40
          ? createHash('sha1').update(`${own} ${n}`).digest('hex')
          : String(Number(own) + n),
      )
      // Some have neither.
      .replace(/}$/, `,"number":${n}}`),
  );
  const { headers } = deliveryNumber(n);
  return { headers: { ...headers, 'x-github-event': name }, body };
}
