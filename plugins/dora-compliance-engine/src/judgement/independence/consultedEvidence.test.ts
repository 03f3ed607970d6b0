import type {
  Evidence,
  Identity,
  Predicate,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { shorten } from '../../lineage/keys';
import {
  at,
  built,
  commitsObserved,
  deployed,
  evidence,
  merged,
  person,
  pushed,
  release,
  reviewed,
  sha,
  updated,
} from '../../testing/story';
import { judgeIndependence } from './independence';

const anna = person('anna');
const marco = person('marco');
const erik = person('erik');

/** The checks of the last deployment of a story, by name. */
function judge(all: readonly Evidence[]) {
  const index = new EvidenceIndex(all, at(10_000));
  const last = index.deployments.at(-1)!;
  const checks = judgeIndependence(last.first, index);
  const types = new Map(all.map(({ id, type }) => [id, type]));
  return Object.fromEntries(
    checks.map(({ check, passed, cause, evidence: ids, since }) => [
      check,
      {
        passed,
        code: cause.code,
        params: cause.params,
        types: ids.map(id => types.get(id as Evidence['id'])),
        ids,
        since,
      },
    ]),
  );
}

const write = (
  name: string,
  author: Identity = anna,
  more: Partial<PushedCommit> = {},
): PushedCommit => ({
  commit: sha(name),
  author,
  coAuthors: [],
  title: name,
  ...more,
});
const push = (
  commits: PushedCommit[],
  more: Partial<Predicate<'commits-pushed'>> = {},
  minutes = 30,
) =>
  evidence('commits-pushed', at(minutes), {
    branch: 'main',
    after: commits.at(-1)!.commit,
    forced: false,
    pushedBy: erik,
    commits,
    ...more,
  });
const merge = (
  more: Partial<Predicate<'change-merged'>> = {},
  number = 1,
  head = 'h',
  commit = 'm',
) => {
  const { predicate, subjects } = merged(number, 30, 'anna', head, commit);
  return evidence(
    'change-merged',
    at(30),
    { ...predicate, ...more },
    subjects.slice(1),
  );
};
const list = (
  commits = [write('h')],
  more: Partial<Predicate<'change-commits-observed'>> = {},
) => commitsObserved(1, 31, commits, { headCommit: sha('h'), ...more });
const byHost = { merge: { commit: sha('m'), isMadeByHost: true } };

/** A change of anna, approved by marco, that arrives by a merge commit. */
const opened = updated(1, 1, 'anna', 'h');
const approved = reviewed(1, 20, marco, 'h');
const arrives = push([write('h'), write('m', erik)]);
const story = (...more: Evidence[]) => [
  opened,
  approved,
  merge(),
  arrives,
  ...more,
];

describe('a sound release', () => {
  const all = release(1, 10);
  const checks = judge(all);
  const find = (type: string) => all.find(item => item.type === type)!.id;

  it('has the checks, the reasons and the evidence that it rests on', () => {
    expect(Object.keys(checks)).toEqual([
      'through-changes',
      'approved-by-another-person',
      'authors-identified',
    ]);
    expect(checks['through-changes']).toMatchObject({
      passed: true,
      code: 'all-through-changes',
      params: { count: 1 },
      types: [
        'service-deployed',
        'commits-pushed',
        'change-merged',
        'change-commits-observed',
      ],
      since: at(12),
    });
    expect(checks['approved-by-another-person']).toMatchObject({
      passed: true,
      code: 'independently-approved',
      params: { change: '1', approver: 'marco', approvedAt: at(11) },
    });
    expect(checks['approved-by-another-person']!.ids.slice(0, 2)).toEqual([
      find('change-reviewed'),
      find('change-merged'),
    ]);
    expect(checks['authors-identified']).toMatchObject({
      passed: true,
      code: 'authors-identified',
      params: {},
      types: [
        'change-updated',
        'change-merged',
        'commits-pushed',
        'change-commits-observed',
        'service-deployed',
      ],
      since: at(10),
    });
  });

  it('names nobody who deploys if no source reports that', () => {
    const deployment = deployed(40, 'main 1', { deployer: undefined });
    const unnamed = judge([...all.slice(0, -1), deployment]);
    expect(unnamed['deployer-named']).toMatchObject({
      passed: null,
      code: 'deployer-unknown',
      ids: [deployment.id],
    });
    expect(unnamed).not.toHaveProperty('deployment-allowed');
  });
});

describe('a release of several changes', () => {
  const second = release(2, 20, 'main 1').slice(0, -1);
  const first = release(1, 10).slice(0, -1);
  const deployment = deployed(40, 'main 2');
  const without = (type: string, all: Evidence[]) =>
    all.filter(item => item.type !== type);
  const withoutPushes = (all: Evidence[]) => without('change-updated', all);

  it('counts them if all are approved', () => {
    expect(
      judge([...first, ...second, deployment])['approved-by-another-person'],
    ).toMatchObject({
      passed: true,
      code: 'all-independently-approved',
      params: { count: 2 },
    });
    expect(
      judge([...first, ...second, deployment])['through-changes']?.params,
    ).toEqual({ count: 2 });
  });

  it.each([
    [1, without('change-reviewed', first), second],
    [2, first, without('change-reviewed', second)],
  ])(
    'lists first what concerns the one without approval (%s)',
    (number, a, b) => {
      const all = [...a, ...b, deployment];
      const { code, params, ids } = judge(all)['approved-by-another-person']!;
      expect([code, params]).toEqual([
        'no-approval',
        expect.objectContaining({ change: String(number) }),
      ]);
      const bad = (number === 1 ? a : b).find(
        ({ type }) => type === 'change-merged',
      );
      expect(ids[0]).toBe(bad?.id);
      const consulted = all.filter(({ id }) => ids.includes(id));
      expect(consulted.map(({ type }) => type)).toContain('change-reviewed');
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it.each([
    [1, withoutPushes(first), second],
    [2, first, withoutPushes(second)],
  ])(
    'lists first what concerns the one with an unknown hand (%s)',
    (number, a, b) => {
      const all = [...a, ...b, deployment];
      const { passed, code, params, ids } = judge(all)['authors-identified']!;
      expect([passed, code, params]).toEqual([
        null,
        'pusher-unknown',
        { change: String(number), commit: shorten(sha(`head ${number}`)) },
      ]);
      const bad = number === 1 ? a : b;
      expect(bad.map(({ id }) => id)).toContain(ids[0]);
      const merges = all.filter(({ type }) => type === 'change-merged');
      expect(merges.filter(({ id }) => !ids.includes(id))).toEqual([]);
      expect(ids).toContain(deployment.id);
    },
  );
});

describe('what did not come through a change', () => {
  const direct = (names: string[], more = {}, minutes = 30) =>
    push(
      names.map(name => write(name)),
      more,
      minutes,
    );

  it('is named by its last commit, who pushed it and when', () => {
    const one = direct(['x', 'a', 'b']);
    expect(judge([one, deployed(40, 'b')])['through-changes']).toMatchObject({
      passed: false,
      code: 'direct-push',
      params: {
        commit: shorten(sha('b')),
        branch: 'main',
        person: 'erik',
        at: at(30),
      },
    });
    const unlisted = direct(['a'], { commits: [], before: sha('x') });
    expect(
      judge([unlisted, deployed(40, 'a')])['through-changes']?.params,
    ).toMatchObject({ commit: shorten(sha('a')) });
  });

  it('has no approvals that could be judged', () => {
    const checks = judge([direct(['a']), deployed(40, 'a')]);
    expect(Object.keys(checks)).toEqual(['through-changes']);
  });

  it('comes before what else is listed', () => {
    const one = pushed(15, 'main 1', 'd', erik);
    const all = [
      ...release(1, 10),
      one,
      ...release(2, 20, 'd').slice(0, -1),
      deployed(40, 'main 2'),
    ];
    const { code, ids, types } = judge(all)['through-changes']!;
    expect([code, ids[0]]).toEqual(['direct-push', one.id]);
    // The deployment before, too: the release begins after it.
    expect(types.filter(type => type === 'service-deployed')).toHaveLength(2);
  });

  it('is worse than what is not known', () => {
    const all = [direct(['a'], { before: sha('lost') }), deployed(40, 'a')];
    expect(judge(all)['through-changes']).toMatchObject({
      passed: false,
      code: 'direct-push',
    });
  });

  it('is not named where it is not known what arrived before', () => {
    const more = push([write('x'), write('m')], { before: sha('lost') });
    const all = [opened, approved, merge(), more, deployed(40, 'm')];
    expect(judge(all)['through-changes']).toMatchObject({
      passed: null,
      code: 'baseline-unknown',
    });
  });

  it('is not what was merged too late, which is named with both times', () => {
    const late = merge({ mergedAt: at(50) });
    const all = [opened, approved, late, arrives, list(), deployed(40, 'm')];
    expect(judge(all)['through-changes']).toMatchObject({
      passed: false,
      code: 'merged-after-deployment',
      params: { change: '1', mergedAt: at(50), deployedAt: at(40) },
    });
  });

  it('is what arrived beside the commits of a change', () => {
    const more = push([write('x', erik), write('h'), write('m', erik)]);
    const all = [opened, approved, merge(), more, deployed(40, 'm')];
    expect(judge([...all, list()])['through-changes']).toMatchObject({
      passed: false,
      code: 'commits-beside-change',
      params: { change: '1', arrived: 3, count: 1 },
    });
    expect(judge(all)['through-changes']).toMatchObject({
      passed: null,
      code: 'change-commits-unknown',
      params: { change: '1' },
    });
  });

  it('is known by a better one of two changes', () => {
    const both = (more: Partial<Predicate<'change-merged'>>) => [
      ...story(merge(more, 2), deployed(40, 'm')),
      list(),
    ];
    // The second change accounts for all of it, the first one alone would not.
    expect(judge(both({ mergedAt: at(50) }))['through-changes']?.passed).toBe(
      true,
    );
  });
});

describe('a commit that came through two changes', () => {
  const arrived = push([write('m')]);
  const second = [
    updated(2, 2, 'anna', 'h'),
    merge({ targetBranch: 'main' }, 2, 'h', 'm'),
  ];
  const readList = (number: number, total = 1) =>
    commitsObserved(number, 31, [write('h')], {
      headCommit: sha('h'),
      total,
    });
  const verdict = (...all: Evidence[]) => {
    const checks = judge([
      opened,
      merge(),
      ...second,
      arrived,
      ...all,
      deployed(40, 'm'),
    ]);
    const { passed } = checks['approved-by-another-person']!;
    return [passed, checks['authors-identified']!.passed];
  };
  const unsure = (number: number) =>
    reviewed(number, 20, marco, 'h', { mayWrite: undefined });
  const sure = (number: number) => reviewed(number, 20, marco, 'h');

  it.each([
    [1, 2],
    [2, 1],
  ])('needs the better one only (%s, %s)', (one, two) => {
    // A sound approval before one in doubt, and that before none.
    expect(
      verdict(sure(one), readList(one), unsure(two), readList(two)),
    ).toEqual([true, true]);
    expect(verdict(unsure(one), readList(one), readList(two))).toEqual([
      null,
      true,
    ]);
    // Known authors before unknown ones.
    expect(verdict(sure(one), sure(two), readList(one))).toEqual([true, true]);
    // Unknown authors before no approval.
    expect(verdict(sure(one), readList(two))).toEqual([true, null]);
  });

  it('is not assessed rather than a finding, if one is not known', () => {
    const more = push([write('x'), write('m')]);
    const late = merge({ mergedAt: at(50) }, 2, 'h', 'm');
    const all = [opened, approved, merge(), late, more, deployed(40, 'm')];
    expect(judge(all)['through-changes']).toMatchObject({
      passed: null,
      code: 'change-commits-unknown',
      params: { change: '1' },
    });
  });
});

describe('who pushed each state of a change', () => {
  const whole = list([write('h')], byHost);
  const end = deployed(40, 'm');
  const branch = 'feature';
  const state = (name: string, by: Identity, minutes: number) =>
    push([write(name)], { branch, pushedBy: by }, minutes);
  const all = (...more: Evidence[]) =>
    judge([approved, merge(), arrives, whole, end, ...more]);

  it('is known by pushes to its branch alone', () => {
    expect(all(state('h', anna, 5))['authors-identified']?.passed).toBe(true);
    expect(all()['authors-identified']?.code).toBe('pusher-unknown');
    // A push to the target branch is the merge itself.
    const onMain = push([write('h')], { pushedBy: anna }, 5);
    expect(all(onMain)['authors-identified']?.code).toBe('pusher-unknown');
  });

  it('is no approver of the change', () => {
    const updates = [
      updated(1, 1, 'anna', 'g'),
      updated(1, 8, 'anna', 'h', 'f'),
    ];
    for (const name of ['g', 'f', 'h']) {
      const checks = all(...updates, state(name, marco, 5));
      expect(checks['approved-by-another-person']?.code).toBe('self-approval');
    }
    const other = all(...updates, state('x', marco, 5));
    expect(other['approved-by-another-person']?.passed).toBe(true);
  });
});

describe('the first deployment to an environment', () => {
  const eu = { environment: { name: 'production-eu', production: true } };
  const first = release(1, 10, 'lost');
  const second = release(2, 20, 'main 1');
  const third = release(3, 30, 'main 2').slice(0, -1);
  const late = deployed(40, 'main 3', eu);

  it('goes back to what was good elsewhere', () => {
    const check = judge([...first, ...second, ...third, late])[
      'through-changes'
    ];
    expect(check).toMatchObject({ passed: true, params: { count: 1 } });
    expect(check?.ids).toContain(second.at(-1)!.id);
  });

  it('does not go back to what was not', () => {
    const bad = second.filter(({ type }) => type !== 'change-reviewed');
    for (const before of [bad, second.slice(0, -1)]) {
      expect(
        judge([...first, ...before, ...third, late])['through-changes'],
      ).toMatchObject({ passed: null, code: 'baseline-unknown' });
    }
  });
});

describe('a change that was merged into another branch', () => {
  const elsewhere = merge({ targetBranch: 'develop', commitCount: 2 });
  const own = [write('g'), write('h')];
  const there = push([...own, write('m', erik)], { branch: 'develop' }, 30);
  const here = (names: string[]) =>
    push(
      names.map(name => write(name)),
      { after: sha('m') },
      35,
    );
  const tell = (...all: Evidence[]) =>
    judge([opened, approved, elsewhere, ...all, deployed(40, 'm')])[
      'through-changes'
    ];

  it('covers here the commits that it brought there', () => {
    expect(tell(there, here(['g', 'h', 'm']))?.passed).toBe(true);
  });

  it('covers no others', () => {
    expect(tell(there, here(['x', 'g', 'h', 'm']))).toMatchObject({
      passed: false,
      code: 'direct-push',
      params: { commit: shorten(sha('x')) },
    });
  });

  it('covers the commits of its list, where its push was not received', () => {
    expect(tell(here(['g', 'h', 'm']))?.passed).toBe(false);
    expect(tell(here(['g', 'h', 'm']), list(own, { total: 2 }))?.passed).toBe(
      true,
    );
  });

  it('covers nothing that arrived there beside it', () => {
    const more = push(
      [write('x'), ...own, write('m', erik)],
      { branch: 'develop' },
      30,
    );
    expect(tell(more, here(['x', 'h', 'm']))?.passed).toBe(false);
  });
});

describe('the authors of a change are known', () => {
  const tell = (...all: Evidence[]) => {
    const { passed, code, params } = judge([
      opened,
      approved,
      ...all,
      deployed(40, 'm'),
    ])['authors-identified']!;
    return { passed, code, params };
  };
  const KNOWN = { passed: true, code: 'authors-identified', params: {} };
  const unlisted = (change = '1') => ({
    passed: null,
    code: 'change-commits-unknown',
    params: { change },
  });

  it('from a push that brought its last commit', () => {
    expect(tell(merge(), arrives)).toEqual(KNOWN);
    expect(tell(merge({ commitCount: 1 }), arrives)).toEqual(KNOWN);
    expect(tell(merge({ commitCount: 2 }), arrives)).toEqual(unlisted());
  });

  it('from a push of as many commits, where it was rebased', () => {
    const rebased = push([write('r'), write('m')]);
    expect(tell(merge({ commitCount: 2 }), rebased)).toEqual(KNOWN);
    expect(tell(merge({ commitCount: 3 }), rebased)).toEqual(unlisted());
    expect(tell(merge(), rebased)).toEqual(unlisted());
  });

  it('not from a push of one commit, where it was squashed', () => {
    const squashed = push([write('m')]);
    expect(tell(merge({ commitCount: 1 }), squashed)).toEqual(unlisted());
    expect(tell(merge({ commitCount: 1 }), squashed, list())).toEqual(KNOWN);
  });

  it('not from a list that is cut, which is said with its numbers', () => {
    const squashed = push([write('m')]);
    expect(tell(merge(), squashed, list([write('h')], { total: 3 }))).toEqual({
      passed: null,
      code: 'change-commits-incomplete',
      params: { change: '1', listed: 1, total: 3 },
    });
    expect(
      tell(merge(), squashed, list([write('h')], { complete: false })),
    ).toEqual({
      passed: null,
      code: 'change-commits-incomplete',
      params: { change: '1', listed: 1 },
    });
  });

  it('not from a list that is shorter than either number says', () => {
    const squashed = push([write('m')]);
    const two = list([write('g'), write('h')], { total: 3 });
    expect(tell(merge({ commitCount: 2 }), squashed, two)).toEqual({
      passed: null,
      code: 'change-commits-incomplete',
      params: { change: '1', listed: 2, total: 3 },
    });
  });

  it('not from a list that is cut, of which the last one is named', () => {
    const squashed = push([write('m')]);
    const longer = {
      ...list([write('g'), write('h')], { total: 3 }),
      observedAt: at(32),
    } as Evidence;
    const first = list([write('h')], { total: 3 });
    expect(tell(merge(), squashed, first, longer).params).toEqual({
      change: '1',
      listed: 2,
      total: 3,
    });
  });

  it('and what a machine did is evidence, too', () => {
    const bot = person('renovate[bot]', 'bot');
    const all = [
      updated(1, 1, 'renovate[bot]', 'h'),
      approved,
      merge({ author: bot }),
      push([write('h', bot), write('m', erik)]),
      list([write('h', bot)], byHost),
      deployed(40, 'm'),
    ];
    expect(judge(all)['authors-identified']).toMatchObject({
      passed: true,
      types: expect.arrayContaining([
        'change-updated',
        'change-commits-observed',
      ]),
    });
  });

  it('only if each has an account', () => {
    const nobody: Identity = {
      system: 'github.com',
      kind: 'unknown',
      email: 'x@y.example',
    };
    expect(tell(merge(), arrives, list([write('h', nobody)]))).toMatchObject({
      passed: null,
      code: 'author-unlinked',
      params: { author: 'x@y.example' },
    });
    const byNobody = {
      ...opened,
      predicate: { ...opened.predicate, pushedBy: nobody },
    } as Evidence;
    const { 'authors-identified': check } = judge([
      byNobody,
      approved,
      merge(),
      arrives,
      list(),
      deployed(40, 'm'),
    ]);
    expect(check).toMatchObject({
      code: 'person-unidentified',
      params: { person: 'x@y.example (github.com)' },
    });
  });
});

describe('a merge commit that the host is not known to have made', () => {
  it('is named with who made it', () => {
    const all = story(list(), deployed(40, 'm'));
    expect(judge(all)['approved-by-another-person']).toMatchObject({
      passed: null,
      code: 'merge-content-unproven',
      params: {
        change: '1',
        commit: shorten(sha('m')),
        person: 'erik',
      },
    });
    expect(
      judge(story(list([write('h')], byHost), deployed(40, 'm')))[
        'approved-by-another-person'
      ]?.passed,
    ).toBe(true);
  });

  it('is one of the host if one of several readings says so', () => {
    const other = list([write('h')], { complete: false });
    const all = story(
      other,
      { ...list([write('h')], byHost), observedAt: at(32) } as Evidence,
      deployed(40, 'm'),
    );
    expect(judge(all)['approved-by-another-person']?.passed).toBe(true);
  });

  it('was not made by an assistant that its message names', () => {
    const assistant = {
      system: 'git',
      kind: 'unknown',
      email: 'noreply@anthropic.com',
    } as const;
    const made = push([
      write('h'),
      write('m', erik, { coAuthors: [assistant] }),
    ]);
    const all = [opened, approved, merge(), made, list(), deployed(40, 'm')];
    expect(judge(all)['authors-identified']?.passed).toBe(true);
  });

  it('is no approval of who committed it or helped with it', () => {
    const tell = (more: Partial<PushedCommit>) => {
      const made = push([write('h'), write('m', erik, more)]);
      const { code, params } = judge([
        opened,
        approved,
        merge(),
        made,
        list(),
        deployed(40, 'm'),
      ])['approved-by-another-person']!;
      return [code, (params as { act?: string }).act];
    };
    expect(tell({ committer: marco })).toEqual(['self-approval', 'merged']);
    expect(tell({ coAuthors: [marco] })).toEqual(['self-approval', 'merged']);
    expect(tell({ committer: erik })).toEqual([
      'merge-content-unproven',
      undefined,
    ]);
  });
});

describe('a self-approval names what the approver did, and when', () => {
  const tell = (...all: Evidence[]) => {
    const { passed, params } = judge(all)['approved-by-another-person']!;
    const { act, actAt } = params as { act?: string; actAt?: string };
    return [passed, act, actAt];
  };
  const whole = list([write('h')], byHost);
  const end = deployed(40, 'm');

  it.each<[string, string | undefined, Evidence[]]>([
    ['pushed', at(5), [...story(whole, end), updated(1, 5, 'marco', 'h', 'h')]],
    [
      'pushed',
      at(7),
      [
        ...story(whole, end),
        push([write('h')], { branch: 'feature', pushedBy: marco }, 7),
      ],
    ],
    [
      'opened',
      undefined,
      [opened, approved, merge({ author: marco }), arrives, whole, end],
    ],
    ['wrote', undefined, [...story(end), list([write('h', marco)], byHost)]],
    [
      'started',
      at(45),
      [
        ...story(whole),
        deployed(40, 'm', { runUrl: 'https://ci/Deploy/m' }),
        built(45, 'm', 'success', 'Deploy', {
          trigger: 'workflow_dispatch',
          triggeredBy: marco,
        }),
      ],
    ],
    [
      // At the very time of the deployment, as some hosts report it.
      'started',
      at(45),
      [
        ...story(whole),
        deployed(40, 'm', { runUrl: 'https://ci/Deploy/m' }),
        built(45, 'm', 'success', 'Deploy', {
          trigger: 'workflow_dispatch',
          triggeredBy: marco,
          startedAt: at(40),
        }),
      ],
    ],
    [
      'deployed',
      at(40),
      [...story(whole), deployed(40, 'm', { deployer: marco })],
    ],
  ])('%s at %s', (act, actAt, all) => {
    expect(tell(...all)).toEqual([false, act, actAt]);
  });

  it('names the last push, where there were several', () => {
    const all = [
      ...story(whole, end),
      updated(1, 5, 'marco', 'g'),
      updated(1, 8, 'marco', 'h', 'g'),
    ];
    expect(tell(...all)).toEqual([false, 'pushed', at(8)]);
  });
});
