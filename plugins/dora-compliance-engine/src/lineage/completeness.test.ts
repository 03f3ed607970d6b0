import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evaluateControl } from '../evaluate/evaluateControl';
import { independence } from '../testing/controls';
import {
  asset,
  at,
  deployed,
  evidence,
  person,
  pushed,
  release,
  sha,
} from '../testing/story';

const DAY = 24 * 60;

const judge = (all: readonly Evidence[], asOf = at(300 * DAY)) =>
  evaluateControl(independence, {
    asset,
    evidence: all,
    asOf,
    sourceHeard: true,
    gaps: [],
    people: [],
  });

/** What the latest deployment is said to be. */
const judgeLast = (
  all: readonly Evidence[],
  asOf?: Predicate<'service-deployed'>['deployedAt'],
) => {
  const { rows } = judge(all, asOf);
  const [last] = [...rows].sort((a, b) => (a.member.at < b.member.at ? 1 : -1));
  return `${last?.status}: ${last?.reason.code}`;
};

const SOUND = 'satisfied: all-checks-passed';
const DIRECT = 'not-satisfied: direct-push';
const erik = person('erik');
const to = (name: string) => ({ environment: { name, production: true } });

/** A release of another change, without its deployment. */
const undeployed = (number: number, start: number, before?: string) =>
  release(number, start, before).filter(
    ({ type }) => type !== 'service-deployed',
  );
const direct = pushed(50, 'main 1', 'hotfix', erik);

describe('less is never more', () => {
  it('a direct push is seen behind many deployments to other environments', () => {
    const others = Array.from({ length: 80 }, (_, place) =>
      deployed(100 + place, `x${place}`, to(`production-${place}`)),
    );
    const all = [
      ...release(1, 10),
      direct,
      ...others,
      ...undeployed(2, 300, 'hotfix'),
      deployed(400, 'main 2'),
    ];
    expect(judgeLast(all)).toBe(DIRECT);
  });

  it('a push that is not told makes the release unknown', () => {
    const all = [...release(1, 10), ...release(2, 60, 'hotfix')];
    expect(judgeLast([...all, direct])).toBe(DIRECT);
    expect(judgeLast(all)).toBe('not-assessed: release-range-incomplete');
  });

  it('twenty of the forty-five commits of a push are not all', () => {
    const change = undeployed(2, 60, 'main 1');
    const cutShort = (more: Partial<Predicate<'commits-pushed'>>) => [
      ...release(1, 10),
      ...change.map(item =>
        item.type === 'commits-pushed'
          ? ({ ...item, predicate: { ...item.predicate, ...more } } as Evidence)
          : item,
      ),
      deployed(100, 'main 2'),
    ];
    expect(judgeLast(cutShort({ commitCount: 1 }))).toBe(SOUND);
    const { rows } = judge(cutShort({ commitCount: 45 }));
    expect(rows[0]?.reason).toMatchObject({
      code: 'push-incomplete',
      params: { listed: 1, total: 45, branch: 'main' },
    });
    expect(judgeLast(cutShort({ commits: [] }))).toBe(
      'not-assessed: push-incomplete',
    );
  });

  it('a long list that is cut is known where its change accounts for all of it', () => {
    const change = undeployed(2, 60, 'main 1').map(item => {
      const predicate =
        (item.type === 'commits-pushed' && { commitCount: 2 }) ||
        (item.type === 'change-merged' && { commitCount: 1 }) ||
        (item.type === 'change-commits-observed' && {
          merge: { commit: sha('main 2'), isMadeByHost: true },
        }) ||
        {};
      return {
        ...item,
        predicate: { ...item.predicate, ...predicate },
      } as Evidence;
    });
    const all = [...release(1, 10), ...change, deployed(100, 'main 2')];
    expect(judgeLast(all)).toBe(SOUND);
  });
});

describe('more is never laundered', () => {
  const sound = undeployed(2, 60, 'hotfix');

  it.each([
    ['another environment', [deployed(100, 'main 2', to('production-eu'))]],
    [
      'another environment, after it went to the known one',
      [deployed(90, 'main 2'), deployed(100, 'main 2', to('production-eu'))],
    ],
    [
      'the same one again, after ninety days',
      [deployed(100, 'main 2'), deployed(100 * DAY, 'main 2')],
    ],
    [
      'the same one, after a deployment without a commit',
      [deployed(80, '', { commit: undefined }), deployed(100, 'main 2')],
    ],
  ])('a direct push is seen when the release goes to %s', (_, deployments) => {
    expect(
      judgeLast([...release(1, 10), direct, ...sound, ...deployments]),
    ).toBe(DIRECT);
  });

  it('a rollback answers for what the deployment of its commit answered for', () => {
    const all = [
      ...release(1, 10),
      direct,
      ...sound,
      deployed(100, 'main 2'),
      ...release(3, 200, 'main 2'),
      deployed(300, 'main 2'),
    ];
    expect(judgeLast(all)).toBe(DIRECT);
  });

  it('what is running is a member, however long ago it was deployed', () => {
    const all = [...release(1, 10), direct, ...sound, deployed(100, 'main 2')];
    const { status, rows } = judge(all, at(400 * DAY));
    expect([status, rows.length]).toEqual(['not-satisfied', 1]);
  });
});

describe('a gap of a source', () => {
  const judgeWithGap = (first: number, last: number) => {
    const { status, reason } = evaluateControl(independence, {
      asset,
      evidence: [
        ...release(1, 10 * DAY),
        ...undeployed(2, 20 * DAY, 'main 1'),
        deployed(30 * DAY, 'main 2'),
      ],
      asOf: at(300 * DAY),
      sourceHeard: true,
      gaps: [
        {
          sourceId: 'github',
          from: at(first * DAY),
          to: at(last * DAY),
          cause: 'receiver-down',
        },
      ],
      people: [],
    });
    return `${status}: ${reason.code}`;
  };
  const good = 'satisfied: all-members-satisfied';

  it.each([
    ['long before what is running', 1, 2, good],
    ['while its changes were made', 15, 16, 'not-assessed: evidence-gap'],
    [
      'when another one may have replaced it',
      100,
      101,
      'not-assessed: evidence-gap',
    ],
    ['within the window', 250, 251, 'not-assessed: evidence-gap'],
  ])('%s: days %s to %s: %s', (_, first, last, result) => {
    expect(judgeWithGap(first, last)).toBe(result);
  });
});

describe('the first deployment to an environment', () => {
  const later = undeployed(2, 60, 'main 1');

  it('answers for the history back to the start of the branch', () => {
    expect(
      judgeLast([...undeployed(1, 10), ...later, deployed(100, 'main 2')]),
    ).toBe(SOUND);
    const start = pushed(5, undefined, 'main 0', erik);
    const first = undeployed(1, 10, 'main 0');
    expect(judgeLast([start, ...first, deployed(100, 'main 1')])).toBe(DIRECT);
  });

  it('is not assessed where that history is not known', () => {
    const all = [...undeployed(1, 10, 'before'), deployed(100, 'main 1')];
    const { rows } = judge(all);
    expect(rows[0]).toMatchObject({
      status: 'not-assessed',
      reason: {
        code: 'baseline-unknown',
        params: { environment: 'production' },
      },
    });
  });

  it('goes back to what is known to be good in another one', () => {
    const eu = to('production-eu');
    const known = [...release(1, 10), ...later, deployed(100, 'main 2', eu)];
    expect(judgeLast(known)).toBe(SOUND);
    // Until that is known itself, it proves nothing.
    const unknown = [
      ...release(1, 10, 'before'),
      ...later,
      deployed(100, 'main 2', eu),
    ];
    expect(judgeLast(unknown)).toBe('not-assessed: baseline-unknown');
  });

  it('of one repository is none of another one', () => {
    const elsewhere = release(1, 10).map(
      item =>
        ({
          ...item,
          id: `${item.id}-fork`,
          subjects: item.subjects.map(subject =>
            subject.kind === 'repository'
              ? { ...subject, uri: 'https://github.com/fork/ledger' }
              : subject,
          ),
        } as unknown as Evidence),
    );
    const all = [...elsewhere, ...later, deployed(100, 'main 2')];
    expect(judgeLast(all)).toBe('not-assessed: baseline-unknown');
  });
});

describe('a change elsewhere', () => {
  const commits = ['a', 'b'].map(name => ({
    commit: pushed(0, undefined, name, erik).predicate.after,
    author: person('anna'),
    coAuthors: [],
    title: name,
  }));
  const [a, b] = commits;
  const promoted = (inDevelop: typeof commits) => {
    const approved = undeployed(1, 10).map(item => {
      const predicate: Record<string, unknown> = { ...item.predicate };
      if (item.type === 'change-merged') {
        predicate.targetBranch = 'develop';
        predicate.mergeCommit = b!.commit;
      } else if (item.type === 'commits-pushed') {
        predicate.branch = 'develop';
        predicate.after = b!.commit;
        predicate.commits = inDevelop;
      } else if (item.type === 'change-commits-observed') {
        predicate.total = 1;
      }
      return { ...item, predicate } as Evidence;
    });
    const promotion = evidence('commits-pushed', at(40), {
      branch: 'main',
      after: b!.commit,
      forced: false,
      pushedBy: erik,
      commits,
    });
    return [...approved, promotion, deployed(100, 'b')];
  };

  it('covers on the branch that is deployed only what it brought there', () => {
    expect(judgeLast(promoted([b!]))).toBe(DIRECT);
    const { rows } = judge(promoted([b!]));
    expect(rows[0]?.reason.params).toMatchObject({
      commit: a!.commit.slice(0, 7),
    });
  });

  it('in a fork covers nothing in the repository itself', () => {
    const fork = release(1, 10).map(item =>
      item.type === 'commits-pushed' || item.type === 'service-deployed'
        ? item
        : ({
            ...item,
            subjects: item.subjects.map(subject =>
              subject.kind === 'repository'
                ? { ...subject, uri: 'https://github.com/fork/ledger' }
                : subject,
            ),
          } as Evidence),
    );
    expect(judgeLast(fork)).toBe(DIRECT);
  });
});
