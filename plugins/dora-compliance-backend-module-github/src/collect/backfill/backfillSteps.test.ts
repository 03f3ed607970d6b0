import type { BackfillStep } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { bankLedger } from '../../__testUtils__/github/bankLedger';
import {
  backfill,
  ofType,
  statementsOf,
} from '../../__testUtils__/github/rounds';

jest.setTimeout(20_000);

let github = bankLedger();
beforeEach(async () => {
  github = await bankLedger().start();
});
afterEach(() => github.stop());

const LONG_AGO = '2000-01-01T00:00:00Z';

const saysOf = (steps: readonly BackfillStep[]) =>
  steps.flatMap(({ documents }) => documents).flatMap(statementsOf);

describe('a back-fill from GitHub', () => {
  it('brings runs, deployments, changes and pushes, and counts them', async () => {
    const steps = await backfill(github, LONG_AGO);
    const says = saysOf(steps);
    const count = (type: Parameters<typeof ofType>[1]) =>
      ofType(says, type).length;
    expect({
      runs: count('pipeline-run-finished'),
      deployments: count('deployment-requested'),
      deployed: count('service-deployed'),
      changes: count('change-merged'),
      pushes: count('commits-pushed'),
    }).toEqual({ runs: 3, deployments: 2, deployed: 2, changes: 3, pushes: 2 });
    expect(steps.map(({ done }) => done)).toEqual([3, 5, 8, 10]);
    expect(ofType(says, 'commits-pushed')[0]?.predicate).toMatchObject({
      branch: 'main',
      forced: false,
      pushedBy: { login: 'alice' },
      commits: [{ title: 'Step push 22' }],
    });
  });

  it('leaves out what happened before', async () => {
    const steps = await backfill(github, github.repository.at(100));
    const says = saysOf(steps);
    expect(ofType(says, 'change-merged')).toHaveLength(2);
    expect(ofType(says, 'deployment-requested')).toHaveLength(1);
    expect(ofType(says, 'commits-pushed')).toHaveLength(1);
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
    expect(ofType(saysOf(steps), 'pipeline-run-finished')).toHaveLength(5);
    const runs = steps.filter(({ done }) => done <= 1010).at(-1);
    expect(runs?.done).toBeGreaterThanOrEqual(1010);
  });

  it('goes on past commits that are gone, and says so', async () => {
    github.repository.comparisons.delete(
      [...github.repository.comparisons.keys()][0]!,
    );
    const steps = await backfill(github, LONG_AGO);
    expect(steps.at(-1)).toMatchObject({ documents: [{ complete: false }] });
    expect(steps.at(-1)?.documents[0]?.problem).toContain('activity 21');
    expect(steps.at(-1)?.cursor).toBeUndefined();
  });

  it('goes on past a change of which GitHub lists too little', async () => {
    github.repository.merge({ number: 5, hoursAgo: 3, commits: 251 });
    const steps = await backfill(github, LONG_AGO);
    expect(steps.every(({ problem }) => !problem)).toBe(true);
    const flawed = steps
      .flatMap(({ documents }) => documents)
      .filter(({ complete }) => !complete);
    expect(flawed).toHaveLength(1);
  });

  it('tells a cursor that is not its own', async () => {
    const cursor = '{"until":"2026-01-01T00:00:00.000Z","stage":9,"done":0}';
    const [step] = await backfill(github, LONG_AGO, { cursor });
    expect(step?.problem).toContain('stage 9');
  });
});
