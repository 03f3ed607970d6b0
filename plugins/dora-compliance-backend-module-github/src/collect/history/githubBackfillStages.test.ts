import type { BackfillStep } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { bankLedger } from '../../__testUtils__/github/bankLedger';
import {
  backfill,
  ofType,
  readStatements,
} from '../../__testUtils__/github/rounds';

jest.setTimeout(600_000);

let github = bankLedger();
beforeEach(async () => {
  github = await bankLedger().start();
});
afterEach(() => github.stop());

const LONG_AGO = '2000-01-01T00:00:00Z';

const readSteps = (steps: readonly BackfillStep[]) =>
  steps.flatMap(({ documents }) => documents).flatMap(readStatements);

describe('a backfill from GitHub', () => {
  it('brings all of the history, and counts it', async () => {
    const steps = await backfill(github, LONG_AGO);
    const says = readSteps(steps);
    const count = (type: Parameters<typeof ofType>[1]) =>
      ofType(says, type).length;
    expect({
      runs: count('pipeline-run-finished'),
      deployments: count('deployment-requested'),
      deployed: count('service-deployed'),
      changes: count('change-merged'),
      pushes: count('commits-pushed'),
      scans: count('security-scan-finished'),
      provenance: count('provenance'),
    }).toEqual({
      runs: 3,
      deployments: 2,
      deployed: 2,
      changes: 3,
      pushes: 2,
      scans: 1,
      provenance: 1,
    });
    // Runs that are older than all of it have a step of their own.
    expect(steps.map(({ done }) => done)).toEqual([3, 3, 5, 8, 10, 11, 12, 13]);
    expect(ofType(says, 'commits-pushed')[0]?.predicate).toMatchObject({
      branch: 'main',
      forced: false,
      pushedBy: { login: 'alice' },
      commits: [{ title: 'Step push 22' }],
    });
  });

  it('leaves out what happened before', async () => {
    const steps = await backfill(github, github.repository.at(100));
    const says = readSteps(steps);
    expect(ofType(says, 'change-merged')).toHaveLength(2);
    expect(ofType(says, 'deployment-requested')).toHaveLength(1);
    expect(ofType(says, 'commits-pushed')).toHaveLength(1);
    expect(ofType(says, 'pipeline-run-finished')).toHaveLength(2);
  });

  it('begins with the second in which it begins', async () => {
    const at = github.repository.at(4).replace('Z', '.400Z');
    const says = readSteps(await backfill(github, at));
    expect(ofType(says, 'security-scan-finished')).toHaveLength(1);
  });

  it('brings what began long before and ended since', async () => {
    const { repository } = github;
    repository.run({ id: 14, hoursAgo: 34 * 24 }).updated_at = repository.at(1);
    repository.deploy({ id: 15, hoursAgo: 34 * 24 });
    repository.status({ id: 15, hoursAgo: 1, state: 'failure' });
    const says = readSteps(await backfill(github, repository.at(2)));
    expect(
      ofType(says, 'pipeline-run-finished').map(
        ({ predicate }) => predicate.run.id,
      ),
    ).toContain('14');
    expect(
      ofType(says, 'deployment-failed').map(
        ({ predicate }) => predicate.deployment.id,
      ),
    ).toEqual(['15']);
  });

  it('reads analyses page by page until they are past', async () => {
    const { repository, settings } = github;
    const [analysis] = settings.analyses!;
    settings.analyses = Array.from({ length: 70 }, (_, index) => ({
      ...analysis,
      id: 1000 + index,
      created_at: repository.at(index + 1),
    }));
    const steps = await backfill(github, repository.at(50));
    expect(ofType(readSteps(steps), 'security-scan-finished').length).toBe(60);
    const scans = steps.filter(({ documents }) =>
      documents.some(({ part }) => part === 'code-scanning'),
    );
    expect(scans).toHaveLength(3);
    const asked = github.api.requests.filter(one => one.includes('/analyses'));
    expect(asked).toHaveLength(3);
    const { cursor } = scans[0]!;
    const rest = await backfill(github, repository.at(50), { cursor });
    expect(ofType(readSteps(rest), 'security-scan-finished').length).toBe(40);
  });

  it('knows that nothing was ever scanned', async () => {
    github.settings.analyses = undefined;
    const steps = await backfill(github, LONG_AGO);
    expect(steps.every(({ problem }) => !problem)).toBe(true);
    expect(steps.at(-1)?.cursor).toBeUndefined();
  });

  it('cuts a time with more runs than GitHub lists', async () => {
    github.repository.runs.splice(0);
    for (let id = 1000; id < 2010; id += 1) {
      github.repository.run({
        id,
        hoursAgo: 1 + (id % 50),
        status: id < 1005 ? 'completed' : 'queued',
      });
    }
    const steps = await backfill(github, github.repository.at(72));
    expect(steps.every(({ problem }) => !problem)).toBe(true);
    expect(ofType(readSteps(steps), 'pipeline-run-finished')).toHaveLength(5);
    const runs = steps.filter(({ done }) => done <= 1010).at(-1);
    expect(runs?.done).toBeGreaterThanOrEqual(1010);
  });

  it('goes on past commits that are gone, and says so', async () => {
    const { activities, comparisons } = github.repository;
    const { before, after } = activities.at(-1)!;
    comparisons.delete(`${before}...${after}`);
    const steps = await backfill(github, LONG_AGO);
    const pushes = steps
      .flatMap(({ documents }) => documents)
      .filter(({ part }) => part === 'pushes');
    expect(pushes).toMatchObject([{ complete: false }]);
    expect(pushes[0]?.problem).toContain('activity 21');
    expect(steps.at(-1)?.cursor).toBeUndefined();
  });

  it('is whole but for the change of which GitHub lists too little', async () => {
    github.repository.merge({ number: 5, hoursAgo: 3, commits: 251 });
    github.repository.comparisons.delete(github.repository.toCompareRange(5));
    const steps = await backfill(github, LONG_AGO);
    expect(steps.every(({ problem }) => !problem)).toBe(true);
    const flawed = steps
      .flatMap(({ documents }) => documents)
      .filter(({ complete }) => !complete);
    expect(flawed).toEqual([]);
    const short = ofType(readSteps(steps), 'change-commits-observed').filter(
      ({ predicate }) => !predicate.complete,
    );
    expect(short).toMatchObject([{ predicate: { change: { number: '5' } } }]);
  });

  it('starts from the beginning after a cursor that counts stages', async () => {
    const cursor = '{"until":"2026-01-01T00:00:00.000Z","stage":3,"done":9}';
    const steps = await backfill(github, LONG_AGO, { cursor });
    expect(steps.map(({ done }) => done)).toEqual([3, 3, 5, 8, 10, 11, 12, 13]);
  });
});
