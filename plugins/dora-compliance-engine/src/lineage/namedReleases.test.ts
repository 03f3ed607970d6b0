import type {
  Evidence,
  PushedCommit,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { commitSubject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  at,
  deployed,
  evidence,
  merged,
  person,
  release,
  sha,
} from '../testing/story';
import { EvidenceIndex } from './EvidenceIndex';
import { findBases } from './findBases';
import { findCut } from './findCut';
import { shorten } from './keys';
import { traceRelease } from './traceRelease';

type Push = Evidence<'commits-pushed'>;

const anna = person('anna');
const fork: Subject = {
  kind: 'repository',
  uri: 'https://github.com/fork/ledger',
};

function push(
  minutes: number,
  names: string[],
  more: Partial<Push['predicate']> & { tip?: string; from?: string } = {},
): Push {
  const { tip, from, ...predicate } = more;
  return evidence('commits-pushed', at(minutes), {
    branch: 'main',
    ...(from && { before: sha(from) }),
    after: sha(tip ?? names.at(-1)!),
    forced: false,
    pushedBy: anna,
    commits: names.map(
      (name): PushedCommit => ({
        commit: sha(name),
        author: anna,
        coAuthors: [],
        title: name,
      }),
    ),
    ...predicate,
  });
}

const indexAll = (all: readonly Evidence[]) =>
  new EvidenceIndex(all, at(10_000));

function trace(deployment: Evidence<'service-deployed'>, all: Evidence[]) {
  const index = indexAll([...all, deployment]);
  const { steps, gap, base } = traceRelease(
    index.findDeployment(deployment)!,
    index,
  );
  return {
    steps: steps.map(({ changes: [change], push: by, isElsewhere }) =>
      [
        change
          ? `#${change.predicate.change.number}`
          : `direct ${by?.predicate.commits.length}`,
        ...(isElsewhere ? ['elsewhere'] : []),
      ].join(' '),
    ),
    gap,
    base: base?.first.predicate.deployment.id,
  };
}

describe('where a release begins', () => {
  const main = (number: number, start: number) =>
    release(number, start, `main ${number - 1}`).slice(0, -1);

  it('is the deployment before, not one after', () => {
    const all = [...release(1, 10), ...main(2, 20), ...main(3, 30)];
    const later = deployed(50, 'main 2');
    expect(trace(deployed(40, 'main 3'), [...all, later])).toEqual({
      steps: ['#3', '#2'],
      gap: undefined,
      base: '14',
    });
  });

  it('is not a deployment at the same time', () => {
    const all = [...release(1, 10), ...main(2, 20), ...main(3, 30)];
    const same = deployed(40, 'main 2', { id: 'same' });
    expect(trace(deployed(40, 'main 3'), [...all, same]).base).toBe('14');
  });

  it('is not a deployment to another environment that is not known to be good', () => {
    const environment = { name: 'production-eu', production: true };
    const all = [
      ...main(2, 10),
      deployed(20, 'main 1', { environment }),
      deployed(21, 'main 2', { environment }),
    ];
    expect(trace(deployed(40, 'main 2'), all)).toMatchObject({
      gap: {
        code: 'baseline-unknown',
        params: { environment: 'production', commit: shorten(sha('main 1')) },
      },
      base: undefined,
    });
  });

  it('is unknown without a commit', () => {
    const deployment = deployed(40, 'm', { commit: undefined });
    expect(trace(deployment, [])).toEqual({
      steps: [],
      gap: { code: 'commit-unknown', params: {} },
      base: undefined,
    });
  });

  it('names the commit before which nothing is known', () => {
    const all = [...release(1, 10), ...release(3, 30, 'lost').slice(0, -1)];
    expect(trace(deployed(40, 'main 3'), all).gap).toEqual({
      code: 'release-range-incomplete',
      params: { commit: shorten(sha('lost')) },
    });
  });

  it('is a push whose last commit was deployed, though another of its commits was built upon', () => {
    const all = [
      push(10, ['a', 'b']),
      deployed(14, 'b'),
      push(20, ['c'], { from: 'a' }),
    ];
    expect(trace(deployed(40, 'c'), all)).toEqual({
      steps: ['direct 1'],
      gap: undefined,
      base: '14',
    });
  });

  it('is never what was pushed together with the deployed commit, but after it', () => {
    const all = [push(10, ['a', 'b'], { from: 'lost' }), deployed(14, 'b')];
    expect(trace(deployed(40, 'a'), all)).toMatchObject({
      steps: ['direct 2'],
      gap: { code: 'release-range-incomplete' },
      base: undefined,
    });
  });

  it('may be a commit in the middle of an earlier push', () => {
    const all = [
      push(10, ['x'], { tip: 'z', from: 'lost' }),
      deployed(14, 'x'),
      push(20, ['c'], { from: 'z' }),
    ];
    expect(trace(deployed(40, 'c'), all).base).toBe('14');
  });

  it('is no deployment where a branch begins', () => {
    const index = indexAll([...release(1, 10), ...release(2, 20, 'main 1')]);
    const [first, second] = index.deployments;
    const bases = findBases(second!, index, () => true);
    expect(bases.find(first!.commit)).toBe(first);
    expect(bases.find(undefined)).toBeUndefined();
  });

  it('marks what came through a change elsewhere, and nothing else', () => {
    const elsewhere = evidence(
      'change-merged',
      at(10),
      {
        ...merged(7, 10, 'anna', 'h', 'x').predicate,
        targetBranch: 'develop',
      },
      merged(7, 10, 'anna', 'h', 'x').subjects.slice(1),
    );
    const all = [elsewhere, push(20, ['x']), push(30, ['y'], { from: 'x' })];
    expect(trace(deployed(40, 'y'), all).steps).toEqual([
      'direct 1',
      '#7 elsewhere',
    ]);
  });
});

describe('a list of commits is cut', () => {
  const tell = (one: Push, ...all: Evidence[]) =>
    findCut(one, indexAll([one, ...all]))?.params;
  const squashed = { from: 'm', commitCount: 3 };

  it.each<[string, Push]>([
    ['as long as reported', push(1, ['a', 'b'], { commitCount: 2 })],
    ['of a new branch, without the tip', push(1, [], { tip: 'a' })],
    [
      'of a rewritten history, without the tip',
      push(1, ['x'], { tip: 'a', from: 'm', forced: true }),
    ],
    ['of a push of nothing', push(1, [], { tip: 'a', from: 'a' })],
  ])('not, if it is %s', (_, one) => {
    expect(tell(one)).toBeUndefined();
  });

  it('if it is shorter than reported', () => {
    expect(tell(push(1, ['a'], squashed))).toEqual({
      commit: shorten(sha('a')),
      branch: 'main',
      listed: 1,
      total: 3,
    });
  });

  it('if it lacks the tip', () => {
    expect(tell(push(1, ['x'], { tip: 'a', from: 'm' }))).toEqual({
      commit: shorten(sha('a')),
      branch: 'main',
      listed: 1,
    });
  });

  const change = (commitCount: number, targetBranch = 'main') => {
    const { predicate, subjects } = merged(7, 1, 'anna', 'h', 'a');
    return evidence(
      'change-merged',
      at(1),
      { ...predicate, targetBranch, commitCount },
      subjects.slice(1),
    );
  };

  it('not, if a change accounts for all commits of the push', () => {
    expect(tell(push(1, ['a'], squashed), change(2))).toBeUndefined();
    expect(tell(push(1, ['a'], squashed), change(1))).toHaveProperty('total');
  });

  it('even if a change into another branch accounts for it', () => {
    expect(tell(push(1, ['a'], squashed), change(2, 'develop'))).toHaveProperty(
      'total',
    );
  });

  it('even if there is a change, when either does not say how many there are', () => {
    const lacking = push(1, ['x'], { tip: 'a', from: 'm' });
    expect(tell(lacking, change(2))).toBeDefined();
    const uncounted = merged(7, 1, 'anna', 'h', 'a');
    expect(tell(push(1, ['a'], squashed), uncounted)).toBeDefined();
  });
});

describe('EvidenceIndex', () => {
  const repository = { kind: 'repository', uri: fork.uri } as const;
  const inFork = <T extends Evidence>(item: T): T => ({
    ...item,
    id: `${item.id}-fork`,
    subjects: [repository, ...item.subjects.slice(1)],
  });

  it('knows the only repository that has a commit', () => {
    const one = push(1, ['a', 'b']);
    const merge = merged(7, 1, 'anna', 'h', 'c');
    const index = indexAll([one, merge]);
    const here = index.findOnlyRepository(sha('b'));
    expect(here).toContain('bank/ledger');
    expect(index.findOnlyRepository(sha('a'))).toBe(here);
    expect(index.findOnlyRepository(sha('c'))).toBe(here);
    expect(index.findOnlyRepository(sha('z'))).toBeUndefined();
    const both = indexAll([one, inFork(one)]);
    expect(both.findOnlyRepository(sha('b'))).toBeUndefined();
  });

  it('finds the push that contains a commit', () => {
    const one = push(1, ['a', 'b']);
    const index = indexAll([one]);
    const place = { repository: index.findOnlyRepository(sha('b')) };
    expect(index.findPush(sha('a'), place)).toEqual(one);
    expect(index.findPush(sha('z'), place)).toBeUndefined();
  });

  it('prefers a push to a branch that changes are merged into', () => {
    const feature = push(1, ['a'], { branch: 'feature' });
    const onMain = push(2, ['a']);
    const merge = merged(7, 3, 'anna', 'h', 'c');
    const find = (...all: Evidence[]) => {
      const index = indexAll(all);
      const place = { repository: index.findOnlyRepository(sha('a')) };
      return index.findPush(sha('a'), place)?.predicate.branch;
    };
    expect(find(feature, onMain)).toBe('feature');
    expect(find(feature, onMain, merge)).toBe('main');
  });

  it('lists pushes of a commit to other branches of the same repository', () => {
    const all = [push(1, ['a']), push(2, ['a'], { branch: 'release' })];
    const index = indexAll([...all, inFork(push(3, ['a'], { branch: 'x' }))]);
    const found = indexAll(all).findOnlyRepository(sha('a'));
    expect(
      index
        .listPushesTo(sha('a'), { repository: found, branch: 'main' })
        .map(({ predicate }) => predicate.branch),
    ).toEqual(['release']);
  });

  it('takes a merge that names no change for one of its own', () => {
    const bare = (id: string) => {
      const merge = merged(7, 1, 'anna', 'h', 'c');
      const subjects = [merge.subjects[0]!, commitSubject(sha('c'))];
      return { ...merge, id, subjects } as unknown as Evidence<'change-merged'>;
    };
    const index = indexAll([bare('1'), bare('2')]);
    const place = { repository: index.findOnlyRepository(sha('c')) };
    expect(index.findChanges(sha('c'), place)).toHaveLength(2);
    expect(index.onChange('change-merged', bare('1'))).toEqual([]);
  });

  it('finds the repository behind another subject', () => {
    const one = push(1, ['a']);
    const entity = { kind: 'entity', uri: 'component:default/a' } as const;
    const index = indexAll([{ ...one, subjects: [entity, ...one.subjects] }]);
    expect(index.findOnlyRepository(sha('a'))).toContain('bank/ledger');
  });

  it('counts what was learned by an instant, of what happened by another', () => {
    const one = { ...push(1, ['a']), recordedAt: at(5) } as Push;
    const count = (asOf: number, knownAt: number) =>
      new EvidenceIndex([one], at(asOf), [], at(knownAt)).ofType(
        'commits-pushed',
      ).length;
    expect([count(1, 5), count(1, 4), count(0, 5)]).toEqual([1, 0, 0]);
  });

  it('has an order of its own for what happened at the same time', () => {
    const all = ['c', 'a', 'b'].map(
      id => ({ ...push(1, [id]), id } as Evidence),
    );
    const list = (some: readonly Evidence[]) =>
      indexAll(some)
        .ofType('commits-pushed')
        .map(({ id }) => id)
        .join('');
    expect([list(all), list([...all].reverse())]).toEqual(['abc', 'abc']);
  });
});
