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
import * as make from '../__testUtils__/azureObjects';
import { FakeAzureDevOps } from '../__testUtils__/FakeAzureDevOps';
import { createAzureDevOpsEvidenceSource } from '../AzureDevOpsEvidenceSource';

import { createAzureDevOpsCollector } from './AzureDevOpsCollector';

const protectedBranches = ['release'];
const target = {
  kind: 'repository' as const,
  uri: 'https://dev.azure.com/bank/payments/_git/ledger',
};
const source = createAzureDevOpsEvidenceSource({
  webhookSecrets: ['s'],
  events: false,
  productionEnvironments: [],
  protectedBranches,
});

const now = '2026-03-31T12:00:00.000Z' as Instant;
const since = '2026-01-20T10:00:00.000Z' as Instant;
const within = '2026-03-31T11:00:00.309Z';
const before = '2026-01-10T00:00:00.000Z';

let azure: FakeAzureDevOps;

beforeEach(async () => {
  azure = await FakeAzureDevOps.start();
  azure.environments.push({ id: 1, name: 'production' });
});
afterEach(() => azure.api.stop());

const collector = () =>
  createAzureDevOpsCollector({
    config: azure.config,
    apiUrl: () => azure.api.url,
    protectedBranches,
  });

const context = (parts?: string[]): CollectorContext => ({
  now: () => now,
  signal: new AbortController().signal,
  cache: { get: async () => undefined, set: async () => {} },
  ...(parts && { parts }),
});

async function round(...parts: string[]): Promise<CollectorReading[]> {
  const found: CollectorReading[] = [];
  for await (const item of collector().collect(target, context(parts))) {
    found.push(item);
  }
  return found.filter(({ document }) => document.part !== 'heartbeat');
}

/** Where a backfill continues when some stages are finished. */
function cursorAfter(...finished: string[]) {
  return { until: now, finished, done: 0 };
}

async function backfill(cursor?: object): Promise<BackfillStep[]> {
  const steps: BackfillStep[] = [];
  const from = { since, ...(cursor && { cursor: JSON.stringify(cursor) }) };
  for await (const step of collector().backfill(target, from, context())) {
    steps.push(step);
  }
  return steps;
}

function read(documents: readonly CollectorReading['document'][]) {
  const readings = documents.map(document =>
    source.normalise({
      headers: { [COLLECTED_HEADER]: '1' },
      body: collectedBody(document),
    }),
  );
  return {
    statements: readings.flatMap((reading): readonly Statement[] =>
      reading.outcome === 'normalised' ? reading.statements : [],
    ),
    flaws: readings.flatMap((reading): readonly string[] =>
      reading.outcome === 'normalised' ? reading.flaws ?? [] : [reading.reason],
    ),
  };
}

const readCollected = (collected: readonly CollectorReading[]) =>
  read(collected.map(({ document }) => document));
const filledBy = (steps: readonly BackfillStep[]) =>
  read(steps.flatMap(({ documents }) => documents));
const countType = (statements: readonly Statement[], type: string) =>
  statements.filter(statement => statement.type === type).length;

describe('pushes', () => {
  const two = [make.sha(9), make.sha(8)];
  const atPushes = cursorAfter('merged-changes', 'runs', 'deployments');

  it('are told as their event tells them', async () => {
    azure.push(14, within, two);
    const [pushed] = azure.pushes;
    const { statements, flaws } = readCollected(await round('pushes'));
    const event = {
      id: 'x',
      eventType: 'git.push',
      resource: {
        ...pushed,
        repository: make.repository,
        commits: two.map(id => make.commit(id, 'Anna')),
      },
    };
    const told = source.normalise({
      headers: {},
      body: new TextEncoder().encode(JSON.stringify(event)),
    });
    expect(told).toEqual({ outcome: 'normalised', statements });
    expect(statements).toHaveLength(1);
    expect(flaws).toEqual([]);
    expect(filledBy(await backfill(atPushes)).statements).toEqual(statements);
  });

  it('are those of the default branch and the protected ones alone', async () => {
    azure.push(1, within, [make.sha(3)], 'refs/heads/topic');
    azure.push(2, within, [make.sha(4)], 'refs/heads/release');
    azure.push(3, within, [make.sha(5)], 'refs/tags/main');
    azure.push(4, within, [make.sha(0).replace(/./g, '0')]);
    azure.push(5, before, [make.sha(6)]);
    const told = readCollected(await round('pushes'));
    const filled = filledBy(await backfill(atPushes));
    for (const { statements, flaws } of [told, filled]) {
      const pushed = statements.filter(({ type }) => type === 'commits-pushed');
      expect(pushed).toMatchObject([{ predicate: { branch: 'release' } }]);
      expect(flaws).toEqual([]);
    }
    const asked = azure.api.requests.filter(path => path.includes('/commits?'));
    expect(asked).toHaveLength(2);
  });

  it('report all tags and deleted branches, as their events do', async () => {
    const none = make.sha(0).replace(/./g, '0');
    azure.push(1, within, [make.sha(5)], 'refs/tags/v1');
    azure.push(2, within, [none], 'refs/heads/topic');
    const { statements, flaws } = readCollected(await round('pushes'));
    expect(flaws).toEqual([]);
    expect(statements).toMatchObject([
      {
        type: 'reference-changed',
        subjects: [target, { kind: 'branch' }, { kind: 'commit' }],
        predicate: {
          reference: { kind: 'branch', name: 'topic' },
          action: 'deleted',
        },
      },
      {
        type: 'reference-changed',
        subjects: [target, { kind: 'tag' }],
        predicate: { reference: { kind: 'tag', name: 'v1' }, action: 'moved' },
      },
    ]);
    const events = azure.pushes.map(pushed => ({
      id: 'x',
      eventType: 'git.push',
      resource: { ...pushed, repository: make.repository, commits: [] },
    }));
    const told = events.flatMap(event => {
      const body = new TextEncoder().encode(JSON.stringify(event));
      const answer = source.normalise({ headers: {}, body });
      return answer.outcome === 'normalised' ? answer.statements : [];
    });
    expect([...told].reverse()).toEqual(statements);
  });

  it('that were not asked for say nothing, whatever is protected since', async () => {
    azure.push(1, within, two, 'refs/heads/release');
    const asking = createAzureDevOpsCollector({
      config: azure.config,
      apiUrl: () => azure.api.url,
    });
    const found: CollectorReading[] = [];
    for await (const item of asking.collect(target, context(['pushes']))) {
      found.push(item);
    }
    const told = readCollected(found.slice(0, 1));
    expect(told).toEqual({ statements: [], flaws: [] });
  });

  it('name a repository under an older address, too', async () => {
    azure.push(1, within, two);
    const uri =
      'https://bank.visualstudio.com/DefaultCollection/payments/_git/ledger';
    const on = { kind: 'repository' as const, uri };
    const found: CollectorReading[] = [];
    for await (const item of collector().collect(on, context(['pushes']))) {
      found.push(item);
    }
    expect(readCollected(found).statements[0]?.subjects).toEqual([
      on,
      target,
      { kind: 'commit', digest: `gitCommit:${make.sha(9)}` },
    ]);
  });

  it('have all of their commits, however many, oldest first', async () => {
    const many = Array.from({ length: 230 }, (_, index) => make.sha(index));
    azure.push(1, within, many);
    const { statements } = readCollected(await round('pushes'));
    expect(statements).toMatchObject([
      {
        predicate: { commits: many.reverse().map(commit => ({ commit })) },
      },
    ]);
  });

  it('say nothing as long as some of their commits are missing', async () => {
    const many = Array.from({ length: 100 }, (_, index) => make.sha(index));
    azure.push(1, within, many);
    azure.api.breakWith('server-error', 'later-pages');
    const found = await round('pushes');
    expect(found[0]?.document.complete).toBe(false);
    expect(readCollected(found)).toEqual({
      statements: [],
      flaws: ['push 1: its commits are not all known'],
    });
  });

  it('of several branches have the newest commit of each, and a flaw', async () => {
    azure.push(1, within, two);
    azure.pushes[0]?.refUpdates.push({
      ...azure.pushes[0].refUpdates[0]!,
      name: 'refs/heads/topic',
      newObjectId: make.sha(7),
    });
    const { statements, flaws } = readCollected(await round('pushes'));
    expect(statements).toMatchObject([
      { predicate: { commits: [{ commit: make.sha(9) }] } },
    ]);
    expect(flaws).toEqual([
      expect.stringMatching(/^push 1: commits are those of several branches/),
    ]);
  });

  it('that can not be read are flaws, and take no other with them', async () => {
    azure.push(1, within, two);
    azure.push(2, within, two);
    Object.assign(azure.pushes[1]!, { pushedBy: 'Anna' });
    const { statements, flaws } = readCollected(await round('pushes'));
    expect(statements).toHaveLength(1);
    expect(flaws).toEqual([expect.stringContaining('pushedBy')]);
  });

  it('that are listed without their branches make the list incomplete', async () => {
    azure.push(1, within, two);
    Object.assign(azure.pushes[0]!, { refUpdates: null });
    const [found] = await round('pushes');
    expect(found?.document.problem).toBe(
      'Azure DevOps lists a push without its number or its branches',
    );
    const steps = await backfill(atPushes);
    expect(steps.at(-1)?.cursor).toBe(JSON.stringify(atPushes));
  });

  it('whose commits can not be read are flaws', async () => {
    azure.push(1, within, ['no commit']);
    Object.assign(azure.pushes[0]!.refUpdates[0]!, {
      newObjectId: make.sha(9),
    });
    expect(readCollected(await round('pushes'))).toEqual({
      statements: [],
      flaws: ['push 1: its commits are not all known'],
    });
  });

  it('are backfilled page by page', async () => {
    for (let id = 1; id <= 60; id += 1) {
      azure.push(id, within, two);
    }
    const steps = await backfill(atPushes);
    expect(
      steps.map(({ cursor, done }) => [cursor && JSON.parse(cursor).at, done]),
    ).toEqual([
      [{ stage: 'pushes', place: { skip: 50 } }, 50],
      [undefined, 60],
    ]);
    expect(countType(filledBy(steps).statements, 'commits-pushed')).toBe(60);
  });
});

describe('approvals', () => {
  it('of the past are backfilled with the deployments they are of', async () => {
    [11, 12, 13].forEach(id => azure.deploy(id, within));
    azure.environments.push({ id: 2, name: 'test' });
    const { statements, flaws } = filledBy(await backfill());
    expect(countType(statements, 'service-deployed')).toBe(3);
    expect(countType(statements, 'deployment-reviewed')).toBe(3);
    expect(flaws).toEqual([]);
    const told = readCollected(await round('approvals'));
    expect(statements).toEqual(expect.arrayContaining(told.statements));
  });

  it('are read by a backfill as all of the history is', () => {
    const { history, backfilled } = collector();
    expect([...backfilled].sort()).toEqual([...history].sort());
  });

  it('that are refused hold the backfill up', async () => {
    azure.deploy(11, within);
    azure.refused = /\/timeline$/;
    const cursor = cursorAfter('merged-changes', 'runs');
    const steps = await backfill(cursor);
    expect(steps).toMatchObject([
      {
        cursor: JSON.stringify(cursor),
        problem: expect.stringContaining('/builds/11/timeline'),
      },
    ]);
  });

  it('are asked for in parts, so that no address is too long', async () => {
    for (let id = 11; id <= 80; id += 1) {
      azure.deploy(id, within);
    }
    const { statements } = readCollected(await round('approvals'));
    expect(countType(statements, 'deployment-reviewed')).toBe(70);
    const asked = azure.api.requests.filter(path =>
      path.includes('/approvals?'),
    );
    expect(asked).toHaveLength(2);
    expect(Math.max(...asked.map(({ length }) => length))).toBeLessThan(3000);
  });
});

describe('deployments', () => {
  const buildRunSubject = (id: number) => ({
    kind: 'pipeline-run',
    uri: `${make.BASE}/${make.PROJECT}/_build/results?buildId=${id}`,
  });
  const listSubjects = (collected: readonly CollectorReading[]) =>
    readCollected(collected).statements.flatMap(({ subjects }) => subjects);

  it.each([
    ['one', [before, within]],
    // Rounds read from 2026-03-28T12:00 on.
    ['a page of them', Array(2).fill('2026-03-28T10:00:00.000Z')],
  ])('that took long are told though %s began later', async (_, later) => {
    azure.deploy(11, within);
    later.forEach((at, index) => azure.deploy(12 + index, at));
    expect(listSubjects(await round('deployments'))).toContainEqual(
      buildRunSubject(11),
    );
  });

  it('are read no further than to those of the day before', async () => {
    [11, 12, 13].forEach(id => azure.deploy(id, before));
    await round('deployments');
    const asked = azure.api.requests.filter(path => /records\?/.test(path));
    expect(asked).toHaveLength(1);
  });

  it('are not all there is to backfill where there are no environments', async () => {
    azure.environments.length = 0;
    azure.push(1, within, [make.sha(9)]);
    const { statements } = filledBy(await backfill());
    expect(countType(statements, 'commits-pushed')).toBe(1);
  });
});

describe('a source that had enough', () => {
  it('is asked again when it said', async () => {
    azure.busyFor = 120;
    const steps = await backfill();
    expect(steps).toHaveLength(1);
    expect(steps[0]?.retryAfter).toBeGreaterThan(100_000);
    expect(steps[0]?.retryAfter).toBeLessThanOrEqual(120_000);
  });

  it('is left alone for the longest time it asked for', () => {
    const reading = { answers: [], complete: false, problem: 'x' };
    expect(
      together(
        { ...reading, retryAfter: 5 },
        { ...reading, retryAfter: 7 },
        reading,
      ),
    ).toEqual({ ...reading, retryAfter: 7 });
    expect(together(reading)).toEqual(reading);
  });
});
