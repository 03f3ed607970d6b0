import { createHmac } from 'node:crypto';
import {
  type Delivery,
  type EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import fc from 'fast-check';
import { createGithubEvidenceSource } from './GithubEvidenceSource';
import { enterprisePayloads, examplePayloads } from './__testUtils__/payloads';
import { documentedDeliveries } from './__testUtils__/documented';
import { gives } from './gives';

jest.setTimeout(600_000);

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

const examples = [...examplePayloads(), ...enterprisePayloads()];
const deliveries = [...examples, ...documentedDeliveries()];

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

/** No example of GitHub has a deployment that failed. */
function failedDeployment(): Delivery {
  const { body, ...told } = deliveries.find(
    ({ event }) => event === 'deployment_status',
  )!;
  const payload = JSON.parse(new TextDecoder().decode(body));
  payload.deployment_status.state = 'failure';
  return { ...told, body: new TextEncoder().encode(JSON.stringify(payload)) };
}

evidenceSourceContract('GitHub', {
  create,
  gives,
  deliveries: samples,
  examples: [...deliveries, failedDeployment()],
  signs: [sign('old'), sign('new')],
  forge: sign('guessed'),
  proves: 'body',
});

describe('the payloads of GitHub', () => {
  const source = create();

  it('are all understood, the examples and those documented', () => {
    expect(examples.length).toBeGreaterThan(600);
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
    expect(count(examplePayloads())).toMatchInlineSnapshot(`
      {
        "artifact-published": 6,
        "change-reviewed": 4,
        "change-state-changed": 4,
        "change-updated": 5,
        "check-finished": 7,
        "commits-pushed": 2,
        "deployment-requested": 4,
        "pipeline-run-finished": 3,
        "pipeline-task-finished": 2,
        "reference-changed": 14,
        "release-changed": 4,
        "security-finding-changed": 13,
        "service-deployed": 3,
        "settings-changed": 62,
      }
    `);
  });

  it('give this evidence by event', () => {
    const events = [...new Set(examples.map(({ event }) => event))];
    const counts = events.map(event => {
      const ofEvent = examples.filter(delivery => delivery.event === event);
      const total = Object.values(count(ofEvent)).reduce((a, b) => a + b, 0);
      return `${event}: ${total} of ${ofEvent.length}`;
    });
    expect(counts).toMatchInlineSnapshot(`
      [
        "branch_protection_rule: 7 of 7",
        "check_run: 5 of 18",
        "check_suite: 0 of 20",
        "code_scanning_alert: 13 of 13",
        "commit_comment: 0 of 12",
        "create: 12 of 12",
        "delete: 11 of 11",
        "dependabot_alert: 3 of 3",
        "deploy_key: 7 of 7",
        "deployment: 11 of 11",
        "deployment_review: 0 of 1",
        "deployment_status: 10 of 11",
        "discussion: 0 of 15",
        "discussion_comment: 0 of 4",
        "fork: 0 of 10",
        "github_app_authorization: 0 of 7",
        "gollum: 0 of 10",
        "installation: 16 of 16",
        "installation_repositories: 12 of 12",
        "issue_comment: 0 of 20",
        "issues: 0 of 50",
        "label: 0 of 17",
        "marketplace_purchase: 0 of 4",
        "member: 11 of 11",
        "membership: 14 of 14",
        "merge_group: 0 of 2",
        "meta: 7 of 7",
        "milestone: 0 of 16",
        "organization: 14 of 14",
        "org_block: 4 of 4",
        "package: 8 of 8",
        "page_build: 0 of 10",
        "ping: 0 of 11",
        "project: 0 of 10",
        "project_card: 0 of 16",
        "project_column: 0 of 11",
        "projects_v2_item: 0 of 7",
        "public: 10 of 10",
        "pull_request: 18 of 46",
        "pull_request_review: 11 of 11",
        "pull_request_review_comment: 0 of 12",
        "pull_request_review_thread: 0 of 8",
        "push: 14 of 14",
        "release: 14 of 20",
        "repository_dispatch: 0 of 7",
        "repository: 26 of 26",
        "repository_import: 0 of 2",
        "repository_vulnerability_alert: 4 of 4",
        "security_advisory: 0 of 9",
        "sponsorship: 0 of 4",
        "star: 0 of 8",
        "status: 11 of 11",
        "team: 21 of 21",
        "team_add: 10 of 10",
        "watch: 0 of 10",
        "workflow_dispatch: 0 of 7",
        "workflow_job: 2 of 11",
        "workflow_run: 8 of 10",
        "content_reference: 0 of 3",
        "enterprise: 7 of 7",
        "secret_scanning_alert: 7 of 7",
        "user: 11 of 11",
        "cache_sync: 0 of 4",
        "secret_scanning_alert_location: 0 of 1",
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
