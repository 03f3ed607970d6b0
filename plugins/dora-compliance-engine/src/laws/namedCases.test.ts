import {
  computeDigest,
  type Evidence,
  type Predicate,
  type PushedCommit,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { always, assertingOver, assess, tell } from '../testing/assess';
import { definition } from '../testing/controls';
import {
  at,
  attested,
  built,
  commitsObserved,
  deployed,
  evidence,
  merged,
  nameRun,
  person,
  release,
  reviewed,
  sha,
  updated,
} from '../testing/story';

const DAY = 24 * 60;
const sound = release(1, 10);
const without = (type: Evidence['type']) =>
  sound.filter(item => item.type !== type);

const independence = definition;
const traceability = {
  ...definition,
  assess: [{ id: 'it', text: 'It.', assert: 'change.traceability.satisfied' }],
};

const SOUND = 'satisfied: all-members-satisfied';

describe('two changes that arrived by one commit', () => {
  const write = (name: string, login: string): PushedCommit => ({
    commit: sha(name),
    author: person(login),
    committer: person(login),
    coAuthors: [],
    title: name,
  });
  const merge = (number: number, head: string, author: string) => {
    const item = merged(number, 12, author, head, 'M');
    const commitCount = number;
    return {
      ...item,
      predicate: { ...item.predicate, commitCount },
    } as Evidence;
  };
  const list = (number: number, head: string, ...commits: PushedCommit[]) =>
    commitsObserved(number, 12, commits, {
      headCommit: sha(head),
      merge: { commit: sha('M'), isMadeByHost: true },
    } as Partial<Predicate<'change-commits-observed'>>);
  const [small, large] = [write('small', 'erik'), write('large', 'anna')];
  const story = [
    updated(1, 5, 'erik', 'small'),
    merge(1, 'small', 'erik'),
    list(1, 'small', small),
    updated(2, 5, 'anna', 'large'),
    merge(2, 'large', 'anna'),
    list(2, 'large', small, large),
    evidence('commits-pushed', at(12), {
      branch: 'main',
      after: sha('M'),
      forced: false,
      pushedBy: person('anna'),
      commits: [small, large, write('M', 'anna')],
      commitCount: 3,
    }),
    deployed(14, 'M'),
  ];

  it('are approved if the one that brought everything is', () => {
    const approved = reviewed(2, 11, person('marco'), 'large');
    expect(tell(independence, [...story, approved])).toBe(SOUND);
  });

  it('are not approved if only the one that brought a part is', () => {
    const approved = reviewed(1, 11, person('marco'), 'small');
    expect(tell(independence, [...story, approved])).toBe(
      'not-satisfied: no-approval',
    );
  });
});

describe('a list of the commits of a change', () => {
  const listed = (
    commits: string[],
    more: Partial<Predicate<'change-commits-observed'>> = {},
  ) =>
    commitsObserved(
      1,
      12,
      commits.map(name => ({
        commit: sha(name),
        author: person('anna'),
        coAuthors: [],
        title: name,
      })),
      { headCommit: sha('head 1'), ...more },
    );

  it.each<[string, Evidence, string]>([
    ['has its last state', listed(['head 1']), SOUND],
    [
      'is empty, though it is called complete',
      listed([]),
      'not-assessed: change-commits-incomplete',
    ],
    [
      'lacks its last state',
      listed(['other']),
      'not-assessed: change-commits-incomplete',
    ],
    [
      'has as many commits as were counted, but lacks the last state',
      listed(['other'], { total: 1 }),
      'not-assessed: change-commits-unknown',
    ],
  ])('%s', (_, list, expected) => {
    const all = [...without('change-commits-observed'), list];
    expect(tell(independence, all)).toBe(expected);
  });

  it('is cut if the host counts more', () => {
    const counted = sound.map(item =>
      item.type === 'change-merged'
        ? { ...item, predicate: { ...item.predicate, commitCount: 3 } }
        : item,
    ) as Evidence[];
    expect(tell(independence, counted)).toBe(
      'not-assessed: change-commits-incomplete',
    );
  });
});

describe('a run that was started again', () => {
  const attempt = (
    number: number,
    minutes: number,
    more: Partial<Predicate<'pipeline-run-finished'>> = {},
  ) =>
    built(minutes, 'main 1', 'success', 'Build', {
      run: { id: '1', attempt: number, url: nameRun('main 1') },
      ...more,
    });
  const deployment = deployed(14, 'main 1', { runUrl: nameRun('main 1') });
  const story = [
    ...sound.filter(
      ({ type }) =>
        type !== 'service-deployed' && type !== 'pipeline-run-finished',
    ),
    deployment,
  ];
  const first = attempt(1, 13, { triggeredBy: person('anna') });

  it.each<[string, Evidence[], string]>([
    ['was not', [first], SOUND],
    [
      'by the approver, before it deployed',
      [
        { ...first, predicate: { ...first.predicate, outcome: 'failure' } },
        attempt(2, 13.5, {
          startedAt: at(13.1),
          triggeredBy: person('marco'),
        }),
      ] as Evidence[],
      'not-satisfied: self-approval',
    ],
    [
      'by the approver, and nobody says when',
      [first, attempt(2, 20, { triggeredBy: person('marco') })],
      'not-satisfied: self-approval',
    ],
    [
      'by the approver, after the deployment',
      [
        first,
        attempt(2, 20, {
          startedAt: at(15),
          trigger: 'workflow_dispatch',
          triggeredBy: person('marco'),
        }),
      ],
      SOUND,
    ],
  ])('%s', (_, runs, expected) => {
    expect(tell(independence, [...story, ...runs])).toBe(expected);
  });

  const traced = [
    ...without('pipeline-run-finished').filter(
      ({ type }) => type !== 'provenance',
    ),
    attested(13, 'main 1'),
  ];
  const failure = { outcome: 'failure' as const };
  it.each<[string, Evidence[], string]>([
    [
      'failed after the deployment',
      [attempt(1, 13), attempt(2, 20, { ...failure, startedAt: at(15) })],
      SOUND,
    ],
    [
      'failed, and nobody says when it began',
      [attempt(1, 13), attempt(2, 20, failure)],
      'not-satisfied: run-failed',
    ],
    [
      'succeeded after the deployment of what had failed',
      [attempt(1, 13, failure), attempt(2, 20, { startedAt: at(15) })],
      'not-satisfied: run-failed',
    ],
    [
      'began after the deployment, and no other is known',
      [attempt(2, 20, { startedAt: at(15) })],
      'not-satisfied: run-after-deployment',
    ],
  ])('and %s', (_, runs, expected) => {
    expect(tell(traceability, [...traced, ...runs])).toBe(expected);
  });
});

describe('a deployment that two systems report', () => {
  const subject: Subject = { kind: 'deployment', uri: 'https://deploy/1' };
  const report = (
    minutes: number,
    commit: string | undefined,
    sourceId: string,
    environment = { name: 'production', production: true },
  ) => {
    const item = deployed(minutes, commit ?? '', {
      environment,
      ...(!commit && { commit: undefined }),
    });
    return {
      ...item,
      sourceId,
      id: computeDigest(`${minutes} ${sourceId}`),
      subjects: [...item.subjects, subject],
    } as unknown as Evidence;
  };
  const story = (...reports: Evidence[]) => [
    ...without('service-deployed'),
    ...reports,
  ];

  it('with one commit is one', () => {
    const both = [report(14, 'main 1', 'a'), report(15, 'main 1', 'b')];
    expect(tell(independence, story(...both))).toBe(SOUND);
    const late = [report(14, undefined, 'a'), report(15, 'main 1', 'b')];
    expect(tell(independence, story(...late))).toBe(SOUND);
  });

  it.each([
    ['main 1', 'evil'],
    ['evil', 'main 1'],
  ])('answers for each commit that they name: %s, %s', (one, two) => {
    const both = [report(14, one, 'a'), report(15, two, 'b')];
    // However long ago it was deployed.
    for (const asOf of [at(DAY), at(100 * DAY)]) {
      expect(tell(independence, story(...both), asOf)).toBe(
        'not-assessed: release-range-unknown',
      );
    }
  });

  it('is to the environment that decides', () => {
    const test = { name: 'test', production: false };
    const both = [report(14, 'main 1', 'a', test), report(15, 'main 1', 'b')];
    const { rows } = assess(independence, story(...both), at(DAY));
    expect(rows.map(({ member }) => member.deployment?.environment)).toEqual([
      'production',
    ]);
  });
});

describe('a rejection by a reviewer of the environment', () => {
  const rejected = (url: string, name = 'production') =>
    evidence('deployment-reviewed', at(13.5), {
      environment: { name, production: true },
      decision: 'rejected',
      reviewer: person('olga'),
      decidedAt: at(13.5),
      run: { id: '1', attempt: 1, url },
    });
  const story = [
    ...without('service-deployed'),
    deployed(14, 'main 1', { runUrl: nameRun('main 1') }),
  ];
  const url = nameRun('main 1');

  it.each<[string, Evidence]>([
    ['the address of the run', rejected(url)],
    ['the address of an attempt', rejected(`${url}/attempts/1`)],
    ['an environment in another case', rejected(url, 'Production')],
  ])('counts with %s', (_, item) => {
    expect(tell(independence, [...story, item])).toBe(
      'not-satisfied: deployment-rejected',
    );
  });
});

describe('an environment that nobody classified', () => {
  const live = { name: 'live', production: false };
  const running = assertingOver(
    {
      each: 'running-artifact',
      within: 'P1D',
      where: { environment: 'production' },
    },
    'artifact.origin.satisfied',
  );
  const NOW = at(60 * DAY);
  const seen = (
    environment: Predicate<'environment-observed'>['environment'],
    names: string[] = ['main 1'],
  ) =>
    evidence('environment-observed', at(59.9 * DAY), {
      complete: true,
      environment,
      artifacts: names.map(name => ({
        name: 'ledger',
        digest: computeDigest(name),
      })),
    });
  const production = { name: 'production', production: true };
  const toLive = deployed(20 * DAY, 'x', { environment: live });

  it.each<[string, Evidence[], string]>([
    ['is none', [...sound, seen(production)], SOUND],
    [
      'runs something, beside a sound production',
      [...sound, seen(production), seen(live, ['evil'])],
      'not-assessed: environment-unclassified',
    ],
    [
      'was deployed to and is not read, beside a sound production',
      [...sound, seen(production), toLive],
      'not-assessed: environment-unclassified',
    ],
    [
      'was deployed to, and nothing runs in production',
      [seen(production, []), toLive],
      'not-assessed: environment-unclassified',
    ],
    ['is the only one', [seen(live)], 'not-assessed: environment-unclassified'],
    ['runs nothing', [seen(live, [])], 'not-applicable: nothing-runs'],
    [
      'was classified since',
      [...sound, seen(production), seen({ ...live, classified: true }, ['y'])],
      SOUND,
    ],
  ])('%s', (_, all, expected) => {
    expect(tell(running, all, NOW)).toBe(expected);
  });

  it('is named if deployments to it failed, and none succeeded', () => {
    const { deployment } = toLive.predicate;
    const failed = evidence('deployment-failed', at(20 * DAY), {
      deployment,
      outcome: 'failure',
      failedAt: at(20 * DAY),
    });
    expect(tell(independence, [failed], NOW)).toBe(
      'not-assessed: environment-unclassified',
    );
    const toProduction = {
      ...failed,
      id: computeDigest('production'),
      predicate: {
        ...failed.predicate,
        deployment: { ...deployment, environment: production },
      },
    } as unknown as Evidence;
    expect(tell(independence, [failed, toProduction], NOW)).toBe(
      'not-assessed: deployments-failed-only',
    );
  });
});

describe('findings of two scanners', () => {
  const open = assertingOver(
    { each: 'open-finding' },
    'finding.remediation.satisfied',
    {
      parameters: {
        fixCriticalWithin: always('P7D'),
        fixHighWithin: always('P30D'),
        fixMediumWithin: always('P90D'),
        fixLowWithin: always('P180D'),
      },
    },
  );
  const report = (
    minutes: number,
    [tool, id]: readonly [string, string],
    state: 'open' | 'fixed',
  ) =>
    evidence('security-finding-changed', at(minutes), {
      tool: { name: tool },
      kind: 'container',
      finding: { id, rule: 'CVE-1' },
      severity: 'critical',
      state,
      openedAt: at(minutes),
      changedAt: at(minutes),
    });

  it('are two, however their names are put together', () => {
    const all = [
      report(1, ['foo', 'bar 1'], 'open'),
      report(2, ['foo bar', '1'], 'fixed'),
    ];
    expect(tell(open, all)).toBe('not-satisfied: finding-overdue');
  });
});
