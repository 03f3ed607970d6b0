import {
  toInstant,
  type Instant,
  type Statement,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { bankLedger } from '../../__testUtils__/github/bankLedger';
import { alice, bob, makeSha } from '../../__testUtils__/github/FakeRepository';
import {
  backfill,
  collect,
  collectPart,
  MemoryCache,
  ofType,
  readStatements,
} from '../../__testUtils__/github/rounds';
import { historyParts } from '.';

jest.setTimeout(600_000);

const LONG_AGO = '2000-01-01T00:00:00.000Z' as Instant;
const REPOSITORY = '/repos/bank/ledger';

let github = bankLedger();
beforeEach(async () => {
  github = await bankLedger().start();
});
afterEach(() => github.stop());

const askedFor = (text: string) =>
  github.api.requests.filter(question => question.includes(text));

describe('what a round reads of runs', () => {
  it('is what ended lately, however long ago it began', async () => {
    const { repository } = github;
    const run = repository.run({ id: 14, hoursAgo: 120, attempt: 2 });
    run.updated_at = repository.at(1);
    const { statements, expects } = await collectPart(github, 'runs');
    const told = ofType(statements, 'pipeline-run-finished').filter(
      ({ predicate }) => predicate.run.id === '14',
    );
    expect(told.map(({ predicate }) => predicate.run.attempt)).toEqual([2, 1]);
    expect(expects).toContainEqual({
      subject: { kind: 'pipeline-run', uri: run.html_url },
      at: toInstant(new Date(run.updated_at)),
    });
  });

  it('has no details of those that did not change', async () => {
    const { repository } = github;
    repository.run({ id: 14, hoursAgo: 120, attempt: 2 });
    const { documents } = await collectPart(github, 'runs');
    expect(askedFor('/runs?')).toHaveLength(2);
    expect(askedFor('/runs/14/')).toEqual([]);
    expect(documents).toHaveLength(1);
    expect(askedFor('/runs/12/approvals')).toHaveLength(1);
  });

  it('is one answer where nothing happened', async () => {
    github.repository.runs.splice(0);
    const { documents, heartbeat } = await collectPart(github, 'runs');
    expect(documents).toMatchObject([{ complete: true }]);
    expect(heartbeat?.complete).toBe(true);
  });

  it('is whole though GitHub lists no more than 1,000 at once', async () => {
    const { repository } = github;
    repository.runs.splice(0);
    for (let id = 1000; id < 2010; id += 1) {
      const status = id < 1005 ? 'completed' : 'queued';
      repository.run({ id, hoursAgo: 1 + (id % 50), status });
    }
    const { heartbeat, statements } = await collectPart(github, 'runs');
    expect(heartbeat?.complete).toBe(true);
    expect(ofType(statements, 'pipeline-run-finished')).toHaveLength(5);
  });
});

describe('what a round reads of deployments', () => {
  const part = 'deployments';

  it('is how each of those that changed went', async () => {
    const { statements, heartbeat } = await collectPart(github, part);
    expect(heartbeat?.complete).toBe(true);
    expect(
      statements.map(({ type, predicate }) => [
        type,
        (predicate as Statement<'service-deployed'>['predicate']).deployment.id,
      ]),
    ).toEqual([
      ['deployment-requested', '12'],
      ['service-deployed', '12'],
    ]);
    expect(askedFor('/deployments/11/')).toEqual([]);
  });

  it('expects those that ended, by the name their evidence has', async () => {
    github.repository.deploy({ id: 15, hoursAgo: 3 });
    github.repository.statuses.set(15, []);
    github.repository.status({ id: 15, hoursAgo: 2, state: 'in_progress' });
    github.repository.status({ id: 12, hoursAgo: 1, state: 'inactive' });
    const { statements, expects } = await collectPart(github, part);
    const [deployed] = ofType(statements, 'service-deployed');
    expect(expects).toEqual([
      {
        subject: expect.objectContaining({ kind: 'deployment' }),
        at: deployed?.predicate.deployedAt,
      },
    ]);
    const [{ subject } = { subject: undefined }] = expects;
    expect(deployed?.subjects.map(subjectKey)).toContain(subjectKey(subject!));
  });

  it('is what ended lately, however long ago it was asked for', async () => {
    const { repository } = github;
    repository.deploy({ id: 15, hoursAgo: 120 });
    repository.status({ id: 15, hoursAgo: 1, state: 'failure' });
    const { statements } = await collectPart(github, part);
    expect(ofType(statements, 'deployment-failed')).toHaveLength(1);
  });

  it('of a schedule is by nobody, as its webhook tells', async () => {
    const { repository } = github;
    Object.assign(repository.runs.find(({ id }) => id === 12)!, {
      event: 'schedule',
      run_attempt: 1,
    });
    const [deployment] = repository.deployments;
    deployment!.creator = alice;
    const deployer = async () => {
      const { statements } = await collectPart(github, part);
      const [deployed] = ofType(statements, 'service-deployed');
      return deployed?.predicate.deployment.deployer?.login;
    };
    expect(await deployer()).toBeUndefined();
    deployment!.creator = bob;
    expect(await deployer()).toBe('bob');
  });

  it('is told though the run that deployed was deleted', async () => {
    github.repository.runs.length = 0;
    const { statements, heartbeat } = await collectPart(github, part);
    expect(heartbeat?.complete).toBe(true);
    const [deployed] = ofType(statements, 'service-deployed');
    expect(deployed?.predicate.deployment.runUrl).toMatch(/\/runs\/12$/);
  });

  it('ends with those of five weeks before', async () => {
    const { repository } = github;
    for (let id = 3000; id < 3350; id += 1) {
      repository.deploy({ id, hoursAgo: (3350 - id) * 12 });
    }
    repository.deployments.sort((a, b) =>
      a.created_at < b.created_at ? 1 : -1,
    );
    const { statements } = await collectPart(github, part);
    expect(askedFor('/deployments?')).toHaveLength(1);
    expect(ofType(statements, 'service-deployed').length).toBeLessThan(12);
  });
});

describe('what a round reads of pushes', () => {
  const part = 'pushes';

  it('is who pushed what lately', async () => {
    const { statements, heartbeat } = await collectPart(github, part);
    expect(heartbeat?.complete).toBe(true);
    expect(statements).toMatchObject([
      {
        type: 'commits-pushed',
        predicate: {
          branch: 'main',
          after: makeSha('push 22'),
          pushedBy: { login: 'alice' },
          commits: [{ title: 'Step push 22' }],
        },
      },
    ]);
    expect(askedFor('/compare/')).toHaveLength(1);
  });

  it('is that a branch was deleted, too, without asking for commits', async () => {
    github.repository.deleteBranch({ id: 23, hoursAgo: 2 });
    const { statements, heartbeat } = await collectPart(github, part);
    expect(heartbeat?.complete).toBe(true);
    expect(ofType(statements, 'commits-pushed')).toHaveLength(1);
    const [deleted] = ofType(statements, 'reference-changed');
    expect(deleted?.predicate).toEqual({
      reference: { kind: 'branch', name: 'main' },
      action: 'deleted',
      before: makeSha('push 22'),
      changedBy: expect.objectContaining({ login: 'alice' }),
      changedAt: new Date(github.repository.at(2)).toISOString(),
    });
    expect(askedFor('/compare/')).toHaveLength(1);
  });

  it('is nothing of a protected branch that is not there', async () => {
    github.repository.branches.push('main');
    const options = { protectedBranches: ['release'] };
    const { heartbeat, documents } = await collectPart(
      github,
      part,
      {},
      options,
    );
    expect(askedFor('refs%2Fheads%2Frelease')).toHaveLength(1);
    expect(heartbeat?.complete).toBe(true);
    expect(documents).toHaveLength(1);
  });

  it('is not whole where the default branch is not told', async () => {
    github.repository.branches.push('other');
    const { heartbeat } = await collectPart(github, part);
    expect(heartbeat?.problem).toContain('GitHub answered 404');
  });

  it('is not whole where commits are not told', async () => {
    github.repository.comparisons.clear();
    const heartbeat = (await collect(github, [part])).at(-1)?.document;
    expect(heartbeat?.problem).toContain(
      `activity 22 at GET ${REPOSITORY}/compare/`,
    );
  });
});

describe('a round over the history', () => {
  const parts = historyParts.map(({ name }) => name);

  it('tells all that a backfill tells when it must read so far back', async () => {
    const round = await collect(github, parts, { lookBackTo: LONG_AGO });
    const steps = await backfill(github, LONG_AGO);
    const told = says(round.map(({ document }) => document));
    const filled = says(steps.flatMap(({ documents }) => documents));
    const types = new Set(filled.map(one => JSON.parse(one)[0]));
    expect([...types].sort()).toEqual([
      'change-commits-observed',
      'change-merged',
      'change-reviewed',
      'commits-pushed',
      'deployment-requested',
      'deployment-reviewed',
      'pipeline-run-finished',
      'provenance',
      'security-scan-finished',
      'service-deployed',
    ]);
    expect(filled.filter(one => !told.includes(one))).toEqual([]);
  });

  it('asks the same again, which is not changed', async () => {
    const cache = new MemoryCache();
    github.settings.releases = [];
    const now = () => toInstant(new Date(github.repository.now));
    await collect(github, parts, { cache, now });
    const before = github.api.requests.length;
    expect(github.notModified).not.toEqual([]);
    github.notModified.splice(0);
    await collect(github, parts, { cache, now });
    expect(github.notModified).toEqual(github.api.requests.slice(before));
  });

  it('reads back to midnight and no further than the end of the day', async () => {
    const now = () => '2026-03-05T14:30:00.500Z' as Instant;
    await collect(github, ['runs'], { now });
    expect(askedFor('/runs?').map(decodeURIComponent)).toEqual([
      expect.stringContaining(
        'created=2026-03-02T00:00:00Z..2026-03-06T00:00:00Z',
      ),
      expect.stringContaining(
        'created=2026-01-26T00:00:00Z..2026-03-01T23:59:59Z',
      ),
    ]);
  });
});

/** What documents say, whenever it was observed. */
function says(documents: Parameters<typeof readStatements>[0][]): string[] {
  return documents
    .flatMap(readStatements)
    .filter(({ type }) => type !== 'collector-heartbeat')
    .map(({ type, subjects, predicate }) =>
      JSON.stringify([type, subjects, predicate]),
    );
}

describe('releases whose artifacts may be attested', () => {
  it('are read no further than a page of old ones', async () => {
    const release = github.settings.releases[0]!;
    const many = (published_at: string | null) =>
      Array.from({ length: 100 }, (_, id) => ({
        ...release,
        id,
        published_at,
      }));
    const pages = async () => {
      github.api.requests.length = 0;
      await collect(github, ['attestations']);
      return github.api.requests.filter(asked => asked.includes('/releases'))
        .length;
    };
    const old = many('2019-01-01T00:00:00Z');
    github.settings.releases = [...old, ...old, ...old];
    expect(await pages()).toBe(1);
    // A draft may be published at any time.
    const drafts = many(null).slice(0, 1);
    github.settings.releases = [...old.slice(1), ...drafts, ...old];
    expect(await pages()).toBe(2);
  });
});
