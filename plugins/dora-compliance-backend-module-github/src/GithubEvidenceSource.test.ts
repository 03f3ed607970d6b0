import { createHmac } from 'node:crypto';
import {
  type Delivery,
  type EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node/testUtils';
import fc from 'fast-check';
import { createGithubEvidenceSource } from './GithubEvidenceSource';
import { readCorpus } from './__testUtils__/corpus';

const create = (): EvidenceSource =>
  createGithubEvidenceSource({
    webhookSecrets: ['old', 'new'],
    productionEnvironments: ['live'],
    protectedBranches: ['release'],
    events: true,
  });

const sign =
  (secret: string) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    headers: {
      ...delivery.headers,
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret)
        .update(delivery.body)
        .digest('hex')}`,
    },
  });

const corpus = readCorpus();
const used = corpus.filter(({ event }) =>
  ['push', 'pull_request', 'deployment_status', 'release'].includes(event),
);

evidenceSourceContract('GitHub', {
  create,
  deliveries: used,
  signs: [sign('old'), sign('new')],
  forge: sign('guessed'),
  proves: 'body',
});

describe('the real payloads of GitHub', () => {
  const source = create();

  it('are all understood', () => {
    expect(corpus.length).toBeGreaterThan(200);
    const rejected = corpus
      .map(delivery => [delivery.file, source.normalise(delivery)] as const)
      .filter(([, answer]) => answer.outcome === 'rejected');
    expect(rejected).toEqual([]);
  });

  it('give this evidence', () => {
    const counts: Record<string, number> = {};
    for (const delivery of corpus) {
      const answer = source.normalise(delivery);
      if (answer.outcome === 'normalised') {
        answer.statements.forEach(({ type }) => {
          counts[type] = (counts[type] ?? 0) + 1;
        });
      }
    }
    expect(counts).toMatchInlineSnapshot(`
      {
        "artifact-published": 3,
        "change-reviewed": 4,
        "change-updated": 5,
        "commits-pushed": 2,
        "deployment-requested": 4,
        "pipeline-run-finished": 3,
        "service-deployed": 3,
      }
    `);
  });
});

describe('a damaged payload', () => {
  const source = create();

  it('is rejected with a reason or still understood, never a throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...used),
        fc.nat(),
        fc.constantFrom(undefined, null, 7, 'x', [], {}),
        ({ headers, body }, place, value) => {
          const damaged = damage(
            JSON.parse(new TextDecoder().decode(body)),
            place,
            value,
          );
          const answer = source.normalise({
            headers,
            body: new TextEncoder().encode(JSON.stringify(damaged)),
          });
          expect(
            answer.outcome === 'rejected' ? answer.reason : answer.statements,
          ).toBeDefined();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('names the field', () => {
    const answer = source.normalise({
      headers: { 'x-github-event': 'push' },
      body: new TextEncoder().encode('{"ref": 7}'),
    });
    expect(answer).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('push: ref '),
    });
  });
});

describe('the events service', () => {
  it('feeds the same source', () => {
    const delivery = create().events?.toDelivery({
      eventPayload: { zen: 'x' },
      metadata: { 'X-GitHub-Event': 'ping' },
    });
    expect(delivery?.headers['x-github-event']).toBe('ping');
    expect(new TextDecoder().decode(delivery?.body)).toBe('{"zen":"x"}');
  });
});

/** Replaces one of the values, counted through the whole tree. */
function damage(root: unknown, place: number, value: unknown): unknown {
  const spots: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown, depth: number) => {
    if (typeof node === 'object' && node !== null && depth < 3) {
      for (const key of Object.keys(node)) {
        const parent = node as Record<string, unknown>;
        spots.push([parent, key]);
        walk(parent[key], depth + 1);
      }
    }
  };
  walk(root, 0);
  const [parent, key] = spots[place % spots.length] ?? [];
  if (parent && key) {
    parent[key] = value;
  }
  return root;
}
