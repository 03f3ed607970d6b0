import type {
  Evidence,
  Identity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, built, deployed, person, updated } from '../../testing/story';
import {
  anna,
  marco,
  erik,
  judge,
  write,
  push,
  merge,
  list,
  byHost,
  opened,
  approved,
  arrives,
  story,
} from '../../testing/approvedChange';

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
