import {
  type Instant,
  toInstant,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type BackfillStep,
  type CollectorReading,
  COLLECTED_HEADER,
  collectedBody,
  type CollectorContext,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceCollectorContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { createGitlabEvidenceSource } from '../GitlabEvidenceSource';
import { cursorAt, shortenCursor } from '../__testUtils__/backfillCursors';
import { FakeGitlab, minutesBefore } from '../__testUtils__/FakeGitlab';
import { sha } from '../__testUtils__/payloads';
import {
  createGitlabCollector,
  type GitlabCollectorOptions,
} from './GitlabCollector';
import { gives } from '../gives';

const source = createGitlabEvidenceSource({
  webhookSecrets: ['secret'],
  signingTokens: [],
  productionEnvironments: [],
  protectedBranches: ['release/2', 'wild'],
  events: false,
});

const now = '2026-03-31T12:00:00.000Z' as Instant;
const since = '2026-03-01T00:00:00.000Z' as Instant;

const create = (
  gitlab: FakeGitlab,
  options: Partial<GitlabCollectorOptions> = {},
) =>
  createGitlabCollector({
    integrations: [gitlab.integration],
    paidFeatures: true,
    lookBack: 'P7D',
    ...options,
  });

let gitlab: FakeGitlab;

beforeAll(async () => {
  gitlab = await FakeGitlab.start();
});
afterAll(() => gitlab.api.stop());

// Many requests to a server on this machine: as long as they take.
jest.setTimeout(120_000);

describe('on a GitLab that lives today', () => {
  const DAY = 24 * 3_600_000;

  beforeAll(() => fill(gitlab, new Date().toISOString()));

  evidenceCollectorContract('GitlabCollector', {
    source,
    gives,
    create: () => create(gitlab),
    target: {
      kind: 'repository',
      uri: 'https://gitlab.bank.example/bank/ledger',
    },
    foreignTarget: {
      kind: 'repository',
      uri: 'https://gitlab.elsewhere.example/bank/ledger',
    },
    breakWith: (fault, which) => gitlab.api.breakWith(fault, which),
    since: toInstant(new Date(Date.now() - 20 * DAY)),
  });
});

describe('GitlabCollector', () => {
  let own: FakeGitlab;

  beforeEach(async () => {
    own = await FakeGitlab.start();
    fill(own, now);
  });
  afterEach(() => own.api.stop());

  it.each([
    ['https://gitlab.bank.example/bank/ledger', true],
    ['https://GITLAB.bank.example/bank/pay/ledger.git/', true],
    ['https://gitlab.bank.example/bank', false],
    ['https://gitlab.bank.example/bank/ledger/tree?x', false],
    ['https://gitlab.bank.example.evil/bank/ledger', false],
  ])('covers %s: %s', (uri, expected) => {
    expect(create(own).covers({ kind: 'repository', uri })).toBe(expected);
    expect(create(own).covers({ kind: 'pipeline', uri })).toBe(false);
  });

  it('tells what happened of late, and what should have been told', async () => {
    own.merge(9, '2026-03-02T00:00:00.000Z');
    own.run(9, '2026-03-30T10:00:00.500Z', { finished_at: null });
    const { collected, statements, flaws } = await round(own);
    expect(countTypes(statements)).toMatchObject({
      'change-merged': 3,
      'change-commits-observed': 3,
      'change-reviewed': 3,
      'pipeline-run-finished': 3,
      'service-deployed': 2,
      'deployment-failed': 1,
      'deployment-reviewed': 3,
      'security-scan-finished': 1,
    });
    expect(flaws).toEqual([
      'pipeline 9: finished_at of the pipeline is missing',
    ]);
    const expects = collected.flatMap(item => item.expects ?? []);
    expect(expects.map(({ subject }) => subject.kind).sort()).toEqual([
      ...Array(3).fill('change'),
      ...Array(3).fill('pipeline-run'),
    ]);
    expect(collected.some(({ clockSkew }) => clockSkew !== undefined)).toBe(
      true,
    );
  });

  it('tells all of a merged change', async () => {
    const { statements } = await round(own, { parts: ['merged-changes'] });
    const uri = 'https://gitlab.bank.example/bank/ledger/-/merge_requests/1';
    const about = statements.filter(({ subjects }) =>
      subjects.some(subject => subject.uri === uri),
    );
    expect(about).toMatchObject([
      {
        type: 'change-merged',
        observedAt: '2026-03-31T11:00:00.000Z',
        predicate: {
          author: { system: 'gitlab.bank.example', login: 'ann', id: '1' },
          mergedBy: { login: 'bob' },
          headCommit: sha('1'),
          mergeCommit: sha('f'),
          targetBranch: 'main',
          commitCount: 3,
        },
      },
      {
        type: 'change-commits-observed',
        predicate: {
          complete: true,
          // GitLab names a merge commit only if it made one.
          merge: { commit: sha('f'), isMadeByHost: true },
          commits: [
            {
              commit: sha('1'),
              author: { email: 'ann@bank.example' },
              coAuthors: [{ login: 'dan', id: '4' }],
            },
            { commit: sha('e') },
            { commit: sha('d') },
          ],
        },
      },
      {
        type: 'change-reviewed',
        predicate: {
          reviewer: { login: 'bob' },
          reviewId: `1/2/${sha('1')}`,
          commit: sha('1'),
        },
      },
    ]);
  });

  it.each([
    [{}, { url: 'https://gitlab.bank.example/bank/ledger', fork: false }],
    [{ source_project_id: 31 }, { fork: true }],
    [{ source_project_id: null }, { fork: true }],
    [{ source_project_id: undefined }, undefined],
  ])('with %j tells where a change comes from: %j', async (fields, told) => {
    own.answers.set('/merge_requests', []);
    own.merge(4, '2026-03-31T11:00:00.000Z', fields);
    const { statements } = await round(own, { parts: ['merged-changes'] });
    const merged = statements[0] as Statement<'change-merged'>;
    expect(merged.type).toBe('change-merged');
    expect(merged.predicate.sourceRepository).toEqual(told);
  });

  it('says an approval is of the commit that was there when it was given', async () => {
    const given = minutesBefore('2026-03-31T11:00:00.000Z', 7);
    own.answers.set('/merge_requests/1/approvals', {
      approved_by: [
        { user: { id: 2, username: 'bob' }, approved_at: given },
        { user: { id: 5, username: 'eve' } },
      ],
    });
    const { statements, flaws } = await round(own, {
      parts: ['merged-changes'],
    });
    const reviews = statements.filter(isReview);
    expect(reviews.map(({ predicate }) => predicate.commit)).toContain(
      sha('e'),
    );
    expect(flaws).toEqual([expect.stringContaining('eve approved')]);
  });

  it('says the same of a pipeline as its webhook', async () => {
    const { statements } = await round(own, { parts: ['pipelines'] });
    const hook = source.normalise({
      headers: {},
      body: new TextEncoder().encode(
        JSON.stringify({
          object_kind: 'pipeline',
          object_attributes: {
            id: 31,
            name: null,
            ref: 'main',
            sha: sha('f'),
            source: 'push',
            status: 'success',
            created_at: '2026-03-31 10:57:00 UTC',
            finished_at: '2026-03-31 11:00:00 UTC',
          },
          user: { id: 1, username: 'ann', name: 'Ann', email: '[REDACTED]' },
          project: own.project,
        }),
      ),
    });
    expect(hook).toMatchObject({ statements: [expect.anything()] });
    expect(statements).toEqual(
      expect.arrayContaining(
        hook.outcome === 'normalised' ? hook.statements : [],
      ),
    );
  });

  it('keeps to the parts it was asked for', async () => {
    const { collected } = await round(own, { parts: ['access'] });
    expect(collected.map(({ document }) => document.part)).toEqual([
      'access',
      'heartbeat',
    ]);
  });

  it.each([
    ['branch-protection', '/approval_rules', 403],
    ['branch-protection', '/push_rule', 404],
    ['environments', '/protected_environments', 404],
  ])(
    'does not take a refusal of %s%s for "off"',
    async (part, path, status) => {
      own.refusals.set(path, status);
      const { collected, statements } = await round(own, { parts: [part] });
      expect(collected[0]?.document).toMatchObject({
        complete: false,
        problem: expect.stringMatching(`answered ${status} to GET .*${path}`),
      });
      const settings = statements.slice(0, -1);
      expect(settings.length).toBeGreaterThan(0);
      for (const { predicate } of settings) {
        expect(predicate).toMatchObject({ complete: false });
        expect(predicate).not.toHaveProperty(
          path === '/push_rule' ? 'requiresSignatures' : 'requiredApprovals',
        );
      }
    },
  );

  it('does not ask for paid features where there are none', async () => {
    const parts = ['branch-protection', 'environments'];
    const { collected } = await round(own, { parts }, { paidFeatures: false });
    expect(collected.map(({ document }) => document.complete)).toEqual([
      true,
      true,
      true,
    ]);
    expect(own.api.requests.join()).not.toMatch(
      /approv|push_rule|protected_env/,
    );
  });

  it('says that a list holds less than GitLab counts', async () => {
    own.miscount = 1;
    const { collected } = await round(own, { parts: ['access'] });
    expect(collected[0]?.document.problem).toMatch(/lists 4 of 5 at GET .*all/);
  });

  it('says that a pipeline definition is invalid', async () => {
    own.answers.set('/ci/lint', {
      valid: false,
      errors: ['jobs config should contain at least one visible job'],
      merged_yaml: '---\n',
      includes: [],
    });
    const { collected } = await round(own, { parts: ['pipeline-definition'] });
    expect(collected[0]?.document.problem).toBe(
      'GitLab holds .gitlab-ci.yml to be invalid (jobs config should contain at least one visible job)',
    );
  });

  it('asks for no definition where pipelines are switched off', async () => {
    own.project = { ...own.project, builds_access_level: 'disabled' };
    const { collected, statements } = await round(own, {
      parts: ['pipeline-definition', 'pipeline-settings'],
    });
    expect(collected[0]?.document).toMatchObject({ complete: true });
    expect(statements).toMatchObject([
      { type: 'pipeline-settings-observed', predicate: { enabled: false } },
      { type: 'collector-heartbeat' },
    ]);
  });

  it('says that the rights of job tokens are not told, and what to grant', async () => {
    const { ci_push_repository_for_job_token_allowed: _, ...project } =
      own.project;
    own.project = project;
    const { collected } = await round(own, { parts: ['pipeline-settings'] });
    expect(collected[0]?.document).toMatchObject({
      complete: false,
      problem:
        'GitLab does not tell ci_push_repository_for_job_token_allowed: it takes version 17.2 and a token with the role Maintainer',
    });
  });

  it('says that log retention is not told', async () => {
    const { ci_delete_pipelines_in_seconds: _, ...project } = own.project;
    own.project = project;
    const { collected } = await round(own, { parts: ['log-retention'] });
    expect(collected[0]?.document.problem).toContain('does not tell');
  });

  it('ends when it is told to', async () => {
    const abort = new AbortController();
    abort.abort();
    const { collected } = await round(own, { signal: abort.signal });
    expect(collected).toHaveLength(1);
    expect(collected[0]?.document.complete).toBe(false);
    expect(own.api.requests).toEqual([]);
  });

  it('fills in what happened since, and nothing from before', async () => {
    own.merge(9, '2026-02-27T00:00:00.000Z');
    own.run(40, '2026-03-31T11:00:00.000Z');
    const steps = await backfill(own);
    const statements = steps
      .flatMap(({ documents }) => documents)
      .flatMap(document => read(document).statements);
    expect(countTypes(statements)).toEqual({
      'change-merged': 3,
      'change-commits-observed': 3,
      'change-reviewed': 3,
      'commits-pushed': 3,
      'pipeline-run-finished': 4,
      'service-deployed': 2,
      'deployment-failed': 1,
      'deployment-reviewed': 3,
    });
    expect(steps.at(-1)?.done).toBe(13);
    expect(steps.map(({ cursor }) => shortenCursor(cursor))).toEqual([
      'merged-changes 2: 2',
      'after merged-changes: 3',
      'pipelines 2: 5',
      'after pipelines: 7',
      'deployments 2: 9',
      'after deployments: 10',
      'pushes 1 2026-03-08: 10',
      'pushes 1 2026-03-15: 10',
      'pushes 1 2026-03-22: 10',
      'pushes 1 2026-03-29: 10',
      'pushes 2 2026-03-29: 12',
      undefined,
    ]);
  });

  it('reads back as far as it must', async () => {
    const lookBackTo = '2019-05-06T00:00:00.000Z' as Instant;
    await round(own, { lookBackTo });
    const dated = own.api.requests.filter(path => path.includes('2019-05-06'));
    for (const list of ['/merge_requests?', '/pipelines?', '/deployments?']) {
      expect(dated.join('\n')).toContain(list);
    }
  });

  it('reads no deployments from before the instant', async () => {
    own.answers.set('/deployments', [
      { id: 3, updated_at: now },
      { id: 2, updated_at: '2026-02-01T00:00:00.000Z' },
      { id: 1, updated_at: '2026-02-01T00:00:00.000Z' },
    ]);
    await backfill(own, cursorAt('deployments'));
    const asked = own.api.requests.filter(path => /\/deployments/.test(path));
    expect(asked).toHaveLength(2);
  });

  it('resumes where GitLab asked to wait', async () => {
    own.refusals.set('/merge_requests/3', 429);
    const steps = await backfill(own);
    expect(steps.at(-1)).toEqual({
      documents: [],
      cursor: steps.at(-2)?.cursor,
      done: 2,
      problem: expect.stringContaining('answered 429'),
      retryAfter: 120_000,
    });
    own.refusals.clear();
    const rest = await backfill(own, steps.at(-1)?.cursor);
    expect(rest.at(-1)?.done).toBe(12);
  });

  it('starts from the beginning after a cursor of another form', async () => {
    const steps = await backfill(own, 'deployments.2.9');
    expect(steps.at(-1)?.done).toBe(12);
  });
});

function fill(to: FakeGitlab, at: string) {
  const hourBefore = minutesBefore(at, 60);
  [1, 2, 3].forEach(iid => to.merge(iid, hourBefore));
  [31, 32, 33].forEach(id => to.run(id, hourBefore));
  to.deploy(1, hourBefore);
  to.deploy(2, hourBefore, { status: 'failed', deployable: null });
  to.deploy(3, hourBefore);
  ['b', 'c', 'd'].forEach((digit, id) =>
    to.push(id, hourBefore, [sha('e'), sha('1'), sha(digit)]),
  );
}

function context(given: Partial<CollectorContext> = {}): CollectorContext {
  return {
    now: () => now,
    signal: new AbortController().signal,
    cache: { get: async () => undefined, set: async () => {} },
    ...given,
  };
}

async function round(
  of: FakeGitlab,
  given?: Partial<CollectorContext>,
  options?: Partial<GitlabCollectorOptions>,
) {
  const collected: CollectorReading[] = [];
  const collector = create(of, options);
  for await (const item of collector.collect(of.target, context(given))) {
    collected.push(item);
  }
  const readings = collected.map(({ document }) => read(document));
  return {
    collected,
    statements: readings.flatMap(({ statements }) => statements),
    flaws: readings.flatMap(({ flaws }) => flaws),
  };
}

async function backfill(of: FakeGitlab, cursor?: string) {
  const steps: BackfillStep[] = [];
  const from = { since, ...(cursor && { cursor }) };
  for await (const step of create(of).backfill(of.target, from, context())) {
    steps.push(step);
  }
  return steps;
}

function read(document: CollectorReading['document']) {
  const answer = source.normalise({
    headers: { [COLLECTED_HEADER]: '1' },
    body: collectedBody(document),
  });
  if (answer.outcome === 'rejected') {
    throw new Error(answer.reason);
  }
  return { statements: answer.statements, flaws: answer.flaws ?? [] };
}

function countTypes(statements: readonly Statement[]): Record<string, number> {
  const counts: Record<string, number> = {};
  statements.forEach(({ type }) => {
    counts[type] = (counts[type] ?? 0) + 1;
  });
  return counts;
}

function isReview(
  statement: Statement,
): statement is Statement<'change-reviewed'> {
  return statement.type === 'change-reviewed';
}
