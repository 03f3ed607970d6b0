import { createHmac } from 'node:crypto';
import {
  type Delivery,
  type EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import fc from 'fast-check';
import { createGithubEvidenceSource } from './GithubEvidenceSource';
import { readCorpus } from './__testUtils__/corpus';
import { documentedDeliveries } from './__testUtils__/documented';

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
const deliveries = [...corpus, ...documentedDeliveries()];

/** How many statements of each type deliveries give. */
function count(given: readonly Delivery[]): Record<string, number> {
  const source = create();
  const counts: Record<string, number> = {};
  for (const delivery of given) {
    const answer = source.normalise(delivery);
    if (answer.outcome === 'normalised') {
      answer.statements.forEach(({ type }) => {
        counts[type] = (counts[type] ?? 0) + 1;
      });
    }
  }
  return counts;
}

const used = deliveries.filter(
  delivery => Object.keys(count([delivery])).length > 0,
);

/** One delivery of each event, one that gives statements if there is any. */
const samples = [...new Set(deliveries.map(({ event }) => event))].map(
  event =>
    [...used, ...deliveries].find(
      delivery => delivery.event === event,
    ) as Delivery,
);

evidenceSourceContract('GitHub', {
  create,
  deliveries: samples,
  signs: [sign('old'), sign('new')],
  forge: sign('guessed'),
  proves: 'body',
});

describe('the payloads of GitHub', () => {
  const source = create();

  it('are all understood, those of the corpus and those documented', () => {
    expect(corpus.length).toBeGreaterThan(200);
    const rejected = deliveries
      .map(delivery => [delivery.file, source.normalise(delivery)] as const)
      .filter(([, answer]) => answer.outcome === 'rejected');
    expect(rejected).toEqual([]);
  });

  it('have no flaws', () => {
    const flaws = deliveries.flatMap(delivery => {
      const answer = source.normalise(delivery);
      return answer.outcome === 'normalised' ? answer.flaws ?? [] : [];
    });
    expect(flaws).toEqual([]);
  });

  it('give this evidence', () => {
    expect(count(corpus)).toMatchInlineSnapshot(`
      {
        "artifact-published": 3,
        "change-reviewed": 4,
        "change-updated": 5,
        "check-finished": 7,
        "commits-pushed": 2,
        "deployment-requested": 4,
        "pipeline-run-finished": 3,
        "pipeline-task-finished": 2,
        "security-finding-changed": 13,
        "service-deployed": 3,
        "settings-changed": 36,
      }
    `);
  });

  it('give this evidence by event', () => {
    const events = [...new Set(corpus.map(({ event }) => event))];
    const counts = events.map(event => {
      const ofEvent = corpus.filter(delivery => delivery.event === event);
      const total = Object.values(count(ofEvent)).reduce((a, b) => a + b, 0);
      return `${event}: ${total} of ${ofEvent.length}`;
    });
    expect(counts).toMatchInlineSnapshot(`
      [
        "branch_protection_rule: 5 of 5",
        "check_run: 3 of 9",
        "check_suite: 0 of 9",
        "code_scanning_alert: 6 of 6",
        "create: 0 of 5",
        "delete: 0 of 4",
        "dependabot_alert: 3 of 3",
        "deployment: 4 of 4",
        "deployment_review: 0 of 1",
        "deployment_status: 3 of 4",
        "fork: 0 of 3",
        "github_app_authorization: 0 of 2",
        "installation: 0 of 7",
        "issues: 0 of 29",
        "member: 4 of 4",
        "merge_group: 0 of 2",
        "meta: 2 of 2",
        "org_block: 0 of 4",
        "organization: 3 of 5",
        "page_build: 0 of 3",
        "ping: 0 of 4",
        "public: 3 of 3",
        "pull_request: 5 of 29",
        "pull_request_review: 4 of 4",
        "push: 2 of 7",
        "release: 3 of 13",
        "repository: 13 of 13",
        "repository_dispatch: 0 of 2",
        "repository_vulnerability_alert: 4 of 4",
        "security_advisory: 0 of 4",
        "status: 4 of 4",
        "team: 6 of 6",
        "workflow_dispatch: 0 of 2",
        "workflow_job: 2 of 8",
        "workflow_run: 3 of 5",
      ]
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
      { numRuns: 2000 },
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
