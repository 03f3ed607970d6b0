import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type BackfillStep,
  type CollectorReading,
  COLLECTED_HEADER,
  collectedBody,
  type CollectorContext,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  FakeApi,
  type FakeAnswer,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { z } from 'zod';
import { createGitlabEvidenceSource } from '../GitlabEvidenceSource';
import { cursorAt, shortenCursor } from '../__testUtils__/backfillCursors';
import { FakeGitlab } from '../__testUtils__/FakeGitlab';
import { push, sha } from '../__testUtils__/payloads';
import { GitlabApi } from './GitlabApi';
import { createGitlabCollector } from './GitlabCollector';

// Many requests to a server on this machine: as long as they take.
jest.setTimeout(120_000);

const protectedBranches = ['release'];
const source = createGitlabEvidenceSource({
  webhookSecrets: ['secret'],
  signingTokens: [],
  productionEnvironments: [],
  protectedBranches,
  events: false,
});

const now = '2026-03-31T12:00:00.000Z' as Instant;
const since = '2026-01-20T10:00:00.000Z' as Instant;
const within = '2026-03-31T11:00:00.000Z';
const before = '2026-01-10T00:00:00.000Z';

let gitlab: FakeGitlab;

beforeEach(async () => {
  gitlab = await FakeGitlab.start();
  ['/merge_requests', '/pipelines', '/deployments', '/events'].forEach(path =>
    gitlab.answers.set(path, []),
  );
});
afterEach(() => gitlab.api.stop());

const collector = () =>
  createGitlabCollector({
    integrations: [gitlab.integration],
    paidFeatures: true,
    lookBack: 'P7D',
    protectedBranches,
  });

const context = (given: Partial<CollectorContext> = {}): CollectorContext => ({
  now: () => now,
  signal: new AbortController().signal,
  cache: { get: async () => undefined, set: async () => {} },
  ...given,
});

async function round(
  parts: string[],
  given: Partial<CollectorContext> = {},
): Promise<CollectorReading[]> {
  const found: CollectorReading[] = [];
  const asked = context({ parts, ...given });
  for await (const item of collector().collect(gitlab.target, asked)) {
    found.push(item);
  }
  return found;
}

async function backfill(
  cursor?: string,
  begin = since,
): Promise<BackfillStep[]> {
  const steps: BackfillStep[] = [];
  const from = { since: begin, ...(cursor && { cursor }) };
  const all = collector().backfill(gitlab.target, from, context());
  for await (const step of all) {
    steps.push(step);
  }
  return steps;
}

function read(documents: readonly CollectorReading['document'][]) {
  const readings = documents
    .filter(({ part }) => part !== 'heartbeat')
    .map(document =>
      source.normalise({
        headers: { [COLLECTED_HEADER]: '1' },
        body: collectedBody(document),
      }),
    );
  return {
    statements: readings.flatMap(reading =>
      reading.outcome === 'normalised' ? reading.statements : [],
    ),
    flaws: readings.flatMap(reading =>
      reading.outcome === 'normalised' ? reading.flaws ?? [] : [reading.reason],
    ),
  };
}

const readCollected = (collected: readonly CollectorReading[]) =>
  read(collected.map(({ document }) => document));
const filledBy = (steps: readonly BackfillStep[]) =>
  read(steps.flatMap(({ documents }) => documents));
const listTypes = (statements: readonly Statement[]) =>
  statements.map(({ type }) => type);

describe('deployments', () => {
  it('are told when they ended of late, however long they waited', async () => {
    gitlab.deploy(1, within, { created_at: before });
    const found = await round(['deployments']);
    expect(listTypes(readCollected(found).statements)).toEqual([
      'service-deployed',
      'deployment-reviewed',
    ]);
    const steps = await backfill(cursorAt('deployments'));
    expect(listTypes(filledBy(steps).statements)).toContain('service-deployed');
  });

  it('are not asked for when nothing happened to them', async () => {
    gitlab.deploy(1, before);
    await round(['deployments']);
    await backfill(cursorAt('deployments'));
    expect(gitlab.api.requests.join()).not.toContain('/deployments/1');
  });

  it('are read last moved first: one that moves while read is newer', async () => {
    [1, 2, 3].forEach(id => gitlab.deploy(id, within));
    await round(['deployments']);
    expect(gitlab.api.requests.join('\n')).toContain(
      '/deployments?order_by=updated_at&sort=desc&updated_after=2026-03-24T12:00:00.000Z&per_page=100&page=2',
    );
  });
});

describe('pipelines', () => {
  it('are told when they were skipped, as the webhook does', async () => {
    gitlab.run(1, within, { status: 'skipped', finished_at: null });
    gitlab.run(2, within, { status: 'running', finished_at: null });
    const told = readCollected(await round(['pipelines']));
    const filled = filledBy(await backfill(cursorAt('pipelines')));
    for (const { statements, flaws } of [told, filled]) {
      expect(flaws).toEqual([]);
      expect(statements).toMatchObject([
        { type: 'pipeline-run-finished', predicate: { outcome: 'skipped' } },
      ]);
    }
    expect(gitlab.api.requests.join()).not.toContain('/pipelines/2');
  });
});

describe('merged changes', () => {
  it('are not lost within the second a round begins in', async () => {
    const lookBackTo = '2026-03-02T08:00:00.700Z' as Instant;
    gitlab.merge(1, '2026-03-02T08:00:00.900Z');
    const { statements } = readCollected(
      await round(['merged-changes'], { lookBackTo }),
    );
    expect(listTypes(statements)).toContain('change-merged');
    const filled = filledBy(await backfill(undefined, lookBackTo));
    expect(listTypes(filled.statements)).toContain('change-merged');
  });
});

describe('pushes', () => {
  const three = ['b', 'c', 'd'].map(sha);

  it('are told as their webhook tells them, at the time GitLab tells', async () => {
    gitlab.push(7, within, three);
    const found = await round(['pushes']);
    const { statements, flaws } = readCollected(found);
    const hook = source.normalise({
      headers: { 'x-gitlab-event': 'Push Hook' },
      receivedAt: within as Instant,
      body: new TextEncoder().encode(
        JSON.stringify(
          push({
            before: sha('a'),
            after: sha('d'),
            user_name: 'Ann',
            project: gitlab.project,
            commits: three.map(id => ({
              id,
              message: gitlab.commit('ann', id, within).message,
              timestamp: '2026-03-31T12:59:00+02:00',
              author: { name: 'ann', email: 'ann@bank.example' },
            })),
            total_commits_count: 3,
          }),
        ),
      ),
    });
    const claimedAt = '2026-03-31T10:59:00.000Z';
    expect(hook).toEqual({
      outcome: 'normalised',
      statements: statements.map(statement => ({
        ...statement,
        predicate: { ...statement.predicate, claimedAt },
      })),
    });
    expect(statements[0]?.observedAt).toBe(within);
    expect(statements).toHaveLength(1);
    expect(flaws).toEqual([]);
    expect(filledBy(await backfill(cursorAt('pushes'))).statements).toEqual(
      statements,
    );
  });

  it('are those of the default branch and the protected ones alone', async () => {
    gitlab.push(1, within, [sha('b')], { ref: 'topic' });
    gitlab.push(2, within, [sha('c')], { ref: 'release' });
    gitlab.push(3, within, [], { ref: 'main', commit_to: null });
    const told = readCollected(await round(['pushes']));
    const filled = filledBy(await backfill(cursorAt('pushes')));
    for (const { statements, flaws } of [told, filled]) {
      expect(statements).toMatchObject([{ predicate: { branch: 'release' } }]);
      expect(flaws).toEqual([]);
    }
    const asked = gitlab.api.requests.filter(path =>
      path.includes('/commits?'),
    );
    expect(new Set(asked).size).toBe(1);
  });

  it('are read from the day on, whatever the zone of GitLab is', async () => {
    gitlab.push(1, '2026-03-23T12:00:00.000Z', [sha('b')]);
    gitlab.push(2, '2026-03-24T12:00:00.000Z', [sha('c')]);
    const { statements, flaws } = readCollected(await round(['pushes']));
    expect(statements).toMatchObject([{ predicate: { after: sha('c') } }]);
    expect(flaws).toEqual([]);
    expect(gitlab.api.requests.join('\n')).toContain(
      '/events?action=pushed&sort=asc&after=2026-03-22&',
    );
    expect(gitlab.api.requests.join('\n')).not.toContain(sha('b'));
  });

  it('that move a branch back bring nothing', async () => {
    gitlab.push(1, within, [], { commit_to: sha('e') });
    const { statements } = readCollected(await round(['pushes']));
    expect(statements).toMatchObject([
      {
        observedAt: within,
        predicate: { forced: true, before: sha('a'), commits: [] },
      },
    ]);
    expect(gitlab.api.requests.join()).not.toContain('/commits');
  });

  it('that make a branch have the commits the default branch has not', async () => {
    gitlab.push(1, within, [sha('b')], { ref: 'release', commit_from: null });
    gitlab.ranges.set(
      `main..${sha('b')}`,
      gitlab.ranges.get(`null..${sha('b')}`)!,
    );
    const { statements, flaws } = readCollected(await round(['pushes']));
    expect(flaws).toEqual([]);
    expect(statements).toMatchObject([
      { predicate: { branch: 'release', commits: [{ commit: sha('b') }] } },
    ]);
    expect(statements[0]?.predicate).not.toHaveProperty('before');
  });

  it('that make the default branch read its first page, and say so', async () => {
    gitlab.push(1, within, three, { commit_from: sha('0') });
    gitlab.ranges.set(sha('d'), gitlab.ranges.get(`${sha('0')}..${sha('d')}`)!);
    const { statements, flaws } = readCollected(await round(['pushes']));
    expect(flaws).toEqual(['push 1: commits lists 2 of 3']);
    expect(statements).toMatchObject([
      { predicate: { commits: [{ commit: sha('c') }, { commit: sha('d') }] } },
    ]);
  });

  it('say nothing when their commits are gone, and are not asked again', async () => {
    gitlab.push(1, within, three);
    gitlab.push(2, within, [sha('e')]);
    gitlab.ranges.delete(`${sha('a')}..${sha('d')}`);
    gitlab.answers.set('/repository/commits/main', { id: sha('9') });
    const found = await round(['pushes']);
    expect(found.map(({ document }) => document.problem)).toEqual([
      undefined,
      undefined,
    ]);
    const { statements, flaws } = readCollected(found);
    expect(statements).toMatchObject([{ predicate: { after: sha('e') } }]);
    expect(flaws).toEqual(['push 1: commits lists 0 of 3']);
  });

  it('are not whole when the commits are refused', async () => {
    gitlab.push(1, within, three);
    gitlab.refusals.set('/repository/commits', 404);
    const [found] = await round(['pushes']);
    expect(found?.document).toMatchObject({
      complete: false,
      problem: expect.stringContaining('answered 404'),
    });
    const steps = await backfill(cursorAt('pushes'));
    expect(steps.at(-1)).toMatchObject({
      cursor: steps.at(-2)?.cursor,
      problem: expect.stringContaining('answered 404'),
    });
  });

  it('say nothing as long as some of their commits are missing', async () => {
    gitlab.push(1, within, three);
    gitlab.api.breakWith('server-error', 'later-pages');
    const found = await round(['pushes']);
    expect(found[0]?.document.complete).toBe(false);
    expect(readCollected(found)).toEqual({
      statements: [],
      flaws: ['push 1: commits lists 2 of 3'],
    });
  });

  it('of many branches at once are a flaw: GitLab does not tell which', async () => {
    gitlab.push(1, within, [], {
      ref: null,
      ref_count: 5,
      commit_from: null,
      commit_to: null,
    });
    gitlab.push(2, within, [], { ref: null, ref_count: 5, ref_type: 'tag' });
    expect(readCollected(await round(['pushes']))).toEqual({
      statements: [],
      flaws: [
        'push 1: GitLab does not tell which branches were pushed',
        'push 2: GitLab does not tell which tags were pushed',
      ],
    });
  });

  it('of tags, and that remove branches, need no commits', async () => {
    const tag = { ref_type: 'tag', ref: 'v1', commit_from: null };
    gitlab.push(1, within, [sha('9')], { ...tag, action: 'created' });
    gitlab.push(2, within, [sha('8')], {
      ...tag,
      action: 'pushed',
      commit_from: sha('9'),
    });
    gitlab.push(3, within, [], { ...tag, action: 'removed', commit_to: null });
    gitlab.push(4, within, [], {
      action: 'removed',
      ref: 'topic',
      commit_to: null,
    });
    const told = readCollected(await round(['pushes']));
    const filled = filledBy(await backfill(cursorAt('pushes')));
    for (const { statements, flaws } of [told, filled]) {
      expect(flaws).toEqual([]);
      expect(new Set(listTypes(statements))).toEqual(
        new Set(['reference-changed']),
      );
      const changedBy = expect.objectContaining({ login: 'ann' });
      const common = { changedAt: within, changedBy };
      const reference = { kind: 'tag', name: 'v1' };
      // The commits of a tag may be the tag itself: they are not reported.
      expect(statements.map(({ predicate }) => predicate)).toEqual([
        { ...common, reference, action: 'created' },
        { ...common, reference, action: 'moved' },
        { ...common, reference, action: 'deleted' },
        {
          ...common,
          reference: { kind: 'branch', name: 'topic' },
          action: 'deleted',
          before: sha('a'),
        },
      ]);
    }
    expect(gitlab.api.requests.join()).not.toContain('/commits');
  });

  it('are told whatever time their commits claim', async () => {
    gitlab.push(1, within, [sha('b')]);
    const [commit] = gitlab.ranges.get(`${sha('a')}..${sha('b')}`) as [object];
    Object.assign(commit, { committed_date: '292277026596-12-04T15:30:07Z' });
    const { statements, flaws } = readCollected(await round(['pushes']));
    expect(statements).toMatchObject([{ observedAt: within }]);
    expect(flaws).toEqual([]);
  });

  it('of a kind that is not known are a flaw', async () => {
    gitlab.push(1, within, [sha('b')], { ref_type: 'bookmark' });
    expect(readCollected(await round(['pushes']))).toEqual({
      statements: [],
      flaws: ['push 1: ref_type bookmark was not read'],
    });
  });

  it('are backfilled a week at a time, each of them once', async () => {
    const days = ['2026-01-19', '2026-01-20', '2026-02-17', '2026-03-30'];
    days.forEach((day, index) =>
      gitlab.push(index, `${day}T12:00:00.000Z`, [sha(`${index}`)]),
    );
    const steps = await backfill(cursorAt('pushes'));
    expect(
      filledBy(steps).statements.map(({ predicate }) => predicate),
    ).toMatchObject([1, 2, 3].map(index => ({ after: sha(`${index}`) })));
    expect(steps.map(({ cursor }) => shortenCursor(cursor))).toEqual([
      'pushes 1 2026-01-27: 1',
      'pushes 1 2026-02-03: 1',
      'pushes 1 2026-02-10: 1',
      'pushes 1 2026-02-17: 1',
      'pushes 1 2026-02-24: 2',
      'pushes 1 2026-03-03: 2',
      'pushes 1 2026-03-10: 2',
      'pushes 1 2026-03-17: 2',
      'pushes 1 2026-03-24: 2',
      'pushes 1 2026-03-31: 3',
      undefined,
    ]);
    const again = await backfill(
      cursorAt('pushes', { page: 1, from: '2026-02-17' }),
    );
    expect(filledBy(again).statements).toHaveLength(2);
  });

  it('are not backfilled past what GitLab lists at most', async () => {
    const events = Array.from({ length: 202 }, (_, id) => id);
    events.forEach(id => gitlab.push(id, within, [], { ref: 'topic' }));
    const cursor = cursorAt('pushes', { page: 100, from: '2026-03-31' });
    const steps = await backfill(cursor);
    expect(steps).toMatchObject([{ cursor, problem: expect.any(String) }]);
    expect(steps[0]?.problem).toContain('no more than 10000 pushes');
  });

  it('start from the beginning if a cursor names no day', async () => {
    gitlab.push(1, within, [sha('b')]);
    const [all, odd] = [
      await backfill(cursorAt('pushes')),
      await backfill(cursorAt('pushes', { page: 1, from: '2026-13-40' })),
    ];
    expect(filledBy(odd)).toEqual(filledBy(all));
    expect(filledBy(odd).statements).toHaveLength(1);
  });
});

describe.each(['x', '0', '1', '-2', '2.5', '1e9', 'https://evil.example'])(
  'a list whose page after the first is said to be "%s"',
  next => {
    it('is not whole, and does not go on', async () => {
      const api = await FakeApi.start(() => ({
        headers: { 'x-next-page': next },
        body: [{ id: 1 }],
      }));
      const integration = { ...gitlab.integration, apiBaseUrl: api.url };
      const asked = new GitlabApi(integration, context());
      const item = z.looseObject({ id: z.number() });
      const problem = `GitLab names "${next}" as the page after 1 of GET /x`;
      const all = await asked.all('/x', item);
      const page = await asked.page('/x?per_page=1', 1, item);
      await api.stop();
      expect(all).toMatchObject({ complete: false, items: [{}], problem });
      expect(page).toMatchObject({ complete: false, items: [{}] });
      expect(page.next).toBeUndefined();
      expect(api.requests).toHaveLength(2);
    });
  },
);

describe('a list that breaks off', () => {
  it('tells when to ask again, also where its items are odd', async () => {
    const api = await FakeApi.start(
      ({ url }): FakeAnswer =>
        url.searchParams.get('page') === '1'
          ? { headers: { 'x-next-page': '2' }, body: [{ id: 'x' }] }
          : { status: 429, headers: { 'retry-after': '120' }, body: {} },
    );
    const integration = { ...gitlab.integration, apiBaseUrl: api.url };
    const asked = new GitlabApi(integration, context());
    const list = await asked.all('/x', z.looseObject({ id: z.number() }));
    await api.stop();
    expect(list).toMatchObject({ complete: false, items: [] });
    expect(together(list).retryAfter).toBe(120_000);
  });
});
