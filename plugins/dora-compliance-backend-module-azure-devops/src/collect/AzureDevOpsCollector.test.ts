import { ConfigReader } from '@backstage/config';
import { DefaultAzureDevOpsCredentialsProvider } from '@backstage/integration';
import {
  toInstant,
  parseInstant,
  type Instant,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CollectorReading,
  COLLECTED_HEADER,
  collectedBody,
  type CollectorContext,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  evidenceCollectorContract,
  FakeApi,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { createAzureDevOpsEvidenceSource } from '../AzureDevOpsEvidenceSource';
import { fillAzure, hoursAgo } from '../__testUtils__/exampleAzure';
import { FakeAzureDevOps } from '../__testUtils__/FakeAzureDevOps';
import { createAzureDevOpsCollector } from './AzureDevOpsCollector';
import { gives } from '../gives';
import * as make from '../__testUtils__/azureObjects';
import { azurePush } from '../__testUtils__/azurePush';
import {
  buildList,
  collectedDocument,
  readDocument,
} from '../__testUtils__/collectedDocument';

const AT = '2026-03-02T10:00:00Z';

const target = {
  kind: 'repository' as const,
  uri: 'https://dev.azure.com/bank/payments/_git/ledger',
};
const source = createAzureDevOpsEvidenceSource({
  webhookSecrets: ['s'],
  events: false,
  productionEnvironments: [],
  protectedBranches: [],
});

let azure: FakeAzureDevOps;

beforeAll(async () => {
  azure = await FakeAzureDevOps.start();
  fillAzure(azure);
});
afterAll(() => azure.api.stop());

const create = () =>
  createAzureDevOpsCollector({
    config: azure.config,
    apiUrl: () => azure.api.url,
  });

evidenceCollectorContract('Azure DevOps', {
  source,
  gives,
  examples: () => [
    ...readDocument(
      collectedDocument('deployments', {
        'distributedtask/environments/1': { id: 1, name: 'production' },
        'distributedtask/environments/1/environmentdeploymentrecords':
          buildList({
            ...make.deploymentRecord(9, 42, AT),
            result: 'failed',
          }),
        'build/builds': buildList(make.build(42, AT)),
      }),
    ).statements,
    ...readDocument(
      collectedDocument('merged-changes', {
        'git/repositories/ledger/pullrequests/5': make.pullRequest(5, AT),
        'git/repositories/ledger/pullrequests/5/iterations': buildList(
          make.iteration(1, AT, make.sha(50)),
          {
            ...make.iteration(2, AT, make.sha(50), 'Cora'),
            reason: 'retarget',
            oldTargetRefName: 'refs/heads/develop',
            newTargetRefName: 'refs/heads/main',
          },
        ),
      }),
    ).statements,
    ...readDocument(
      collectedDocument('pushes', {
        'git/repositories/ledger': make.repository,
        'git/repositories/ledger/pushes': buildList(
          azurePush(1, AT, [make.sha(5)], 'refs/tags/v1'),
        ),
      }),
    ).statements,
  ],
  create,
  target,
  foreignTarget: { kind: 'repository', uri: 'https://github.com/bank/ledger' },
  breakWith: (fault, which) => azure.api.breakWith(fault, which),
  since: parseInstant('2020-01-01T00:00:00Z') as Instant,
});

const context = (parts?: string[]): CollectorContext => ({
  now: () => toInstant(new Date()),
  signal: new AbortController().signal,
  cache: { get: async () => undefined, set: async () => {} },
  ...(parts && { parts }),
});

async function collect(parts?: string[], of = create(), on = target) {
  const all: CollectorReading[] = [];
  for await (const collected of of.collect(on, context(parts))) {
    all.push(collected);
  }
  return all;
}

function readStatements(collected: readonly CollectorReading[]): Statement[] {
  return collected.flatMap(({ document }) => {
    const read = source.normalise({
      headers: { [COLLECTED_HEADER]: '1' },
      body: collectedBody(document),
    });
    expect(read).toMatchObject({ outcome: 'normalised' });
    expect(read).not.toHaveProperty('flaws');
    return read.outcome === 'normalised' ? read.statements : [];
  });
}

describe('a round of the collector', () => {
  it('reads back as far as it must', async () => {
    const lookBackTo = '2019-05-06T00:00:00.000Z' as Instant;
    const before = azure.api.requests.length;
    for await (const _ of create().collect(target, {
      ...context(),
      lookBackTo,
    }));
    const asked = azure.api.requests.slice(before);
    const dated = asked.filter(path => path.includes('2019-05-06'));
    for (const list of ['/pullrequests?', '/builds?', '/pushes?']) {
      expect(dated.join('\n')).toContain(list);
    }
  });

  it('makes this evidence', async () => {
    const counts: Record<string, number> = {};
    for (const { type } of readStatements(await collect())) {
      counts[type] = (counts[type] ?? 0) + 1;
    }
    expect(counts).toEqual({
      'branch-protection-observed': 1,
      'change-commits-observed': 12,
      'change-merged': 12,
      'change-reviewed': 12,
      'change-updated': 12,
      'code-owners-observed': 1,
      'collector-heartbeat': 1,
      'commits-pushed': 1,
      'credentials-observed': 1,
      'deployment-reviewed': 5,
      'environment-protection-observed': 3,
      'log-retention-observed': 1,
      'pipeline-run-finished': 5,
      'pipeline-settings-observed': 1,
      'runners-observed': 1,
      'secrets-observed': 1,
      'service-deployed': 5,
    });
  });

  it('expects a delivery of each run, under the subject of its events', async () => {
    const [runs] = await collect(['runs']);
    const event = {
      id: 'x',
      eventType: 'build.complete',
      resourceVersion: '2.0',
      resource: azure.builds[0],
    };
    const read = source.normalise({
      headers: {},
      body: new TextEncoder().encode(JSON.stringify(event)),
    });
    const [statement] = read.outcome === 'normalised' ? read.statements : [];
    expect(runs?.expects).toHaveLength(5);
    expect(statement?.subjects).toContainEqual(runs?.expects?.[0]?.subject);
    expect(runs?.expects?.[0]?.at).toBe(statement?.observedAt);
    expect(readStatements([runs!])[0]).toEqual(statement);
  });

  it('looks back for three days only', async () => {
    const other = await FakeAzureDevOps.start();
    other.environments.push({ id: 1, name: 'production' });
    other.merge(1, hoursAgo(80));
    other.deploy(2, hoursAgo(80));
    const found = await collect(
      undefined,
      createAzureDevOpsCollector({
        config: other.config,
        apiUrl: () => other.api.url,
      }),
    );
    await other.api.stop();
    expect(
      readStatements(found)
        .map(({ type }) => type)
        .filter(type => !/observed|heartbeat/.test(type)),
      // Pages of deployments are read to the first that is too old.
    ).toEqual(['service-deployed']);
  });

  it('tells what each observation says', async () => {
    const statements = readStatements(
      await collect([
        'branch-protection',
        'environments',
        'pipeline-settings',
        'runners',
        'log-retention',
      ]),
    );
    const predicates = statements.map(({ predicate }) => predicate);
    expect(predicates.slice(0, 2)).toEqual([
      {
        complete: true,
        branch: 'main',
        protected: true,
        changesRequired: true,
        allowsDeletion: false,
        requiredApprovals: 2,
        dismissesStaleApprovals: true,
        requiresApprovalOfLastPush: true,
        forbidsSelfApproval: true,
        requiresCodeOwners: false,
        requiredChecks: [],
      },
      {
        complete: true,
        environment: { name: 'production', production: true },
        reviewers: [
          { kind: 'user', name: 'Ben' },
          { kind: 'user', name: 'Cora' },
        ],
        requiredApprovals: 1,
        preventsSelfReview: true,
        branches: ['main', 'release/*'],
      },
    ]);
    expect(predicates.slice(4, 7)).toEqual([
      { complete: true, forkPolicy: 'no builds of forks on GitHub' },
      {
        complete: true,
        runners: [
          expect.objectContaining({ id: 'pool/9', ephemeral: true }),
          expect.objectContaining({ id: 'pool/3/agent/1', online: true }),
          expect.objectContaining({ id: 'pool/3/agent/2', os: 'Linux' }),
          expect.objectContaining({ id: 'pool/3/agent/3', online: false }),
        ],
      },
      { complete: true, days: 400, maximumDays: 731 },
    ]);
  });

  it('ties a deployment to commit, run and approval', async () => {
    const statements = readStatements(
      await collect(['deployments', 'approvals']),
    );
    const run = `${make.BASE}/${make.PROJECT}/_build/results?buildId=15`;
    const deployed = statements.find(
      ({ type, subjects }) =>
        type === 'service-deployed' && subjects.some(({ uri }) => uri === run),
    );
    expect(deployed).toMatchObject({
      subjects: [
        target,
        { kind: 'commit', digest: `gitCommit:${make.sha(15)}` },
        { kind: 'deployment' },
        {
          kind: 'environment',
          uri: `${make.BASE}/${make.PROJECT}/_environments/1`,
        },
        { kind: 'pipeline-run' },
      ],
      predicate: {
        deployment: {
          commit: make.sha(15),
          ref: 'main',
          environment: { name: 'production', production: true },
          deployer: { login: 'anna@bank.example', kind: 'human' },
          runUrl: run,
        },
      },
    });
    expect(
      statements.filter(
        ({ type, subjects }) =>
          type === 'deployment-reviewed' &&
          subjects.some(({ uri }) => uri === run),
      ),
    ).toMatchObject([
      {
        predicate: {
          decision: 'approved',
          reviewer: { login: 'ben@bank.example' },
          comment: 'go',
          run: { id: '15', url: run },
          commit: make.sha(15),
        },
      },
    ]);
  });

  it('asks repositories under an older address, and names both', async () => {
    const on = {
      kind: 'repository' as const,
      uri: 'https://bank.visualstudio.com/DefaultCollection/payments/_git/ledger',
    };
    expect(create().covers(on)).toBe(true);
    const [settings] = readStatements(
      await collect(['pipeline-settings'], create(), on),
    );
    expect(settings?.subjects).toEqual([on, target]);
  });

  it('is refused by the page to sign in', async () => {
    const credentials = [{ personalAccessToken: 'expired' }];
    const config = new ConfigReader({
      integrations: { azure: [{ host: 'dev.azure.com', credentials }] },
    });
    const found = await collect(
      ['runs', 'log-retention'],
      createAzureDevOpsCollector({ config, apiUrl: () => azure.api.url }),
    );
    expect(found.map(({ document }) => document.problem)).toEqual([
      expect.stringContaining('Azure DevOps answered 203 to GET /payments/'),
      expect.stringContaining('answered 203'),
      expect.stringContaining('answered 203'),
    ]);
  });

  it('says that there are no credentials', async () => {
    jest
      .spyOn(DefaultAzureDevOpsCredentialsProvider.prototype, 'getCredentials')
      .mockRejectedValueOnce(new Error('page after page'));
    const [found] = await collect(['log-retention']);
    expect(found?.document.problem).toContain(
      '(no credentials for https://dev.azure.com/bank)',
    );
  });

  it('takes no list that is shorter than it says', async () => {
    const short = await FakeApi.start(() => ({
      body: { count: 2, value: [] },
    }));
    const found = await collect(
      ['environments'],
      createAzureDevOpsCollector({
        config: azure.config,
        apiUrl: () => short.url,
      }),
    );
    await short.stop();
    expect(found[0]?.document).toMatchObject({
      complete: false,
      problem: expect.stringContaining('with no list'),
    });
  });
});

describe('what the collector looks at', () => {
  it.each([
    ['repository', target.uri, true],
    ['repository', 'https://bank.visualstudio.com/_git/ledger', true],
    ['repository', 'https://dev.azure.com/bank/payments', false],
    ['repository', 'https://azure.bank.example/x/p/_git/r', false],
    ['repository', 'no address', false],
    ['pipeline', target.uri, false],
  ] as const)('of a %s %s: %s', (kind, uri, covered) => {
    expect(create().covers({ kind, uri })).toBe(covered);
  });
});
